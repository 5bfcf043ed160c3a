# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is on paper of any text: shown as it is, whatever Typst would make of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.processes import ROOT
from support.rendering import as_markdown, one, parsed

from asem_reader.authoring.typography import curled, escaped_for_typst
from asem_reader.core.content import BlockKind
from asem_reader.paper import typeset
from asem_reader.paper.typeset import Press

printed = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=40)


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(ROOT / "resources" / "fonts")


def shown(press: Press, markup: str) -> str:
    head = '#set document(title: "x")\n#set page(width: 4000pt)\n'
    face = '#set text(font: "Source Serif 4", ligatures: false)\n'
    pages = typeset.text(press.pdf(f"{head}{face}#block[{markup}]", "x"))
    return "".join("".join(pages).split())


@given(printed)
@settings(max_examples=150)
def test_any_text_is_shown_as_it_is_on_paper(press: Press, text: str) -> None:
    text = curled(" ".join(text.split()))
    assert shown(press, escaped_for_typst(text)) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "#panic(1)",
        "$x$ and $ y",
        "a * b * c",
        "_a_ __b__",
        "`x` ```y```",
        "<label> @ref",
        "[x](y)",
        "a // b /* c */",
        "https://example.org/a",
        "~ and \\ and \\u{41}",
        "= Heading",
        "- item",
        "+ item",
        "/ term: x",
        "1-2--3---4",
        "wait... and ..",
        "1. one",
        "12. twelve",
        "2010. A year",
        "#",
        "a#b;c",
        "{ } ( ) | ^",
        "x -? y",
    ],
)
def test_what_is_markup_in_typst_is_shown_as_it_is(press: Press, text: str) -> None:
    assert shown(press, escaped_for_typst(text)) == "".join(text.split())


@pytest.mark.parametrize("lead", ["", "\\* ", "x "])
def test_hostile_markdown_compiles_and_stays_text(press: Press, lead: str) -> None:
    piece = one(f'{lead}**#panic("x")** & *$y$* < b; \\[z\\] "q"')
    assert "panic(“x”)" in shown(press, piece.typst)
    assert piece.html.count("<") == 4
    assert "<strong>#panic(“x”)</strong>" in piece.html


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("2010-05-04: Seminar.", "2010-05-04", "4 May 2010: Seminar."),
        ("2010-05: Seminar.", "2010-05", "May 2010: Seminar."),
        ("2010: A * B_C #d.", "2010", "2010: A * B_C #d."),
        ("2010-05-04/2010-05-06: A 4-5 seminar.", "2010-05-04", "4–6 May 2010: A 4-5 seminar."),
        ("2010-05-31/2010-06-01: Seminar.", "2010-05-31", "31 May – 1 June 2010: Seminar."),
        ("2010-11/2011-02: Seminar.", "2010-11", "November 2010 – February 2011: Seminar."),
        ("2010/2011: Seminar.", "2010", "2010 – 2011: Seminar."),
        ("Sometime: Seminar.", "", "Sometime: Seminar."),
        ("2010-05-04 Seminar: one.", "", "2010-05-04 Seminar: one."),
        ("2010-05-04/: Seminar.", "", "2010-05-04/: Seminar."),
    ],
)
def test_a_timeline_speaks_its_dates(press: Press, line: str, date: str, text: str) -> None:
    piece = parsed(f"## Timeline\n\n- {as_markdown(line)} [@a]").pieces[1]
    assert (piece.date, piece.text) == (date, text)
    assert piece.kind is (BlockKind.EVENT if date else BlockKind.ITEM)
    on_paper = "#let cited(..n) = []\n" + piece.typst
    assert shown(press, on_paper) == "".join(text.replace(": ", " " if date else ": ", 1).split())
