# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Says whether a sheet fits its two sides, and what to leave out when it does not."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.printing.parts import PARTS, Part


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a portion takes, in lines of the text's own size.

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
    """How a sheet fits.

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
        """Whether it has no more sides than it may."""
        return not self.over


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
    """What can be spared, with its rank: an issue's parts as ordered, else headings from the last on."""
    for at, room in enumerate(rooms):
        rank = PARTS[room.part].given_up if room.part else len(PARTS)
        if rank:
            yield rank, room
        elif room.part is Part.TEXT and at:
            yield -at, room
