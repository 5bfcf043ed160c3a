# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A scatter plot of two scores, its points labelled by code as far as there is room."""

import math
import statistics
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from asem_reader.core.drawing.axis import Axis, upright
from asem_reader.core.drawing.figure import (
    Dot,
    Drawn,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.lettering import BODY, SMALLEST, bounds, fitted, width
from asem_reader.core.drawing.numbers import fixed, significant, told
from asem_reader.core.language import _, ngettext

_LEFT, _RIGHT, _HEIGHT = 26.0, WIDTH - 6, 330.0
_HEAD = 26.0
_EDGE = 7.0  # from the last line of the grid to the edge: a point may lie on the line
_DOT, _MARKED = 2.4, 3.8
_MEDIAN = 1.3
_NEAR, _SAME = 2.0, 3.0  # of a label to another point; between points that are as good as one
_WEAK, _CLEAR = 0.2, 0.5  # coefficients of correlation from which one speaks of one, and of a clear one

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ScatterPoint:
    """A partner with two scores; an imputed one is an estimate."""

    code: str
    name: str
    x: float
    y: float
    imputed: bool = False


def scatter(
    title: str,
    points: Sequence[ScatterPoint],
    names: tuple[str, str],
    marked: Collection[str] = (),
    note: str = "",
) -> Figure:
    """Return a scatter plot with the medians of both scores.

    Args:
        title: what is compared.
        points: the partners.
        names: of the score to the right, and of the one upwards.
        marked: codes of those to be set apart; their labels are placed first.
        note: source and date.
    """
    top = below(title) + _HEAD
    across = Axis.of((point.x for point in points), _LEFT + _EDGE, _RIGHT - _EDGE)
    upwards = Axis.of((point.y for point in points), top + _HEIGHT - _EDGE, top + _EDGE)
    drawn = [*upright(across, top, top + _HEIGHT), *_level(upwards), *_names(names, top)]
    drawn += _medians(points, across, upwards)
    for strong in (False, True):  # those that are marked lie over the others
        there = (point for point in points if (point.code in marked) is strong)
        drawn += (_dot(point, across, upwards, strong=strong) for point in there)
    labels = list(_labels(points, across, upwards, marked))
    left_out = len(points) - sum(isinstance(each, Label) for each in labels)
    if left_out:
        said = ngettext(
            "{count} point without room for its code is named in the table.",
            "{count} points without room for their codes are named in the table.",
            left_out,
        )
        note = " ".join(filter(None, (note, said.format(count=left_out))))
    targets = (
        FigureTarget(across.at(point.x) - 5, upwards.at(point.y) - 5, 10, 10, point.code) for point in points
    )
    words = (title, _alt(points, names), note)
    return framed(words, [*drawn, *labels], top + _HEIGHT, _table(points, names), targets)


def _level(axis: Axis) -> Iterator[Drawn]:
    for value in axis.ticks():
        y = axis.at(value)
        yield Stroke(_LEFT, y, _RIGHT, y, Tone.FAINT)
        text = significant(value)
        yield Label(_LEFT - 4, y + 2.5, text, Tone.MUTED, SMALLEST, TextAnchor.END, scale=True)


def _names(names: tuple[str, str], top: float) -> Iterator[Drawn]:
    across, upwards = names
    room = WIDTH / 2 - 50  # the arrow, and the word for it, have room beside a name that is shortened
    right = _("{score} →").format(score=fitted(across, BODY, room, strong=True))
    up = _("{score}, upwards").format(score=fitted(upwards, BODY, room, strong=True))
    yield Label(0, top - 17, up, Tone.INK, BODY, strong=True)
    yield Label(_RIGHT, top - 17, right, Tone.INK, BODY, TextAnchor.END, strong=True)


def _medians(points: Sequence[ScatterPoint], across: Axis, upwards: Axis) -> Iterator[Stroke | Label]:
    if points:
        x = across.at(statistics.median(point.x for point in points))
        y = upwards.at(statistics.median(point.y for point in points))
        yield Stroke(x, upwards.end - _EDGE, x, upwards.start + _EDGE, Tone.FAINT, _MEDIAN)
        yield Stroke(_LEFT, y, _RIGHT, y, Tone.FAINT, _MEDIAN)
        yield from _median_names(x, y, upwards.start + _EDGE)


def _median_names(x: float, y: float, bottom: float) -> Iterator[Label]:
    """The names of the lines, at the foot of the one and at the end of the other that is farther from it."""
    text = _("median")
    wide = width(text, SMALLEST)
    at_right = x + 4 + wide > _RIGHT - wide
    side = TextAnchor.END if at_right else TextAnchor.START
    yield Label(x - 3 if at_right else x + 3, bottom - 3, text, Tone.MUTED, SMALLEST, side)
    side = TextAnchor.START if at_right else TextAnchor.END
    yield Label(_LEFT + 3 if at_right else _RIGHT - 2, y - 4, text, Tone.MUTED, SMALLEST, side)


def _dot(point: ScatterPoint, across: Axis, upwards: Axis, *, strong: bool) -> Dot:
    tone = Tone.ACCENT if strong else Tone.MUTED
    place = across.at(point.x), upwards.at(point.y)
    return Dot(*place, _MARKED if strong else _DOT, tone, hollow=point.imputed)


def _labels(
    points: Sequence[ScatterPoint], across: Axis, upwards: Axis, marked: Collection[str]
) -> Iterator[Label | Stroke]:
    """Each code where it lies on nothing and near no other point, or at the end of a line; else none."""
    dots = [_dot(point, across, upwards, strong=point.code in marked) for point in points]
    page = (_LEFT, upwards.end - _EDGE, _RIGHT, upwards.start + _EDGE)
    medians = [*_medians(points, across, upwards)]
    lines = [(each.x1, each.y1, each.x2, each.y2) for each in medians if isinstance(each, Stroke)]
    taken = [bounds(each) for each in medians if isinstance(each, Label)]
    taken += (_round(dot, 0) for dot in dots)
    for point, dot in sorted(zip(points, dots, strict=True), key=lambda each: each[0].code not in marked):
        strong = point.code in marked
        others = [_round(each, _NEAR) for each in dots if math.dist((each.x, each.y), (dot.x, dot.y)) > _SAME]
        place = _best(point.code, dot, page, [*taken, *others], lines, strong=strong)
        taken += (box for each in place for box in _boxes(each))
        yield from place


def _best(
    code: str, dot: Dot, page: _Box, others: Sequence[_Box], lines: Sequence[_Box], *, strong: bool
) -> Sequence[Label | Stroke]:
    """A label in its best place, with a line to it if that is not beside its point; or nothing."""
    near = [each for each in _places(code, dot, strong=strong) if _free(each, page, others)]
    if near:  # rather across the line of a median than nowhere
        return next((each for each in near if _free(each, page, lines)), near[0])
    far = [each for each in _far_places(code, dot, strong=strong) if _free(each[:1], page, others)]
    clear = next((each for each in far if _free(each[1:], page, others)), ())
    return clear or (far[0] if far and strong else ())


def _places(code: str, dot: Dot, *, strong: bool) -> Iterator[tuple[Label]]:
    size = BODY if strong else SMALLEST
    tone = Tone.ACCENT if strong else Tone.INK
    gap, drop = dot.radius + 1.5, size * 0.34
    half = width(code, size, strong=strong) / 2
    for dx, dy in (
        *((side, drop) for side in (gap + half, -gap - half)),
        *((0, lift) for lift in (-gap, gap + 2 * drop)),
        *((side, lift) for lift in (-gap + 1, gap + drop) for side in (gap + half - 1, 1 - gap - half)),
    ):
        yield (Label(dot.x + dx, dot.y + dy, code, tone, size, TextAnchor.MIDDLE, strong=strong),)


def _far_places(code: str, dot: Dot, *, strong: bool) -> Iterator[tuple[Label, Stroke]]:
    """Places at the end of a line, the nearest first; one that is marked goes farther."""
    size, tone = (BODY, Tone.ACCENT) if strong else (SMALLEST, Tone.INK)
    for distance in range(10, 90 if strong else 28, 6):
        for side, rise in ((1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0)):
            x, y = dot.x + side * distance, dot.y + rise * distance
            anchor = (TextAnchor.END, TextAnchor.MIDDLE, TextAnchor.START)[side + 1]
            baseline = y + size * (0.34 + 0.5 * rise)
            label = Label(x + 2 * side, baseline, code, tone, size, anchor, strong=strong)
            yield label, Stroke(dot.x, dot.y, x, y, Tone.ACCENT if strong else Tone.MUTED)


def _free(place: Sequence[Label | Stroke], page: _Box, others: Sequence[_Box]) -> bool:
    """Whether a label lies on the page and on nothing else, nor the line to it."""
    for box in (box for each in place for box in _boxes(each)):
        within = box[0] >= page[0] and box[1] >= page[1] and box[2] <= page[2] and box[3] <= page[3]
        if not within or any(_meet(box, other) for other in others):
            return False
    return True


def _boxes(drawn: Label | Stroke) -> Iterator[_Box]:
    """The box of a label with a little air, or small ones along a line, but for its beginning."""
    if isinstance(drawn, Label):
        left, top, right, bottom = bounds(drawn)
        yield left - 1, top, right + 1, bottom
        return
    wide, high = drawn.x2 - drawn.x1, drawn.y2 - drawn.y1
    steps = round(math.hypot(wide, high) / _NEAR)
    for at in range(2, steps + 1):
        x, y = drawn.x1 + wide * at / steps, drawn.y1 + high * at / steps
        yield x, y, x + 0.1, y + 0.1


def _round(dot: Dot, more: float) -> _Box:
    far = dot.radius + more
    return dot.x - far, dot.y - far, dot.x + far, dot.y + far


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _alt(points: Sequence[ScatterPoint], names: tuple[str, str]) -> str:
    if len(points) < 2:
        return _("Too few partners have both scores.")
    said = {
        "right": max(points, key=lambda point: point.x).name,
        "top": max(points, key=lambda point: point.y).name,
        "across": names[0],
        "upwards": names[1],
    }
    leads = _("{right} leads in “{across}”, {top} in “{upwards}”.")
    return " ".join((_together(points).format(**said), leads.format(**said)))


def _together(points: Sequence[ScatterPoint]) -> str:
    x, y = [point.x for point in points], [point.y for point in points]
    try:
        strength = statistics.correlation(x, y)
    except statistics.StatisticsError:  # all are alike
        strength = 0.0
    if abs(strength) < _WEAK:
        return _("“{across}” and “{upwards}” hardly go together.")
    if strength < 0:
        return _("Who has more of “{across}” mostly has less of “{upwards}”.")
    if strength < _CLEAR:
        return _("“{across}” and “{upwards}” go together loosely.")
    return _("Who has more of “{across}” mostly has more of “{upwards}”.")


def _table(points: Sequence[ScatterPoint], names: tuple[str, str]) -> FigureTable:
    head = (_("Partner"), _("Code"), *names)
    rows = (
        (point.name, point.code, *(told(fixed(value), imputed=point.imputed) for value in (point.x, point.y)))
        for point in points
    )
    return FigureTable(head, tuple(rows))
