# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A figure as a value: shapes in points, tones instead of colours, and the same in words and as a table.

The screen, paper and SVG each draw it by a writer of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

_HATCH = 3.5  # from one line of a hatching to the next, across the page
_FINE = 0.5


class Tone(StrEnum):
    """What a colour is for; a theme, or the paper, says which it is."""

    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"  # for lines: no text can be read in it
    ACCENT = "accent"
    PAPER = "paper"
    Q0 = "q0"  # shades from the lowest fifth to the highest
    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"

    @property
    def text(self) -> "Tone":
        """The tone of text that stands on this one."""
        return Tone.INK if self in (Tone.PAPER, Tone.Q0, Tone.Q1, Tone.Q2) else Tone.PAPER


SHADES = (Tone.Q0, Tone.Q1, Tone.Q2, Tone.Q3, Tone.Q4)


class TextAnchor(StrEnum):
    """Which point of a label its place is: the values of SVG's ``text-anchor``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle; a hatched one says that what it stands for is estimated or missing."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc by its centre; a hollow one is a ring."""

    x: float
    y: float
    radius: float
    tone: Tone
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    width: float = _FINE


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; y is its baseline."""

    x: float
    y: float
    text: str
    tone: Tone
    size: float
    anchor: TextAnchor = TextAnchor.START
    strong: bool = False
    scale: bool = False  # a number of an axis, which is no datum


Drawn = Rect | Dot | Stroke | Label


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The twin of a figure: what it tells, as text, so that nothing is told to the eye alone.

    Attributes:
        heads: the numbers of rows, from 0, that are heads of their own: what follows is another table.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[int, ...] = ()

    def tables(self) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]:
        """Each table of it: its head and its rows."""
        whole = (self.head, *self.rows)
        starts = (0, *(at + 1 for at in self.heads), len(whole))
        for start, end in pairwise(starts):
            yield whole[start], whole[start + 1 : end]

    def followed(self, other: "FigureTable") -> "FigureTable":
        """Return it with the tables of another behind its own."""
        behind = len(self.rows)
        heads = (*self.heads, behind, *(behind + 1 + at for at in other.heads))
        return FigureTable(self.head, (*self.rows, other.head, *other.rows), heads)

    def joined(self) -> "FigureTable":
        """All its tables as one, in which columns of one head are one."""
        tables = tuple(self.tables())
        head = tuple(dict.fromkeys(name for names, _rows in tables for name in names))
        cells = (dict(zip(names, row, strict=True)) for names, rows in tables for row in rows)
        return FigureTable(head, tuple(tuple(row.get(name, "") for name in head) for row in cells))

    def told(self) -> str:
        """All of it in sentences, to be heard where no table is printed."""
        tables = (
            f"{', '.join(head)}: {'; '.join(', '.join(filter(None, row)) for row in rows)}."
            for head, rows in self.tables()
        )
        return " ".join(tables)

    @property
    def telling(self) -> int:
        """The first column that tells the rows apart, by more than numbers; else the first.

        A screen reader that goes from row to row in it says where one is.
        """
        columns = enumerate(zip(*self.rows, strict=False))
        names = (
            at for at, texts in columns if len(set(texts)) == len(texts) and not "".join(texts).isdigit()
        )
        return next(names, 0)


@dataclass(frozen=True, slots=True)
class FigureTarget:
    """A part of a figure that can be chosen; the key says what it stands for."""

    x: float
    y: float
    width: float
    height: float
    key: str

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Figure:
    """A vector graphic with its text alternative (WCAG 2.2, 1.1.1) and its data.

    Attributes:
        title: what it is called; drawn in it, too.
        alt: what is to be seen on it, in one or two sentences.
        width, height: in points; all shapes lie within.
        shapes: what is drawn, from back to front; y grows downwards.
        table: the data.
        note: source and date, and how to read it; drawn in it, too.
        targets: what can be chosen, topmost last.
    """

    title: str
    alt: str
    width: float
    height: float
    shapes: tuple[Drawn, ...]
    table: FigureTable
    note: str = ""
    targets: tuple[FigureTarget, ...] = ()

    def plain_shapes(self) -> Iterator[Drawn]:
        """The shapes as writers draw them: a hatched one as its ground and its lines."""
        for shape in self.shapes:
            if isinstance(shape, Rect) and shape.hatched:
                yield from _hatching(shape)
            else:
                yield shape

    def key_at(self, x: float, y: float) -> str:
        """What stands at a point; empty if nothing can be chosen there."""
        return next((each.key for each in reversed(self.targets) if each.holds(x, y)), "")


def shifted(shape: Drawn, x: float, y: float) -> Drawn:
    """Return a shape so many points further right and down."""
    if isinstance(shape, Stroke):
        return replace(shape, x1=shape.x1 + x, x2=shape.x2 + x, y1=shape.y1 + y, y2=shape.y2 + y)
    return replace(shape, x=shape.x + x, y=shape.y + y)


def _hatching(rect: Rect) -> Iterator[Rect | Stroke]:
    """A ground of paper, an edge, and lines that rise to the right, cut off at the edge."""
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    yield Rect(left, top, rect.width, rect.height, Tone.PAPER)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    for (x1, y1), (x2, y2) in pairwise(corners):
        yield Stroke(x1, y1, x2, y2, rect.tone)
    for step in range(1, int((rect.width + rect.height) / _HATCH) + 1):
        sum_ = left + top + step * _HATCH  # of x and y, the same all along a line
        start, end = max(left, sum_ - bottom), min(right, sum_ - top)
        if start < end:
            yield Stroke(start, sum_ - start, end, sum_ - end, rect.tone)
