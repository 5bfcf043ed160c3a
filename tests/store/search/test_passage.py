# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is marked in a passage is what FTS5 itself would mark."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from asem_reader.core.folding import STROKED
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.core.words import folded, tokens
from asem_reader.store.library import Library
from asem_reader.store.search.filters import Condition, topic_of
from asem_reader.store.search.lexicon import Lexicon
from asem_reader.store.search.plan import Plan, TermGroup, Way, every
from asem_reader.store.search.ranking import Ranking
from asem_reader.store.search.search import Search
from asem_reader.store.search.snippet import marks
from asem_reader.store.search.topics import TopicTable

Find = Callable[..., Found]
OPEN, CLOSE = "\x02", "\x03"
HIGHLIGHT = """
    SELECT {columns} FROM sections_fts JOIN sections s ON s.id = sections_fts.rowid
    WHERE sections_fts MATCH ?
"""
ODD = {chr(letter) for letter in STROKED}
PARTS = ("topic", "names", "heading", "text")
COLUMNS = ", ".join(
    f"highlight(sections_fts, {column}, char(2), char(3)), s.{name}" for column, name in enumerate(PARTS)
)


def agrees(library: Library, typed: str) -> int:
    """How many texts FTS5 marks for a query; in each, the same must be marked here."""
    plan = done(Lexicon(library.connection).steps(parse(typed, literal=True)))
    rows = library.connection.execute(HIGHLIGHT.format(columns=COLUMNS), (every(plan.groups),)).fetchall()
    for row in rows:
        for column in range(len(PARTS)):
            by_sqlite, text = row[2 * column], row[2 * column + 1]
            if not ODD.intersection(text):  # a word with such a letter is indexed in both its spellings
                assert marked(text, marks(text, plan)) == by_sqlite, typed
    return len(rows)


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with the signs that `highlight()` would set."""
    for start, end in reversed(spans):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


@pytest.fixture(scope="module")
def vocabulary(library: Library) -> list[str]:
    return [row[0] for row in library.connection.execute("SELECT word FROM words ORDER BY word")]


def test_words_are_marked_as_sqlite_marks_them(library: Library, vocabulary: list[str]) -> None:
    for word in random.Random(9).sample(vocabulary, 300):
        assert agrees(library, f"{word} ")


def test_beginnings_are_marked_as_sqlite_marks_them(library: Library, vocabulary: list[str]) -> None:
    for word in random.Random(10).sample(vocabulary, 150):
        assert agrees(library, word[: max(1, len(word) // 2)])


def test_two_words_are_marked_as_sqlite_marks_them(library: Library, vocabulary: list[str]) -> None:
    dice = random.Random(11)
    for row in dice.sample(library.connection.execute("SELECT text FROM sections").fetchall(), 100):
        one, other = dice.choices(tokens(row[0]), k=2)
        assert agrees(library, f"{one} {other} ")
        assert agrees(library, f"{one} OR {other[:3]}")


@pytest.mark.parametrize(
    "typed", ["ŐSZ ", "Gödöllő ", "hà ", "people’s ", "co-operation ", "12 ", "'leaders' ", "s "]
)
def test_signs_are_marked_as_sqlite_marks_them(library: Library, typed: str) -> None:
    agrees(library, typed)


def test_a_text_whose_folding_has_another_length_is_left_as_it_is() -> None:
    piracy = Plan((TermGroup("piracy", (Way(("piracy",)),)),))
    text = "e\N{COMBINING ACUTE ACCENT}te piracy"
    assert marks(text, piracy) == []
    assert len(folded(text)) < len(text)
    assert marks("Of piracy", piracy) == [(3, 9)]


def test_a_beginning_ends_at_a_sign_as_sqlite_has_it() -> None:
    begun = Plan((TermGroup("mem", (Way(("mem",), begun=True),)),))
    assert marks("mem_alloc, memory", begun) == [(0, 3), (11, 17)]


@pytest.mark.parametrize(
    "query", ["piracy ", "navig", "terorism ", "WMD ", "“armed robbery” ", "Ha Noi ", "negotiation "]
)
def test_every_text_that_is_shown_has_something_marked(find: Find, query: str) -> None:
    for hit in find(query):
        runs = [run for run in hit.snippet if run.matched]
        assert runs or hit.place.block is None or hit.why.startswith("also called"), hit
        assert all(run.text for run in hit.snippet)


@pytest.mark.parametrize(
    ("query", "matched"),
    [
        ("piracy ", {"piracy"}),
        ("terorism ", {"terrorism"}),
        ("“armed robbery” ", {"armed robbery"}),
        ("Ha Noi ", {"hanoi", "ha noi", "ha", "noi"}),
        ("snapb", {"snapback"}),
    ],
)
def test_what_is_marked_is_what_was_meant(find: Find, query: str, matched: set[str]) -> None:
    runs = {run.text.lower() for hit in find(query) for run in hit.snippet if run.matched}
    assert runs
    assert runs <= matched


@pytest.mark.parametrize(
    ("query", "slug", "words"),
    [
        ("organise ", "glossary", {"organising", "organisation"}),
        ("terrorism ", "security-counter-terrorism", {"terrorism", "terrorist"}),
        ("terorism ", "security-counter-terrorism", {"terrorism"}),
        ("WMD ", "asemfmm5", {"weapons of mass destruction"}),
        ("hidden ", "maritime-security", set()),
    ],
)
def test_a_page_is_marked_with_all_forms(search: Search, query: str, slug: str, words: set[str]) -> None:
    marked_there = {word.lower() for word in search.words(parse(query), Slug(slug))}
    assert words <= marked_there
    assert bool(words) == bool(marked_there)


@pytest.mark.parametrize("query", ["asem europe ", "asia europe trade ", "climate change energy ", "m"])
def test_topics_are_left_aside_only_while_others_are_better(library: Library, query: str) -> None:
    ranking = Ranking(TopicTable(library.connection))
    plan = done(Lexicon(library.connection).steps(parse(query)))
    ranked = list(ranking.of(done(ranking.matched(plan, Condition())), {1, 30}))
    assert ranked == sorted(ranked, key=lambda each: (-each.most, each.section))
    assert max(Counter(map(topic_of, [each.section for each in ranked])).values()) > 1


def test_words_to_mark_stand_on_the_page(search: Search, library: Library) -> None:
    for slug in ("maritime-security", "climate-change", "asem9"):
        article = library.article(Slug(slug))
        text = " ".join(block.text for block in article.blocks.values())
        for word in search.words(parse("declar WMD OR summit “climate change”"), Slug(slug)):
            assert word in text
