# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lines of text as spans: kept as JSON, and saying what stands beside them in the Library."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.content import BlockKind
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.span import Line, NotSpans, Span, decoded, encoded, numbered, plain
from asem_reader.store.library import Library

texts = st.text(min_size=1)
places = st.none() | st.just(Place(Slug("asem12"))) | st.just(Place(Slug("glossary"), BlockId("t8fm")))
said = st.builds(Span, texts, st.booleans(), st.booleans(), places, st.text(), st.just(()))
numbers = st.sets(st.integers(1), min_size=1).map(lambda some: Span("", cites=tuple(sorted(some))))
lines = st.lists(said | numbers).map(tuple)


@given(st.lists(lines).map(tuple))
def test_what_is_written_is_read_again(cells: tuple[Line, ...]) -> None:
    assert decoded(encoded(cells)) == cells


def test_only_what_a_span_says_is_written() -> None:
    to = Place(Slug("glossary"), BlockId("t8fm"))
    line = (Span("A “sea”, "), Span("law", strong=True, to=to, tip="UNCLOS"), Span("", cites=(2, 3)))
    linked = '{"text":"law","strong":true,"to":"asem:glossary#t8fm","tip":"UNCLOS"}'
    assert encoded((line, ())) == f'[["A “sea”, ",{linked},[2,3]],[]]'


@pytest.mark.parametrize(
    "damaged",
    ['[["a"]', "[1]", "[[1]]", "null", '[[{"tezt":"a"}]]', '[[{"text":"a","to":"?"}]]', '[[{"to":1}]]'],
)
def test_what_is_damaged_is_not_read(damaged: str) -> None:
    with pytest.raises(NotSpans):
        decoded(damaged)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), ""),
        ((4,), "4"),
        ((1, 2), "1, 2"),
        ((1, 2, 3), "1–3"),
        ((1, 3, 4, 5, 6, 8, 9), "1, 3–6, 8, 9"),
    ],
)
def test_three_in_a_row_are_written_as_first_and_last(numbers: tuple[int, ...], expected: str) -> None:
    assert numbered(numbers) == expected


def test_spans_say_what_the_library_says_of_every_block(library: Library) -> None:
    """Text and numbers of sources in the spans are those that stand beside them in columns of their own."""
    numbers = defaultdict(list)
    for block_id, number in library.connection.execute(
        "SELECT block_id, number FROM citations ORDER BY 1, 2"
    ):
        numbers[block_id].append(number)
    for topic in library.topics():
        for block in library.article(topic.slug).blocks.values():
            between = ": " if block.kind is BlockKind.EVENT else " · "
            assert between.join(filter(None, map(plain, block.cells))) == block.text
            assert list(block.sources) == numbers[block.id]
