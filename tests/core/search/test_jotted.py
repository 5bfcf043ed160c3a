# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is found in notes at once is what a look at each of them finds, in the same order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import mark

from asem_reader.core.folding import plain
from asem_reader.core.marks.haystack import haystack
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.search.query import NoteQuery, parse

letters = st.text("aÄb\n ", max_size=5)
words = st.text("ab", min_size=1, max_size=3)
any_mark = st.builds(
    lambda number, body, quote, tags, kind: mark(number, body)._replace(
        quote=quote, tags=tuple(tags), kind=kind
    ),
    st.integers(1, 9),
    letters,
    letters,
    st.lists(st.sampled_from(["a", "Bb"]), max_size=2),
    st.sampled_from(MarkKind),
)
sought_of = st.builds(
    NoteQuery,
    st.lists(st.lists(words, min_size=1, max_size=2).map(tuple), max_size=3).map(tuple),
    st.lists(words, max_size=1).map(tuple),
    st.booleans(),
)


@given(st.lists(any_mark, max_size=8), letters, sought_of)
def test_it_finds_what_a_look_at_each_mark_finds(
    marks: list[Mark], title: str, note_query: NoteQuery
) -> None:
    kinds = {MarkKind.NOTE} if note_query.notes_only else {MarkKind.NOTE, MarkKind.HIGHLIGHT}
    there = [each for each in marks if each.kind in kinds and holds(each, title, note_query)]
    own = [any(word in plain(in_line(each.body)) for word in note_query.words) for each in there]
    found = note_query.find((each, haystack(each, title)) for each in marks)
    assert found == tuple(
        [m for m, mine in zip(there, own, strict=True) if mine is way] for way in (True, False)
    )


def holds(each: Mark, title: str, note_query: NoteQuery) -> bool:
    texts = [plain(text) for text in (in_line(each.body), each.quote, title, each.folder, *each.tags)]

    def stands(word: str) -> bool:
        return any(word in text for text in texts)

    wanted = all(any(map(stands, group)) for group in note_query.wanted)
    return wanted and not any(map(stands, note_query.unwanted))


@pytest.mark.parametrize(
    ("text", "note_query"),
    [
        ("Zürich -PARIS", NoteQuery((("zurich",),), ("paris",))),
        ("a OR b c has:note", NoteQuery((("a", "b"), ("c",)), (), notes_only=True)),
    ],
)
def test_a_query_is_sought_in_plain_letters(text: str, note_query: NoteQuery) -> None:
    assert NoteQuery.of(parse(text)) == note_query
