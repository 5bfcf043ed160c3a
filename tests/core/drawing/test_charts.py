# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All charts: whatever they show is also in their table, can be read, and lies where it belongs."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.contrast import contrast_ratio
from support.figures import CHARTS, crowded, grounds, labels, meet, numbers, outside, overlaps

from asem_reader.core.drawing.figure import Dot, Figure, FigureTable, Rect, Stroke, Tone
from asem_reader.core.drawing.lettering import SMALLEST, bounds
from asem_reader.core.drawing.palette import PRINTED

Trial = Callable[[st.DataObject], None]

charts = pytest.mark.parametrize("chart", CHARTS)
few = settings(max_examples=25)


def cells(table: FigureTable) -> list[str]:
    return [cell for row in (table.head, *table.rows) for cell in row]


@charts
@few
@given(data=st.data())
def test_every_number_of_a_figure_stands_in_its_table(chart: str, data: st.DataObject) -> None:
    figure = data.draw(CHARTS[chart])
    told = {number for text in (figure.title, figure.note, *cells(figure.table)) for number in numbers(text)}
    shown = {number for label in labels(figure) if not label.scale for number in numbers(label.text)}
    assert shown - told == set()


@charts
@few
@given(data=st.data())
def test_nothing_lies_outside_a_figure(chart: str, data: st.DataObject) -> None:
    figure = data.draw(CHARTS[chart])
    assert outside(figure) == []
    assert min(label.size for label in labels(figure)) >= SMALLEST >= 7


@charts
@few
@given(data=st.data())
def test_no_label_lies_on_another(chart: str, data: st.DataObject) -> None:
    assert overlaps(data.draw(CHARTS[chart])) == []


@charts
@few
@given(data=st.data())
def test_a_figure_says_what_is_to_be_seen_and_its_table_is_whole(chart: str, data: st.DataObject) -> None:
    figure = data.draw(CHARTS[chart])
    assert figure.alt.endswith(".")
    assert not re.search(r"\b(chart|graph|diagram|picture|figure of)\b", figure.alt, re.IGNORECASE)
    assert {len(row) for row in figure.table.rows} <= {len(figure.table.head)}


@charts
@few
@given(data=st.data())
def test_labels_can_be_read_in_print(chart: str, data: st.DataObject) -> None:
    for text, ground in set(grounds(data.draw(CHARTS[chart]))):
        assert contrast_ratio(PRINTED[text], PRINTED[ground]) >= 4.5


@charts
@few
@given(data=st.data())
def test_no_line_of_a_grid_runs_through_a_label(chart: str, data: st.DataObject) -> None:
    figure = data.draw(CHARTS[chart])
    lines = [each for each in figure.shapes if isinstance(each, Stroke) and each.tone is Tone.FAINT]
    boxes = [bounds(label) for label in labels(figure)]
    assert not any(meet((each.x1, each.y1, each.x2, each.y2), box) for each in lines for box in boxes)


@pytest.mark.parametrize(("chart", "figure"), crowded().items(), ids=crowded())
def test_fifty_one_partners_with_long_names_have_room(chart: str, figure: Figure) -> None:
    assert overlaps(figure) == []
    assert outside(figure) == []
    assert len(labels(figure)) > 40


# How many estimates, or missing figures, there are in each of them, and the legend's.
@pytest.mark.parametrize(("chart", "count"), [("ranking", 8), ("tile map", 7 + 1), ("extremes", 2)])
def test_what_is_estimated_or_missing_is_hatched_and_said(chart: str, count: int) -> None:
    figure = crowded()[chart]
    hatched = [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.hatched]
    assert len(hatched) == count + 2 * (chart == "tile map")
    said = [row for row in figure.table.rows if re.search("estimated|no figure", " ".join(row))]
    assert len(said) == count


@pytest.mark.parametrize("chart", ["strips", "scatter"])
def test_an_estimate_among_points_is_hollow(chart: str) -> None:
    figure = crowded()[chart]
    hollow = [each for each in figure.shapes if isinstance(each, Dot) and each.hollow]
    said = [row for row in figure.table.rows if "estimated" in " ".join(row)]
    own = [each for each in hollow if chart == "scatter" or each.tone is Tone.ACCENT]
    assert len(own) == len(said) > 0
