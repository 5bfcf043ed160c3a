# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Groups are those of the marks of now, whatever was asked before."""

import datetime

import pytest
from builders import mark

from asem_reader.core.marks.change import Change, replaced
from asem_reader.core.marks.errors import NotebookDamaged
from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Folder
from asem_reader.core.steps import done
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.grouped import MarkGrouper
from asem_reader.viewmodels.marks.marks import Marks

TODAY = datetime.date(2026, 11, 25)
SOME = tuple(mark(number)._replace(folder="A" * (number % 2), position=-number) for number in range(1, 6))


def grouped(marks: Marks, today: datetime.date = TODAY) -> MarkGrouper:
    return MarkGrouper(marks, Guide, lambda: today, datetime.UTC)


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    notebook.put(SOME)
    return Marks(notebook, str)


CHANGES = {
    "tags": lambda: replaced("Tags", [SOME[0]], [SOME[0]._replace(tags=("new",))]),
    "move": lambda: replaced("Move", [SOME[0]], [SOME[0]._replace(folder="B/C")]),
    "removal": lambda: Change("Removal", SOME[:2]),
    "new": lambda: Change("Note", (), (mark(9),)),
    "folder": lambda: Change("Folder", new_folders=(Folder("Z"),)),
}


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_and_its_undo_are_followed(marks: Marks, view: View, change: object) -> None:
    groups = grouped(marks)
    done(groups.by(view))
    assert marks.make(change())  # type: ignore[operator]
    assert done(groups.by(view)) == done(grouped(marks).by(view))
    marks.take_back()
    assert done(groups.by(view)) == done(grouped(marks).by(view))


def test_what_changes_while_marks_are_sorted_is_followed(marks: Marks) -> None:
    groups = grouped(marks)
    steps = groups.by(View.TAGS)
    next(steps)
    next(steps)
    assert marks.are_known
    marks.make(CHANGES["tags"]())
    assert done(steps) == done(grouped(marks).by(View.TAGS))


def test_marks_read_anew_are_sorted_anew(marks: Marks) -> None:
    groups = grouped(marks)
    done(groups.by(View.COLOURS))
    marks.notebook.put([mark(9)])
    marks.reload()
    assert done(groups.by(View.COLOURS)).count == len(SOME) + 1


def test_a_new_day_dates_marks_anew(marks: Marks) -> None:
    days = [TODAY]
    groups = MarkGrouper(marks, Guide, lambda: days[-1], datetime.UTC)
    done(groups.by(View.DATES))
    days.append(TODAY + datetime.timedelta(1))
    assert done(groups.by(View.DATES)) == done(grouped(marks, days[-1]).by(View.DATES))


def test_who_is_too_far_behind_begins_anew(marks: Marks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asem_reader.core.marks.index._REMEMBERED", 2)
    groups = grouped(marks)
    done(groups.by(View.TAGS))
    for number in range(20, 25):
        marks.make(Change("Note", (), (mark(number),)))
    assert done(groups.by(View.TAGS)) == done(grouped(marks).by(View.TAGS))


def test_where_marks_cannot_be_read_there_are_none(notebook: Notebook) -> None:
    groups = grouped(Marks(notebook, str, NotebookDamaged("notebook.db")))
    assert done(groups.by(View.TAGS)).count == 0
