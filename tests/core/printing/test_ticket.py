# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a printer is asked for reaches it: pages, copies, order, sides."""

import pytest

from asem_reader.core.errors import NothingToPrint
from asem_reader.core.printing.printerjob import LONG_EDGE, PageSet, PrinterJob, Range, chosen


@pytest.mark.parametrize(
    ("ranges", "page_set", "pages"),
    [
        (None, PageSet.ALL, (0, 1, 2, 3, 4)),
        (((2, 3),), PageSet.ALL, (1, 2)),
        (((5, 9), (1, 1)), PageSet.ALL, (0, 4)),
        (((2, 4), (3, 5)), PageSet.ALL, (1, 2, 3, 4)),
        (None, PageSet.ODD, (0, 2, 4)),
        (((2, 5),), PageSet.EVEN, (1, 3)),
    ],
)
def test_the_pages_that_are_chosen(
    ranges: tuple[Range, ...] | None, page_set: PageSet, pages: tuple[int, ...]
) -> None:
    assert chosen(5, ranges, page_set) == pages


@pytest.mark.parametrize(("ranges", "page_set"), [(((6, 9),), PageSet.ALL), (((3, 3),), PageSet.EVEN)])
def test_pages_that_are_not_there_are_not_all_pages(ranges: tuple[Range, ...], page_set: PageSet) -> None:
    with pytest.raises(NothingToPrint, match="there are 5 pages, and none of them is asked for"):
        chosen(5, ranges, page_set)


@pytest.mark.parametrize(("collate", "leaves"), [(True, (0, 1, 0, 1)), (False, (0, 0, 1, 1))])
def test_copies_come_out_whole_or_page_by_page(collate: bool, leaves: tuple[int, ...]) -> None:
    assert PrinterJob("office", "A sheet", (0, 1), copies=2, collate=collate).page_order == leaves


def test_lp_is_told_all_of_it_but_the_pages() -> None:
    printer_job = PrinterJob("office", "Maritime security", (0, 2), "A4", 2, False, LONG_EDGE)
    told = " ".join(printer_job.arguments)
    assert told == (
        "-d office -t Maritime security -n 2 -o collate=false -o sides=two-sided-long-edge -o media=A4 -"
    )


def test_a_title_is_one_argument_and_no_option() -> None:
    arguments = PrinterJob("office", "-o evil; rm *", (0,)).arguments
    assert arguments[arguments.index("-t") + 1] == "-o evil; rm *"
