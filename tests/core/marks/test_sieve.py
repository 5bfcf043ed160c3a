# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A filter finds what is there, whatever was typed before."""

from collections.abc import Callable

import pytest
from builders import mark
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.marks.buckets import drawn
from asem_reader.core.marks.filter import MarkFilter
from asem_reader.core.marks.grouping import (
    FILED,
    TAGGED,
    Group,
    by_folder,
    by_tag,
    by_topic,
    in_reading_order,
)
from asem_reader.core.marks.mark import Folder, Mark, folders_of

MARKS = (
    mark(1, "Ask Agnès in Zürich")._replace(tags=("figures",), folder="Visits/Bern"),
    mark(2, "")._replace(quote="The law of the sea", tags=("ask-again",), folder=""),
    mark(3, "", block=None)._replace(quote="Piracy", tags=(), folder=""),
)


def together(marks: tuple[Mark, ...]) -> Group:
    return Group("", "", marks, (), len(marks))


ALL = together(MARKS)


def found(mark_filter: MarkFilter, text: str, whole: Group = ALL) -> list[int]:
    left = mark_filter.sift(whole, text)
    assert left.count == len(left.marks)
    return [int(each.id, 16) for each in left.marks]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("zurich AGNES", [1]),
        ("law sea", [2]),
        ("ask", [1, 2]),
        ("#ask", [2]),
        ("bern", [1]),
        ("maritime", [1, 2, 3]),
        ("piracy maritime", [3]),
        ("nowhere", []),
    ],
)
def test_all_words_must_be_there(text: str, numbers: list[int]) -> None:
    assert found(MarkFilter(str), text) == numbers


def test_a_mark_that_changed_is_looked_at_anew() -> None:
    mark_filter = MarkFilter(str)
    assert found(mark_filter, "hanoi") == []
    assert found(mark_filter, "hanoi", together((MARKS[0]._replace(body="Hanoi"), *MARKS[1:]))) == [1]


@given(
    st.lists(st.sampled_from(["", "a", "as", "ask", "ask s", "sea", "s", "#a", "sea law", "x"]), max_size=8)
)
def test_what_was_typed_before_does_not_matter(texts: list[str]) -> None:
    used = MarkFilter(str)
    assert [found(used, text) for text in texts] == [found(MarkFilter(str), text) for text in texts]


any_mark = st.builds(
    lambda number, body, folder, tags: mark(number, body)._replace(folder=folder, tags=tuple(tags)),
    st.integers(1, 99),
    st.sampled_from(["sea", "sea law", "ask", ""]),
    st.sampled_from(["", "A", "A/Sea", "A/Sea/C", "D"]),
    st.lists(st.sampled_from(["sea", "x"]), unique=True),
)


@given(
    st.lists(any_mark, unique_by=lambda each: each.id, max_size=6),
    st.lists(st.sampled_from(["s", "sea", "sea l", "ask", "#x", "d"]), min_size=1, max_size=4),
)
def test_what_is_left_of_groups_is_the_groups_of_what_is_left(marks: list[Mark], texts: list[str]) -> None:
    groups: list[Callable[[list[Mark]], Group]] = [
        lambda those: by_folder(drawn(those, FILED), folders_of(tuple(those))),
        lambda those: by_topic(drawn(those, in_reading_order(lambda each: (0, 0, each.created))), str),
        lambda those: by_tag(drawn(those, TAGGED)),
    ]
    for grouped in groups:
        mark_filter, whole = MarkFilter(str), grouped(marks)
        for text in texts:
            left = {each.id for each in MarkFilter(str).sift(together(tuple(marks)), text).marks}
            assert mark_filter.sift(whole, text) == grouped([each for each in marks if each.id in left])


def test_empty_folders_are_left_out_where_marks_are_looked_for() -> None:
    whole = by_folder(drawn(MARKS, FILED), [Folder("Visits"), Folder("Visits/Bern"), Folder("C")])
    left = MarkFilter(str).sift(whole, "agnes")
    assert [(each.title, each.count, len(each.groups)) for each in left.groups] == [("Visits", 1, 1)]


def test_texts_that_were_prepared_are_found_alike() -> None:
    mark_filter = MarkFilter(str)
    assert len(list(mark_filter.preparing(together(MARKS)))) == 1
    assert found(mark_filter, "zurich") == [1]
