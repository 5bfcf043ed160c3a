# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tabs: opened, closed, moved and brought back, one of them always in front."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail

gestures = st.lists(
    st.tuples(st.sampled_from(["add", "behind", "close", "reopen", "on", "move"]), st.integers(0, 9))
)


def tab(slug: str) -> Tab:
    return Tab(Trail().went(Place.parse(slug)))


def tabs(*slugs: str, at: int = 0) -> Tabs:
    return Tabs(tuple(tab(slug) for slug in slugs), at)


def there(shown: Tabs) -> str:
    """The tabs by their topics, the front one in capitals."""
    slugs = [each.trail.here.slug if each.trail.here else "" for each in shown.all]
    return " ".join(slug.upper() if number == shown.at else slug for number, slug in enumerate(slugs))


def test_one_goes_round_and_round() -> None:
    assert there(tabs("a", "b", "c").beside(-1)) == "a b C"
    assert there(tabs("a", "b", "c", at=2).beside(1)) == "A b c"


def test_one_more_stands_at_the_end_in_front_or_behind() -> None:
    assert there(tabs("a", "b").added(tab("c"))) == "a b C"
    assert there(tabs("a", "b").added(tab("c"), behind=True)) == "A b c"


def test_what_is_forgotten_lies_open_still_with_no_way_there() -> None:
    way = Trail().went(Place.parse("x")).went(Place.parse("a"))
    forgotten = tabs("b", "c").added(Tab(way)).without(0).forgotten()
    assert there(forgotten) == "c A"
    assert forgotten.reopened() is forgotten
    assert forgotten.front.trail.back().here == forgotten.front.trail.here


@pytest.mark.parametrize(
    ("at", "closed", "left"), [(1, 1, "a C"), (2, 2, "a B"), (2, 0, "b C"), (0, 2, "A b")]
)
def test_the_next_one_comes_to_the_front_when_that_is_closed(at: int, closed: int, left: str) -> None:
    assert there(tabs("a", "b", "c", at=at).without(closed)) == left


def test_closed_tabs_come_back_where_they_stood_the_last_first() -> None:
    closed = tabs("a", "b", "c").without(1).without(0)
    assert there(closed.reopened()) == "A c"
    assert there(closed.reopened().reopened()) == "a B c"
    assert closed.reopened().reopened().reopened() == tabs("a", "b", "c", at=1)


def test_a_moved_tab_stays_in_front_or_behind() -> None:
    assert there(tabs("a", "b", "c").moved(0, 2)) == "b c A"
    assert there(tabs("a", "b", "c", at=1).moved(0, 2)) == "B c a"


@given(gestures)
def test_one_is_always_in_front_and_none_is_lost(steps: list[tuple[str, int]]) -> None:
    shown = tabs("a", "b")
    for gesture, number in steps:
        count = len(shown.all)
        if gesture in ("add", "behind"):
            shown = shown.added(tab(f"t{number}"), behind=gesture == "behind")
        elif gesture == "close" and count > 1:
            shown = shown.without(number % count)
        elif gesture == "reopen":
            shown = shown.reopened()
        elif gesture == "on":
            shown = shown.beside(number)
        elif gesture == "move":
            before = shown.front
            shown = shown.moved(number % count, (number + 1) % count)
            assert shown.front == before
        assert shown.front in shown.all
