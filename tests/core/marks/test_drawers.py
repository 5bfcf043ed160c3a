# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Drawers that follow changes hold what drawers made anew hold."""

import datetime
from operator import attrgetter

import pytest
from builders import mark
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.marks.buckets import Buckets, Rule, drawn
from asem_reader.core.marks.grouping import COLOURED, FILED, TAGGED, dating, day_of, in_reading_order
from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import Mark

TODAY = datetime.date(2026, 11, 25)
KATHMANDU = datetime.timezone(datetime.timedelta(hours=5, minutes=45))
RULES = {
    "folders": FILED,
    "tags": TAGGED,
    "colours": COLOURED,
    "dates": dating(TODAY, KATHMANDU),
    "topics": in_reading_order(lambda each: (each.nth, -1, each.created)),
}


def made(number: int, folder: str, position: int, tags: list[str], second: int) -> Mark:
    created = f"2026-11-24T18:14:5{second}Z"
    return mark(number)._replace(
        folder=folder, position=position, nth=position, tags=tuple(tags), created=created
    )


any_mark = st.builds(
    made,
    st.integers(1, 9),
    st.sampled_from(["", "A", "A/B"]),
    st.integers(0, 2),
    st.lists(st.sampled_from("xyz"), max_size=3),
    st.integers(7, 9),
)
moments = st.builds(
    "2026-11-{:02}T{:02}:{:02}:00Z".format, st.integers(1, 30), st.integers(0, 23), st.integers(0, 59)
)
some = st.lists(any_mark, unique_by=lambda each: each.id, max_size=5)


def filled(index: MarkIndex, rule: Rule) -> Buckets:
    buckets = Buckets(rule, index.key)
    for _ in buckets.filling(reversed(index.all)):
        pass
    return buckets


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@given(first=some, changes=st.lists(st.tuples(st.sets(st.integers(1, 9), max_size=2), some), max_size=8))
def test_after_any_changes_they_are_as_if_made_anew(
    rule: Rule, first: list[Mark], changes: list[tuple[set[int], list[Mark]]]
) -> None:
    index = MarkIndex(first)
    buckets = filled(index, rule)
    for gone, new in changes:
        index.take_in([each for number in gone if (each := index.by_id.get(mark(number).id))], new)
    for old, now in index.since(0) or ():
        buckets.replace(old, now)
    assert dict(buckets) == dict(filled(index, rule))


def test_a_drawer_in_which_nothing_changed_is_the_same_tuple() -> None:
    buckets = filled(MarkIndex([mark(1), mark(2)._replace(folder="Other")]), FILED)
    before = buckets[mark(1).folder], buckets["Other"]
    buckets.replace(mark(1), mark(1).with_body("other", ""))
    assert buckets[mark(1).folder] is not before[0]
    assert buckets["Other"] is before[1]


def test_the_last_mark_takes_its_drawer_with_it() -> None:
    buckets = filled(MarkIndex([mark(1)]), FILED)
    buckets.replace(mark(1), None)
    assert not buckets


def test_equals_stand_by_age() -> None:
    there = drawn([mark(1), mark(2), mark(3)], Rule(lambda _: ("all",), attrgetter("position")))
    assert there["all"] == (mark(1), mark(2), mark(3))


@given(st.lists(moments, max_size=9))
def test_dates_are_told_alike_whichever_came_before(said: list[str]) -> None:
    said = [*said, "?", "9999-12-31T23:59:59Z"]
    keys = dating(TODAY, KATHMANDU).keys
    apart = [[*dating(TODAY, KATHMANDU).keys(mark(1)._replace(created=each))] for each in said]
    assert [[*keys(mark(1)._replace(created=each))] for each in said] == apart
    assert day_of(said[-1], KATHMANDU) is None
