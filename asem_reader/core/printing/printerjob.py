# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A printer job: which pages, how many copies, on which sides of which paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from asem_reader.core.errors import NothingToPrint
from asem_reader.core.language import ngettext

ONE_SIDED, LONG_EDGE, SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"

Range = tuple[int, int]


class PageSet(Enum):
    """A filter on page numbers: all of a range, the odd or the even ones."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"

    def __contains__(self, number: int) -> bool:
        return self is PageSet.ALL or (number % 2 == 1) == (self is PageSet.ODD)


@dataclass(frozen=True, slots=True)
class PrinterJob:
    """A printer's job, as its dialog asks for it.

    Attributes:
        printer: the name of its queue.
        title: what the job is called.
        pages: those that are printed, in order, the first of the document being 0.
        media: paper by its name in PWG 5101.1 without its unit, such as ``A4`` or ``Letter``.
        copies: how many.
        collate: whether each copy comes out whole before the next.
        sides: `ONE_SIDED`, `LONG_EDGE`, `SHORT_EDGE` (RFC 8011, 5.2.8), or empty for the printer's own way.
    """

    printer: str
    title: str
    pages: tuple[int, ...]
    media: str = ""
    copies: int = 1
    collate: bool = True
    sides: str = ""

    @property
    def page_order(self) -> tuple[int, ...]:
        """The pages in the order in which they come out, all copies of them."""
        if self.collate:
            return self.pages * self.copies
        return tuple(page for page in self.pages for _ in range(self.copies))

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of lp(1) of CUPS, for a document of just these pages on its standard input.

        Pages are no matter of its options: how they are counted depends on the filters of each printer.
        """
        options = {"collate": str(self.collate).lower(), "sides": self.sides, "media": self.media}
        given = (("-o", f"{name}={value}") for name, value in options.items() if value)
        whole = ("-d", self.printer, "-t", self.title, "-n", str(self.copies))
        return (*whole, *chain.from_iterable(given), "-")


def chosen(count: int, ranges: Iterable[Range] | None, page_set: PageSet = PageSet.ALL) -> tuple[int, ...]:
    """Return the pages that are asked for, each once and in order, the first being 0.

    Args:
        count: how many there are.
        ranges: first and last pages, from 1; None for all.
        page_set: which of those.

    Raises:
        NothingToPrint: there are no such pages.
    """
    asked = [(1, count)] if ranges is None else list(ranges)
    numbers = (number for number in range(1, count + 1) if number in page_set)
    pages = tuple(number - 1 for number in numbers if any(a <= number <= b for a, b in asked))
    if not pages:
        reason = ngettext(
            "there is {count} page, and none of them is asked for",
            "there are {count} pages, and none of them is asked for",
            count,
        )
        raise NothingToPrint(reason.format(count=count))
    return pages
