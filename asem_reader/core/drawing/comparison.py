# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A comparison of two to four partners over the pillars, each told by a letter and a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from asem_reader.core.drawing.axis import Axis, scores, upright
from asem_reader.core.drawing.figure import (
    Dot,
    Drawn,
    Figure,
    FigureTable,
    Label,
    Rect,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.legend import LegendEntry, legend
from asem_reader.core.drawing.lettering import BODY, SMALLEST, two_lines
from asem_reader.core.drawing.numbers import bracketed, fixed, told
from asem_reader.core.language import _

_LETTERS = "ABCD"
_GROUNDS = (Tone.ACCENT, Tone.Q1, Tone.MUTED, Tone.PAPER)
_RADIUS, _LANE = 5.2, 11.0  # of a mark; from one to the next above it
_BETWEEN, _LINE = 6.0, 9.0  # marks of two rows; lines of a name
_HEAD = 20.0
_NAMES, _COLUMN = 156.0, 32.0  # width of the names and of a column of scores


@dataclass(frozen=True, slots=True)
class Compared:
    """A partner with a score for each pillar; the numbers of those that are estimates, from 0."""

    name: str
    scores: tuple[float, ...]
    imputed: frozenset[int] = frozenset()


def comparison(title: str, pillars: Sequence[str], partners: Sequence[Compared], note: str = "") -> Figure:
    """Return a dot plot of pillars: where each of some partners stands, and the scores beside it.

    Args:
        title: what is compared.
        pillars: their names.
        partners: two to four.
        note: source and date.
    """
    key, top = legend(_entries(partners), below(title), BODY, strong=True)
    top += _HEAD
    end = WIDTH - _COLUMN * len(partners)
    axis = scores((score for each in partners for score in each.scores), _NAMES + _RADIUS, end - _RADIUS)
    drawn: list[Drawn] = []
    y = top
    for number, name in enumerate(pillars):
        row, high = _row(number, name, partners, y, axis)
        drawn += row
        y += high
    shapes = [*key, *upright(axis, top, y), *_heads(partners, top - 3), *drawn]
    return framed((title, _alt(pillars, partners), note), shapes, y, _table(pillars, partners))


def _entries(partners: Sequence[Compared]) -> Iterator[LegendEntry]:
    for number, each in enumerate(partners):
        yield LegendEntry(each.name, 2 * _RADIUS, tuple(_mark(number, _RADIUS, -2.6)))


def _heads(partners: Sequence[Compared], y: float) -> Iterator[Drawn]:
    for number, __ in enumerate(partners):
        yield Label(_end(number, partners), y, _LETTERS[number], Tone.INK, BODY, TextAnchor.END, strong=True)


def _end(number: int, partners: Sequence[Compared]) -> float:
    """Where a partner's column of scores ends."""
    return WIDTH - _COLUMN * (len(partners) - 1 - number)


def _row(
    number: int, name: str, partners: Sequence[Compared], top: float, axis: Axis
) -> tuple[list[Drawn], float]:
    """A pillar and its height: marks that would lie on one another stand one over the other."""
    places = {partner: axis.at(each.scores[number]) for partner, each in enumerate(partners)}
    lanes = _lanes(places)
    lines = two_lines(name, BODY, _NAMES - 6)
    high = max(lanes.values()) * _LANE + 2 * _RADIUS + _BETWEEN
    high = max(high, _LINE * (len(lines) + 0.3))
    y = top + high / 2
    line = Stroke(0, top + high, WIDTH, top + high, Tone.FAINT)
    drawn: list[Drawn] = [line]
    for at, text in enumerate(lines):
        baseline = y + BODY * 0.33 + (at - (len(lines) - 1) / 2) * _LINE
        drawn.append(Label(0, baseline, text, Tone.INK, BODY))
    for partner, each in enumerate(partners):
        middle = y + (max(lanes.values()) / 2 - lanes[partner]) * _LANE
        imputed = number in each.imputed
        drawn += _mark(partner, places[partner], middle, imputed=imputed)
        said = bracketed(fixed(each.scores[number]), imputed=imputed)
        drawn.append(Label(_end(partner, partners), y + BODY * 0.33, said, Tone.INK, BODY, TextAnchor.END))
    return drawn, high


def _lanes(places: dict[int, float]) -> dict[int, int]:
    """The lowest lane for each in which there is room."""
    lanes: dict[int, int] = {}
    for number, x in sorted(places.items(), key=lambda place: place[1]):
        near = {lanes[other] for other in lanes if x - places[other] < 2 * _RADIUS + 0.5}
        lanes[number] = next(lane for lane in count() if lane not in near)
    return lanes


def _mark(number: int, x: float, y: float, *, imputed: bool = False) -> Iterator[Drawn]:
    """A letter in a disc or, for every second partner, in a square; hatched if it is an estimate."""
    ground = _GROUNDS[number]
    text = ground.text
    edge = Tone.INK
    if number % 2:
        yield Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, edge)
        inside = _RADIUS - 0.8
        yield Rect(x - inside, y - inside, 2 * inside, 2 * inside, ground)
    else:
        yield Dot(x, y, _RADIUS, ground)
    if imputed:
        yield Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, Tone.MUTED, hatched=True)
        yield Dot(x, y, _RADIUS - 1, Tone.PAPER)
        text = Tone.INK
    yield Label(x, y + SMALLEST * 0.34, _LETTERS[number], text, SMALLEST, TextAnchor.MIDDLE, strong=True)


def _alt(pillars: Sequence[str], partners: Sequence[Compared]) -> str:
    leads = {each.name: 0 for each in partners}
    for number in range(len(pillars)):
        leads[max(partners, key=lambda each: each.scores[number]).name] += 1
    told_each = "; ".join(
        _("{partner} in {count} of {all}").format(partner=name, count=led, all=len(pillars))
        for name, led in leads.items()
    )
    return _("Who has the highest score, line by line: {leads}.").format(leads=told_each)


def _table(pillars: Sequence[str], partners: Sequence[Compared]) -> FigureTable:
    head = (_("Pillar"), *(f"{letter} {each.name}" for letter, each in zip(_LETTERS, partners, strict=False)))
    rows = (
        (name, *(told(fixed(each.scores[number]), imputed=number in each.imputed) for each in partners))
        for number, name in enumerate(pillars)
    )
    return FigureTable(head, tuple(rows))
