# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Of a large Notebook the backup of the day is made beside the first change, and holds what was before it."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import NotBackedUp, NotebookDamaged
from asem_reader.store.notebook import upkeep
from asem_reader.store.notebook.backup import backups, folder_of
from asem_reader.store.notebook.notebook import Notebook

TOMORROW = NOON + datetime.timedelta(days=1)


@pytest.fixture
def large(local_disk: None, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """A Notebook that counts as large, of which there is no backup today."""
    monkeypatch.setattr(upkeep, "_LARGE", 0)
    keep(notebook, [mark(1), mark(2)])
    notebook.file.clock = lambda: TOMORROW
    return notebook


@pytest.fixture
def held(large: Notebook, monkeypatch: pytest.MonkeyPatch) -> Event:
    """What lets the copying begin."""
    go, copy = Event(), upkeep.back_up

    def waiting(*arguments: object) -> None:
        assert current_thread() is not main_thread()  # which alone lets it begin
        assert go.wait(60)
        copy(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(upkeep, "back_up", waiting)
    return go


def ids(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as copy:
        return {row[0] for row in copy.execute("SELECT id FROM marks")}


def test_changes_do_not_wait_for_it_and_it_holds_none_of_them(large: Notebook, held: Event) -> None:
    keep(large, [mark(3)])
    large.change(Change("", (mark(1),)))
    assert [each.id for each in large.marks()] == [mark(2).id, mark(3).id]
    held.set()
    large.file.daily.finish()
    (backup,) = backups(large.path)
    assert ids(backup) == {mark(1).id, mark(2).id}


def test_whoever_closes_the_notebook_waits_for_it(large: Notebook, held: Event) -> None:
    keep(large, [mark(3)])
    assert backups(large.path) == []
    held.set()
    large.close()
    assert len(backups(large.path)) == 1


def test_other_programs_see_the_change_meanwhile(
    large: Notebook, held: Event, opened: Callable[..., Notebook]
) -> None:
    keep(large, [mark(3)])
    other = opened()
    assert len(other.marks()) == 3
    held.set()


def test_where_readers_hold_writers_up_it_comes_first(
    large: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(large.path)) as other:
        large.close()
        other.execute("PRAGMA journal_mode = DELETE")
    monkeypatch.setattr("asem_reader.store.notebook.connection.is_local", lambda _: False)
    threads, copy = [], upkeep.back_up
    monkeypatch.setattr(upkeep, "back_up", lambda *those: (threads.append(current_thread()), copy(*those)))
    keep(large, [mark(3)])
    assert threads == [main_thread()]
    assert ids(backups(large.path)[0]) == {mark(1).id, mark(2).id}


def test_that_it_could_not_be_made_is_known_once_and_the_next_change_tries_again(large: Notebook) -> None:
    folder_of(large.path).write_text("in the way")
    keep(large, [mark(3)])
    large.file.daily.finish()
    assert isinstance(large.file.daily.take_fault(), NotBackedUp)
    assert large.file.daily.take_fault() is None
    folder_of(large.path).unlink()
    keep(large, [mark(4)])
    large.file.daily.finish()
    assert ids(backups(large.path)[0]) == {mark(1).id, mark(2).id, mark(3).id}


def test_what_it_finds_damaged_is_not_written_to_again(
    large: Notebook, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asem_reader.store.notebook.backup.is_whole", lambda _: False)
    keep(large, [mark(3)])
    held.set()
    large.file.daily.finish()
    assert backups(large.path) == []
    with pytest.raises(NotebookDamaged):
        keep(large, [mark(4)])
    assert isinstance(large.file.daily.take_fault(), NotebookDamaged)
