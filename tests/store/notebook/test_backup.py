# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""When backups are made, which are kept, and that a bad one is never made."""

import datetime
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.change import Change
from asem_reader.store.notebook.backup import backups, folder_of
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]


def day(number: int) -> datetime.datetime:
    return NOON + datetime.timedelta(days=number)


def write_on(notebook: Notebook, number: int) -> None:
    notebook.file.clock = lambda: day(number)
    keep(notebook, [mark(1000 + number)])


def dates(notebook: Notebook) -> list[datetime.date]:
    return [
        datetime.date.fromisoformat(file.stem.removeprefix("notebook-")) for file in backups(notebook.path)
    ]


def bodies(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [row[0] for row in copy.execute("SELECT id FROM marks ORDER BY rowid")]


def test_an_empty_notebook_is_not_copied(notebook: Notebook) -> None:
    write_on(notebook, 0)
    assert not folder_of(notebook.path).exists()


def test_the_first_change_of_a_day_copies_what_was_there_before(notebook: Notebook) -> None:
    write_on(notebook, 0)
    notebook.file.clock = lambda: day(1)
    for number in (5, 6):
        keep(notebook, [mark(number)])
    (backup,) = backups(notebook.path)
    assert backup.name == "notebook-2026-11-24.db"
    assert bodies(backup) == [mark(1000).id]


@pytest.mark.parametrize("gesture", ["put", "change", "remove"])
def test_every_change_copies_first(notebook: Notebook, gesture: str) -> None:
    write_on(notebook, 0)
    notebook.file.clock = lambda: day(1)
    {
        "put": lambda: keep(notebook, [mark(2)]),
        "change": lambda: notebook.change(Change("", (mark(1000),), (mark(2),))),
        "remove": lambda: notebook.change(Change("", (mark(1000),))),
    }[gesture]()
    assert bodies(backups(notebook.path)[0]) == [mark(1000).id]


def test_reading_copies_nothing(opened: Opened) -> None:
    notebook = opened()
    write_on(notebook, 0)
    notebook.close()
    later = opened(clock=lambda: day(1))
    later.marks()
    later.problems()
    assert backups(later.path) == []


def test_seven_days_and_four_weeks_are_kept(notebook: Notebook) -> None:
    for number in range(80):
        write_on(notebook, number)
    kept = dates(notebook)
    assert kept[:7] == [day(79 - back).date() for back in range(7)]
    older = kept[7:]
    assert len(older) == 4
    weeks = [date.isocalendar()[:2] for date in older]
    assert len(set(weeks)) == 4
    assert (kept[0] - older[-1]).days >= 21
    assert max(one - other for one, other in pairwise(kept)).days <= 13


def test_a_notebook_that_is_seldom_used_keeps_its_last_seven(notebook: Notebook) -> None:
    for number in range(0, 300, 30):
        write_on(notebook, number)
    assert dates(notebook)[:7] == [day(number).date() for number in range(270, 60, -30)]


def test_a_backup_of_today_is_not_written_over(notebook: Notebook) -> None:
    write_on(notebook, 0)
    write_on(notebook, 1)
    (backup,) = backups(notebook.path)
    before = backup.read_bytes()
    keep(notebook, [mark(3)])
    assert backup.read_bytes() == before


def test_a_draft_left_behind_by_a_crash_is_no_backup(notebook: Notebook) -> None:
    write_on(notebook, 0)
    folder_of(notebook.path).mkdir()
    for name in ("2026-11-24.part", "2026-11-23.4711.part", "2026-10-01-before-2.12.part-wal"):
        (folder_of(notebook.path) / f"notebook-{name}").write_bytes(b"half of it")
    write_on(notebook, 1)
    (backup,) = folder_of(notebook.path).iterdir()
    assert bodies(backup) == [mark(1000).id]


def test_a_draft_that_another_program_writes_is_left_alone(notebook: Notebook) -> None:
    write_on(notebook, 0)
    folder_of(notebook.path).mkdir()
    theirs = folder_of(notebook.path) / "notebook-2026-11-24.4711.part"
    theirs.write_bytes(b"half of it")
    later = theirs.stat().st_mtime_ns + 60_000_000_000
    os.utime(theirs, ns=(later, later))
    write_on(notebook, 1)
    assert theirs.exists()


def test_where_no_backup_can_be_made_the_words_go_first_and_it_is_said(notebook: Notebook) -> None:
    write_on(notebook, 0)
    folder_of(notebook.path).write_text("in the way")
    write_on(notebook, 1)
    assert [each.id for each in notebook.marks()] == [mark(1000).id, mark(1001).id]
    assert "no backup" in str(notebook.file.daily.take_fault())
    assert notebook.file.daily.take_fault() is None


@pytest.mark.parametrize("year", [1970, 2038, 9999])
def test_a_clock_that_is_wrong_throws_no_backup_away(notebook: Notebook, year: int) -> None:
    for number in range(12):
        write_on(notebook, number)
    before = set(backups(notebook.path)[:7])
    notebook.file.clock = lambda: NOON.replace(year=year)
    keep(notebook, [mark(5)])
    made = set(backups(notebook.path)) - before
    assert f"notebook-{year}-11-23.db" in {file.name for file in made}
    assert len(set(backups(notebook.path)) & before) >= 6
