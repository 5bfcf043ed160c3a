# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which meeting of a series was the last, and which is to come."""

import pytest

from asem_reader.core.meeting import SUMMITS, Meeting, last_held, to_come
from asem_reader.core.place import Slug


def meeting(name: str, start: str, status: str = "held", series: Slug = SUMMITS) -> Meeting:
    return Meeting(name, series, "Summits", Slug(name.lower()), None, start, "", "", "", "", status, None)


MEETINGS = (
    meeting("ASEM11", "2016-07-15"),
    meeting("ASEM12", "2018-10"),
    meeting("ASEM13", "2021-11-25"),
    meeting("ASEM13a", "2020", "planned; postponed"),
    meeting("ASEM14", "2027-03-01", "planned"),
    meeting("ASEM15", "2026-12", "planned"),
    meeting("ASEM16", "2028", "cancelled"),
    meeting("Other", "2025", series=Slug("others")),
    meeting("Undated", ""),
)


@pytest.mark.parametrize(
    ("day", "name"), [("2026-11-23", "ASEM13"), ("2021-11-24", "ASEM12"), ("2016-07-15", "ASEM11")]
)
def test_the_last_is_the_newest_that_was_held_by_the_day(day: str, name: str) -> None:
    last = last_held(MEETINGS, SUMMITS, day)
    assert last
    assert last.name == name


def test_before_the_first_there_is_none() -> None:
    assert last_held(MEETINGS, SUMMITS, "2000-01-01") is None


def test_what_is_to_come_is_not_called_off_and_soonest_first() -> None:
    assert [each.name for each in to_come(MEETINGS, SUMMITS, "2026-11-23")] == ["ASEM15", "ASEM14"]
    assert to_come(MEETINGS, Slug("others"), "2026-11-23") == ()
