# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Groups of marks, and marks, in the order in which their rows stand when all is unfolded."""

from collections.abc import Iterator

from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark


def groups_of(group: Group) -> Iterator[Group]:
    """Yield a group and all in it, each before those that it holds."""
    yield group
    for inner in group.groups:
        yield from groups_of(inner)


def marks_of(group: Group) -> Iterator[Mark]:
    """Yield the marks in a group and in all that it holds, whose rows stand before its own."""
    for inner in group.groups:
        yield from marks_of(inner)
    yield from group.marks
