# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the register finds at once is what looking through all marks finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import mark

from asem_reader.core.marks import index as module
from asem_reader.core.marks.index import Register
from asem_reader.core.marks.mark import Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import Slug
from asem_reader.core.steps import done

SLUGS = [Slug(each) for each in ("asean", "migration", "piracy")]
SECONDS = [f"2026-11-25T12:00:0{second}Z" for second in range(3)]
NUMBERS = range(1, 9)


def made(number: int, slug: Slug, second: str, kind: MarkKind, waits: bool) -> Mark:
    waiting = Waiting.IN_DOUBT if waits else None
    return mark(number)._replace(slug=slug, created=second, kind=kind, waiting=waiting)


any_mark = st.builds(
    made,
    st.sampled_from(NUMBERS),
    st.sampled_from(SLUGS),
    st.sampled_from(SECONDS),
    st.sampled_from(MarkKind),
    st.booleans(),
)
some = st.lists(any_mark, unique_by=lambda each: each.id, max_size=4)
binned = st.sets(st.sampled_from(NUMBERS), max_size=3)


class Plain:
    """A register as one would first write it: all marks in the order in which they were first seen."""

    def __init__(self) -> None:
        self.seen: dict[MarkId, None] = {}
        self.marks: dict[MarkId, Mark] = {}

    def take_in(self, old: list[Mark], new: list[Mark]) -> None:
        for each in old:
            self.marks.pop(each.id, None)
        for each in new:
            self.marks.pop(each.id, None)
            if not each.deleted:
                self.seen.setdefault(each.id)
                self.marks[each.id] = each

    @property
    def oldest_first(self) -> list[Mark]:
        there = [self.marks[each] for each in self.seen if each in self.marks]
        return sorted(there, key=lambda each: each.created)


@pytest.mark.parametrize("few", [0, 2, 1000])
@given(steps=st.lists(st.tuples(binned, some, st.booleans()), max_size=12))
def test_it_agrees_with_a_look_through_all_marks_after_any_changes(
    few: int, steps: list[tuple[set[int], list[Mark], bool]]
) -> None:
    register, plain = Register(), Plain()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", few)
        for gone, new, deleted in steps:
            old = [each for number in gone if (each := register.by_id.get(mark(number).id))]
            put = [each.binned("2026-11-26T12:00:00Z") if deleted else each for each in new]
            before, later = register.all, done(register.after(old, put))
            assert register.all == before
            for taker in (register, plain):
                taker.take_in(old, put)
            assert_alike(later, plain.oldest_first)
            assert_alike(register, plain.oldest_first)


def assert_alike(register: Register, marks: list[Mark]) -> None:
    assert register.all == tuple(reversed(marks))
    assert sorted(register.all, key=register.key) == marks
    assert dict(register.by_id) == {each.id: each for each in marks}
    assert set(register.topics) == {each.slug for each in marks}
    assert register.waiting == tuple(each for each in marks if each.waiting)
    assert register.noted == {each.slug for each in marks if each.kind is MarkKind.NOTE}
    for slug in SLUGS:
        assert register.on(slug) == tuple(each for each in marks if each.slug == slug)


def test_of_one_second_the_one_that_came_first_is_the_older() -> None:
    register = Register([mark(2), mark(1)])
    assert register.all == (mark(1), mark(2))
    register.take_in([mark(2)], [])
    register.take_in([], [mark(2), mark(3)])
    assert register.all == (mark(3), mark(1), mark(2))


def test_what_is_read_again_is_as_old_as_it_was() -> None:
    register = Register([mark(2), mark(1)]).emptied()
    register.add([mark(3), mark(1)])
    register.take_in([], [mark(2)])
    assert register.all == (mark(3), mark(1), mark(2))


def test_what_did_not_change_is_the_same_tuple() -> None:
    register = Register([mark(1), mark(2)._replace(slug=SLUGS[0])])
    before = register.on(SLUGS[0]), register.on(mark(1).slug)
    register.take_in([mark(1)], [mark(1).with_body("other", "")])
    assert register.on(SLUGS[0]) is before[0]
    assert register.on(mark(1).slug) is not before[1]


def test_it_tells_what_was_replaced_for_as_long_as_it_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 2)
    register, other = Register([mark(1)]), mark(1).with_body("other", "")
    register.take_in([mark(1)], [other])
    register.take_in([other], [])
    assert register.since(0) == ((mark(1), other), (other, None))
    register.take_in([], [mark(2)])
    assert register.since(0) is None
    assert register.since(register.replacements - 1) == ((None, mark(2)),)
    assert register.since(register.replacements) == ()
