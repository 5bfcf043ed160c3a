# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Words are those of SQLite's index, and likeness is what one would count by hand."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.words import distance, folded, indexed, is_question, key, spellings, tokens, trigrams
from asem_reader.store.library import Library

# Letters that fifty and more languages of ASEM's partners write in Latin script, with their marks.
LATIN = "".join(map(chr, (*range(0xC0, 0x17F), *range(0x1EA0, 0x1EFA)))) + "ƠơƯưȘșȚț"
few = st.text("abcd", max_size=7)


@pytest.fixture(scope="module")
def of_sqlite() -> Iterator[Callable[[str], set[str]]]:
    """The terms that a real FTS5 table makes of a text."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE probe USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        db.execute("CREATE VIRTUAL TABLE seen USING fts5vocab('probe', 'row')")

        def terms(text: str) -> set[str]:
            db.execute("DELETE FROM probe")
            db.execute("INSERT INTO probe VALUES (?)", (text,))
            return {row[0] for row in db.execute("SELECT term FROM seen")}

        yield terms


@pytest.mark.parametrize(
    "text",
    [
        "Co-operation, people’s 12th FORUM (ASEM12)",
        "Gödöllő, Łódź, Škoda, Dvořák, Ångström, ÆRØ, Çeşme, Iași, Kõrvemaa, Żubrówka, Straße, İstanbul",
        "Hà Nội, Việt Nam, Phnom Pénh, Đổi mới, São Tomé",
        "e\N{COMBINING ACUTE ACCENT}te\N{COMBINING DOT BELOW} n\N{COMBINING TILDE}",
        "北京 2008, Москва, 50% of €3.5bn; one_two/three\\four #5",
        "½ CO₂ x² 12\N{NO-BREAK SPACE}000 …",
    ],
)
def test_a_text_has_the_words_that_sqlite_sees(of_sqlite: Callable[[str], set[str]], text: str) -> None:
    assert set(tokens(text)) == of_sqlite(folded(text))


@given(st.text(LATIN + "abcXYZ019 -'’.,·–"))
def test_any_latin_text_has_the_words_that_sqlite_sees(
    of_sqlite: Callable[[str], set[str]], text: str
) -> None:
    assert set(tokens(text)) == of_sqlite(folded(text))
    assert of_sqlite(indexed(text)) == of_sqlite(text) | set(tokens(text))


def test_the_librarys_words_are_those_that_its_sections_are_taken_apart_to(library: Library) -> None:
    sections = library.connection.execute("SELECT topic, names, heading, text FROM sections")
    taken_apart = {word for row in sections for part in row for word in tokens(part)}
    words = {row[0] for row in library.connection.execute("SELECT word FROM words")}
    assert {word for word in words if folded(word) == word} == taken_apart


def test_each_latin_letter_stays_one_letter() -> None:
    assert folded("ŐŁŚ ÇØ") == "ols co"
    assert [letter for letter in LATIN if len(folded(letter)) != 1] == []


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("đẶŁłØħĦı", "dallohhi"),
        ("ＡＳＥＭ１２", "asem12"),
        ("km²", "km2"),
        ("CO₂", "co2"),
        ("Ελλάδα 中国", "ελλάδα 中国"),
    ],
)
def test_a_letter_that_no_keyboard_has_is_as_the_plain_one(typed: str, plain: str) -> None:
    assert folded(typed) == plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Asia-Europe Meeting", "asia europe meeting"),
        ("  Law of the   SEA ", "law sea"),
        ("people’s forum", "people forum"),
        ("to be or not", "to be or not"),
        ("POL-05", "pol 05"),
        ("!", ""),
    ],
)
def test_a_name_is_looked_up_by_its_words_with_weight(text: str, name: str) -> None:
    assert key(text) == name


@given(st.text())
def test_a_name_looked_up_stays_as_it_is(text: str) -> None:
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what did ASEM say on piracy", True),
        ("who hosted the summit", True),
        ("say why ASEM began", True),
        ("piracy seminar brussels 2010", False),
        ("who is who", False),
        ("what", False),
        ("", False),
    ],
)
def test_a_question_is_told_by_its_words(text: str, asked: bool) -> None:
    assert is_question(tokens(text)) is asked


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("organised", "organized"),
        ("analyse", "analyze"),
        ("labour", "labor"),
        ("neighbourhood", "neighborhood"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("programme", "program"),
        ("dialogue", "dialog"),
        ("ageing", "aging"),
        ("travelling", "traveling"),
        ("counsellor", "counselor"),
        ("fulfil", "fulfill"),
    ],
)
def test_each_side_of_the_atlantic_is_spelled_as_the_other(british: str, american: str) -> None:
    assert american in spellings(british)
    assert british in spellings(american)


@pytest.mark.parametrize("word", ["piracy", "sea", "2010", "", "wmd", "ministers'"])
def test_a_word_that_is_spelled_alike_has_no_other_spelling(word: str) -> None:
    assert list(spellings(word)) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("safety", "safety", 0),
        ("saftey", "safety", 1),
        ("terorism", "terrorism", 1),
        ("maritme", "maritime", 1),
        ("sea", "see", 1),
        ("securty", "security", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
        ("", "sea", 3),
    ],
)
def test_a_distance_counts_letters_put_in_left_out_changed_or_swapped(
    one: str, other: str, apart: int
) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) == apart
    for most in range(apart):
        assert distance(one, other, most) == most + 1


@given(few, few)
def test_a_distance_is_one_slip_more_or_less_than_that_of_a_beginning(one: str, other: str) -> None:
    apart = distance(one, other, 20)
    assert (apart == 0) == (one == other)
    assert abs(len(one) - len(other)) <= apart <= max(len(one), len(other))
    assert abs(distance(one, other + "a", 20) - apart) <= 1
    assert distance(one[::-1], other[::-1], 20) == apart


@given(few, few, st.integers(0, 4))
def test_a_distance_is_the_same_however_far_one_looks(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(distance(one, other, 20), most + 1)


@given(few, few, st.integers(0, 4))
def test_the_nearest_beginning_is_as_long_give_or_take_a_letter(one: str, other: str, most: int) -> None:
    sizes = range(max(1, len(one) - 1), len(one) + 2)
    nearest = min(distance(one, other[:size], most) for size in sizes)
    assert distance(one, other, most, begun=True) == nearest


@pytest.mark.parametrize(
    ("word", "parts"), [("seas", ["sea", "eas"]), ("sea", ["sea"]), ("at", []), ("", [])]
)
def test_trigrams_are_three_letters_in_a_row(word: str, parts: list[str]) -> None:
    assert trigrams(word) == parts
