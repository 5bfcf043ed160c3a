# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A figure as a value: what is hatched, what can be chosen, how wide text is, and how numbers are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.contrast import contrast_ratio
from support.figures import box, crowded, outside, overlaps

from asem_reader.core.drawing.axis import Axis
from asem_reader.core.drawing.figure import (
    SHADES,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Rect,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import below, untitled
from asem_reader.core.drawing.lettering import bounds, fitted, two_lines, width, wrapped
from asem_reader.core.drawing.numbers import fixed, significant, spanned
from asem_reader.core.drawing.palette import PRINTED
from asem_reader.core.drawing.strip import StripMeeting, strip_line
from asem_reader.core.drawing.timeline import decimal_year

NONE = FigureTable((), ())


@given(st.floats(1, 300), st.floats(1, 300))
def test_a_hatching_stays_within_its_edge(wide: float, high: float) -> None:
    rect = Rect(10, 20, wide, high, Tone.INK, hatched=True)
    drawn = list(Figure("", "", 400, 400, (rect,), NONE).plain_shapes())
    assert sum(isinstance(each, Stroke) for each in drawn) >= 4
    left, top, right, bottom = zip(*map(box, drawn), strict=True)
    assert (min(left), min(top)) == pytest.approx((10, 20))
    assert (max(right), max(bottom)) == pytest.approx((10 + wide, 20 + high))


def test_the_topmost_target_is_chosen() -> None:
    targets = (FigureTarget(0, 0, 50, 50, "below"), FigureTarget(20, 20, 10, 10, "above"))
    figure = Figure("", "", 100, 100, (), NONE, targets=targets)
    assert [figure.key_at(at, at) for at in (5, 25, 45, 55)] == ["below", "above", "below", ""]


@pytest.mark.parametrize("shade", SHADES)
def test_what_stands_on_a_shade_can_be_read_in_print(shade: Tone) -> None:
    assert contrast_ratio(PRINTED[shade.text], PRINTED[shade]) >= 4.5


def test_shades_of_print_grow_darker_and_are_grey() -> None:
    ladder = [PRINTED[tone] for tone in (Tone.PAPER, *SHADES)]
    assert all(contrast_ratio(one, other) >= 1.1 for one, other in pairwise(ladder))
    assert ladder == sorted(ladder, reverse=True)
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in PRINTED.values())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2e-06, "0.000002"),
        (0, "0"),
        (-0.0, "0"),
        (1919.53, "1,920"),
        (0.04567, "0.0457"),
        (36.05498, "36.1"),
        (100, "100"),
        (9.9999, "10"),
        (-0.1234, "−0.123"),
        (7741220, "7,741,220"),
    ],
)
def test_a_number_has_three_significant_figures_and_no_power_of_ten(value: float, text: str) -> None:
    assert significant(value) == text


@given(st.floats(1e-9, 1e12) | st.floats(-1e12, -1e-9))
def test_a_written_number_is_the_number(value: float) -> None:
    written = significant(value)
    assert "e" not in written
    assert float(written.replace(",", "").replace("−", "-")) == pytest.approx(value, rel=0.006)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(68.38, 1, "68.4"), (-0.04, 1, "0.0"), (-0.125, 2, "−0.12"), (100, 1, "100.0")],
)
def test_scores_have_as_many_places_each(value: float, places: int, text: str) -> None:
    assert fixed(value, places) == text


def test_a_range_of_one_rank_is_that_rank() -> None:
    assert [spanned(1, 1), spanned(9, 25)] == ["1", "9–25"]


@given(st.text(max_size=80), st.floats(40, 200))
def test_text_is_fitted_and_wrapped_into_its_room(text: str, room: float) -> None:
    assert width(fitted(text, 8, room), 8) <= room
    assert all(width(line, 8) <= room for line in two_lines(text, 8, room))
    assert "".join("".join(wrapped(text, 8, room)).split()) == "".join(text.split())


def test_a_line_may_end_after_a_hyphen_or_a_slash() -> None:
    assert list(wrapped("Directors-General/Commissioners", 8, 60)) == [
        "Directors-",
        "General/",
        "Commissioners",
    ]


@pytest.mark.parametrize(
    ("anchor", "left"), [(TextAnchor.START, 100), (TextAnchor.MIDDLE, 90), (TextAnchor.END, 80)]
)
def test_the_bounds_of_a_label_follow_its_anchor(anchor: TextAnchor, left: float) -> None:
    label = Label(100, 50, "x", Tone.INK, 20 / width("x", 1), anchor)
    assert bounds(label)[0] == pytest.approx(left)
    assert bounds(label)[2] == pytest.approx(left + 20)


@given(st.lists(st.floats(-1e6, 1e6), max_size=9))
def test_an_axis_holds_all_values_between_round_numbers(values: list[float]) -> None:
    axis = Axis.of(values, 10, 110)
    ticks = list(axis.ticks())
    assert all(10 - 1e-6 <= axis.at(value) <= 110 + 1e-6 for value in values)
    assert (axis.at(ticks[0]), axis.at(ticks[-1])) == pytest.approx((10, 110))
    assert 2 <= len(ticks) <= 8


@pytest.mark.parametrize(
    ("day", "year"), [("1997", 1997.5), ("1997-07", 1997.54), ("2018-10-18", 2018.8), ("1996-01-01", 1996)]
)
def test_a_date_lies_in_its_year(day: str, year: float) -> None:
    assert decimal_year(day) == pytest.approx(year, abs=0.01)


def test_a_table_of_two_tells_each_with_its_own_head() -> None:
    table = FigureTable(("A", "B"), (("1", "2"), ("C", "D"), ("3", "")), (1,))
    assert list(table.tables()) == [(("A", "B"), (("1", "2"),)), (("C", "D"), (("3", ""),))]
    assert table.told() == "A, B: 1, 2. C, D: 3."


@pytest.mark.parametrize("figure", crowded().values(), ids=crowded())
def test_without_its_title_a_figure_is_the_same_further_up(figure: Figure) -> None:
    less = untitled(figure)
    titles = len(figure.shapes) - len(less.shapes)
    assert "".join(label.text for label in figure.shapes[:titles] if isinstance(label, Label)) == figure.title
    assert outside(less) == []
    assert figure.height - less.height == below(figure.title)


@given(
    st.lists(
        st.builds(StripMeeting, st.text(), st.integers(1, 99).map("ASEM{}".format), st.booleans()),
        min_size=1,
        max_size=40,
    )
)
def test_a_strip_as_a_line_is_within_its_width_and_names_all_that_spoke(meetings: list[StripMeeting]) -> None:
    line = strip_line("Title", meetings, 376)
    assert (outside(line), overlaps(line)) == ([], [])
    assert line.height < 20
    assert all(meeting.label in line.alt for meeting in meetings if meeting.spoke)
