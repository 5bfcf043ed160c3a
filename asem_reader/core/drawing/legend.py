# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The legend of a chart: samples of its marks with what they mean, on as many lines as are needed."""

from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.drawing.figure import Drawn, Label, Tone, shifted
from asem_reader.core.drawing.frame import WIDTH
from asem_reader.core.drawing.lettering import DESCENT, SMALLEST, fitted, width

_LINE, _APART = 12.5, 12.0  # from line to line; between entries
_RISE = 8.5  # from the top of a line to its baseline


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a mark means.

    Attributes:
        text: what it means.
        room: how wide the sample is; 0 if there is none.
        sample: the mark, right of the origin, whose y is the baseline of the text.
        scale: the numbers in it are those of a scale, and no data.
    """

    text: str
    room: float = 0.0
    sample: tuple[Drawn, ...] = ()
    scale: bool = False


def legend(
    entries: Iterable[LegendEntry],
    top: float,
    size: float = SMALLEST,
    *,
    strong: bool = False,
    room: float = WIDTH,
) -> tuple[list[Drawn], float]:
    """Return what a legend draws in that room across, and where it ends."""
    drawn: list[Drawn] = []
    x, y = 0.0, top + _RISE
    for entry in entries:
        left = entry.room + 4 if entry.room else 0.0
        text = fitted(entry.text, size, room - left, strong=strong)
        wide = left + width(text, size, strong=strong)
        if x and x + wide > room:
            x, y = 0.0, y + _LINE
        drawn += (shifted(shape, x, y) for shape in entry.sample)
        drawn.append(Label(x + left, y, text, Tone.INK, size, strong=strong, scale=entry.scale))
        x += wide + _APART
    return drawn, y + DESCENT * size
