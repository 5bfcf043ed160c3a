# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Anything typed is understood, and nothing typed is ever a syntax error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asem_reader.core.place import Slug
from asem_reader.core.query import Query, Term, parse
from asem_reader.store.library import Library
from asem_reader.store.search import Search

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


def word(text: str, *, prefix: bool = False) -> tuple[Term, ...]:
    return (Term(text, prefix=prefix),)


@given(typed)
@settings(max_examples=400)
def test_any_text_can_be_searched_for(library: Library, text: str) -> None:
    query = parse(text)
    assert bool(query) == bool(query.wanted)
    search = Search(library)
    for hit in search.find(query, 3):
        assert hit.snippet
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
        ('"armed robbery"', Query((word("armed robbery"),))),
        ("“armed robbery”", Query((word("armed robbery"),))),
        ("«armed robbery» x", Query((word("armed robbery"), word("x", prefix=True)))),
        ('"armed rob', Query((word("armed rob"),))),
        ("sea -war ", Query((word("sea"),), (Term("war"),))),
        ('sea -"cold war" ', Query((word("sea"),), (Term("cold war"),))),
        ("sea OR land ", Query(((Term("sea"), Term("land")),))),
        ("a b OR c OR d e ", Query((word("a"), (Term("b"), Term("c"), Term("d")), word("e")))),
        ("OR sea ", Query((word("sea"),))),
        ("sea OR", Query((word("sea"),))),
        ("sea OR OR land ", Query(((Term("sea"), Term("land")),))),
        ("sea or land ", Query((word("sea"), word("or"), word("land")))),
        ("in:Political sea ", Query((word("sea"),), within="political")),
        ("kind:ISSUE sea ", Query((word("sea"),), kind="issue")),
        ("in:a in:b sea ", Query((word("sea"),), within="b")),
        ("in: sea ", Query((word("in:"), word("sea")))),
        ("climate-change ", Query((word("climate-change"),))),
        ("leaders’ ", Query((word("leaders'"),))),
        ("a\x00b ", Query((word("a"), word("b")))),
        ("a\ud800b ", Query((word("a"), word("b")))),
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
