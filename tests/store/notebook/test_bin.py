# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is taken away lies in the bin for thirty days, and comes back as it was."""

import datetime
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import NOON, keep, mark

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import MarkChanged
from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.notebook import Notebook

GONE = "2026-11-23T12:00:00Z"


def later(notebook: Notebook, days: int) -> None:
    """Change something so many days from noon."""
    notebook.file.clock = lambda: NOON + datetime.timedelta(days=days)
    now = notebook.now()
    keep(notebook, [mark(5000 + days)._replace(created=now, modified=now)])


def test_a_removed_mark_lies_in_the_bin(notebook: Notebook) -> None:
    keep(notebook, [mark(1), mark(2)])
    notebook.change(Change("", (mark(1),)))
    assert notebook.marks() == (mark(2),)
    assert notebook.bin() == (mark(1).binned(GONE),)


def test_what_went_last_lies_on_top(notebook: Notebook) -> None:
    keep(notebook, [mark(1), mark(2)])
    for number, minutes in ((1, 0), (2, 1)):
        notebook.file.clock = lambda minutes=minutes: NOON + datetime.timedelta(minutes=minutes)
        notebook.change(Change("", (mark(number),)))
    assert [each.id for each in notebook.bin()] == [mark(2).id, mark(1).id]


def test_what_lies_in_the_bin_comes_back_as_it_was(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    change = Change("Removal", (mark(1),))
    notebook.change(change)
    notebook.change(change.reverse)
    assert (notebook.marks(), notebook.bin()) == ((mark(1),), ())


@pytest.mark.parametrize(("days", "there"), [(1, True), (30, True), (31, False), (60, False)])
def test_after_thirty_days_it_is_gone(notebook: Notebook, days: int, there: bool) -> None:
    keep(notebook, [mark(1)])
    notebook.change(Change("", (mark(1),)))
    later(notebook, days)
    assert bool(notebook.bin()) is there


@pytest.mark.parametrize("days", [-20_000, -400, 400, 5_000, 2_000_000])
def test_a_clock_that_leaps_empties_no_bin(notebook: Notebook, days: int) -> None:
    keep(notebook, [mark(1)])
    notebook.change(Change("", (mark(1),)))
    later(notebook, days)
    assert [each.id for each in notebook.bin()] == [mark(1).id]
    assert len(notebook.marks()) == 1


def test_a_clock_that_is_wrong_for_days_empties_no_bin(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    notebook.change(Change("", (mark(1),)))
    for number, days in enumerate((5_000, 5_001, 5_002, 1, 2, 4_000, 4_001), 2):
        notebook.file.clock = lambda days=days: NOON + datetime.timedelta(days=days)
        keep(notebook, [mark(number)])
        assert [each.id for each in notebook.bin()] == [mark(1).id]


def test_who_comes_back_after_long_has_the_bin_for_a_month_more(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    notebook.change(Change("", (mark(1),)))
    for number, (days, there) in enumerate(((200, True), (229, True), (230, False)), 2):
        notebook.file.clock = lambda days=days: NOON + datetime.timedelta(days=days)
        keep(notebook, [mark(number)])
        assert bool(notebook.bin()) is there


def test_a_backup_has_what_the_bin_lost(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    notebook.change(Change("", (mark(1),)))
    later(notebook, 40)
    newest, *_ = backups(notebook.path)
    with closing(Notebook.open(newest)) as copy:
        assert copy.bin() == (mark(1).binned(GONE),)


def test_a_folder_in_which_another_program_put_a_mark_stays(notebook: Notebook) -> None:
    made = Change("New folder", new_folders=(Folder("Desk"), Folder("Desk/Sea"), Folder("Empty")))
    notebook.change(made)
    keep(notebook, [mark(1)._replace(folder="Desk/Sea")])
    notebook.change(made.reverse)
    assert [folder.path for folder in notebook.folders()] == ["Desk", "Desk/Sea"]


def test_a_folder_goes_and_comes_back_with_its_marks(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    assert notebook.folders() == (Folder("Folder"),)
    change = Change("Removal of folder", (mark(1),), old_folders=(Folder("Folder"),))
    notebook.change(change)
    assert (notebook.marks(), notebook.folders()) == ((), ())
    notebook.change(change.reverse)
    assert (notebook.marks(), notebook.folders()) == ((mark(1),), (Folder("Folder"),))


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["other", "gone", "A note"])), max_size=12))
def test_taking_all_changes_back_gives_what_was_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str]]
) -> None:
    notebook = Notebook(tmp_path_factory.mktemp("undo") / "notebook.db", lambda: NOON)
    keep(notebook, [mark(number) for number in (1, 2, 3)])
    start, done = notebook.marks(), []
    for number, body in steps:
        there = tuple(each for each in notebook.marks() if each.id == mark(number).id)
        new: tuple[Mark, ...] = () if body == "gone" else (mark(number, body),)
        done.append(Change(body, there, new))
        notebook.change(done[-1])
    for change in reversed(done):
        notebook.change(change.reverse)
    assert set(notebook.marks()) == set(start)
    notebook.close()


def test_a_change_that_was_taken_back_is_refused_a_second_time(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    change = Change("Note", (mark(1),), (mark(1, "other"),))
    notebook.change(change)
    notebook.change(change.reverse)
    with pytest.raises(MarkChanged):
        notebook.change(change.reverse)
    assert notebook.marks() == (mark(1),)
