# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The order of marks: of their rows when all is unfolded, and of a topic when it is read."""

from collections.abc import Iterable, Iterator

from asem_reader.core.content import Article
from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark, span


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


def in_reading_order(article: Article, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks of an article's topic as they are met: those on the topic first, then by their words.

    Marks on blocks that the article does not have stand last; equals stay as they were.
    """
    blocks = article.blocks
    numbers = {block: number for number, block in enumerate(blocks)}

    def met(mark: Mark) -> tuple[int, int]:
        if mark.block is None:
            return -1, 0
        if mark.block not in numbers:
            return len(numbers), 0
        found = span(blocks[mark.block].text, mark.words, mark.nth) if mark.words else None
        return numbers[mark.block], found[0] if found else -1

    return tuple(sorted(marks, key=met))
