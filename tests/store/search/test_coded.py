# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The code in the margin of a printed sheet, typed into the search, leads to its paragraph."""

import pytest

from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

CODE = Place(Slug("maritime-security"), BlockId("dzhb"))


@pytest.fixture
def search(library: Library) -> Search:
    return Search(library)


@pytest.mark.parametrize("text", ["dzhb", "DZHB", " dzhb "])
def test_a_code_alone_finds_its_paragraph_and_is_no_misspelling(search: Search, text: str) -> None:
    found = search.find(parse(text))
    (hit,) = found
    assert hit.place == CODE
    assert (hit.title, hit.section, hit.why) == ("Maritime security", "Key facts", "paragraph dzhb")
    assert not found.mended


@pytest.mark.parametrize("text", ["dzhb sea", "-dzhb", "in:political dzhb", "zzz9"])
def test_a_code_among_other_words_is_a_word(search: Search, text: str) -> None:
    assert all(hit.place != CODE for hit in search.find(parse(text)))


def test_a_code_that_is_also_a_word_finds_both(search: Search, library: Library) -> None:
    word = "tmm3"
    home = library.home_of(BlockId(word))
    hits = tuple(search.find(parse(word)))
    assert hits[0].place.block == word
    assert hits[0].place.slug == home
    assert len(hits) > 1


def test_every_code_of_a_topic_leads_home(search: Search, library: Library) -> None:
    for code in library.article(CODE.slug).blocks:
        assert next(iter(search.find(parse(code), 1))).place == Place(CODE.slug, code)
