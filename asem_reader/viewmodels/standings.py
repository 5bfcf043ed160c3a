# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where marks stand in their topics, in the order of reading; looked up once for each mark."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from asem_reader.core.exchange.guide import Guide
from asem_reader.core.marks import Mark, MarkId

_STEP = 200  # marks that are looked up in some milliseconds


class Standings:
    """Remembers what the Library's guide says of a mark, for as long as the mark is the same."""

    def __init__(self, guide: Callable[[], Guide]) -> None:
        """Take what reads the guide, which takes a moment, when it is first wanted."""
        self._read_guide = guide
        self._known: dict[MarkId, tuple[Mark, tuple[int, int, str]]] = {}

    def preparing(self, marks: tuple[Mark, ...]) -> Iterator[None]:
        """Look all of them up, in steps."""
        _ = self.guide
        yield
        left = iter(marks)
        while some := list(islice(left, _STEP)):
            for mark in some:
                self.of(mark)
            yield

    def of(self, mark: Mark) -> tuple[int, int, str]:
        """What marks of one topic are sorted by."""
        known = self._known.get(mark.id)
        if known is None or known[0] is not mark:
            known = self._known[mark.id] = mark, self.guide.standing(mark)
        return known[1]

    @cached_property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self._read_guide()
