# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A ranking: bars for scores, and beside them the range in which each rank lies."""

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
    Rect,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.lettering import BODY, SMALLEST, fitted
from asem_reader.core.drawing.numbers import bracketed, fixed, spanned, told
from asem_reader.core.language import _

_PITCH = 9.6  # sixty rows stand on a page of A4
_BAR = 6.4
_RANK, _NAME, _BARS = 14.0, 20.0, 116.0  # end of the ranks; start of names and bars
_SPLIT, _RANGES = 262.0, (306.0, 440.0)  # end of the bars where ranges stand beside them
_HEAD = 24.0


@dataclass(frozen=True, slots=True)
class RankedPartner:
    """A partner's place in a ranking.

    Attributes:
        code: what the partner is known by, as key and for marking.
        low, high: the best and the worst rank that it may have; None if that is not known.
        imputed: the score is an estimate.
    """

    code: str
    name: str
    score: float
    rank: int
    low: int | None = None
    high: int | None = None
    imputed: bool = False

    @property
    def said(self) -> str:
        """The score as it is written."""
        return bracketed(fixed(self.score), imputed=self.imputed)

    @property
    def range(self) -> str:
        """The range of ranks as it is written."""
        return "" if self.low is None or self.high is None else spanned(self.low, self.high)


def ranking(
    title: str, standings: Sequence[RankedPartner], marked: Collection[str] = (), note: str = ""
) -> Figure:
    """Return a bar chart of scores by rank, with the interval of ranks as a whisker if any is known.

    Args:
        title: what is ranked.
        standings: at most 60, best first.
        marked: codes of those to be set apart.
        note: source and date.
    """
    top = below(title) + _HEAD
    bottom = top + _PITCH * len(standings)
    ranged = any(each.range for each in standings)
    bars = Axis.of((0.0, *(each.score for each in standings)), _BARS, _SPLIT if ranged else WIDTH - 28)
    ranks = Axis(1, max(len(standings), 2), *_RANGES, 10)
    drawn = [*_ground(standings, marked, top), *upright(bars, top, bottom)]
    drawn += [Label(_BARS, top - 14, _("Score"), Tone.INK, BODY, strong=True)]
    if ranged:
        drawn += _rank_axis(ranks, top, bottom)
    for number, each in enumerate(standings):
        y = top + _PITCH * (number + 0.5)
        drawn += _row(each, y, bars, strong=each.code in marked)
        drawn += _whisker(each, y, ranks, strong=each.code in marked) if each.range else ()
    targets = (
        FigureTarget(0, top + _PITCH * number, WIDTH, _PITCH, each.code)
        for number, each in enumerate(standings)
    )
    return framed((title, _alt(standings, marked), note), drawn, bottom, _table(standings, ranged), targets)


def _ground(standings: Sequence[RankedPartner], marked: Collection[str], top: float) -> Iterator[Drawn]:
    for number, each in enumerate(standings):
        if each.code in marked:
            yield Rect(0, top + _PITCH * number, WIDTH, _PITCH, Tone.Q0)


def _rank_axis(ranks: Axis, top: float, bottom: float) -> Iterator[Drawn]:
    head = fitted(_("Rank, and the range it may lie in"), BODY, WIDTH - ranks.start, strong=True)
    yield Label(ranks.start, top - 14, head, Tone.INK, BODY, strong=True)
    for rank in (1, *range(10, round(ranks.high) + 1, 10)):
        x = ranks.at(rank)
        yield Stroke(x, top, x, bottom, Tone.FAINT)
        yield Label(x, top - 3, str(rank), Tone.MUTED, SMALLEST, TextAnchor.MIDDLE, scale=True)


def _row(each: RankedPartner, y: float, bars: Axis, *, strong: bool) -> Iterator[Drawn]:
    tone = Tone.ACCENT if strong else Tone.INK
    baseline = y + BODY * 0.33
    yield Label(_RANK, baseline, str(each.rank), tone, BODY, TextAnchor.END, strong=strong)
    name = fitted(each.name, BODY, _BARS - _NAME - 4, strong=strong)
    yield Label(_NAME, baseline, name, tone, BODY, strong=strong)
    start, end = sorted((bars.at(max(bars.low, 0)), bars.at(each.score)))
    bar = Tone.ACCENT if strong else Tone.MUTED if each.imputed else Tone.Q2
    yield Rect(start, y - _BAR / 2, end - start, _BAR, bar, hatched=each.imputed)
    yield Label(end + 3, baseline, each.said, tone, BODY, strong=strong)


def _whisker(each: RankedPartner, y: float, ranks: Axis, *, strong: bool) -> Iterator[Drawn]:
    assert each.low is not None
    assert each.high is not None
    tone = Tone.ACCENT if strong else Tone.MUTED
    left, right = ranks.at(each.low), ranks.at(each.high)
    yield Stroke(left, y, right, y, tone, 1.5 if strong else 0.8)
    for end in (left, right):
        yield Stroke(end, y - 2, end, y + 2, tone, 0.8)
    yield Dot(ranks.at(each.rank), y, 2.6 if strong else 2, tone)
    text = Tone.ACCENT if strong else Tone.INK
    yield Label(WIDTH, y + BODY * 0.33, each.range, text, BODY, TextAnchor.END, strong=strong)


def _alt(standings: Sequence[RankedPartner], marked: Collection[str]) -> str:
    if not standings:
        return _("Nobody is ranked.")
    first, last = standings[0], standings[-1]
    said = _("{first} leads with {most}, {last} is last with {least}.").format(
        first=first.name, most=fixed(first.score), last=last.name, least=fixed(last.score)
    )
    apart = "; ".join(map(_place, (each for each in standings if each.code in marked)))
    return " ".join((said, _("Marked: {partners}.").format(partners=apart))) if apart else said


def _place(each: RankedPartner) -> str:
    if not each.range:
        return _("{name}, rank {rank}").format(name=each.name, rank=each.rank)
    return _("{name}, rank {rank}, which may lie in {range}").format(
        name=each.name, rank=each.rank, range=each.range
    )


def _table(standings: Sequence[RankedPartner], ranged: bool) -> FigureTable:
    head = (_("Rank"), _("Partner"), _("Score"), *((_("Range of ranks"),) if ranged else ()))
    rows = (
        (
            str(each.rank),
            each.name,
            told(fixed(each.score), imputed=each.imputed),
            *((each.range,) if ranged else ()),
        )
        for each in standings
    )
    return FigureTable(head, tuple(rows))
