# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each chart says: order and ranges, fifths, medians, forms, signs, and what is marked."""

import math
from collections import Counter
from collections.abc import Sequence

import pytest
from support.figures import box, crowded, labels, meet, outside, overlaps

from asem_reader.core.drawing.comparison import Compared, comparison
from asem_reader.core.drawing.correlations import correlations
from asem_reader.core.drawing.figure import SHADES, Dot, Figure, Label, Rect, Stroke, Tone
from asem_reader.core.drawing.ranking import RankedPartner, ranking
from asem_reader.core.drawing.scatter import ScatterPoint, scatter
from asem_reader.core.drawing.strip import StripMeeting, meeting_strip
from asem_reader.core.drawing.tilemap import Tile, TileBlock, tilemap
from asem_reader.core.drawing.timeline import Manner, TimelineMeeting, TimelineSeries, timeline

SWISS = RankedPartner("CHE", "Switzerland", 68.38, 1, 1, 1)
SINGAPORE = RankedPartner("SGP", "Singapore", 59.2, 14, 9, 25)


def label(figure: Figure, text: str) -> Label:
    return next(each for each in labels(figure) if each.text == text)


def dots(figure: Figure) -> list[Dot]:
    return [each for each in figure.shapes if isinstance(each, Dot)]


def tiles(values: Sequence[float | None]) -> list[TileBlock]:
    made = (Tile(f"T{at:02}", f"Partner {at}", at % 14, at // 14, value) for at, value in enumerate(values))
    return [TileBlock("European partners", tuple(made))]


@pytest.mark.parametrize("chart", ["ranking", "strips", "extremes", "scatter"])
def test_no_name_lies_on_a_mark(chart: str) -> None:
    figure = crowded()[chart]
    grounds = (Tone.PAPER, Tone.Q0)
    marks = [each for each in figure.shapes if isinstance(each, Dot | Rect) and each.tone not in grounds]
    assert not [each.text for each in labels(figure) if any(meet(box(each), box(mark)) for mark in marks)]


def test_a_ranking_sets_apart_what_is_marked_and_tells_its_range() -> None:
    figure = ranking("Index", [SWISS, SINGAPORE], ["SGP"])
    assert label(figure, "Singapore").strong
    assert not label(figure, "Switzerland").strong
    assert figure.table.rows == (("1", "Switzerland", "68.4", "1"), ("14", "Singapore", "59.2", "9–25"))
    assert figure.alt.endswith("Marked: Singapore, rank 14, which may lie in 9–25.")
    assert figure.key_at(100, label(figure, "Singapore").y) == "SGP"


def test_a_long_title_and_a_long_note_are_on_several_lines() -> None:
    figure = ranking(
        "Connectivity of all the partners " * 6, [SWISS], note="Figures of 2018, by the centre. " * 9
    )
    assert outside(figure) == overlaps(figure) == []
    assert len([each for each in labels(figure) if "partners" in each.text]) > 2
    assert len([each for each in labels(figure) if "centre" in each.text]) > 2


def test_a_ranking_without_ranges_has_no_column_for_them() -> None:
    figure = ranking("Index", [RankedPartner("CHE", "Switzerland", 68.38, 1)])
    assert figure.table.head == ("Rank", "Partner", "Score")
    assert not [each for each in labels(figure) if "range" in each.text]


def test_the_tiles_of_a_map_are_in_five_shades_of_equal_number() -> None:
    figure = tilemap("Index", tiles([float(at) for at in range(50)]))
    grounds = Counter(each.tone for each in figure.shapes if isinstance(each, Rect) and each.height > 20)
    assert grounds == dict.fromkeys(SHADES, 10)
    assert [row[-1] for row in figure.table.rows] == [
        f"{at // 10 * 10}–{at // 10 * 10 + 9}" for at in range(50)
    ]


def test_a_tile_without_a_figure_has_no_shade_and_a_marked_one_an_edge() -> None:
    figure = tilemap("Index", tiles([None, 2.0, 3.0]), ["T01"])
    tones = [each.tone for each in figure.shapes if isinstance(each, Rect) and each.height > 20]
    assert tones[:4] == [Tone.MUTED, Tone.INK, Tone.PAPER, Tone.Q0]
    assert figure.table.rows[0][3:] == ("no figure", "")


def test_figures_without_room_in_a_tile_are_in_another_unit_which_is_said() -> None:
    figure = tilemap("Trade", tiles([2.06e-06, 8.13e-06, 1.57e-05]))
    assert {"2.06", "8.13", "15.7", "in millionths"} <= {each.text for each in labels(figure)}
    assert figure.table.head[3] == "Score, in millionths"
    assert figure.alt.endswith("Figures are in millionths.")


def test_points_without_room_for_their_codes_are_counted() -> None:
    far = ScatterPoint("FAR", "Far away", 90, 90)
    crowd = [ScatterPoint(f"P{at:02}", f"Partner {at}", 50 + at % 5, 50 + at // 5) for at in range(25)]
    figure = scatter("Both", [*crowd, far], ("One", "Other"), ["P12"])
    codes = [each.text for each in labels(figure) if each.text in {row[1] for row in figure.table.rows}]
    assert codes[0] == "P12"
    assert f"{26 - len(codes)} points without room" in figure.note
    assert overlaps(figure) == []


def test_a_code_stands_beside_its_own_point_or_a_line_leads_to_it() -> None:
    crowd = [ScatterPoint(f"P{at:02}", f"Partner {at}", 50 + at % 3 * 2, 50 + at // 3 * 2) for at in range(9)]
    figure = scatter("Both", [*crowd, ScatterPoint("FAR", "Far away", 99, 99)], ("One", "Other"), ["P04"])
    places = {each.key: (each.x + 5, each.y + 5) for each in figure.targets}
    led = {(each.x1, each.y1) for each in figure.shapes if isinstance(each, Stroke)}
    named = [each for each in labels(figure) if each.text in places]
    assert len(named) > 5
    for each in named:
        nearest = min(places.values(), key=lambda at: gap(at, box(each)))
        assert places[each.text] in (nearest, *led)
    assert (dots(figure)[-1].x, dots(figure)[-1].y) == places["P04"]


def gap(point: tuple[float, float], box: tuple[float, float, float, float]) -> float:
    """How far a point lies from a box."""
    (x, y), (left, top, right, bottom) = point, box
    return math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))


def test_long_names_of_two_scores_have_room_beside_each_other() -> None:
    figure = scatter(
        "Both", [ScatterPoint("SGP", "Singapore", 50, 50)], ("Connectivity " * 9, "Sustainability " * 9)
    )
    assert outside(figure) == overlaps(figure) == []


@pytest.mark.parametrize(("slope", "said"), [(1, "mostly has more of"), (-1, "mostly has less of")])
def test_a_scatter_plot_says_whether_two_scores_go_together(slope: int, said: str) -> None:
    points = [ScatterPoint(f"P{at}", f"Partner {at}", at, slope * at) for at in range(9)]
    assert said in scatter("Both", points, ("One", "Other")).alt


def test_partners_with_one_score_stand_one_over_another() -> None:
    row = (50.0,)
    figure = comparison("Two", ["Physical"], [Compared("Singapore", row), Compared("Malta", row)])
    marks = [each for each in labels(figure) if each.text in ("A", "B") and each.x < 350]
    assert len({each.y for each in marks[-2:]}) == 2
    assert len({each.x for each in marks[-2:]}) == 1
    assert figure.table.head == ("Pillar", "A Singapore", "B Malta")


def test_a_correlation_is_shaded_by_strength_and_signed_in_its_figure() -> None:
    figure = correlations("Scores", ["One", "Two", "Three"], [[], [-0.95], [0.1, 0.5]])
    cells = [each.tone for each in figure.shapes if isinstance(each, Rect)][:3]
    assert cells == [Tone.Q4, Tone.Q0, Tone.Q2]
    assert label(figure, "−0.95").tone is Tone.PAPER
    assert figure.table.rows[1] == ("B Two", "−0.95", "")


@pytest.fixture
def meetings() -> Figure:
    days = ("2018-10-18", "2021-11-25", "1997-09", "2004", "")
    manners = (Manner.IN_PERSON, Manner.REMOTE, Manner.ANNOUNCED, Manner.CALLED_OFF, Manner.ANNOUNCED)
    rows = [
        TimelineMeeting(f"m{at}", f"ASEM{at}", day, "Brussels", manner, "BE" if at == 0 else "")
        for at, (day, manner) in enumerate(zip(days, manners, strict=True))
    ]
    return timeline("Meetings", [TimelineSeries("Summits", tuple(rows))], "m0")


def test_a_meeting_is_told_by_its_form_and_the_one_here_is_marked(meetings: Figure) -> None:
    forms = [(each.tone, each.hollow) for each in dots(meetings)]
    assert forms[:3] == [(Tone.ACCENT, True), (Tone.INK, False), (Tone.INK, True)]
    assert sum(isinstance(each, Rect) for each in meetings.shapes) == 2 * 2  # and in the legend
    crosses = [each for each in meetings.shapes if isinstance(each, Stroke) and each.tone is Tone.INK]
    assert len(crosses) == 2 * 2
    assert label(meetings, "ASEM0").strong


def test_the_table_of_a_timeline_tells_all_even_what_has_no_date(meetings: Figure) -> None:
    assert meetings.table.rows[0] == ("Summits", "ASEM0", "18 October 2018", "Brussels (BE)", "in person")
    assert meetings.table.rows[2][2:] == ("September 1997", "Brussels", "announced")
    assert len(meetings.table.rows) == 5
    assert [target.key for target in meetings.targets] == ["m0", "m1", "m2", "m3"]


def test_a_strip_is_filled_where_a_meeting_spoke_and_has_few_labels() -> None:
    figure = meeting_strip("Seas", [StripMeeting(str(at), f"FMM{at}", at % 3 == 0) for at in range(60)])
    assert sum(not each.hollow for each in dots(figure)) == 20
    assert overlaps(figure) == []
    assert {"FMM0", "FMM59"} <= {each.text for each in labels(figure)}
    assert figure.alt.startswith("20 of 60 meetings spoke of it: FMM0, FMM3, ")
