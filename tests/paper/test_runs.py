# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which entries stand together, and what a table is."""

from asem_reader.core.printing.sheet import Entry, Shape
from asem_reader.core.span import Span
from asem_reader.paper.runs import Listing, runs, table


def entry(shape: Shape, run: int, *cells: str) -> Entry:
    return Entry(shape, tuple((Span(cell),) for cell in cells), run)


def test_neighbours_of_one_run_make_a_list() -> None:
    items = [entry(Shape.ITEM, run, "a") for run in (1, 1, 2)]
    others = [entry(Shape.REMARK, 2, "b"), entry(Shape.REMARK, 2, "c"), entry(Shape.EVENT, 3, "1996", "d")]
    found = [(listing, len(together)) for listing, together in runs([*items, *others])]
    assert found == [(Listing.ITEMS, 2), (Listing.ITEMS, 1), (None, 1), (None, 1), (Listing.TIMELINE, 1)]


def test_the_first_row_may_be_the_head_of_a_table() -> None:
    made = table((entry(Shape.HEAD, 1, "a", "b"), entry(Shape.ROW, 1, "c", "d")))
    assert made.head == ((Span("a"),), (Span("b"),))
    assert [cells for _, cells in made.rows] == [((Span("c"),), (Span("d"),))]


def test_short_rows_are_filled() -> None:
    made = table((entry(Shape.ROW, 1, "a"), entry(Shape.ROW, 1, "b", "c", "d")))
    assert made.head == ()
    assert made.columns == 3
    assert made.rows[0][1] == ((Span("a"),), (), ())
