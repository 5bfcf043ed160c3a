# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks in the order of their rows: what folders hold, then what stands beside them."""

from support.marks import mark

from asem_reader.core.marks.grouping import by_folder, groups_of, marks_of
from asem_reader.core.marks.mark import Folder

PLACES = (("", 0), ("Desk", 9), ("Desk", 3), ("Desk/Sea", 0), ("Art", 0))
MARKS = [mark(n)._replace(folder=folder, position=at) for n, (folder, at) in enumerate(PLACES)]
WHOLE = by_folder(reversed(MARKS), [Folder("Desk", 0), Folder("Desk/Sea"), Folder("Art", 1)])


def test_each_group_stands_before_those_in_it() -> None:
    assert [group.key for group in groups_of(WHOLE)] == ["", "Desk", "Desk/Sea", "Art"]


def test_marks_stand_as_their_rows_do() -> None:
    assert [int(each.id, 16) for each in marks_of(WHOLE)] == [3, 2, 1, 4, 0]
