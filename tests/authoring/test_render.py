# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One parse, three forms: text, HTML and Typst say the same, whatever stands in the text."""

import html
import re
import unicodedata

import pytest
from builders import ROOT, draft, rendered
from hypothesis import given, settings
from hypothesis import strategies as st

from asem_reader.authoring.names import LinkTarget, Names
from asem_reader.authoring.piece import Piece, Rendering
from asem_reader.authoring.typography import curled, escaped_for_typst
from asem_reader.core.content import BlockKind, Kind
from asem_reader.paper import typeset
from asem_reader.paper.typeset import Press

# What Markdown itself takes for markup; the rest of ASCII it leaves alone, given a blank after < and &.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+.!-])")
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), max_size=60)
printed = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=40)


def parsed(markdown: str, **names: LinkTarget) -> Rendering:
    return rendered(markdown, Names(names))


def one(markdown: str, **names: LinkTarget) -> Piece:
    (piece,) = parsed(markdown, **names).pieces
    return piece


def as_markdown(text: str) -> str:
    return re.sub(r"([<&])(?=\S)", r"\1 ", _MARKDOWN.sub(r"\\\1", text))


@given(words)
@settings(max_examples=300)
def test_any_text_is_the_same_as_text_and_as_html(text: str) -> None:
    text = " ".join(text.split())
    expected = curled(re.sub(r"([<&])(?=\S)", r"\1 ", text))
    pieces = parsed(as_markdown(text)).pieces
    assert [piece.text for piece in pieces] == ([expected] if expected else [])
    assert [html.unescape(piece.html) for piece in pieces] == ([expected] if expected else [])
    assert not any(re.search(r"<|&(?!amp;|lt;|gt;)", piece.html) for piece in pieces)


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
    ("straight", "curly"),
    [
        ("the chair's statement", "the chair’s statement"),
        ("'one' and \"two\"", "‘one’ and “two”"),
        ('("x") ["y"] \'z\'', "(“x”) [“y”] ‘z’"),
        ("the partners' view", "the partners’ view"),
        ('a—"b" c/"d"', "a—“b” c/“d”"),
        ('"', "”"),
        ("\"'nested' word\"", "“‘nested’ word”"),
        ("on 4-5 May 2010", "on 4–5 May 2010"),
        ("16-17 October, 1-2 June", "16–17 October, 1–2 June"),
        ("on 2010-05-04 and 3-4 times", "on 2010-05-04 and 3-4 times"),
        ("A4-5 May", "A4-5 May"),
        ("", ""),
    ],
)
def test_quotes_curl_and_days_have_a_dash(straight: str, curly: str) -> None:
    assert curled(straight) == curly


@given(words)
def test_curling_twice_changes_nothing(text: str) -> None:
    assert curled(curled(text)) == curled(text)
    assert not set("'\"") & set(curled(text))


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('**FMM12.** "Quoted"', "FMM12. “Quoted”"),
        ("*partner*'s view", "partner’s view"),
        ("*partners*' view", "partners’ view"),
        ('(*"x"*)', "(“x”)"),
        ("the [chair](asem:x)'s 'word'", "the chair’s ‘word’"),
        ("two\nlines 'here'", "two lines ‘here’"),
    ],
)
def test_quotes_curl_across_markup(markdown: str, text: str) -> None:
    piece = one(markdown)
    assert piece.text == text
    assert html.unescape(re.sub("<[^>]*>", "", piece.html)) == text


def test_sources_are_numbered_by_their_first_citation() -> None:
    rendering = parsed("One. [@b] Two. [@a] [@b]\n\nThree. [@c][@a]")
    assert rendering.sources == ["b", "a", "c"]
    first, second = rendering.pieces
    assert (first.sources, second.sources) == ((1, 2), (2, 3))
    assert first.text == "One. Two."
    assert "#source-1" in first.html
    assert "#cited(1, 2)" in first.typst


def test_a_citation_stands_close_to_its_word() -> None:
    piece = one("One. [@a] Two [@b], three.")
    assert piece.text == "One. Two, three."
    assert re.sub("<a[^>]*>|</a>", "", piece.html) == "One.<sup>1</sup> Two<sup>2</sup>, three."


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        ("## H", [BlockKind.HEADING]),
        ("text", [BlockKind.PARAGRAPH]),
        ("- a\n- b", [BlockKind.ITEM, BlockKind.ITEM]),
        ("> note\n>\n> more", [BlockKind.NOTE, BlockKind.NOTE]),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", [BlockKind.HEAD, BlockKind.ROW]),
    ],
)
def test_each_form_becomes_its_kind(markdown: str, kinds: list[BlockKind]) -> None:
    pieces = parsed(markdown).pieces
    assert [piece.kind for piece in pieces] == kinds
    assert len({piece.run for piece in pieces}) == 1


def test_neighbouring_notes_stay_two() -> None:
    pieces = parsed("> **Editor's note.** One. [@a]\n\n> **Editor's note.** Two. [@b]").pieces
    assert [(piece.kind, piece.text) for piece in pieces] == [
        (BlockKind.NOTE, "Editor’s note. One."),
        (BlockKind.NOTE, "Editor’s note. Two."),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1996-2021", "1996–2021"),
        ("2010-05-04", "2010-05-04"),
        ("POL-2010-2011", "POL-2010-2011"),
        ("1-2", "1-2"),
    ],
)
def test_years_have_a_dash(text: str, shown: str) -> None:
    assert curled(f"In {text}.") == f"In {shown}."


def test_each_piece_knows_its_line() -> None:
    body = "## H\n\ntext\nmore\n\n- a\n- b\n\n| a |\n| --- |\n| 1 |\n"
    pieces = rendered(draft(body, first_line=10)).pieces
    assert [piece.line for piece in pieces] == [10, 12, 15, 16, 18, 20]


def test_no_line_number_is_left_in_the_text() -> None:
    for piece in parsed("## H\n\n**a**\n*b*\n\n- c\n\n> d\n>\n> e\n\n| f |\n| --- |\n| g |\n").pieces:
        for form in (piece.text, piece.html, piece.typst):
            assert not any(unicodedata.category(sign) in ("Co", "Cc") for sign in form)


def test_an_acronym_is_explained_once_and_not_in_a_heading() -> None:
    entry = LinkTarget("glossary#b7k2", 'European "Union" & more')
    pieces = parsed("## The EU\n\nEU and EU.\n\nEU again.", EU=entry).pieces
    assert [piece.html.count("<a ") for piece in pieces] == [0, 1, 0]
    link = '<a href="asem:glossary#b7k2" title="European “Union” &amp; more">EU</a>'
    assert pieces[1].html == f"{link} and EU."
    assert [piece.text for piece in pieces] == ["The EU", "EU and EU.", "EU again."]
    assert [piece.links for piece in pieces] == [(), ("glossary#b7k2",), ()]


def test_on_paper_a_name_leads_to_a_page_but_not_to_a_block() -> None:
    piece = one("EU in China.", EU=LinkTarget("glossary#b7k2"), China=LinkTarget("china"))
    assert piece.typst == 'EU in #topic("china")[China];.'
    assert piece.html == '<a href="asem:glossary#b7k2">EU</a> in <a href="asem:china">China</a>.'


@pytest.mark.parametrize(
    ("markdown", "links"),
    [
        ("See [China](asem:china), China.", ("china",)),
        ("See [all of China](asem:other). China", ("other", "china")),
        ("China, then [it](asem:china).", ("china", "china")),
        ("**China.** *China*", ("china",)),
        ("- China\n- China", ("china",)),
        ("| China |\n| --- |\n| China [@a] |", ("china",)),
        ("> **Editor's note.** China’s.", ("china",)),
    ],
)
def test_a_name_leads_on_at_its_first_mention_only(markdown: str, links: tuple[str, ...]) -> None:
    pieces = parsed(markdown, China=LinkTarget("china")).pieces
    assert tuple(link for piece in pieces for link in piece.links) == links


@given(words)
def test_names_change_no_text(text: str) -> None:
    markdown = as_markdown(" ".join(f"{text} EU {text}".split()))
    plain, led = parsed(markdown).pieces, parsed(markdown, EU=LinkTarget("eu"), a=LinkTarget("a")).pieces
    assert [piece.text for piece in led] == [piece.text for piece in plain]


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


@pytest.mark.parametrize(
    ("heading", "kind", "made"),
    [
        ("Timeline", Kind.ISSUE, BlockKind.EVENT),
        ("Background", Kind.ISSUE, BlockKind.ITEM),
        ("1990s", Kind.MILESTONE, BlockKind.EVENT),
        ("1990s", Kind.MEETING, BlockKind.ITEM),
    ],
)
def test_dated_lines_are_events_in_a_timeline_and_in_the_chronology(
    heading: str, kind: Kind, made: BlockKind
) -> None:
    _, piece = rendered(draft(f"## {heading}\n\n- 1996: **Begun.** [@a]", kind=kind)).pieces
    assert piece.kind is made


def test_an_event_keeps_its_markup_its_names_and_its_sources() -> None:
    line = "## Timeline\n\n- 2010-05-04/2010-05-05: **EU** and *more*. [@a]"
    piece = parsed(line, EU=LinkTarget("eu")).pieces[1]
    event = '<strong><a href="asem:eu">EU</a></strong> and <em>more</em>.'
    assert piece.html.startswith(f"<strong>4–5 May 2010</strong> {event}<sup>")
    assert piece.typst == '#strong[4–5 May 2010]; #strong[#topic("eu")[EU];]; and #emph[more];.#cited(1);'
    assert (piece.sources, piece.links) == ((1,), ("eu",))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1], "1"),
        ([1, 2], "1, 2"),
        ([1, 2, 3], "1–3"),
        (range(1, 9), "1–8"),
        ([1, 2, 4], "1, 2, 4"),
        ([1, 3, 4, 5], "1, 3–5"),
        ([3, 2, 1, 5, 6, 7], "1–3, 5–7"),
        ([2, 2, 2], "2"),
    ],
)
def test_three_citations_in_a_row_and_more_are_a_range(numbers: list[int], said: str) -> None:
    numbered = " ".join(f"[@s{number}]" for number in range(1, 9))
    piece = parsed(f"First. {numbered}\n\nThen. {' '.join(f'[@s{n}]' for n in numbers)}").pieces[1]
    shown = re.sub("<[^>]*>", "", piece.html.partition("<sup>")[2]).replace("\u2009", " ")
    assert shown == said
    assert piece.sources == tuple(sorted(set(numbers)))
    assert f"#cited({', '.join(map(str, piece.sources))});" in piece.typst


def test_a_figure_knows_the_date_it_is_of() -> None:
    assert one("21 parties. [@a]{as_of=2021-08}").as_of == "2021-08"
    assert one("21 parties. [@a]{as_of=2021-08}").text == "21 parties."


def test_links_are_told() -> None:
    piece = one("See [the *other*](asem:other-topic).")
    assert piece.links == ("other-topic",)
    assert piece.html == 'See <a href="asem:other-topic">the <em>other</em></a>.'
    assert '#topic("other-topic")[the #emph[other]' in piece.typst
