# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A filter finds what is there, whatever was typed before."""

import pytest
from support.marks import mark

from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.folding import plain
from asem_reader.core.marks.haystack import Haystacks
from asem_reader.core.marks.mark import Mark
from asem_reader.core.search.query import NoteQuery, parse

MARKS = (
    mark(1, "Ask Agnès in Zürich")._replace(tags=("figures",), folder="Visits/Bern"),
    mark(2, "")._replace(quote="The law of the sea", tags=("ask-again",), folder=""),
    mark(3, "", block=None)._replace(quote="Piracy", tags=(), folder=""),
    mark(4, "Łukasz Ørsted’s “ﬁnal” note", block=None)._replace(
        quote="2010–2012, in 12\u202f000 km²", tags=(), folder=""
    ),
)


def found(haystacks: Haystacks, text: str, marks: tuple[Mark, ...] = MARKS) -> list[int]:
    return [int(each.id, 16) for each in haystacks.holding(plain(text).split(), marks)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 2, 3, 4]),
        ("   ", [1, 2, 3, 4]),
        ("zurich AGNES", [1]),
        ("law sea", [2]),
        ("ask", [1, 2]),
        ("#ask", [2]),
        ("bern", [1]),
        ("maritime", [1, 2, 3, 4]),
        ("lukasz orsted's", [4]),
        ("ＬＵＫＡＳＺ Ørsted’s", [4]),
        ('"final"', [4]),
        ("2010-2012", [4]),
        ("2010—2012", [4]),
        ("12 000 km2", [4]),
        ("piracy maritime", [3]),
        ("nowhere", []),
    ],
)
def test_all_words_must_be_there(text: str, numbers: list[int]) -> None:
    assert found(Haystacks(str), text) == numbers


@pytest.mark.parametrize("text", ["zurich AGNES", "#ask", "bern", "piracy maritime"])
def test_filter_search_and_export_look_in_the_same_text(text: str) -> None:
    wanted = Wanted(words=text).of(MARKS, {mark().slug: mark().slug})
    own, others = NoteQuery.of(parse(text, literal=False)).find(
        zip(MARKS, Haystacks(str).of(MARKS), strict=True)
    )
    assert found(Haystacks(str), text) == [int(each.id, 16) for each in wanted]
    assert {*own, *others} == {*wanted}


def test_a_mark_that_changed_is_looked_at_anew() -> None:
    haystacks = Haystacks(str)
    assert found(haystacks, "hanoi") == []
    assert found(haystacks, "hanoi", (MARKS[0]._replace(body="Hanoi"), *MARKS[1:])) == [1]


def test_texts_that_were_prepared_are_found_alike() -> None:
    haystacks = Haystacks(str)
    assert len(list(haystacks.preparing(MARKS))) == 1
    assert found(haystacks, "zurich") == [1]
