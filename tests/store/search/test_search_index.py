# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the search finds, compared with reading every word."""

import random
import re
import unicodedata
from collections import Counter
from functools import cache

import pytest
from support.whole_index import sections

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Hit
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

EVERYTHING = 10_000
OTHER_FORM = "another form of the word"


@pytest.fixture(scope="session")
def texts(library: Library) -> dict[int, str]:
    """All that may be found in each section, by its row."""
    rows = library.connection.execute("SELECT id, topic, names, heading, text FROM sections")
    return {row[0]: "\n".join(row[1:]) for row in rows}


@pytest.fixture(scope="session")
def words(texts: dict[int, str]) -> list[str]:
    return sorted({word for text in texts.values() for word in tokens(text)})


@cache
def folded(text: str) -> str:
    """Without case and accents, as both indexes see it."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()


@cache
def tokens(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", folded(text)))


def rows(library: Library, query: str) -> set[int]:
    """The sections that have what is typed, letter by letter."""
    return sections(library, parse(query, literal=True))


def found(search: Search, query: str, limit: int = 50) -> tuple[Hit, ...]:
    return search.find(parse(query), limit).hits


def test_every_word_is_found_by_each_beginning_of_it(library: Library, words: list[str]) -> None:
    sample = random.Random(1).sample([word for word in words if len(word) > 1], 300)
    beginnings = {word[:length] for word in sample for length in range(2, len(word) + 1)}
    assert [beginning for beginning in sorted(beginnings) if not rows(library, beginning)] == []


def test_words_are_found_where_reading_finds_them(
    library: Library, words: list[str], texts: dict[int, str]
) -> None:
    for word in random.Random(2).sample(words, 100):
        read = {row for row, text in texts.items() if word in tokens(text)}
        assert rows(library, word + " ") == read, word


def test_beginnings_are_found_where_reading_finds_them(
    library: Library, words: list[str], texts: dict[int, str]
) -> None:
    for word in random.Random(3).sample(words, 100):
        start = word[: max(2, len(word) // 2)]
        read = {row for row, text in texts.items() if any(each.startswith(start) for each in tokens(text))}
        assert rows(library, start) == read, start


def test_two_words_are_found_where_reading_finds_both(
    library: Library, words: list[str], texts: dict[int, str]
) -> None:
    dice = random.Random(4)
    for _ in range(60):
        one, other = dice.sample(words, 2)
        read = {row for row, text in texts.items() if {one, other} <= set(tokens(text))}
        assert rows(library, f"{one} {other} ") == read
        either = {row for row, text in texts.items() if {one, other} & set(tokens(text))}
        assert rows(library, f"{one} OR {other} ") == either


@pytest.mark.parametrize(
    "phrase", ["armed robbery", "freedom of navigation", "law of the sea", "East and South China Seas"]
)
def test_a_phrase_stands_together(library: Library, texts: dict[int, str], phrase: str) -> None:
    wanted = " ".join(tokens(phrase))
    read = {row for row, text in texts.items() if re.search(rf"\b{wanted}\b", " ".join(tokens(text)))}
    assert read
    assert rows(library, f'"{phrase}"') == read
    assert rows(library, f"“{phrase}”") == read


def test_an_unwanted_word_is_absent(library: Library, texts: dict[int, str]) -> None:
    read = {row for row, text in texts.items() if "piracy" in tokens(text) and "somalia" not in tokens(text)}
    assert rows(library, "piracy -somalia ") == read
    assert read < rows(library, "piracy ")


@pytest.mark.parametrize(
    ("plain", "other"), [("Luxembourg", "LUXEMBOURG"), ("piracy", "Pirácy"), ("Goa", "góa")]
)
def test_case_and_accents_make_no_difference(library: Library, plain: str, other: str) -> None:
    assert rows(library, plain + " ") == rows(library, other + " ") != set()


@pytest.mark.parametrize("limit", [1, 2, 7, 30])
def test_there_are_no_more_hits_than_asked_for(search: Search, limit: int) -> None:
    hits = found(search, "the ", limit)
    assert len(hits) == limit
    assert hits == found(search, "the ", 100)[:limit]


@pytest.mark.parametrize(
    "query", ["the", "ministers", "ASEM", "2010", "a", "maritime security", "counter terrorism "]
)
def test_a_topic_has_at_most_three_hits(search: Search, query: str) -> None:
    hits = found(search, query, 200)
    assert max(Counter(hit.place.slug for hit in hits).values()) <= 3
    assert len({hit.place for hit in hits}) == len(hits)


def test_what_is_written_so_comes_before_another_form(search: Search) -> None:
    texts = [hit for hit in found(search, "negotiate ", 100) if not hit.named]
    assert "negotiate" in folded(texts[0].plain)
    assert OTHER_FORM in {hit.why for hit in texts}


@pytest.mark.parametrize("word", ["negotiation", "settling", "piracies"])
def test_another_form_of_a_word_is_found(search: Search, texts: dict[int, str], word: str) -> None:
    hits = found(search, f"{word} ", EVERYTHING)
    assert any(hit.why == OTHER_FORM for hit in hits)
    assert len(hits) > sum(word in tokens(text) for text in texts.values())


def test_the_title_outranks_the_text(search: Search) -> None:
    assert found(search, "migration")[0].place.slug == "migration"
    assert found(search, "climate change")[0].place.slug == "climate-change"


def whole_text(library: Library, hit: Hit) -> str:
    article = library.article(hit.place.slug)
    names = " ".join(
        row[0]
        for row in library.connection.execute(
            "SELECT names FROM sections WHERE topic = ?", (article.topic.title,)
        )
    )
    return " ".join(
        [article.topic.title, article.topic.summary, names, *(b.text for b in article.blocks.values())]
    )


@pytest.mark.parametrize("query", ["piracy ", "ministers seas ", "declaration ", "navig", "“armed robbery”"])
def test_a_snippet_marks_what_was_looked_for_and_nothing_else(search: Search, query: str) -> None:
    wanted = tokens(query)
    for hit in found(search, query):
        if hit.why:
            continue
        for run in hit.snippet:
            if run.matched:
                begins = tuple(word[:3] for word in wanted)
                assert any(word.startswith(begins) for word in tokens(run.text)), hit
        unmarked = {word for run in hit.snippet if not run.matched for word in tokens(run.text)}
        if len(wanted) == 1 and query.endswith(" "):
            assert wanted[0] not in unmarked


def test_a_hit_opens_at_a_block_that_has_the_word(search: Search, library: Library, words: list[str]) -> None:
    for word in random.Random(5).sample([each for each in words if len(each) > 3], 60):
        for hit in found(search, word + " "):
            if hit.place.block and not hit.why:
                block = library.article(hit.place.slug).blocks[hit.place.block]
                # A block that has another name of a word in the title is good, too.
                by_title = word in tokens(hit.title) and any(run.matched for run in hit.snippet)
                assert word in tokens(block.text) or by_title, (word, hit)


def test_a_snippet_is_text_of_its_block(search: Search, library: Library) -> None:
    for hit in found(search, "ministers "):
        if hit.place.block:  # a topic found by its summary or its name has none
            text = library.article(hit.place.slug).blocks[hit.place.block].text
            assert hit.plain.removeprefix("… ").removesuffix(" …") in text
            assert len(hit.plain) < 200


def test_the_words_of_a_page_are_those_that_stand_there(search: Search, library: Library) -> None:
    slug = Slug("maritime-security")
    text = whole_text(library, found(search, "POL-05")[0])
    forms = set(re.findall(r"\b[Cc]ommit(?:s|ted|ting|ments?)?\b", text))
    assert forms
    assert set(search.words(parse("commit "), slug)) == forms
    for word in search.words(parse("piracy OR seas navig"), slug):
        assert word in text


def test_an_unwanted_word_is_not_marked(search: Search) -> None:
    assert "Somalia" not in search.words(parse("piracy -somalia"), Slug("maritime-security"))


@pytest.mark.parametrize("query", ["", "   ", "-piracy", "“”", "!!!", "xqzzy"])
def test_nothing_to_look_for_finds_nothing(search: Search, query: str) -> None:
    assert found(search, query) == ()
    assert not search.find(parse(query))
    assert search.words(parse(query), Slug("maritime-security")) == ()
