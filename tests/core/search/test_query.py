# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Anything typed is understood, and nothing typed is ever a syntax error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asem_reader.core.place import Slug
from asem_reader.core.search.query import Query, QueryTerm, parse
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

SYNTAX = [
    '"',
    "'",
    "-",
    "--",
    "OR",
    "AND",
    "NOT",
    "NEAR",
    "NEAR(",
    "(",
    ")",
    "*",
    "^",
    ":",
    "+",
    "{",
    "}",
    "in:",
    "kind:",
    "topic:",
    "text:x",
    "in:a",
    "kind:issue",
    "piracy",
    "a",
    "é",
    "“",
    "”",
    "’",
    "\x00",
    "\ud800",
    "😀",
    "שלום",
    "\u202e",
    "中文",
    " ",
    "\t",
    "\n",
    "\\",
    "%",
    ";",
    "\x02",
    "\x03",
    "ǅ",
    "ﬁ",
    "٣",
    "\u0301",
    "\u200d",
    "x" * 500,
]
typed = (
    st.text()
    | st.lists(st.sampled_from(SYNTAX)).map("".join)
    | st.lists(st.sampled_from(SYNTAX)).map(" ".join)
)


def word(text: str, *, prefix: bool = False) -> tuple[QueryTerm, ...]:
    return (QueryTerm(text, prefix=prefix),)


def phrase(text: str) -> tuple[QueryTerm, ...]:
    return (QueryTerm(text, exact=True),)


@given(typed)
@settings(max_examples=400)
def test_any_text_can_be_searched_for(library: Library, text: str) -> None:
    query = parse(text)
    assert bool(query) == (bool(query.wanted) or query.narrowed)
    search = Search(library)
    for hit in search.find(query, 3):
        assert hit.snippet
    done(search.scope_steps(query))
    search.find(parse(text, literal=True), 3)
    search.words(query, Slug("maritime-security"))


@pytest.mark.parametrize("text", SYNTAX + [sign * 3 for sign in SYNTAX])
def test_each_sign_of_syntax_can_be_searched_for(library: Library, text: str) -> None:
    for form in (text, f"piracy {text}", f"{text} piracy", f'"{text}', f"-{text}", f"piracy OR {text}"):
        Search(library).find(parse(form), 3)


@pytest.mark.parametrize("text", ["x" * 10_000, "piracy " * 2_000, '"' * 5_000, "-" * 5_000, "a OR " * 2_000])
def test_a_very_long_text_can_be_searched_for(library: Library, text: str) -> None:
    Search(library).find(parse(text), 3)


@given(st.text())
def test_a_term_has_something_to_look_for(text: str) -> None:
    query = parse(text)
    for term in [*query.unwanted, *(term for group in query.wanted for term in group)]:
        assert any(sign.isalnum() for sign in term.text)
        term.text.encode()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("   ", Query()),
        ("piracy", Query((word("piracy", prefix=True),))),
        ("piracy ", Query((word("piracy"),))),
        ("armed rob", Query((word("armed"), word("rob", prefix=True)))),
        ("  armed   rob", Query((word("armed"), word("rob", prefix=True)))),
        ('"armed robbery"', Query((phrase("armed robbery"),))),
        ("“armed robbery”", Query((phrase("armed robbery"),))),
        ("«armed robbery» x9", Query((phrase("armed robbery"), word("x9", prefix=True)))),
        ('"armed rob', Query((phrase("armed rob"),))),
        ("sea -war ", Query((word("sea"),), (QueryTerm("war"),))),
        ("sea -war", Query((word("sea"),), (QueryTerm("war"),))),
        ('sea -"cold war" ', Query((word("sea"),), (QueryTerm("cold war", exact=True),))),
        ("sea –war ", Query((word("sea"), word("–war")))),
        ("sea OR land ", Query(((QueryTerm("sea"), QueryTerm("land")),))),
        ("x b OR c OR d e ", Query((word("x"), (QueryTerm("b"), QueryTerm("c"), QueryTerm("d")), word("e")))),
        ("sea OR -war land ", Query((word("sea"), word("land")), (QueryTerm("war"),))),
        ("OR sea ", Query((word("sea"),))),
        ("sea OR", Query((word("sea"),))),
        ("sea OR OR land ", Query(((QueryTerm("sea"), QueryTerm("land")),))),
        ("sea or land ", Query((word("sea"), word("land")))),
        ("in:Political sea ", Query((word("sea"),), within="political")),
        ("kind:ISSUE sea ", Query((word("sea"),), kind="issue")),
        ("kind:meetings sea ", Query((word("sea"),), kind="meeting")),
        ("kind:bodies sea ", Query((word("sea"),), kind="body")),
        ("kind:planet sea ", Query((word("kind:planet"), word("sea")))),
        ("year:2018 sea ", Query((word("sea"),), years=(2018, 2018))),
        ("year:2016..2021 sea ", Query((word("sea"),), years=(2016, 2021))),
        ("year:soon sea ", Query((word("year:soon"), word("sea")))),
        ("has:note sea ", Query((word("sea"),), noted=True)),
        ("has:notes", Query(noted=True)),
        ("has:wings sea ", Query((word("has:wings"), word("sea")))),
        ("in:political", Query(within="political")),
        ("in:a in:b sea ", Query((word("sea"),), within="b")),
        ("in: sea ", Query((word("sea"),))),
        ("in: ", Query((word("in:"),))),
        ("climate-change ", Query((word("climate-change"),))),
        ("leaders’ ", Query((word("leaders'"),))),
        ("x\x00z ", Query((word("x"), word("z")))),
        ("x\ud800z ", Query((word("x"), word("z")))),
        ("cafe\u0301 ", Query((word("café"),))),
        ("! ? - … ", Query()),
        ("-", Query()),
        ("sea.", Query((word("sea."),))),
    ],
)
def test_what_is_typed_is_understood(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "prefix"), [("mari", True), ("mari ", False), ("mari\t", False), ("mari\u00a0", False)]
)
def test_the_last_word_may_go_on_until_a_blank_follows(text: str, prefix: bool) -> None:
    assert parse(text).wanted[-1][-1].prefix is prefix


@pytest.mark.parametrize(
    ("text", "weighty"),
    [
        ("what did ASEM say about the sea ", ["ASEM", "sea"]),
        ("law of the sea ", ["law", "sea"]),
        ("The Sea ", ["Sea"]),
        ("the ", ["the"]),
        ("what is this about ", ["what", "is", "this", "about"]),
        ('sea "of the" ', ["sea", "of the"]),
        ("the OR sea ", ["the sea"]),
        ("sea t", ["sea"]),
        ("t", ["t"]),
        ("sea 9", ["sea", "9"]),
    ],
)
def test_function_words_carry_weight_only_alone_or_in_quotes(text: str, weighty: list[str]) -> None:
    assert [" ".join(term.text for term in group) for group in parse(text).wanted] == weighty


@pytest.mark.parametrize("text", ["law of the sea ", "what did ASEM say in 2010 ", "t the t"])
def test_literally_every_word_carries_weight(text: str) -> None:
    query = parse(text, literal=True)
    assert [group[0].text for group in query.wanted] == text.split()
    assert (query.literal, query.hints) == (True, ())


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("What did ASEM say about piracy in 2010?", ["2010?"]),
        ("which summits took place in 2012 and 2014 ", ["2012", "2014"]),
        ("summit 2012 ", []),
        ("what happened with 2500 people there ", []),
        ('what did ASEM say "2010" there ', []),
        ("what did ASEM say in 2010 OR 2012 ", []),
    ],
)
def test_a_year_in_a_question_is_a_hint(text: str, hints: list[str]) -> None:
    query = parse(text)
    assert [term.text for term in query.hints] == hints
    assert not {term.text for group in query.wanted for term in group} & set(hints)


def test_the_year_alone_of_a_question_is_wanted() -> None:
    query = parse("what was there in 2010 ")
    assert query.wanted


def test_the_wanted_words_can_be_told_plainly() -> None:
    assert parse('in:political the piracy OR "armed robbery" -somalia ').plain == "piracy armed robbery"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Who hosted the summit in 2016?", ["summit"]),
        ("who chaired ASEM10 in Milan", ["ASEM10", "Milan"]),
        ("what happened and was discussed", ["happened", "discussed"]),
        ("hosted the summit ", ["hosted", "summit"]),
        ('who "hosted" the summit ', ["hosted", "summit"]),
    ],
)
def test_a_question_is_not_about_what_was_done_but_to_what(text: str, wanted: list[str]) -> None:
    assert [term.text for group in parse(text).wanted for term in group] == wanted


@pytest.mark.parametrize(("text", "asked"), [("what did leaders say", True), ("what leaders", False)])
def test_a_question_is_known_for_one(text: str, asked: bool) -> None:
    assert parse(text).asked is asked
    assert not parse(text, literal=True).asked


STARRED = QueryTerm("pirat", prefix=True, starred=True)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("pirat* Somalia ", ((STARRED,), word("Somalia"))),
        ("pirat** ", ((STARRED,),)),
        ('"pirat*" ', (phrase("pirat*"),)),
        ("* ", ()),
    ],
)
def test_a_word_with_a_star_at_its_end_goes_on(text: str, terms: tuple[tuple[QueryTerm, ...], ...]) -> None:
    assert parse(text).wanted == parse(text, literal=True).wanted == terms


def test_what_begins_so_is_unwanted_only_with_a_star() -> None:
    assert parse("-pirat* sea").unwanted == (STARRED,)
    assert parse("sea -pirat").unwanted == word("pirat")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ＡＳＥＭ１２ ", "ASEM12"),
        ("oﬃcials ", "officials"),
        ("ｉｎ：political sea ", "sea"),
        ("mari\u00adti\u2060me ", "maritime"),
    ],
)
def test_full_width_and_joined_letters_are_plain_ones(text: str, plain: str) -> None:
    assert parse(text).plain == plain
