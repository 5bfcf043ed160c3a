# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A filter finds what is there, whatever was typed before."""

from dataclasses import replace

import pytest
from builders import mark
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.marks import Mark
from asem_reader.core.sieve import Sieve

MARKS = (
    replace(mark(1, "Ask Agnès in Zürich"), tags=("figures",), folder="Visits/Bern"),
    replace(mark(2, ""), quote="The law of the sea", tags=("ask-again",), folder=""),
    replace(mark(3, "", block=None), quote="Piracy", tags=(), folder=""),
)


def found(sieve: Sieve, text: str, marks: tuple[Mark, ...] = MARKS) -> list[int]:
    return [int(each.id, 16) for each in sieve.sift(marks, text)]


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
    assert found(Sieve(str), text) == numbers


def test_a_mark_that_changed_is_looked_at_anew() -> None:
    sieve = Sieve(str)
    assert found(sieve, "hanoi") == []
    assert found(sieve, "hanoi", (replace(MARKS[0], body="Hanoi"), *MARKS[1:])) == [1]


@given(
    st.lists(st.sampled_from(["", "a", "as", "ask", "ask s", "sea", "s", "#a", "sea law", "x"]), max_size=8)
)
def test_what_was_typed_before_does_not_matter(texts: list[str]) -> None:
    used = Sieve(str)
    assert [found(used, text) for text in texts] == [found(Sieve(str), text) for text in texts]
