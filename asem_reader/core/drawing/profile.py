# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A profile of one partner: where it stands among all by pillar, and its best and worst indicators."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    shifted,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.legend import LegendEntry, legend
from asem_reader.core.drawing.lettering import BODY, DESCENT, SMALLEST, fitted, two_lines
from asem_reader.core.drawing.numbers import bracketed, fixed, told
from asem_reader.core.language import N_, _

_NAMES, _AFTER = 160.0, 66.0  # before the strips, and behind them
_PITCH, _HEAD = 12.0, 14.0
_COLUMN, _GAP = 226.0, 12.0  # of two columns of indicators, the least width; between them
_BAR, _SCORE, _VALUE = 32.0, 61.0, 66.0  # end of the bars, and of the scores; start of the values in words
_RANK = 18.0
_LINE, _AIR = 9.0, 2.4  # height of a line; between two indicators
_GROUPS = N_("Strongest"), N_("Weakest")


@dataclass(frozen=True, slots=True)
class Strip:
    """A pillar, or a whole index, for one partner.

    Attributes:
        others: the scores of all others.
        own, rank: those of the partner.
        medians: of the two groups, or none.
        whole: it is an index, and the pillars that follow are its parts.
    """

    name: str
    others: tuple[float, ...]
    own: float
    rank: int
    medians: tuple[float, ...]
    imputed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorBar:
    """An indicator of one partner.

    Attributes:
        value: the form that was scored, in words, such as ``2 per 697 km²``, or what stands in for it.
        imputed: there is no figure, the score is that of its group.
    """

    name: str
    score: float
    rank: int
    value: str
    imputed: bool = False


def strips(
    title: str,
    partner: str,
    pillars: Sequence[Strip],
    groups: tuple[str, str],
    note: str = "",
    wide: float = WIDTH,
) -> Figure:
    """Return a strip plot: a line for each pillar with a dot for each partner, the one in question strong.

    Args:
        title: whose profile it is.
        partner: the one set apart.
        pillars: indices and pillars, in order.
        groups: names of those whose medians are shown: by ticks above and below the line.
        note: source and date.
        wide: its width, in points.
    """
    top = below(title, wide) + _HEAD
    bottom = top + _PITCH * len(pillars)
    axis = scores((score for each in pillars for score in (*each.others, each.own)), _NAMES, wide - _AFTER)
    drawn = [*upright(axis, top, bottom)]
    for x, text in ((wide - _AFTER / 2, _("Score")), (wide, _("Rank"))):
        drawn.append(Label(x, top - 3, text, Tone.MUTED, SMALLEST, TextAnchor.END))
    for number, each in enumerate(pillars):
        drawn += _strip(each, top + _PITCH * (number + 0.5), axis)
    key, end = legend(_entries(partner, groups), bottom + 3, room=wide)
    words = (title, _placed(partner, pillars), note)
    return framed(words, [*drawn, *key], end, _strip_table(pillars, groups), wide=wide)


def standing_line(partner: str, strip: Strip, wide: float) -> Figure:
    """Return a strip as a line of a text: where a partner stands among all, its score and rank beside it.

    Args:
        partner: the one set apart.
        strip: an index.
        wide: how wide it may be, in points.
    """
    axis = Axis.of((*strip.others, strip.own), _NAMES * 0.75, wide - _AFTER)
    rank = _("rank {rank}").format(rank=strip.rank)
    drawn = tuple(_strip(replace(strip, medians=()), _PITCH / 2, axis, rank))
    score = told(fixed(strip.own), imputed=strip.imputed)
    said = _("{partner} has a score of {score} in “{name}”, and {rank} of {count}.").format(
        partner=partner, score=score, name=strip.name, rank=rank, count=len(strip.others) + 1
    )
    table = FigureTable((_("Index"), _("Score"), _("Rank")), ((strip.name, score, str(strip.rank)),))
    return Figure(strip.name, said, wide, _PITCH, drawn, table)


def _strip(each: Strip, y: float, axis: Axis, rank: str = "") -> Iterator[Drawn]:
    baseline = y + BODY * 0.33
    left = 0 if each.whole else 8
    name = fitted(each.name, BODY, axis.start - left - 6, strong=each.whole)
    yield Label(left, baseline, name, Tone.INK, BODY, strong=each.whole)
    yield Stroke(axis.start, y, axis.end, y, Tone.FAINT, 1)
    for score in each.others:
        yield Dot(axis.at(score), y, 1.9, Tone.MUTED, hollow=True)
    for median, (start, end) in zip(each.medians, ((-7, -3), (3, 7)), strict=False):
        x = axis.at(median)
        yield Stroke(x, y + start, x, y + end, Tone.INK, 1.4)
    x = axis.at(each.own)
    yield Dot(x, y, 5, Tone.PAPER)
    yield Dot(x, y, 4, Tone.ACCENT, hollow=each.imputed)
    said = bracketed(fixed(each.own), imputed=each.imputed)
    yield Label(axis.end + _AFTER / 2, baseline, said, Tone.ACCENT, BODY, TextAnchor.END, strong=True)
    yield Label(
        axis.end + _AFTER, baseline, rank or str(each.rank), Tone.ACCENT, BODY, TextAnchor.END, strong=True
    )


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
    wide: float = WIDTH,
) -> Figure:
    """Return a bar chart of a partner's strongest and weakest indicators, each with its value in words.

    They stand beside each other, or where it is narrow below each other.

    Args:
        title: whose indicators they are.
        partner: its name.
        strongest: usually eight, best first.
        weakest: as many, best first.
        note: source and date.
        wide: its width, in points.
    """
    groups = tuple(zip(map(_, _GROUPS), (strongest, weakest), strict=True))
    axis = scores((each.score for __, bars in groups for each in bars), 0, _BAR)
    top = bottom = below(title, wide)
    beside = wide >= 2 * _COLUMN + _GAP
    column = (wide - _GAP) / 2 if beside else wide
    drawn: list[Drawn] = []
    for number, (heading, bars) in enumerate(groups):
        left, y = (number * (column + _GAP), top) if beside else (0, bottom + number * _GAP)
        rows, y = _group(heading, bars, axis, column, y)
        drawn += (shifted(shape, left, 0) for shape in rows)
        bottom = max(bottom, y)
    words = (title, _best_and_worst(partner, strongest, weakest), note)
    return framed(words, drawn, bottom, _bar_table(groups), wide=wide)


def _group(
    heading: str, bars: Iterable[IndicatorBar], axis: Axis, wide: float, top: float
) -> tuple[list[Drawn], float]:
    """Indicators under a heading, from the left edge, and where they end."""
    y = top + BODY
    drawn: list[Drawn] = [
        Label(0, y, heading, Tone.INK, BODY, strong=True),
        Label(_SCORE, y, _("Score"), Tone.MUTED, SMALLEST, TextAnchor.END),
        Label(_VALUE, y, _("Figure"), Tone.MUTED, SMALLEST),
        Label(wide, y, _("Rank"), Tone.MUTED, SMALLEST, TextAnchor.END),
        Stroke(0, y + 3, wide, y + 3, Tone.FAINT),
    ]
    for each in bars:
        y += _AIR
        for line in two_lines(each.name, BODY, wide - _RANK):
            y += _LINE
            drawn.append(Label(0, y, line, Tone.INK, BODY))
        drawn.append(Label(wide, y, str(each.rank), Tone.INK, BODY, TextAnchor.END))
        drawn += _bar(each, y + _LINE, axis)
        for line in two_lines(each.value, SMALLEST, wide - _VALUE):
            y += _LINE
            drawn.append(Label(_VALUE, y, line, Tone.INK, SMALLEST))
    return drawn, y + DESCENT * BODY


def _bar(each: IndicatorBar, baseline: float, axis: Axis) -> Iterator[Drawn]:
    y = baseline - BODY * 0.33
    yield Rect(axis.start, y - 0.25, axis.end - axis.start, 0.5, Tone.FAINT)
    start, end = sorted((axis.at(max(axis.low, 0)), axis.at(each.score)))
    yield Rect(start, y - 3, end - start, 6, Tone.Q3, hatched=each.imputed)
    score = bracketed(fixed(each.score), imputed=each.imputed)
    yield Label(_SCORE, baseline, score, Tone.INK, BODY, TextAnchor.END)


def _best_and_worst(partner: str, strongest: Sequence[IndicatorBar], weakest: Sequence[IndicatorBar]) -> str:
    if not strongest or not weakest:
        return _("{partner} has no scores.").format(partner=partner)
    said = _("{partner} does best in “{best}” and worst in “{worst}”.")
    return said.format(partner=partner, best=strongest[0].name, worst=weakest[-1].name)


def _bar_table(groups: Iterable[tuple[str, Sequence[IndicatorBar]]]) -> FigureTable:
    head = (_("Group"), _("Indicator"), _("Score"), _("Figure"), _("Rank"))
    rows = (
        (heading, each.name, told(fixed(each.score), imputed=each.imputed), each.value, str(each.rank))
        for heading, bars in groups
        for each in bars
    )
    return FigureTable(head, tuple(rows))


def extremes_listed(strongest: Sequence[IndicatorBar], weakest: Sequence[IndicatorBar]) -> FigureTable:
    """Return two tables of a partner's strongest and weakest indicators, best first, as paper has them."""
    strong, weak = (
        _listed(heading, bars) for heading, bars in zip(_GROUPS, (strongest, weakest), strict=True)
    )
    return strong.followed(weak)


def _listed(heading: str, bars: Iterable[IndicatorBar]) -> FigureTable:
    rows = (
        (f"{each.name}: {each.value}", told(fixed(each.score), imputed=each.imputed), str(each.rank))
        for each in bars
    )
    return FigureTable((_(heading), _("Score"), _("Rank")), tuple(rows))
