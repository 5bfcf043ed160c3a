# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rows of a table in the order of a column, by what the column holds."""

import pytest

from asem_reader.core.content import Block, BlockKind, TableOrder
from asem_reader.core.place import BlockId
from asem_reader.core.sorting import ordered, pressed
from asem_reader.core.span import Span


def in_order(*cells: str, falling: bool = False) -> list[str]:
    rows = [Block(BlockId(f"b{n}"), BlockKind.ROW, 0, cell, ((Span(cell),),)) for n, cell in enumerate(cells)]
    return [row.text for row in ordered(rows, 0, falling=falling)]


@pytest.mark.parametrize(
    "cells",
    [
        ("1996", "May 2010", "4–5 May 2010; Brussels", "30 September – 1 October 2010", "2011"),
        ("2", "10", "1,000.5"),
        ("−3 per cent", "0", "12"),
        ("ASEM2", "ASEM10", "Łódź", "Zagreb"),
        ("Austria", "élan", "Estonia"),
    ],
)
def test_dates_numbers_and_names_are_sorted_as_what_they_are(cells: tuple[str, ...]) -> None:
    assert in_order(*reversed(cells)) == list(cells)
    assert in_order(*cells, falling=True) == list(reversed(cells))


@pytest.mark.parametrize("falling", [False, True])
def test_what_says_nothing_stands_last(falling: bool) -> None:
    assert in_order("–", "2004", "", "1996", falling=falling)[2:] == ["–", ""]


def test_equal_rows_stay_as_they_stand() -> None:
    rows = [Block(BlockId(name), BlockKind.ROW, 0, name, ((Span("x"),),)) for name in "cab"]
    assert [row.text for row in ordered(rows, 0, falling=True)] == ["c", "a", "b"]


def test_a_head_pressed_thrice_leaves_the_table_as_it_was() -> None:
    first = pressed((TableOrder(2, 0, is_falling=True),), 1, 0)
    assert first == (TableOrder(2, 0, is_falling=True), TableOrder(1, 0, is_falling=False))
    second = pressed(first, 1, 0)
    assert second[-1].is_falling
    assert pressed(second, 1, 0) == first[:1]
    assert pressed(second, 1, 3)[-1] == TableOrder(1, 3, is_falling=False)
