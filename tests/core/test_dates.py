# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dates as they are read aloud, and moments as they stand on paper."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.otherlanguage import speaking

from asem_reader.core.dates import MONTHS, spoken, spoken_span, stamp

HERE = datetime.timezone(datetime.timedelta(hours=1))
NEPAL = datetime.timezone(datetime.timedelta(hours=5, minutes=45))
WEST = datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2021", "2021"),
        ("2021-11", "November 2021"),
        ("2021-11-05", "5 November 2021"),
        ("1999-01-31", "31 January 1999"),
        ("", ""),
        ("undated", "undated"),
        ("2021-spring", "2021-spring"),
        ("2021-13", "2021"),
        ("2021-²", "2021-²"),
    ],
)
def test_a_date_is_spoken_as_far_as_it_is_known(date: str, said: str) -> None:
    assert spoken(date) == said


@given(st.dates())
def test_every_day_is_spoken(day: datetime.date) -> None:
    said = spoken(day.isoformat()).split()
    assert (int(said[0]), MONTHS.index(said[1]) + 1, int(said[2])) == (day.day, day.month, day.year)


@given(st.text())
def test_any_text_is_spoken_without_a_fault(text: str) -> None:
    spoken(text)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2018-10-18", "2018-10-19", "18–19 October 2018"),
        ("2018-09-30", "2018-10-01", "30 September – 1 October 2018"),
        ("2018-12-31", "2019-01-01", "31 December 2018 – 1 January 2019"),
        ("2018-10", "2018-11", "October – November 2018"),
        ("2018-12", "2019-01", "December 2018 – January 2019"),
        ("2018", "2019", "2018 – 2019"),
        ("2018", "2018-10-18", "2018 – 18 October 2018"),
        ("2018-10-18", "2018-10-18", "18 October 2018"),
        ("2018-10", "", "October 2018"),
        ("", "", ""),
    ],
)
def test_a_span_says_once_what_its_dates_share(start: str, end: str, said: str) -> None:
    assert spoken_span(start, end) == said


@given(st.dates(), st.dates())
def test_every_span_of_days_says_both(one: datetime.date, other: datetime.date) -> None:
    start, end = sorted((one, other))
    said = spoken_span(start.isoformat(), end.isoformat())
    assert said.startswith(str(start.day))
    assert said.endswith(spoken(end.isoformat()))


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (datetime.UTC, "23 November 2026, 17:40 UTC"),
        (HERE, "23 November 2026, 17:40 UTC+01:00"),
        (NEPAL, "23 November 2026, 17:40 UTC+05:45"),
        (WEST, "23 November 2026, 17:40 UTC-03:30"),
    ],
)
def test_a_moment_stands_with_its_zone(zone: datetime.timezone, said: str) -> None:
    assert stamp(datetime.datetime(2026, 11, 23, 17, 40, tzinfo=zone)) == said


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(datetime.datetime(2026, 11, 23))  # noqa: DTZ001


def test_a_language_puts_dates_together_in_its_own_order() -> None:
    with speaking({"{day} {month} {year}": "{month} {day}, {year}", "November": "November"}):
        assert spoken("2026-11-25") == "November 25, 2026"
        assert spoken_span("2026-11-25", "2026-11-26") == "November 25–26, 2026"
