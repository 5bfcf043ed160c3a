# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands round every chart: its title above and its note below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from asem_reader.core.drawing.figure import (
    Drawn,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Stroke,
    Tone,
    shifted,
)
from asem_reader.core.drawing.lettering import CAPITAL, DESCENT, SMALLEST, TITLE, bounds, wrapped

WIDTH = 480.0  # in points: the text of an A4 sheet is a little wider
_TITLE_LINE, _NOTE_LINE = 13.5, 9.5
_APART, _STACKED = 7.0, 9.0  # between title, chart and note; between two figures that are one


def below(title: str, wide: float = WIDTH) -> float:
    """Return where a chart begins, under its title."""
    return len(list(wrapped(title, TITLE, wide, strong=True))) * _TITLE_LINE + _APART


def framed(
    words: tuple[str, str, str],
    drawn: Iterable[Drawn],
    bottom: float,
    table: FigureTable,
    targets: Iterable[FigureTarget] = (),
    wide: float = WIDTH,
) -> Figure:
    """Return a figure of what is drawn.

    Args:
        words: title, alternative text, note.
        drawn: what lies between `below(title)` and the bottom.
        bottom: where the chart ends, in points.
        table: the data.
        targets: what can be chosen.
        wide: its width, in points.
    """
    title, alt, note = words
    shapes: list[Drawn] = [
        Label(0, number * _TITLE_LINE + TITLE * 0.85, line, Tone.INK, TITLE, strong=True)
        for number, line in enumerate(wrapped(title, TITLE, wide, strong=True))
    ]
    shapes += drawn
    boxes = [bounds(shape) for shape in shapes if isinstance(shape, Label)]
    shapes = [part for shape in shapes for part in _clear(shape, boxes)]
    height = bottom
    for number, line in enumerate(wrapped(note, SMALLEST, wide)):
        baseline = bottom + _APART + CAPITAL * SMALLEST + number * _NOTE_LINE
        shapes.append(Label(0, baseline, line, Tone.MUTED, SMALLEST))
        height = baseline + DESCENT * SMALLEST
    return Figure(title, alt, wide, height, tuple(shapes), table, note, tuple(targets))


def untitled(figure: Figure) -> Figure:
    """Return a framed figure without the title above it, for a place where that has just been read."""
    titles = len(list(wrapped(figure.title, TITLE, figure.width, strong=True)))
    up = below(figure.title, figure.width)
    return replace(
        figure,
        height=figure.height - up,
        shapes=tuple(shifted(shape, 0, -up) for shape in figure.shapes[titles:]),
        targets=tuple(replace(target, y=target.y - up) for target in figure.targets),
    )


def _clear(shape: Drawn, boxes: Sequence[tuple[float, float, float, float]]) -> Iterator[Drawn]:
    """The parts of a line of a grid that run through no label: in high contrast both have one colour."""
    if not (isinstance(shape, Stroke) and shape.tone is Tone.FAINT):
        yield shape
    elif shape.x1 == shape.x2:
        gaps = [(top, bottom) for left, top, right, bottom in boxes if left - 1 < shape.x1 < right + 1]
        for start, end in _parts(shape.y1, shape.y2, gaps):
            yield replace(shape, y1=start, y2=end)
    else:
        gaps = [(left, right) for left, top, right, bottom in boxes if top - 1 < shape.y1 < bottom + 1]
        for start, end in _parts(shape.x1, shape.x2, gaps):
            yield replace(shape, x1=start, x2=end)


def _parts(start: float, end: float, gaps: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """What lies between two ends and outside all gaps, each a little wider than it is."""
    for first, last in sorted(gaps):
        before = min(first - 1, end)
        if start < before:
            yield start, before
        start = max(start, last + 1)
    if start < end:
        yield start, end


def stacked(upper: Figure, lower: Figure) -> Figure:
    """Return two figures as one, the first above the second."""
    by = upper.height + _STACKED
    shapes = (*upper.shapes, *(shifted(shape, 0, by) for shape in lower.shapes))
    return replace(
        upper,
        alt=f"{upper.alt} {lower.alt}",
        height=by + lower.height,
        shapes=shapes,
        table=upper.table.followed(lower.table),
        note=" ".join(filter(None, (upper.note, lower.note))),
    )
