# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whether a sheet fits, and what is given up first when it does not."""

import pytest

from asem_reader.core.printing.fit import Fit, Room, judge
from asem_reader.core.printing.parts import Part

LINES = {
    Part.BOTTOM_LINE: 5,
    Part.POSITION: 12,
    Part.FACTS: 14,
    Part.ASKED: 8,
    Part.BACKGROUND: 18,
    Part.MEETINGS: 6,
    Part.INSTRUMENTS: 9,
}
ROOMS = tuple(Room(part.value, part.value, part, lines) for part, lines in LINES.items())
MINE = Room("notes", "My notes", None, 30)


def test_what_has_room_is_left_alone() -> None:
    assert judge(2, 2, 0, ROOMS) == Fit(2, 2)
    assert judge(9, 0, 300, ROOMS).fits


@pytest.mark.parametrize(
    ("over", "names"),
    [
        (0.2, ["instruments"]),
        (9, ["instruments"]),
        (9.5, ["instruments", "meetings"]),
        (22, ["instruments", "meetings", "background"]),
        (41, ["instruments", "meetings", "background", "if-asked"]),
    ],
)
def test_the_least_wanted_goes_first_and_no_more_than_is_needed(over: float, names: list[str]) -> None:
    fit = judge(3, 2, over, ROOMS)
    assert [room.name for room in fit.cuts] == names
    assert fit.over >= over
    assert not fit.fits


def test_what_no_sheet_has_goes_first_where_it_was_chosen() -> None:
    chosen = [Room(part.value, part.value, part, 5) for part in (Part.TIMELINE, Part.ORIGIN)]
    names = [room.name for room in judge(3, 2, 10, (*ROOMS, *chosen)).cuts]
    assert names == ["the-founding-page", "timeline"]


def test_own_notes_go_last_and_the_bottom_line_never() -> None:
    fit = judge(4, 2, 60, (*ROOMS, MINE))
    assert fit.cuts[-1] == MINE
    assert not {Part.BOTTOM_LINE, Part.POSITION, Part.FACTS} & {room.part for room in fit.cuts}


def test_what_no_cut_would_help_is_said_without_one() -> None:
    assert judge(11, 2, 500, ROOMS) == Fit(11, 2, 500, ())


def test_a_page_of_reference_gives_up_its_last_headings() -> None:
    pages = tuple(Room(name, name, Part.TEXT, 10) for name in ("at-a-glance", "outcomes", "documents"))
    assert [room.name for room in judge(3, 2, 15, pages).cuts] == ["documents", "outcomes"]
    assert judge(3, 2, 25, pages).cuts == ()


def test_a_figure_goes_before_text_unless_the_sheet_is_nothing_else() -> None:
    texts = [Room(name, name, Part.TEXT, 20) for name in ("about", "more")]
    figure = Room("ranking", "Ranking", Part.FIGURES, 45)
    assert [room.name for room in judge(3, 2, 5, [figure, *texts]).cuts] == ["ranking"]
    assert judge(3, 2, 5, [figure]).cuts == ()
