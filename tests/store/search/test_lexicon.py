# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a query is widened to and mended by, from the real Library's own words."""

import random
import sqlite3

import pytest

from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.core.words import tokens
from asem_reader.store.library import Library
from asem_reader.store.search.lexicon import Lexicon, Plan


@pytest.fixture(scope="module")
def lexicon(library: Library) -> Lexicon:
    return Lexicon(library.connection)


@pytest.fixture(scope="module")
def vocabulary(library: Library) -> dict[str, int]:
    """Every word of the Library, with how many sections have it."""
    return dict(map(tuple, library.connection.execute("SELECT word, sections FROM words ORDER BY word")))


def others(plan: Plan) -> set[tuple[str, ...]]:
    """What is looked for besides what was typed."""
    return {way.words for group in plan.groups for way in group.others}


def mended(plan: Plan) -> dict[str, str]:
    return {correction.typed: correction.used for correction in plan.mended}


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("WMD", "weapons of mass destruction"),
        ("weapons of mass destruction", "WMD"),
        ("unclos", "united nations convention on the law of the sea"),
        ("SOM", "senior officials' meeting"),
        ("global warming", "climate change"),
        ("Burma", "Myanmar"),
        ("myanmar", "burma"),
        ("French", "France"),
        ("Laotian", "Lao PDR"),
        ("ninth summit", "ASEM9"),
        ("9th summit", "ASEM9"),
        ("ASEM IX", "ASEM9"),
        ("ASEM 9", "ASEM9"),
        ("Milan summit", "ASEM10"),
        ("2014 summit", "ASEM10"),
    ],
)
def test_another_name_is_looked_for_too(lexicon: Lexicon, typed: str, other: str) -> None:
    plan = done(lexicon.steps(parse(f"{typed} ")))
    assert all(tokens(other) in {way.words for way in group.others} for group in plan.groups)
    assert (plan.mended, plan.missing) == ((), ())


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("organization", "organisation"),
        ("organisation", "organization"),
        ("labor", "labour"),
        ("center", "centre"),
        ("program", "programme"),
        ("aging", "ageing"),
        ("co-operation", "cooperation"),
        ("Ha Noi", "Hanoi"),
    ],
)
def test_another_spelling_is_looked_for_too(lexicon: Lexicon, typed: str, other: str) -> None:
    plan = done(lexicon.steps(parse(f"{typed} ")))
    assert tokens(other) in others(plan)
    assert plan.mended == ()


@pytest.mark.parametrize("typed", ["WMD", "ninth summit", "global warming", "co-operation"])
def test_what_was_typed_is_looked_for_first(lexicon: Lexicon, typed: str) -> None:
    groups = done(lexicon.steps(parse(f"{typed} "))).groups
    assert " ".join(group.typed for group in groups) == typed
    assert tuple(word for group in groups for word in group.ways[0].words) == tokens(typed)
    assert all(way.why for group in groups for way in group.others)


def test_another_name_of_a_phrase_stands_for_each_of_its_words(lexicon: Lexicon) -> None:
    plan = done(lexicon.steps(parse("piracy weapons of mass destruction Brussels ")))
    wmd = [group.typed for group in plan.groups if ("wmd",) in {way.words for way in group.others}]
    assert wmd == ["weapons", "mass", "destruction"]


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("saftey", "safety"),
        ("terorism", "terrorism"),
        ("maritme", "maritime"),
        ("securty", "security"),
        ("goverment", "government"),
        ("multilateralsm", "multilateralism"),
        ("snapbak", "snapback"),
        ("PÍRÀCCY", "piracy"),
    ],
)
def test_a_slip_is_mended(lexicon: Lexicon, typed: str, used: str) -> None:
    plan = done(lexicon.steps(parse(f"{typed} ")))
    assert mended(plan) == {typed: used}
    assert plan.groups[0].ways[0].words == tokens(used)
    assert plan.groups[0].ways[0].why == f"spelling: {typed}"


@pytest.mark.parametrize(
    ("typed", "beginning"), [("mulitlat", "multilat"), ("terorri", "terrori"), ("securty", "securi")]
)
def test_half_a_word_is_mended_by_its_beginning(lexicon: Lexicon, typed: str, beginning: str) -> None:
    plan = done(lexicon.steps(parse(typed)))
    assert mended(plan)[typed].startswith(beginning)
    assert plan.groups[0].ways[0].begun


def test_a_correct_word_is_never_mended(lexicon: Lexicon, vocabulary: dict[str, int]) -> None:
    rare = [word for word, sections in vocabulary.items() if sections == 1]
    for word in random.Random(6).sample(rare, 300):
        for typed in (f"{word} ", f'"{word}"', word, word.upper()):
            plan = done(lexicon.steps(parse(typed)))
            assert (plan.mended, plan.missing, len(plan.groups)) == ((), (), 1), typed


@pytest.mark.parametrize(
    ("typed", "begun"), [("sea", False), ("sea ", False), ("sea*", True), ("min", True), ("summ", True)]
)
def test_a_word_that_is_mostly_meant_whole_is_no_beginning(lexicon: Lexicon, typed: str, begun: bool) -> None:
    last = done(lexicon.steps(parse(f"territorial disputes {typed}"))).groups[-1]
    assert last.literal[0].begun == begun


def test_no_beginning_of_a_word_is_mended(lexicon: Lexicon, vocabulary: dict[str, int]) -> None:
    for word in random.Random(7).sample(sorted(vocabulary), 100):
        for length in range(1, len(word)):
            assert done(lexicon.steps(parse(word[:length]))).mended == (), word[:length]


def test_most_slips_are_mended_back(lexicon: Lexicon, vocabulary: dict[str, int]) -> None:
    dice = random.Random(8)
    common = [
        word for word, sections in vocabulary.items() if sections > 9 and len(word) > 6 and word.isalpha()
    ]
    asked, right = 0, 0
    for word in dice.sample(common, 150):
        at = dice.randrange(1, len(word) - 1)
        slip = dice.choice((word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]))
        plan = done(lexicon.steps(parse(f"{slip} ")))
        asked += bool(plan.mended or plan.missing)
        right += mended(plan).get(slip) == word
    assert right >= 0.93 * asked > 50


@pytest.mark.parametrize("typed", ["xqzzy", "zzzzzz", "qqq", "9999", "北京", "abc123def"])
def test_an_unknown_word_is_left_out_and_told(lexicon: Lexicon, typed: str) -> None:
    plan = done(lexicon.steps(parse(f"piracy {typed} ")))
    assert plan.missing == (typed,)
    assert [group.typed for group in plan.groups] == ["piracy"]
    assert plan.mended == ()


@pytest.mark.parametrize(
    "typed", ["saftey", "WMD", "Ha Noi", "ninth summit", "organization", "climatechange", "xqzzy"]
)
def test_literally_nothing_is_mended_or_widened(lexicon: Lexicon, typed: str) -> None:
    plan = done(lexicon.steps(parse(f"{typed} ", literal=True)))
    assert (plan.mended, plan.missing, others(plan)) == ((), (), set())
    assert tuple(word for group in plan.groups for word in group.ways[0].words) == tokens(typed)


@pytest.mark.parametrize("typed", ["stark", "penalty", "drivers", "Pinocchio", "kangaroos", "OPEC", "APEKS"])
def test_what_english_has_and_capitals_are_never_mended(lexicon: Lexicon, typed: str) -> None:
    plan = done(lexicon.steps(parse(f"{typed} piracy ")))
    assert (plan.missing, plan.mended) == ((typed,), ())
    assert not any(correction.typed.islower() for correction in plan.offered)


def test_a_short_word_is_mended_only_where_it_stands_with_the_rest(lexicon: Lexicon) -> None:
    alone, beside = (done(lexicon.steps(parse(text))) for text in ("pirac ", "pirac Somalia "))
    assert (alone.missing, mended(alone)) == (("pirac",), {})
    assert [correction.used for correction in alone.offered] == ["piracy"]
    assert (beside.missing, mended(beside), beside.offered) == ((), {"pirac": "piracy"}, ())


def test_a_word_that_sqlite_takes_for_two_is_no_fault(lexicon: Lexicon) -> None:
    assert done(lexicon.steps(parse("ɵᅉ⪚ᦸ∲მᇡى⯾ᯥ⫕ɚ⍇⤭༖ "))).missing


def test_everyday_words_say_less(lexicon: Lexicon) -> None:
    plan = done(lexicon.steps(parse("people issue snapback ")))
    people, issue, snapback = (group.everyday for group in plan.groups)
    assert max(people, issue) < snapback == 1


def test_in_quotes_nothing_is_widened(lexicon: Lexicon) -> None:
    assert others(done(lexicon.steps(parse('"WMD" "ninth summit" "organization"')))) == set()


def test_of_alternatives_each_is_looked_for(lexicon: Lexicon) -> None:
    (group,) = done(lexicon.steps(parse("WMD OR piracy "))).groups
    assert [way.words for way in group.literal] == [("wmd",), ("piracy",)]
    assert tokens("weapons of mass destruction") in {way.words for way in group.others}


@pytest.mark.parametrize(
    "sign", ['"', "'", "(", ")", "*", "^", ":", "+", "{", "}", "NEAR(", "AND", "NOT", "-"]
)
@pytest.mark.parametrize("form", ["{}piracy", "piracy{} ", "sea{}law ", "saf{}tey ", 'piracy "{}sea'])
def test_nothing_typed_is_syntax(lexicon: Lexicon, library: Library, sign: str, form: str) -> None:
    plan = done(lexicon.steps(parse(form.format(sign))))
    ways = (*(way for group in plan.groups for way in group.ways), *plan.unwanted)
    for expression in [way.expression for way in ways]:
        sql = "SELECT count(*) FROM sections_fts WHERE sections_fts MATCH ?"
        try:
            library.connection.execute(sql, (expression,)).fetchone()
        except sqlite3.OperationalError as error:
            pytest.fail(f"{expression}: {error}")


@pytest.mark.parametrize("endless", ["x" * 20_000, "qzx-" * 5_000 + "qzx"])
def test_a_word_of_any_length_is_answered_at_once(lexicon: Lexicon, endless: str) -> None:
    assert done(lexicon.steps(parse(endless))).missing == (endless,)
