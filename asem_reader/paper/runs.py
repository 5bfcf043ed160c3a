# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Entries that stand together: lists, tables, and what stands alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from asem_reader.core.printing.sheet import Entry, Shape
from asem_reader.core.span import Line


class Listing(StrEnum):
    """The kind of list or table that neighbouring entries of one run make."""

    ITEMS = "items"
    TIMELINE = "timeline"
    ROWS = "rows"
    TOPICS = "topics"


_LISTINGS = {
    Shape.ITEM: Listing.ITEMS,
    Shape.EVENT: Listing.TIMELINE,
    Shape.HEAD: Listing.ROWS,
    Shape.ROW: Listing.ROWS,
    Shape.TOPIC: Listing.TOPICS,
}

Run = tuple[Listing | None, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, all with as many cells.

    Attributes:
        head: the names of the columns; empty for none.
        rows: the other rows, each with its cells.
    """

    head: tuple[Line, ...]
    rows: tuple[tuple[Entry, tuple[Line, ...]], ...]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.head or self.rows[0][1])


def runs(entries: Iterable[Entry]) -> Iterator[Run]:
    """Yield lists and tables, and one by one the entries that belong to none."""
    for (_, listing), together in groupby(entries, key=lambda each: (each.run, _LISTINGS.get(each.shape))):
        if listing:
            yield listing, tuple(together)
        else:
            yield from ((None, (entry,)) for entry in together)


def table(entries: tuple[Entry, ...]) -> Table:
    """Return the table of a run of rows; only the first row can be its head."""
    count = max(len(entry.cells) for entry in entries)
    filled = [(entry, (*entry.cells, *((),) * (count - len(entry.cells)))) for entry in entries]
    if entries[0].shape is Shape.HEAD:
        return Table(filled[0][1], tuple(filled[1:]))
    return Table((), tuple(filled))
