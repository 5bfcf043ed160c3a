# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a printer is asked for reaches it: pages, copies, order, sides."""

import pytest

from asem_reader.core.printing.printerjob import LONG_EDGE, Ticket


@pytest.mark.parametrize(
    ("ranges", "pages"),
    [
        ((), (0, 1, 2, 3, 4)),
        (((2, 3),), (1, 2)),
        (((5, 9), (1, 1)), (0, 4)),
        (((2, 4), (3, 5)), (1, 2, 3, 4)),
    ],
)
def test_the_pages_of_a_range(ranges: tuple[tuple[int, int], ...], pages: tuple[int, ...]) -> None:
    assert Ticket("office", "A sheet", ranges=ranges).pages(5) == pages


@pytest.mark.parametrize(("collate", "leaves"), [(True, (0, 1, 0, 1)), (False, (0, 0, 1, 1))])
def test_copies_come_out_whole_or_page_by_page(collate: bool, leaves: tuple[int, ...]) -> None:
    assert Ticket("office", "A sheet", copies=2, collate=collate).leaves(2) == leaves


def test_lp_is_told_all_of_it() -> None:
    ticket = Ticket("office", "Maritime security", "A4", ((1, 3), (5, 5)), 2, False, LONG_EDGE)
    told = " ".join(ticket.arguments)
    assert told == (
        "-d office -t Maritime security -n 2 -P 1-3,5 "
        "-o collate=false -o sides=two-sided-long-edge -o media=A4 -"
    )


def test_a_title_is_one_argument_and_no_option() -> None:
    arguments = Ticket("office", "-o evil; rm *").arguments
    assert arguments[arguments.index("-t") + 1] == "-o evil; rm *"
    assert "-P" not in arguments
