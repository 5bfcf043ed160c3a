# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The way the reader came: back and forward as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.trail import LONGEST, Standpoint, Trail, Whereabouts

places = st.builds(Place, st.sampled_from(["a", "b", "c"]).map(Slug), st.none() | st.just(BlockId("x")))
gestures = st.lists(places | st.sampled_from(["back", "forward"]))


def place(slug: str, block: str | None = None) -> Place:
    return Place(Slug(slug), BlockId(block) if block else None)


def walk(*steps: Place | str) -> Trail:
    trail = Trail()
    for step in steps:
        trail = (
            trail.went(step)
            if isinstance(step, Place)
            else {"back": trail.back, "forward": trail.forward}[step]()
        )
    return trail


def test_nowhere_yet() -> None:
    assert Trail().here is None
    assert not Trail().can_go_back
    assert not Trail().can_go_forward
    assert Trail().back() == Trail().forward() == Trail().resting_at(BlockId("x")) == Trail()


def test_back_and_forward() -> None:
    assert walk(place("a"), place("b"), place("c"), "back", "back").here == place("a")
    assert walk(place("a"), place("b"), "back", "forward").here == place("b")
    assert walk(place("a"), "back", "back", "forward").here == place("a")


def test_going_on_forgets_what_lay_ahead() -> None:
    trail = walk(place("a"), place("b"), "back", place("c"))
    assert trail.places == (place("a"), place("c"))
    assert not trail.can_go_forward


def test_a_step_within_a_topic_is_none() -> None:
    trail = walk(place("a"), place("b"), place("b", "x"))
    assert trail.places == (place("a"), place("b", "x"))


def test_resting_changes_where_one_comes_back_to_and_forgets_nothing() -> None:
    trail = walk(place("a"), place("b"), "back").resting_at(BlockId("x"))
    assert trail.here == place("a", "x")
    assert trail.forward().back().here == place("a", "x")


def test_where_one_stood_is_known_again_on_coming_back() -> None:
    stood = (Standpoint(Whereabouts("b", 1), 7, None, on_link=True),)
    trail = walk(place("a"), place("b"), "back").standing_at(stood).went(place("c")).went(place("d"))
    assert trail.steps == ()
    assert trail.back().back().steps == stood
    assert trail.back().back().went(place("a", "x")).steps == ()


def test_a_long_way_is_cut_at_its_beginning() -> None:
    trail = walk(*(place(f"t{number}") for number in range(LONGEST + 50)))
    assert len(trail.places) == LONGEST
    assert trail.here == place(f"t{LONGEST + 49}")


@given(gestures)
def test_one_is_always_somewhere_on_the_way(steps: list[Place | str]) -> None:
    trail = walk(*steps)
    assert (trail.here is None) == (not trail.places)
    assert -1 <= trail.at < max(1, len(trail.places))
    assert trail.can_go_back == (trail.back() != trail)
    assert trail.can_go_forward == (trail.forward() != trail)
    assert all(one.slug != other.slug for one, other in zip(trail.places, trail.places[1:], strict=False))
