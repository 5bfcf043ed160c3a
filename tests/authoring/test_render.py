# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One parse: text and spans say the same, whatever stands in the text."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.content import draft, rendered

from asem_reader.authoring.pages.names import LinkTarget, Names
from asem_reader.authoring.piece import Piece, Rendering
from asem_reader.authoring.text.typography import curled
from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.span import Span, plain

# What Markdown itself takes for markup; the rest of ASCII it leaves alone, given a blank after < and &.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+.!-])")
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), max_size=60)


def parsed(markdown: str, **names: LinkTarget) -> Rendering:
    return rendered(markdown, Names(names))


def one(markdown: str, **names: LinkTarget) -> Piece:
    (piece,) = parsed(markdown, **names).pieces
    return piece


def as_markdown(text: str) -> str:
    return re.sub(r"([<&])(?=\S)", r"\1 ", _MARKDOWN.sub(r"\\\1", text))


@given(words)
@settings(max_examples=300)
def test_any_text_is_the_same_as_text_and_as_spans(text: str) -> None:
    text = " ".join(text.split())
    expected = curled(re.sub(r"([<&])(?=\S)", r"\1 ", text))
    pieces = parsed(as_markdown(text)).pieces
    assert [piece.text for piece in pieces] == ([expected] if expected else [])
    assert [piece.cells for piece in pieces] == ([((Span(expected),),)] if expected else [])


@pytest.mark.parametrize("lead", ["", "\\* ", "x "])
def test_hostile_markdown_stays_text(lead: str) -> None:
    (line,) = one(f'{lead}**#panic("x")** & *$y$* < b; \\[z\\] "q"').cells
    assert line[-4:] == (
        Span("#panic(“x”)", strong=True),
        Span(" & "),
        Span("$y$", emphatic=True),
        Span(" < b; [z] “q”"),
    )


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
    assert plain(piece.cells[0]) == text


def test_sources_are_numbered_by_their_first_citation() -> None:
    rendering = parsed("One. [@b] Two. [@a] [@b]\n\nThree. [@c][@a]")
    assert rendering.sources == ["b", "a", "c"]
    first, second = rendering.pieces
    assert (first.sources, second.sources) == ((1, 2), (2, 3))
    assert first.text == "One. Two."
    assert first.cells == ((Span("One."), Span("", cites=(1,)), Span(" Two."), Span("", cites=(1, 2))),)


def test_a_citation_stands_close_to_its_word() -> None:
    piece = one("One. [@a] Two [@b], three.")
    assert piece.text == "One. Two, three."
    cites = (Span("", cites=(1,)), Span("", cites=(2,)))
    assert piece.cells == ((Span("One."), cites[0], Span(" Two"), cites[1], Span(", three.")),)


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
        for form in (piece.text, *map(plain, piece.cells)):
            assert not any(unicodedata.category(sign) in ("Co", "Cc") for sign in form)


def test_an_acronym_is_explained_once_and_not_in_a_heading() -> None:
    entry = LinkTarget("glossary#b7k2", 'European "Union" & more')
    pieces = parsed("## The EU\n\nEU and EU.\n\nEU again.", EU=entry).pieces
    led = Span("EU", to=Place(Slug("glossary"), BlockId("b7k2")), tip="European “Union” & more")
    assert [piece.cells for piece in pieces] == [
        ((Span("The EU"),),),
        ((led, Span(" and EU.")),),
        ((Span("EU again."),),),
    ]
    assert [piece.text for piece in pieces] == ["The EU", "EU and EU.", "EU again."]
    assert [piece.links for piece in pieces] == [(), ("glossary#b7k2",), ()]


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
def test_a_timeline_speaks_its_dates(line: str, date: str, text: str) -> None:
    piece = parsed(f"## Timeline\n\n- {as_markdown(line)} [@a]").pieces[1]
    assert (piece.date, piece.text) == (date, text)
    assert piece.kind is (BlockKind.EVENT if date else BlockKind.ITEM)
    assert [plain(cell) for cell in piece.cells] == (text.split(": ", 1) if date else [text])


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


def test_a_date_within_markup_is_none() -> None:
    _, piece = parsed("## Timeline\n\n- *2010*: Seminar. [@a]").pieces
    assert (piece.kind, piece.date, plain(piece.cells[0])) == (BlockKind.ITEM, "", "2010: Seminar.")


def test_an_event_keeps_its_markup_its_names_and_its_sources() -> None:
    line = "## Timeline\n\n- 2010-05-04/2010-05-05: **EU** and *more*. [@a]"
    piece = parsed(line, EU=LinkTarget("eu")).pieces[1]
    date, event = piece.cells
    assert date == (Span("4–5 May 2010"),)
    led = Span("EU", strong=True, to=Place(Slug("eu")))
    assert event == (led, Span(" and "), Span("more", emphatic=True), Span("."), Span("", cites=(1,)))
    assert (piece.sources, piece.links) == ((1,), ("eu",))


@pytest.mark.parametrize("numbers", [[1], [1, 2, 4], [3, 2, 1, 5], [2, 2, 2]])
def test_citations_side_by_side_are_one_span_of_rising_numbers(numbers: list[int]) -> None:
    numbered = " ".join(f"[@s{number}]" for number in range(1, 9))
    piece = parsed(f"First. {numbered}\n\nThen. {' '.join(f'[@s{n}]' for n in numbers)}").pieces[1]
    assert piece.sources == tuple(sorted(set(numbers)))
    assert piece.cells == ((Span("Then."), Span("", cites=piece.sources)),)


def test_a_figure_knows_the_date_it_is_of() -> None:
    assert one("21 parties. [@a]{as_of=2021-08}").as_of == "2021-08"
    assert one("21 parties. [@a]{as_of=2021-08}").text == "21 parties."


def test_neighbours_of_one_style_are_one_span() -> None:
    assert one("**21{as_of=2021-08} parties**").cells == ((Span("21 parties", strong=True),),)


def test_links_are_told() -> None:
    piece = one("See [the *other*](asem:other-topic).")
    assert piece.links == ("other-topic",)
    to = Place(Slug("other-topic"))
    line = (Span("See "), Span("the ", to=to), Span("other", emphatic=True, to=to), Span("."))
    assert piece.cells == (line,)
