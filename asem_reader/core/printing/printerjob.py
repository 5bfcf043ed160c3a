# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a printer is asked for: which pages, how many copies, on which sides of which paper."""

from collections.abc import Iterator
from dataclasses import dataclass

ONE_SIDED, LONG_EDGE, SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a printer is asked for, as its dialog says it.

    Attributes:
        printer: the name of its queue.
        title: what the job is called.
        media: paper by its name in PWG 5101.1 without its unit, such as ``A4`` or ``Letter``.
        ranges: first and last pages, from 1; empty for all.
        copies: how many.
        collate: whether each copy comes out whole before the next.
        sides: `ONE_SIDED`, `LONG_EDGE`, `SHORT_EDGE` (RFC 8011, 5.2.8), or empty for the printer's own way.
    """

    printer: str
    title: str
    media: str = ""
    ranges: tuple[tuple[int, int], ...] = ()
    copies: int = 1
    collate: bool = True
    sides: str = ""

    def pages(self, count: int) -> tuple[int, ...]:
        """The pages that are asked for of so many, the first being 0, each once and in order."""
        if not self.ranges:
            return tuple(range(count))
        return tuple(at for at in range(count) if any(a <= at + 1 <= b for a, b in self.ranges))

    def leaves(self, count: int) -> tuple[int, ...]:
        """The pages in the order in which they come out, all copies of them."""
        pages = self.pages(count)
        if self.collate:
            return pages * self.copies
        return tuple(page for page in pages for _ in range(self.copies))

    @property
    def arguments(self) -> tuple[str, ...]:
        """What lp(1) of CUPS is told, before the document on its standard input."""
        return tuple(self._arguments())

    def _arguments(self) -> Iterator[str]:
        yield from ("-d", self.printer, "-t", self.title, "-n", str(self.copies))
        if self.ranges:
            yield from ("-P", ",".join(str(a) if a == b else f"{a}-{b}" for a, b in self.ranges))
        yield from ("-o", f"collate={str(self.collate).lower()}")
        if self.sides:
            yield from ("-o", f"sides={self.sides}")
        if self.media:
            yield from ("-o", f"media={self.media}")
        yield "-"
