# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search finds exactly what reading every section finds.

Read by the rules of `unicode61 remove_diacritics 2` (sqlite.org/fts5.html, 4.3.1): a token is a run of
letters, digits and characters of private use (Unicode's categories L*, N* and Co), without case and
diacritics; a combining mark inside a token neither ends it nor counts. A word is found if it is a token of
the section's title, other names, heading or text; a beginning if a token begins with it.
"""

import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.whole_index import sections

from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.search import ranking
from asem_reader.store.search.filters import Condition, first_section, topic_of
from asem_reader.store.search.lexicon import Lexicon
from asem_reader.store.search.ranking import Ranking
from asem_reader.store.search.topics import TopicTable

EXAMPLES = int(os.environ.get("BRUTE_FORCE", "200"))
ROWS = "SELECT id, topic, names, heading, text FROM sections"


def tokens(text: str) -> Iterator[str]:
    """The tokens of a text."""
    token = ""
    for sign in unicodedata.normalize("NFD", f"{text} "):
        category = unicodedata.category(sign)
        if category[0] in "LN" or category == "Co":
            token += sign.lower()
        elif token and category[0] != "M":
            yield token
            token = ""


class Read:
    """Every section read: the tokens of each. No dataclass, for Hypothesis would print it whole."""

    def __init__(self, sections: dict[int, frozenset[str]], own: dict[int, frozenset[str]]) -> None:
        self.sections, self.own = sections, own

    @cached_property
    def vocabulary(self) -> list[str]:
        return sorted(frozenset().union(*self.sections.values()))

    @cached_property
    def each(self) -> list[list[str]]:
        return [sorted(tokens) for tokens in self.sections.values()]

    def scan(self, query: Query) -> set[int]:
        """The sections that hold what is wanted and nothing that is not, found by looking into each."""
        return {
            section
            for section, tokens in self.sections.items()
            if all(any(holds(tokens, term) for term in group) for group in query.wanted)
            and not any(holds(tokens, term) for term in query.unwanted)
        }

    def scan_any(self, query: Query) -> set[int]:
        """The same with those that hold anything wanted; a title counts in a topic's first section alone."""
        terms = [term for group in query.wanted for term in group]
        return {
            section
            for section, tokens in self.sections.items()
            if any(holds(self.own[section], term) for term in terms)
            and not any(holds(tokens, term) for term in query.unwanted)
        }


def holds(tokens: frozenset[str], term: QueryTerm) -> bool:
    return any(token.startswith(term.text) for token in tokens) if term.prefix else term.text in tokens


@pytest.fixture(scope="session")
def read(library: Library) -> Read:
    rows = library.connection.execute(ROWS).fetchall()
    whole = {row[0]: frozenset(tokens("\n".join(row[1:]))) for row in rows}
    own = {row[0]: frozenset(tokens("\n".join(row[2:]))) for row in rows}
    return Read(whole, own | {row: whole[row] for row in own if row == first_section(topic_of(row))})


# Words by their numbers: Hypothesis warns of strategies whose repr is as long as a vocabulary.
NUMBERS = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=4)


@st.composite
def queries(draw: st.DrawFn, read: Read) -> Query:
    """One to four words, often of one section, the last perhaps only begun, and words that must be absent."""
    words = taken(draw(st.booleans()), draw(NUMBERS), read)
    absent = taken(draw(st.booleans()), draw(NUMBERS), read) if draw(st.booleans()) else []
    return query(words, draw(st.integers(0, 20)), absent)


def taken(together: bool, numbers: list[int], read: Read) -> list[str]:
    """The words with these numbers, of one section that the first number chooses or of all."""
    words = read.each[numbers[0] % len(read.each)] if together else read.vocabulary
    return [words[number % len(words)] for number in numbers]


def query(words: list[str], letters: int, absent: list[str]) -> Query:
    """Of the last word so many letters; 0 for the whole word."""
    *whole, last = words
    wanted = [QueryTerm(word) for word in whole] + [QueryTerm(last[:letters] or last, prefix=letters > 0)]
    return Query(tuple((term,) for term in wanted), tuple(map(QueryTerm, absent)))


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_the_index_finds_what_reading_finds(library: Library, read: Read, data: st.DataObject) -> None:
    asked = data.draw(queries(read))
    assert sections(library, asked) == read.scan(asked)


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_what_has_any_of_the_words_is_found_and_nothing_else(
    library: Library, read: Read, data: st.DataObject
) -> None:
    asked = data.draw(queries(read))
    typed = done(Lexicon(library.connection).steps(replace(asked, literal=True)))
    plan = replace(typed, groups=tuple(replace(group, hard=False) for group in typed.groups))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking, "_ROWS", len(read.sections))
        found = done(Ranking(TopicTable(library.connection)).matched(plan, Condition())).found
    assert found == read.scan_any(asked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Co-operation, 12th", ["co", "operation", "12th"]),
        ("São Tomé e\N{COMBINING ACUTE ACCENT}te", ["sao", "tome", "ete"]),
        ("İstanbul’s Straße", ["istanbul", "s", "straße"]),
        ("CO₂ ½ \ue000x _y", ["co₂", "½", "\ue000x", "y"]),
    ],
)
def test_tokens_are_those_of_sqlite(text: str, expected: list[str]) -> None:
    assert list(tokens(text)) == expected
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE probe USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        db.execute("CREATE VIRTUAL TABLE seen USING fts5vocab('probe', 'row')")
        db.execute("INSERT INTO probe VALUES (?)", (text,))
        assert {row[0] for row in db.execute("SELECT term FROM seen")} == set(expected)
