# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands round every chart: its title above and its note below."""

from collections.abc import Iterable

from asem_reader.core.drawing.figure import Drawn, Figure, FigureTable, FigureTarget, Label, Tone
from asem_reader.core.drawing.lettering import CAPITAL, DESCENT, SMALLEST, TITLE, wrapped

WIDTH = 480.0  # in points: the text of an A4 sheet is a little wider
_TITLE_LINE, _NOTE_LINE = 13.5, 9.5
_APART = 7.0


def below(title: str) -> float:
    """Return where a chart begins, under its title."""
    return len(list(wrapped(title, TITLE, WIDTH, strong=True))) * _TITLE_LINE + _APART


def framed(
    words: tuple[str, str, str],
    drawn: Iterable[Drawn],
    bottom: float,
    table: FigureTable,
    targets: Iterable[FigureTarget] = (),
) -> Figure:
    """Return a figure of what is drawn.

    Args:
        words: title, alternative text, note.
        drawn: what lies between `below(title)` and the bottom.
        bottom: where the chart ends, in points.
        table: the data.
        targets: what can be chosen.
    """
    title, alt, note = words
    shapes: list[Drawn] = [
        Label(0, number * _TITLE_LINE + TITLE * 0.85, line, Tone.INK, TITLE, strong=True)
        for number, line in enumerate(wrapped(title, TITLE, WIDTH, strong=True))
    ]
    shapes += drawn
    height = bottom
    for number, line in enumerate(wrapped(note, SMALLEST, WIDTH)):
        baseline = bottom + _APART + CAPITAL * SMALLEST + number * _NOTE_LINE
        shapes.append(Label(0, baseline, line, Tone.MUTED, SMALLEST))
        height = baseline + DESCENT * SMALLEST
    return Figure(title, alt, WIDTH, height, tuple(shapes), table, note, tuple(targets))
