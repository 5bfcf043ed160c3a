# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the Notebook keeps, and that each gesture is kept whole."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import NOON, keep, mark

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import MarkChanged, NotKept
from asem_reader.core.marks.mark import Anchor, Mark, MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.files import is_local
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_nothing_is_written_before_the_first_mark(notebook: Notebook) -> None:
    assert notebook.marks() == ()
    assert notebook.problems() == ()
    assert not notebook.path.parent.exists()


def test_a_mark_is_there_after_reopening(opened: Opened) -> None:
    marks = [mark(1), mark(2, block=None), mark(3, "Ω 中文 😀\n\x00'")._replace(tags=(), folder="")]
    first = opened()
    assert len(keep(first, marks)) == 3
    first.close()
    assert opened().marks() == tuple(marks)


def test_a_mark_is_seen_by_another_reader_at_once(opened: Opened) -> None:
    keep(opened(), [mark()])
    assert opened().marks() == (mark(),)


@given(body=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_of_the_reader_are_kept(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    notebook = Notebook(tmp_path_factory.getbasetemp() / "words.db")
    try:
        notebook.change(Change("", notebook.marks(), (mark(1, body),)))
        assert notebook.marks() == (mark(1, body),)
    finally:
        notebook.close()


def test_marks_come_oldest_first(notebook: Notebook) -> None:
    late, early = (
        mark(1)._replace(created="2026-12-01T00:00:00Z"),
        mark(2)._replace(created="2026-01-01T00:00:00Z"),
    )
    keep(notebook, [late, early])
    assert notebook.marks() == (early, late)


def test_a_note_is_rewritten_by_a_change(notebook: Notebook) -> None:
    keep(notebook, [mark(1, "old"), mark(2)])
    notebook.change(Change("Note", (mark(1, "old"),), (mark(1, "new"),)))
    assert {each.id: each.body for each in notebook.marks()} == {mark(1).id: "new", mark(2).id: "A note"}


@pytest.mark.parametrize("old", [(mark(1), mark(9)), (mark(9),), (mark(1, "otherwise"),), ()])
def test_a_change_of_what_is_not_there_changes_nothing(notebook: Notebook, old: tuple[Mark, ...]) -> None:
    keep(notebook, [mark(1), mark(2)])
    with pytest.raises(MarkChanged):
        notebook.change(Change("Note", old, (mark(3), mark(2, "new"))))
    assert notebook.marks() == (mark(1), mark(2))
    assert keep(notebook, [mark(4)]) == (mark(4),)


def test_marks_that_cannot_all_be_kept_are_not_kept_at_all(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    steps = notebook.changing(Change("", new=(mark(2),)))
    for _ in range(4):  # until it is written, but not yet on disk
        next(steps)
    with pytest.raises(KeyboardInterrupt):
        steps.throw(KeyboardInterrupt)
    assert notebook.marks() == (mark(1),)
    assert keep(notebook, [mark(3)]) == (mark(3),)


@pytest.mark.parametrize("body", ["\ud800", "a\udcffb"])
def test_a_text_that_no_file_holds_is_refused_and_nothing_changes(notebook: Notebook, body: str) -> None:
    keep(notebook, [mark(1)])
    with pytest.raises((ValueError, NotKept)):
        keep(notebook, [mark(2), mark(3, body)])
    assert notebook.marks() == (mark(1),)


def test_a_removed_mark_is_gone_and_cannot_be_removed_again(opened: Opened) -> None:
    notebook = opened()
    keep(notebook, [mark(1), mark(2)])
    notebook.change(Change("", (mark(1),)))
    assert opened().marks() == (mark(2),)
    with pytest.raises(MarkChanged):
        notebook.change(Change("", (mark(1),)))


def test_a_draft_is_not_kept_and_has_an_id_of_its_own(notebook: Notebook) -> None:
    anchor = Anchor(Slug("climate-change"), None, "Climate change", "", "")
    one, other = (notebook.draft(MarkKind.NOTE, anchor, "Mine") for _ in range(2))
    assert one.id != other.id
    assert (one.slug, one.body, one.created, one.modified) == (
        "climate-change",
        "Mine",
        "2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00Z",
    )
    assert notebook.marks() == ()


def test_a_local_disk_has_a_write_ahead_log_and_any_full_sync(notebook: Notebook, tmp_path: Path) -> None:
    keep(notebook, [mark()])
    assert pragma(notebook.path, "journal_mode") == ("wal" if is_local(tmp_path) else "delete")
    with notebook.file.reading() as connection:
        assert connection is not None
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_the_file_says_whose_it_is(notebook: Notebook) -> None:
    keep(notebook, [mark()])
    assert pragma(notebook.path, "application_id") == 0x4153454E
    assert pragma(notebook.path, "user_version") == 5


@pytest.mark.parametrize("name", ["a#b", "a?mode=ro", "100%25", "with blanks ", "Ω 中文", "deep/er/still"])
def test_any_folder_name_will_do(tmp_path: Path, opened: Opened, name: str) -> None:
    path = tmp_path / name / "notebook.db"
    keep(opened(path), [mark()])
    assert opened(path).marks() == (mark(),)
    assert path.is_file()


def test_the_clock_is_in_utc_whatever_the_zone(notebook_file: Path) -> None:
    east = NOON.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    assert Notebook(notebook_file, lambda: east).now() == "2026-11-23T12:00:00Z"
