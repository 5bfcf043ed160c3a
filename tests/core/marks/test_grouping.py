# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks stand under what they belong to, each of them somewhere, in an order one can foretell."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import mark
from support.otherlanguage import speaking

from asem_reader.core.marks.grouping import Group, View, by_colour, by_date, by_folder, by_tag, by_topic
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, folders_of
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.steps import done

TODAY = datetime.date(2026, 11, 25)
BERLIN = datetime.timezone(datetime.timedelta(hours=1))


def titles(group: Group) -> list[tuple[str, int]]:
    return [(inner.title, inner.count) for inner in group.groups]


def numbers(group: Group) -> list[int]:
    return [int(each.id, 16) for each in group.marks]


def dated(newest_first: list[Mark]) -> Group:
    return by_date(newest_first, TODAY, BERLIN)


def everything(group: Group) -> list[Mark]:
    return [*group.marks, *(each for inner in group.groups for each in everything(inner))]


def made(number: int, **other: object) -> Mark:
    return mark(number)._replace(**{"folder": "", "tags": (), **other})  # type: ignore[arg-type]


def test_folders_stand_in_their_order_with_what_is_in_them() -> None:
    marks = [made(1, folder="A"), made(2, folder="B/C"), made(3)]
    whole = by_folder(marks, [Folder("B/C"), Folder("A", 2), Folder("B", 1), Folder("D", 3)])
    assert titles(whole) == [("B", 1), ("A", 1), ("D", 0)]
    assert titles(whole.groups[0]) == [("C", 1)]
    assert numbers(whole) == [3]


def test_in_a_folder_position_counts_and_then_age() -> None:
    oldest_first = [made(1, position=1), made(2), made(3), made(4, position=1)]
    assert numbers(by_folder(oldest_first, [])) == [2, 3, 1, 4]


def test_folders_may_be_a_thousand_deep() -> None:
    path = "/".join("x" * 1000)
    whole = by_folder([made(1, folder=path)], folders_of((made(1, folder=path),)))
    assert (whole.count, len(whole.groups)) == (1, 1)


def test_a_folder_that_only_a_mark_knows_is_shown() -> None:
    marks = [made(1, folder="C"), made(2, folder="A/B")]
    whole = by_folder(marks, [Folder("C")])
    assert titles(whole) == [("A", 1), ("C", 1)]
    assert titles(whole.groups[0]) == [("B", 1)]


def test_under_a_topic_marks_stand_in_the_order_of_reading() -> None:
    guide = Guide.of((), [(Slug("maritime-security"), BlockId(block)) for block in ("b1", "b2")])
    quote = {"block": BlockId("b2"), "quote": "of the sea of the land"}
    words = [made(1, words="of the", nth=1, **quote), made(2, words="of the", **quote), made(3, **quote)]
    marks = [*words, made(4, block=BlockId("gone")), made(5, block=BlockId("b1")), made(6, block=None)]
    (topic,) = done(by_topic(reversed(marks), guide.standing, str)).groups
    assert numbers(topic) == [6, 5, 3, 2, 1, 4]


def test_topics_stand_by_title_and_marks_on_all_of_one_first() -> None:
    marks = [made(3), made(2, block=None), made(1, slug=Slug("asean"))]
    titled = {"asean": "Äsean", "maritime-security": "Maritime security"}.__getitem__
    whole = done(by_topic(reversed(marks), Guide().standing, titled))
    assert titles(whole) == [("Äsean", 1), ("Maritime security", 2)]
    assert numbers(whole.groups[1]) == [2, 3]


def test_a_mark_stands_under_each_of_its_tags() -> None:
    marks = [made(1, tags=("visit",)), made(2, tags=("visit", "Ask")), made(3)]
    whole = by_tag(marks[::-1])
    assert titles(whole) == [("Ask", 1), ("visit", 2), ("Without a tag", 1)]


def test_highlights_stand_by_colour_before_the_rest() -> None:
    bright = {"kind": MarkKind.HIGHLIGHT}
    marks = [made(4), made(3, colour=Colour.ROSE, **bright), made(2, colour=Colour.YELLOW, **bright)]
    assert titles(by_colour(marks[::-1])) == [("Yellow", 1), ("Rose", 1), ("Notes", 1)]


@pytest.mark.parametrize(
    ("created", "title"),
    [
        ("2026-11-25T10:00:00Z", "Today"),
        ("2026-11-24T23:30:00Z", "Today"),  # in Berlin it is past midnight
        ("2026-11-24T22:59:59Z", "Yesterday"),
        ("2026-11-23T12:00:00Z", "Earlier in November 2026"),
        ("2026-10-31T23:30:00Z", "Earlier in November 2026"),
        ("2026-10-31T12:00:00Z", "October 2026"),
        ("2027-01-01T12:00:00Z", "January 2027"),  # the clock was set back
        ("long ago", "Without a date"),
    ],
)
def test_a_mark_stands_under_the_day_it_was_made_where_the_reader_is(created: str, title: str) -> None:
    assert titles(dated([made(1, created=created)])) == [(title, 1)]


def test_dates_stand_from_today_backwards() -> None:
    days = ("11-25T09", "11-25T08", "11-24T08", "11-02T08", "09-30T08", "09-01T08")
    marks = [made(number, created=f"2026-{day}:00:00Z") for number, day in enumerate(days)]
    whole = dated(marks)
    assert [count for _, count in titles(whole)] == [2, 1, 1, 2]


days = st.dates(datetime.date(2026, 9, 1), datetime.date(2026, 12, 1))
moments = st.builds("{}T{:02}:59:59Z".format, days, st.integers(0, 23))
any_mark = st.builds(
    made,
    st.integers(1, 10**6),
    folder=st.sampled_from(["", "A", "A/B", "C/D/E"]),
    tags=st.lists(st.sampled_from("xyz"), unique=True).map(tuple),
    colour=st.sampled_from([None, *Colour]),
    created=moments | st.just("?"),
)


@pytest.mark.parametrize("view", [View.FOLDERS, View.TOPICS, View.TAGS, View.COLOURS, View.DATES])
@given(marks=st.lists(any_mark, unique_by=lambda each: each.id))
def test_every_mark_stands_in_every_view(view: View, marks: list[Mark]) -> None:
    marks.sort(key=lambda each: each.created)
    whole = {
        View.FOLDERS: lambda: by_folder(marks, folders_of(tuple(marks))),
        View.TOPICS: lambda: done(by_topic(marks, Guide().standing, str)),
        View.TAGS: lambda: by_tag(marks[::-1]),
        View.COLOURS: lambda: by_colour(marks[::-1]),
        View.DATES: lambda: dated(marks[::-1]),
    }[view]()
    assert {each.id for each in everything(whole)} == {each.id for each in marks}
    assert whole.count == len(everything(whole))
    assert len({group.key for group in whole.groups}) == len(whole.groups)


def test_titles_of_our_own_are_in_the_readers_language() -> None:
    noon = "2026-11-25T12:00:00Z"
    lit = made(1, kind=MarkKind.HIGHLIGHT, colour=Colour.ROSE, created=noon)
    bare = made(2, created="2026-11-01T12:00:00Z")
    with speaking():
        groups = by_colour([lit, bare]), dated([lit, bare]), by_tag([bare])
    assert [[title for title, _ in titles(group)] for group in groups] == [
        ["«Rose»", "«Notes»"],
        ["«Today»", "«Earlier in ««November» 2026»»"],
        ["«Without a tag»"],
    ]
