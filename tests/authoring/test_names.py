# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Names that lead to pages: which are found in running text, which are meant, and where they lead."""

from dataclasses import replace

import pytest
from support.content import draft, rendered

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.reference import Series, SeriesMeeting
from asem_reader.authoring.pages.names import (
    LinkTarget,
    Names,
    acronyms,
    edition_names,
    glossary_names,
    page_names,
)
from asem_reader.core.content import BlockKind, Kind

NAMES = Names(
    {
        "ASEM": LinkTarget("asem"),
        "ASEM12": LinkTarget("asem12"),
        "China": LinkTarget("china"),
        "China Sea": LinkTarget(""),
        "South China Sea": LinkTarget(""),
        "Finance Ministers' Meeting": LinkTarget("finmm"),
        "12th Finance Ministers' Meeting": LinkTarget("finmm#b7k2"),
        "SOM": LinkTarget("glossary#c3d4"),
        "SOMs": LinkTarget("glossary#c3d4"),
        "Viet Nam": LinkTarget("viet-nam"),
    }
)


def led(text: str, *met: str) -> list[tuple[str, str]]:
    """What leads on in a text, and where to; `met` are places that were led to before."""
    return [(words, target.address) for words, target in NAMES.split(text, set(met)) if target.address]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ASEM12 was held", [("ASEM12", "asem12")]),
        ("the 12th Finance Ministers’ Meeting", [("12th Finance Ministers’ Meeting", "finmm#b7k2")]),
        ("a Finance Ministers’ Meeting", [("Finance Ministers’ Meeting", "finmm")]),
        ("in China and Viet Nam.", [("China", "china"), ("Viet Nam", "viet-nam")]),
        ("(China)", [("China", "china")]),
        ("China’s view", [("China", "china")]),
        ("two SOMs met", [("SOMs", "glossary#c3d4")]),
        ("ASEM12.", [("ASEM12", "asem12")]),
    ],
)
def test_the_longest_phrase_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert led(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("ASEM123", "XASEM12", "ASEM12a", "asem12", "Chinas"),
        *("China-led", "Indo-China", "ASEM12-based", "post-ASEM12", "ASEM12.info"),
        *("the South China Sea", "the China Sea", "", "–"),
    ],
)
def test_part_of_a_word_or_of_another_name_leads_nowhere(text: str) -> None:
    assert led(text) == []


def test_a_phrase_that_leads_nowhere_uses_up_no_mention() -> None:
    assert led("The South China Sea and China") == [("China", "china")]


def test_only_the_first_mention_leads_on() -> None:
    met: set[str] = set()
    pieces = [*NAMES.split("China, China", met), *NAMES.split("China", met)]
    assert [words for words, target in pieces if target.address] == ["China"]
    assert met == {"china"}


def test_what_was_met_is_passed_over_for_its_page_and_all_on_it() -> None:
    assert led("the 12th Finance Ministers’ Meeting in China", "finmm") == [("China", "china")]
    assert led("a Finance Ministers’ Meeting", "finmm#b7k2") == [("Finance Ministers’ Meeting", "finmm")]


@pytest.mark.parametrize("text", ["", "no name", "China", "at China, ASEM12 and Viet Nam’s SOMs", "China."])
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(words for words, _ in NAMES.split(text, set())) == text


def test_without_names_the_text_is_one_piece() -> None:
    assert [words for words, _ in Names({}).split("China", set())] == ["China"]


def test_a_page_does_not_lead_to_itself() -> None:
    (piece,) = rendered(draft("ASEM12 and China.", "china"), NAMES).pieces
    assert piece.links == ("asem12",)


# Which names pages and entries have.


def test_a_page_of_reference_is_not_led_away_from_by_its_own_name() -> None:
    meeting = replace(draft("ASEM12, SOM and China.", "x", Kind.MEETING), aliases=("SOM",))
    (piece,) = rendered(meeting, NAMES).pieces
    assert piece.links == ("asem12", "china")


@pytest.mark.parametrize(
    ("phrase", "address"),
    [
        ("8th ASEM Summit (ASEM8)", "asem8"),
        ("ASEM8", "asem8"),
        ("ASEM 8", "asem8"),
        ("8th ASEM summit", "asem8"),
        ("8th Asia-Europe Meeting", "asem8"),
        ("ASEM Summit 8", "asem8"),
        ("FMM6", "asemfmm6"),
        ("ASEMFMM6", "asemfmm6"),
        ("ASEM FMM6", "asemfmm6"),
        ("6th Foreign Ministers' Meeting", "asemfmm6"),
        ("Asia-Europe Foundation", "asef"),
        ("ASEM Finance Ministers' Meeting", "finance-ministers-meetings"),
        ("Viet Nam", "vietnam"),
        ("EU", "european-union"),
        ("South China Sea", ""),
        ("Northern Ireland", ""),
    ],
)
def test_pages_are_found_by_what_they_are_called(compiled: Compiled, phrase: str, address: str) -> None:
    assert page_names(compiled.content.reference, ())[phrase].address == address


def test_a_publisher_that_is_called_after_a_partner_leads_nowhere(compiled: Compiled) -> None:
    names = Names(page_names(compiled.content.reference, ("Belgium Today", "")))
    text = "Belgium Today of Belgium"
    assert [words for words, target in names.split(text, set()) if target.address] == ["Belgium"]
    assert [words for words, _ in names.split(text, set())] == ["Belgium Today of ", "Belgium"]


def test_a_name_says_what_it_leads_to(compiled: Compiled) -> None:
    names = page_names(compiled.content.reference, ())
    assert names["ASEM8"].tip == "8th ASEM Summit (ASEM8), Brussels, 4–5 October 2010"
    assert names["Cambodia"].tip == "Partner since 2004"
    assert names["Asia-Europe Foundation"].tip == "The foundation links civil societies."


def test_an_edition_is_found_by_its_number_and_by_a_long_title(compiled: Compiled) -> None:
    (track,) = compiled.content.reference.tracks
    names = edition_names(track, {0: "aaaa", 1: "bbbb", 2: "cccc"})
    assert {phrase: target.address for phrase, target in names.items()} == {
        "FinMM1": "finance-ministers-meetings#aaaa",
        "6th FinMM (first attempt)": "finance-ministers-meetings#bbbb",
        "FinMM15": "finance-ministers-meetings#cccc",
    }
    assert names["FinMM1"].tip == "Bangkok, September 1997"


@pytest.mark.parametrize(
    ("title", "aliases", "found"),
    [
        ("Finance Ministers' Meeting (FinMM)", (), {"FinMM"}),
        ("Culture Ministers' Meeting (ASEMCMM)", (), {"ASEMCMM", "CMM"}),
        ("Seminar", ("ASEMHRS", "human rights seminar"), {"ASEMHRS", "HRS"}),
        ("Meeting (of officials)", ("Officials",), set()),
    ],
)
def test_acronyms_of_a_series(title: str, aliases: tuple[str, ...], found: set[str]) -> None:
    series = Series(slug="x", symbol="SER-X", title=title, what="", editions=(), aliases=aliases)
    assert acronyms(series) == found


def test_acronyms_and_texts_lead_to_the_glossary_but_asem_and_plain_terms_do_not() -> None:
    glossary = {
        "ASEM": "a",
        "SOM": "b",
        "FinMM": "c",
        "Seoul Declaration": "d",
        "Retreat": "e",
        "e-ASEM X": "f",
    }
    blocks = {entry: f"b{number}" for number, entry in enumerate(glossary)}
    names = glossary_names(glossary, {"Seoul Declaration"}, blocks)
    assert set(names) == {"SOM", "SOMs", "FinMM", "Seoul Declaration"}
    assert names["SOMs"] == LinkTarget("glossary#b1", "b")


def test_a_page_goes_before_an_entry_of_the_glossary(compiled: Compiled) -> None:
    (entry,) = [p for p in compiled.renderings["european-union"].pieces if p.text.startswith("Also")]
    assert entry.links == ()
    (title,) = [piece for piece in compiled.renderings["piracy"].pieces if piece.text.startswith("ASEM8")]
    assert title.links == ("asem8", "other-topic")


def test_names_on_compiled_pages_lead_to_blocks_that_are_there(compiled: Compiled) -> None:
    links = {link for rendering in compiled.renderings.values() for p in rendering.pieces for link in p.links}
    blocks = {f"{slug}#{block}" for slug, ids in compiled.ids.items() for block in ids}
    assert links <= blocks | {draft.slug for draft in compiled.drafts}
    assert f"glossary#{compiled.entries['ASEAN']}" in links


def test_no_heading_leads_anywhere(compiled: Compiled) -> None:
    pieces = [piece for rendering in compiled.renderings.values() for piece in rendering.pieces]
    assert all(not p.links for p in pieces if p.kind in (BlockKind.HEADING, BlockKind.HEAD))


def test_an_edition_without_a_number_or_title_is_called_by_place_and_year() -> None:
    edition = SeriesMeeting(status="held", sources=(), city="Luxembourg", start="2022-03-08")
    series = Series(slug="x", symbol="SER-X", title="Seminar (HRS)", what="", editions=(edition,))
    assert edition_names(series, {0: "aaaa"})["HRS, Luxembourg 2022"].tip == "Luxembourg, 8 March 2022"
