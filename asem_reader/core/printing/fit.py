# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fit of printed sheets: on how many pages each came out, by how many lines over, what to leave out."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asem_reader.core.language import _
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.sheet import NOTES_TITLE, Sheet

Ends = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a portion takes, in lines of the text's own size.

    Attributes:
        name: what a selection calls it; ``notes`` for the reader's own.
        title: as it stands on the sheet.
        part: None for the notes.
    """

    name: str
    title: str
    part: Part | None
    lines: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit of a sheet on the sides that it may have.

    Attributes:
        pages: how many it has.
        sides: how many it may have; 0 for as many as it needs.
        over: by how many lines it runs over; 0 if it fits.
        cuts: what to leave out, in this order, so that it would fit; empty if nothing would help, or need.
    """

    pages: int
    sides: int
    over: int = 0
    cuts: tuple[Room, ...] = ()

    @property
    def fits(self) -> bool:
        """True if it has no more sides than it may."""
        return not self.over


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry of a document's outline: where something begins.

    Attributes:
        level: 1 for a sheet, 2 for a portion of it; 0 for the end of the document.
        title: what stands there.
        page: the first is 0.
        down: how many lines below the head of the page.
    """

    level: int
    title: str
    page: int
    down: float


def fits(
    pack: Pack, sides: int, outline: Sequence[OutlineEntry], lines: float, ends: Ends
) -> tuple[Fit, ...]:
    """Return how each sheet of a pack fits.

    Args:
        pack: what was set.
        sides: how many each sheet may have; 0 for as many as it needs.
        outline: that of the document, and its end.
        lines: how many go on a page.
        ends: tells after how many lines the text of a page ends; asked only of sheets that have more sides
            than they may, for it has to look through the page.
    """
    starts = [at for at, entry in enumerate(outline) if entry.level < 2]
    runs = [outline[start : after + 1] for start, after in pairwise(starts)]
    first = 1 if pack.cover and pack.contents else 0  # the contents are no sheet
    of_sheets = zip(pack.sheets, runs[first : first + len(pack.sheets)], strict=True)
    return tuple(_fit(sheet, sides, run, lines, ends) for sheet, run in of_sheets)


def _fit(sheet: Sheet, sides: int, outline: Sequence[OutlineEntry], lines: float, ends: Ends) -> Fit:
    start, *inner, behind = outline
    more = max(0, behind.page - 1 - start.page)
    if not sides or more < sides:
        return Fit(more + 1, sides)
    known: dict[str, tuple[str, Part | None]] = {p.title: (p.name, p.part) for p in sheet.portions}
    known |= {_(NOTES_TITLE): ("notes", None)} if sheet.notes else {}
    # How many lines down the sheet each portion is, and its end, as if its pages were one.
    downs = [(entry.page - start.page) * lines + entry.down for entry in inner]
    downs.append(more * lines + ends(start.page + more))
    rooms = [
        Room(known[entry.title][0], entry.title, known[entry.title][1], below - down)
        for entry, (down, below) in zip(inner, pairwise(downs), strict=True)
        if entry.title in known
    ]
    return judge(more + 1, sides, downs[-1] - sides * lines, rooms)


def judge(pages: int, sides: int, over: float, rooms: Iterable[Room]) -> Fit:
    """Return the fit of a sheet.

    Args:
        pages: how many it has.
        sides: how many it may have; 0 for as many as it needs.
        over: lines beyond the last side that it may have.
        rooms: its portions, in order.
    """
    if not sides or pages <= sides:
        return Fit(pages, sides)
    cuts: list[Room] = []
    freed = 0.0
    for room in sorted(_spare(tuple(rooms)), key=lambda pair: pair[0]):
        if freed >= over:
            break
        cuts.append(room[1])
        freed += room[1].lines
    return Fit(pages, sides, max(1, math.ceil(over)), tuple(cuts) if freed >= over else ())


def _spare(rooms: tuple[Room, ...]) -> Iterable[tuple[int, Room]]:
    """Rank and portion of what can be spared: an issue's parts as ordered, else figures, then headings."""
    for at, room in enumerate(rooms):
        rank = PARTS[room.part].given_up if room.part else len(PARTS)
        if room.part is Part.FIGURES and len(rooms) > 1:  # a view is nothing else
            yield -len(rooms) - at, room
        elif rank:
            yield rank, room
        elif room.part is Part.TEXT and at:
            yield -at, room
