# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the register finds at once is what looking through all marks finds."""

from hypothesis import given
from hypothesis import strategies as st
from support.marks import mark

from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import Slug

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


@given(steps=st.lists(st.tuples(binned, some, st.booleans()), max_size=12))
def test_it_agrees_with_a_look_through_all_marks_after_any_changes(
    steps: list[tuple[set[int], list[Mark], bool]],
) -> None:
    index, plain = MarkIndex(), Plain()
    for gone, new, deleted in steps:
        old = [each for number in gone if (each := index.by_id.get(mark(number).id))]
        put = [each.binned("2026-11-26T12:00:00Z") if deleted else each for each in new]
        index = index.after(old, put)
        plain.take_in(old, put)
        assert_alike(index, plain.oldest_first)


def assert_alike(index: MarkIndex, marks: list[Mark]) -> None:
    assert index.all == tuple(reversed(marks))
    assert index.by_age(index.all) == marks
    assert dict(index.by_id) == {each.id: each for each in marks}
    assert index.noted == {each.slug for each in marks if each.kind is MarkKind.NOTE}
    for slug in SLUGS:
        assert index.on(slug) == tuple(each for each in marks if each.slug == slug)


def test_of_one_second_the_one_that_came_first_is_the_older() -> None:
    index = MarkIndex().after((), [mark(2), mark(1)])
    assert index.all == (mark(1), mark(2))
    index = index.after([mark(2)], []).after([], [mark(2), mark(3)])
    assert index.all == (mark(3), mark(1), mark(2))


def test_what_is_read_again_is_as_old_as_it_was() -> None:
    index = (
        MarkIndex(ages=MarkIndex().after((), [mark(2), mark(1)]).ages)
        .after((), [mark(3), mark(1)])
        .after((), [mark(2)])
    )
    assert index.all == (mark(3), mark(1), mark(2))
