# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every chart with made data: fifty-one partners with long names, and whatever hypothesis finds."""

import datetime
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from asem_reader.core.drawing.comparison import Compared, comparison
from asem_reader.core.drawing.correlations import correlations
from asem_reader.core.drawing.figure import Dot, Drawn, Figure, Label, Rect, Stroke, Tone
from asem_reader.core.drawing.frame import WIDTH
from asem_reader.core.drawing.lettering import bounds
from asem_reader.core.drawing.profile import IndicatorBar, Strip, extremes, standing_line, strips
from asem_reader.core.drawing.ranking import RankedPartner, ranking
from asem_reader.core.drawing.scatter import ScatterPoint, scatter
from asem_reader.core.drawing.strip import StripMeeting, meeting_strip
from asem_reader.core.drawing.tilemap import Tile, TileBlock, tilemap
from asem_reader.core.drawing.timeline import Manner, TimelineMeeting, TimelineSeries, timeline

Box = tuple[float, float, float, float]

TITLE, NOTE = "Sustainable connectivity of the partners", "Figures of 2018. Source: Joint Research Centre."
LONG = "Kingdom of Many Islands and of the Northern Sea"

scores = st.floats(0, 100)
values = scores | st.floats(1e-7, 1e7) | st.just(2e-06)
names = st.text("abcdefghijklmnopqrstuvwxyzABCWM éü-/.'", min_size=1, max_size=60)
codes = st.lists(st.from_regex("[A-Z]{3}", fullmatch=True), unique=True, max_size=60)
flags = st.booleans()
widths = st.sampled_from([WIDTH, 345.0])


def _standings(found: Sequence[tuple[str, str, float, bool]], *, ranged: bool) -> list[RankedPartner]:
    ordered = sorted(found, key=lambda each: -each[2])
    most = len(ordered)
    return [
        RankedPartner(
            code,
            name,
            score,
            rank,
            max(rank - 3, 1) if ranged else None,
            min(rank + 9, most) if ranged else None,
            imputed,
        )
        for rank, (code, name, score, imputed) in enumerate(ordered, start=1)
    ]


def _tiles(found: Sequence[tuple[str, str, float | None, bool]]) -> list[TileBlock]:
    tiles = [
        Tile(code, name, at // 2 % 7 + at % 2 * 7, at // 14, value, imputed and value is not None)
        for at, (code, name, value, imputed) in enumerate(found)
    ]
    return [
        TileBlock("European partners", tuple(tiles[::2])),
        TileBlock("Asian partners", tuple(tiles[1::2])),
    ]


@st.composite
def partners(draw: st.DrawFn, least: int = 0) -> list[tuple[str, str, float, bool]]:
    known = draw(codes.filter(lambda found: len(found) >= least))
    return [(code, draw(names), draw(scores), draw(flags)) for code in known]


@st.composite
def tile_maps(draw: st.DrawFn) -> Figure:
    known = draw(codes)
    found = [(code, draw(names), draw(st.none() | values), draw(flags)) for code in known]
    return tilemap(TITLE, _tiles(found), known[:2], NOTE, draw(st.none() | st.just(1)), wide=draw(widths))


@st.composite
def timelines(draw: st.DrawFn) -> Figure:
    days = (
        st.dates(datetime.date(1996, 1, 1), datetime.date(2026, 12, 31)).map(str)
        | st.just("1997-09")
        | st.just("2003")
    )
    meeting = st.builds(
        TimelineMeeting, names, names, days, names, st.sampled_from(Manner), st.sampled_from(["", "SG", "MM"])
    )
    some = st.lists(meeting, max_size=14).map(lambda each: tuple(sorted(each, key=lambda one: one.day)))
    found = draw(st.lists(st.builds(TimelineSeries, names, some), max_size=12))
    keyed = [
        replace(each, meetings=tuple(replace(one, key=f"{row} {at}") for at, one in enumerate(each.meetings)))
        for row, each in enumerate(found)
    ]
    return timeline(TITLE, keyed, "0 0", NOTE, draw(widths))


@st.composite
def comparisons(draw: st.DrawFn) -> Figure:
    pillars = draw(st.lists(names, min_size=1, max_size=11))
    row = st.lists(scores, min_size=len(pillars), max_size=len(pillars)).map(tuple)
    estimates = st.frozensets(st.integers(0, len(pillars) - 1))
    brief = st.text("abcdefgW ", min_size=1, max_size=20)
    return comparison(
        TITLE,
        pillars,
        draw(st.lists(st.builds(Compared, brief, row, estimates), min_size=2, max_size=4)),
        NOTE,
    )


@st.composite
def matrices(draw: st.DrawFn) -> Figure:
    found = draw(st.lists(names, min_size=1, max_size=11))
    rows = [draw(st.lists(st.floats(-1, 1), min_size=at, max_size=at)) for at in range(len(found))]
    return correlations(TITLE, found, rows, NOTE)


ranks = st.integers(1, 51)
pillars = st.builds(
    Strip,
    names,
    st.lists(scores, max_size=50).map(tuple),
    scores,
    ranks,
    st.tuples(scores, scores),
    flags,
    flags,
)
indicators = st.builds(IndicatorBar, names, scores, ranks, names, flags)
bars = st.lists(indicators, max_size=8)
meetings = st.lists(
    st.builds(StripMeeting, names, st.integers(1, 99).map("ASEM{}".format), flags), min_size=1, max_size=60
)

# Figures of each kind.
CHARTS = {
    "ranking": st.builds(
        lambda found, ranged: ranking(
            TITLE, _standings(found, ranged=ranged), [p[0] for p in found[:2]], NOTE
        ),
        partners(),
        flags,
    ),
    "tile map": tile_maps(),
    "strips": st.builds(
        lambda found, wide: strips(TITLE, "Singapore", found, ("Europe", "Asia"), NOTE, wide),
        st.lists(pillars, max_size=11),
        widths,
    ),
    "standing line": st.builds(lambda strip: standing_line("Singapore", strip, 376), pillars),
    "extremes": st.builds(
        lambda best, worst, wide: extremes(TITLE, "Singapore", best, worst, NOTE, wide), bars, bars, widths
    ),
    "scatter": st.builds(
        lambda found: scatter(
            TITLE,
            [ScatterPoint(code, name, score, len(name) * 1.5, off) for code, name, score, off in found],
            ("Connectivity", "Sustainability"),
            [each[0] for each in found[:2]],
            NOTE,
        ),
        partners(1),
    ),
    "comparison": comparisons(),
    "correlations": matrices(),
    "timeline": timelines(),
    "strip": st.builds(lambda found: meeting_strip(TITLE, found, NOTE), meetings),
}


def crowded() -> dict[str, Figure]:
    """The charts that show all partners, with 51 of the longest names."""
    chance = random.Random(1)
    found = [
        (f"{chr(65 + at // 26)}{chr(65 + at % 26)}M", f"{LONG} {at}", chance.uniform(20, 99), at % 7 == 0)
        for at in range(51)
    ]
    marked = [found[3][0], found[4][0]]
    others = (0.0, *(score for __, __, score, __ in found))
    rows = [Strip(f"{LONG} {at}", others, 50 + at, at + 1, (40, 41), at == 1) for at in range(11)]
    best = [
        IndicatorBar(f"{LONG} {at}", 90 - at, at + 1, f"{at} per 697 km² of {LONG}", at == 2)
        for at in range(8)
    ]
    points = [
        ScatterPoint(code, name, score, chance.uniform(40, 60), off) for code, name, score, off in found
    ]
    return {
        "ranking": ranking(TITLE, _standings(found, ranged=True), marked, NOTE),
        "tile map": tilemap(TITLE, _tiles([*found[1:], ("XYZ", LONG, None, False)]), marked, NOTE),
        "strips": strips(TITLE, LONG, rows, ("European partners", "Asian partners"), NOTE),
        "extremes": extremes(TITLE, LONG, best, best, NOTE),
        "scatter": scatter(TITLE, points, ("Connectivity", "Sustainability"), marked, NOTE),
    }


def labels(figure: Figure) -> list[Label]:
    return [shape for shape in figure.shapes if isinstance(shape, Label)]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"−?\d[\d,.]*\d|−?\d", text))


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """The labels that lie on one another."""
    boxes = [(bounds(label), label.text) for label in labels(figure)]
    return [(one, other) for (a, one), (b, other) in combinations(boxes, 2) if meet(a, b)]


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def box(shape: Drawn) -> Box:
    match shape:
        case Rect(x, y, width, height):
            return x, y, x + width, y + height
        case Dot(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Stroke(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Label():
            return bounds(shape)


def outside(figure: Figure) -> list[Drawn]:
    """What does not lie within a figure, half a point allowed for the width of a line."""
    return [
        shape
        for shape in figure.shapes
        if min(box(shape)) < -0.5 or box(shape)[2] > figure.width + 0.5 or box(shape)[3] > figure.height + 0.5
    ]


def grounds(figure: Figure) -> Iterator[tuple[Tone, Tone]]:
    """Each label's tone and that of what lies under its middle."""
    drawn = list(figure.plain_shapes())
    for at, label in enumerate(drawn):
        if isinstance(label, Label):
            left, top, right, bottom = bounds(label)
            x, y = (left + right) / 2, (top + bottom) / 2
            under = [shape for shape in drawn[:at] if not isinstance(shape, Label | Stroke)]
            inside = (each for each in reversed(under) if meet(box(each), (x, y, x, y)))
            ground = next(inside, None)
            paper = ground is None or (isinstance(ground, Dot) and ground.hollow)
            yield label.tone, Tone.PAPER if paper or ground is None else ground.tone
