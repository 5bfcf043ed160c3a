# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How sheets came out: on how many pages each, by how many lines over, and what each portion takes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from asem_reader.core.fit import Fit, Room, judge
from asem_reader.core.pack import Pack
from asem_reader.core.sheet import NOTES_TITLE, Sheet

# What the template calls the places that it tells.
LABEL = "<spot>"

Spot = Mapping[str, float | str]


def fits(pack: Pack, sides: int, spots: Sequence[Spot]) -> tuple[Fit, ...]:
    """Return how each sheet of a pack fits.

    Args:
        pack: what was set.
        sides: how many sides each may have; 0 for as many as it needs.
        spots: what `Press.spots` found in the document, in its order.
    """
    return tuple(_fit(sheet, sides, run) for sheet, run in zip(pack.sheets, _runs(spots), strict=True))


def _runs(spots: Sequence[Spot]) -> Iterator[Sequence[Spot]]:
    """The spots of one sheet after the other; the first of each tells its measures."""
    starts = [at for at, spot in enumerate(spots) if spot["name"] == "sheet"]
    for first, last in pairwise((*starts, len(spots))):
        yield spots[first:last]


def _fit(sheet: Sheet, sides: int, spots: Sequence[Spot]) -> Fit:
    start, *rest = spots
    height, line = float(start["height"]), float(start["line"])

    def along(spot: Spot) -> float:
        """How far down the sheet a spot is, as if its pages were one."""
        return (float(spot["page"]) - float(start["page"])) * height + float(spot["y"]) - float(start["top"])

    known = {portion.name: portion for portion in sheet.portions}
    rooms = []
    for spot, after in pairwise(rest):
        name, lines = str(spot["name"]), (along(after) - along(spot)) / line
        if name in known:
            rooms.append(Room(name, known[name].title, known[name].part, lines))
        elif name == "notes" and sheet.notes:
            rooms.append(Room(name, NOTES_TITLE, None, lines))
    pages = int(float(rest[-1]["page"]) - float(start["page"])) + 1
    return judge(pages, sides, (along(rest[-1]) - sides * height) / line, rooms)
