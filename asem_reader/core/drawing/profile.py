# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A profile of one partner: where it stands among all by pillar, and its best and worst indicators."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
from asem_reader.core.drawing.lettering import BODY, SMALLEST, fitted, two_lines
from asem_reader.core.drawing.numbers import bracketed, fixed, told
from asem_reader.core.language import _

_STRIPS = (168.0, 412.0)  # where the strips begin and end
_PITCH, _HEAD = 16.5, 14.0
_BARS, _GAP = (182.0, 272.0), 16.0  # where bars begin and end; before a second heading
_SCORE, _VALUE = 300.0, 308.0  # end of the scores, start of the values in words
_ROW, _LINE = 13.0, 9.0  # height of a row, and what a second line adds


@dataclass(frozen=True, slots=True)
class Strip:
    """A pillar, or a whole index, for one partner.

    Attributes:
        others: the scores of all others.
        own, rank: those of the partner.
        medians: of the two groups.
        whole: it is an index, and the pillars that follow are its parts.
    """

    name: str
    others: tuple[float, ...]
    own: float
    rank: int
    medians: tuple[float, float]
    imputed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorBar:
    """An indicator of one partner.

    Attributes:
        value: the form that was scored, in words, such as ``2 per 697 km²``; not used if it is imputed.
        imputed: there is no figure, the score is that of its group.
    """

    name: str
    score: float
    rank: int
    value: str
    imputed: bool = False


def strips(
    title: str, partner: str, pillars: Sequence[Strip], groups: tuple[str, str], note: str = ""
) -> Figure:
    """Return a strip plot: a line for each pillar with a dot for each partner, the one in question strong.

    Args:
        title: whose profile it is.
        partner: the one set apart.
        pillars: indices and pillars, in order.
        groups: names of those whose medians are shown: by ticks above and below the line.
        note: source and date.
    """
    top = below(title) + _HEAD
    bottom = top + _PITCH * len(pillars)
    axis = scores((score for each in pillars for score in (*each.others, each.own)), *_STRIPS)
    drawn = [*upright(axis, top, bottom)]
    for x, text in ((444.0, _("Score")), (WIDTH, _("Rank"))):
        drawn.append(Label(x, top - 3, text, Tone.MUTED, SMALLEST, TextAnchor.END))
    for number, each in enumerate(pillars):
        drawn += _strip(each, top + _PITCH * (number + 0.5), axis)
    key, end = legend(_entries(partner, groups), bottom + 3)
    words = (title, _placed(partner, pillars), note)
    return framed(words, [*drawn, *key], end, _strip_table(pillars, groups))


def _strip(each: Strip, y: float, axis: Axis) -> Iterator[Drawn]:
    baseline = y + BODY * 0.33
    left = 0 if each.whole else 8
    name = fitted(each.name, BODY, axis.start - left - 6, strong=each.whole)
    yield Label(left, baseline, name, Tone.INK, BODY, strong=each.whole)
    yield Stroke(axis.start, y, axis.end, y, Tone.FAINT, 1)
    for score in each.others:
        yield Dot(axis.at(score), y, 1.9, Tone.MUTED, hollow=True)
    for median, (start, end) in zip(each.medians, ((-7, -3), (3, 7)), strict=True):
        x = axis.at(median)
        yield Stroke(x, y + start, x, y + end, Tone.INK, 1.4)
    x = axis.at(each.own)
    yield Dot(x, y, 5, Tone.PAPER)
    yield Dot(x, y, 4, Tone.ACCENT, hollow=each.imputed)
    said = bracketed(fixed(each.own), imputed=each.imputed)
    yield Label(444, baseline, said, Tone.ACCENT, BODY, TextAnchor.END, strong=True)
    yield Label(WIDTH, baseline, str(each.rank), Tone.ACCENT, BODY, TextAnchor.END, strong=True)


def _entries(partner: str, groups: tuple[str, str]) -> Iterator[LegendEntry]:
    yield LegendEntry(partner, 8, (Dot(4, -2.6, 4, Tone.ACCENT),))
    yield LegendEntry(_("another partner"), 4, (Dot(2, -2.6, 1.9, Tone.MUTED, hollow=True),))
    above = _("tick above: median of {group}").format(group=groups[0])
    yield LegendEntry(above, 2, (Stroke(1, -7, 1, -3, Tone.INK, 1.4),))
    under = _("tick below: median of {group}").format(group=groups[1])
    yield LegendEntry(under, 2, (Stroke(1, -2, 1, 2, Tone.INK, 1.4),))


def _placed(partner: str, pillars: Sequence[Strip]) -> str:
    if not pillars:
        return _("{partner} has no scores.").format(partner=partner)
    best, worst = min(pillars, key=lambda each: each.rank), max(pillars, key=lambda each: each.rank)
    said = _("{partner} stands best in “{best}”, with rank {high}, and worst in “{worst}”, with rank {low}.")
    return said.format(partner=partner, best=best.name, high=best.rank, worst=worst.name, low=worst.rank)


def _strip_table(pillars: Iterable[Strip], groups: tuple[str, str]) -> FigureTable:
    medians = (_("Median of {group}").format(group=group) for group in groups)
    head = (_("Pillar"), _("Score"), _("Rank"), *medians)
    rows = (
        (
            each.name,
            told(fixed(each.own), imputed=each.imputed),
            str(each.rank),
            *(fixed(median) for median in each.medians),
        )
        for each in pillars
    )
    return FigureTable(head, tuple(rows))


def extremes(
    title: str,
    partner: str,
    strongest: Sequence[IndicatorBar],
    weakest: Sequence[IndicatorBar],
    note: str = "",
) -> Figure:
    """Return a bar chart of a partner's strongest and weakest indicators, each with its value in words.

    Args:
        title: whose indicators they are.
        partner: its name.
        strongest: usually eight, best first.
        weakest: as many, best first.
        note: source and date.
    """
    groups = ((_("Strongest"), strongest), (_("Weakest"), weakest))
    axis = scores((each.score for __, bars in groups for each in bars), *_BARS)
    y = below(title) + BODY
    drawn: list[Drawn] = []
    for heading, bars in groups:
        drawn += _heads(heading, y)
        y += 4
        for each in bars:
            row = list(_bar(each, y + _ROW / 2, axis))
            drawn += row
            y += max(shape.y for shape in row if isinstance(shape, Label)) - y + _ROW * 0.3
        y += _GAP
    words = (title, _best_and_worst(partner, strongest, weakest), note)
    return framed(words, drawn, y - _GAP, _bar_table(groups))


def _heads(heading: str, y: float) -> Iterator[Drawn]:
    yield Label(0, y, heading, Tone.INK, BODY, strong=True)
    yield Label(_SCORE, y, _("Score"), Tone.MUTED, SMALLEST, TextAnchor.END)
    yield Label(_VALUE, y, _("Figure"), Tone.MUTED, SMALLEST)
    yield Label(WIDTH, y, _("Rank"), Tone.MUTED, SMALLEST, TextAnchor.END)
    yield Stroke(0, y + 3, WIDTH, y + 3, Tone.FAINT)


def _bar(each: IndicatorBar, y: float, axis: Axis) -> Iterator[Drawn]:
    baseline = y + BODY * 0.33
    yield from _lines(0, baseline, each.name, axis.start - 6)
    yield Rect(axis.start, y - 0.25, axis.end - axis.start, 0.5, Tone.FAINT)
    start, end = sorted((axis.at(max(axis.low, 0)), axis.at(each.score)))
    yield Rect(start, y - 3.5, end - start, 7, Tone.Q3, hatched=each.imputed)
    score = bracketed(fixed(each.score), imputed=each.imputed)
    yield Label(_SCORE, baseline, score, Tone.INK, BODY, TextAnchor.END)
    yield from _lines(_VALUE, baseline, _value(each), WIDTH - 18 - _VALUE)
    yield Label(WIDTH, baseline, str(each.rank), Tone.INK, BODY, TextAnchor.END)


def _lines(x: float, y: float, text: str, room: float) -> Iterator[Label]:
    """A text on two lines at most."""
    for number, line in enumerate(two_lines(text, BODY, room)):
        yield Label(x, y + number * _LINE, line, Tone.INK, BODY)


def _value(each: IndicatorBar) -> str:
    return _("no figure: mean of its group used") if each.imputed else each.value


def _best_and_worst(partner: str, strongest: Sequence[IndicatorBar], weakest: Sequence[IndicatorBar]) -> str:
    if not strongest or not weakest:
        return _("{partner} has no scores.").format(partner=partner)
    said = _("{partner} does best in “{best}” and worst in “{worst}”.")
    return said.format(partner=partner, best=strongest[0].name, worst=weakest[-1].name)


def _bar_table(groups: Iterable[tuple[str, Sequence[IndicatorBar]]]) -> FigureTable:
    head = (_("Group"), _("Indicator"), _("Score"), _("Figure"), _("Rank"))
    rows = (
        (heading, each.name, told(fixed(each.score), imputed=each.imputed), _value(each), str(each.rank))
        for heading, bars in groups
        for each in bars
    )
    return FigureTable(head, tuple(rows))
