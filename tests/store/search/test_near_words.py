# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A word that the Library lacks leads to what is near to it, as an offer and never as an answer."""

import pytest

from asem_reader.core.search.hit import Found, answer_said
from asem_reader.core.search.query import parse
from asem_reader.core.words import bases
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search


@pytest.fixture(scope="module")
def search(library: Library) -> Search:
    return Search(library)


def found(search: Search, typed: str) -> Found:
    return search.find(parse(f"{typed} "), scoped=False)


@pytest.mark.parametrize(
    ("typed", "topic", "why"),
    [
        ("heroin", "transnational-crime-drugs", "heroin: near drug"),
        ("rice", "agriculture-food-security", "rice: near food"),
        ("thefts", "transnational-crime-drugs", "thefts: near crime"),
        ("smugglers", "migration", "smugglers: near smuggling"),
    ],
)
def test_a_missing_word_is_said_and_leads_to_what_is_near(
    search: Search, typed: str, topic: str, why: str
) -> None:
    answer = found(search, typed)
    assert answer_said(answer) == (f"Nothing here on “{typed}”; nearest:",)
    assert (answer.hits[0].place.slug, answer.mended, answer.far) == (topic, (), True)
    assert answer.hits[0].notes == (why,)


def test_what_is_there_leads_before_what_is_near(search: Search) -> None:
    answer = found(search, "heroin in Myanmar")
    assert (answer.hits[0].place.slug, answer.hits[0].named) == ("myanmar", True)
    assert answer.missing == ("heroin",)
    assert not any("heroin" in hit.without for hit in answer)


@pytest.mark.parametrize("typed", ['"heroin"', "HEROIN", "heroin OR cocaine"])
def test_quotes_capitals_and_alternatives_lead_nowhere_else(search: Search, typed: str) -> None:
    assert not found(search, typed)


def test_the_library_lacks_what_has_near_words_and_has_these(library: Library) -> None:
    words = {row[0] for row in library.connection.execute("SELECT word FROM words")}
    held = words.union(*map(bases, words))
    rows = library.connection.execute("SELECT word, near FROM english WHERE near IS NOT NULL").fetchall()
    assert len(rows) > 10_000
    for word, text in rows:
        near = text.split(", ")
        assert word not in words
        assert len(near) <= 3
        assert all({part, *bases(part)} & held for each in near for part in each.split()), text
