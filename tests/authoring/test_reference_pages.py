# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pages that templates make of reference."""

import re

import msgspec
import pytest
from support.content import Data

from asem_reader.authoring.compiled import Compiled, compile_content
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.pages.markup import escaped, sections
from asem_reader.authoring.pages.meetings import ordinal, series_page
from asem_reader.core.content import BlockKind, Kind


def page(compiled: Compiled, slug: str) -> Draft:
    return next(draft for draft in compiled.drafts if draft.slug == slug)


def texts(compiled: Compiled, slug: str, kind: BlockKind = BlockKind.ITEM) -> list[str]:
    return [piece.text for piece in compiled.renderings[slug].pieces if piece.kind is kind]


def test_each_entry_has_a_page_under_its_group(compiled: Compiled) -> None:
    made = {d.slug: (d.kind, d.parent) for d in compiled.drafts if d.file.startswith("reference")}
    assert made["asem8"] == (Kind.MEETING, "summits")
    assert made["asemfmm6"] == (Kind.MEETING, "foreign-ministers")
    assert made["finance-ministers-meetings"] == (Kind.MEETING, "ministerial-tracks")
    assert made["human-rights-seminars"] == (Kind.MEETING, "seminars-and-dialogues")
    assert made["belgium"] == (Kind.PARTNER, "eu-member-states")
    assert made["asef"] == (Kind.BODY, "bodies")
    assert (made["glossary"], made["chronology"]) == ((Kind.TERM, ""), (Kind.MILESTONE, ""))
    assert len(made) == 5 + 2 + 5 + 1 + 3


def test_a_summit_is_told_at_a_glance(compiled: Compiled) -> None:
    found = page(compiled, "asem5")
    assert (found.title, found.as_of) == ("ASEM5, Hanoi 2004", "2004-10-09")
    assert "Hanoi, Viet Nam, 8–9 October 2004" in found.summary
    assert "Theme: Towards Revitalising the Partnership." in found.summary
    assert texts(compiled, "asem5") == [
        "Theme. “Towards Revitalising the Partnership”.",
        "Dates. 8–9 October 2004.",
        "Place. Hanoi, Viet Nam.",
        "Chair. The host of Hanoi.",
        "Partners admitted. Cambodia.",
        "Partners afterwards. 39.",
        "Leaders of the 5 meetings spoke of trade.",
        "They met.",
        "Chair’s Statement of Hanoi (9 October 2004). Read in part where it is cited.",
    ]


def test_a_statement_cites_its_own_sources_else_those_of_its_entry(compiled: Compiled) -> None:
    rendering = compiled.renderings["asem1"]
    cited = {piece.text: [rendering.sources[n - 1] for n in piece.sources] for piece in rendering.pieces}
    assert cited["Leaders of the 1 meetings spoke of trade."] == ["one"]
    assert cited["They met."] == ["two"]


@pytest.mark.parametrize(
    ("slug", "around"),
    [
        ("asem1", ("asem5",)),
        ("asem5", ("asem1", "asem8")),
        ("asem8", ("asem5", "asem13")),
        ("asem13", ("asem8",)),
        ("asemfmm6", ()),
    ],
)
def test_a_meeting_leads_to_those_before_and_after_it(
    compiled: Compiled, slug: str, around: tuple[str, ...]
) -> None:
    assert page(compiled, slug).related == around


def test_a_foreign_ministers_meeting_is_called_fmm(compiled: Compiled) -> None:
    found = page(compiled, "asemfmm6")
    assert found.title == "FMM6, Kildare 2004"
    assert "ASEMFMM6" in found.aliases
    assert found.summary.startswith("Meeting of the foreign ministers of ASEM, Kildare, Belgium, 17–18 April")


def test_a_meeting_by_video_is_said_to_be_one(compiled: Compiled) -> None:
    assert "by video" in page(compiled, "asem13").summary
    assert "Format. Virtual." in texts(compiled, "asem13")


def test_a_doubt_stands_as_an_editors_note(compiled: Compiled) -> None:
    assert texts(compiled, "asem8", BlockKind.NOTE) == ["Editor’s note. The hall was changed."]


def test_a_series_has_a_row_for_each_edition_held_or_not(compiled: Compiled) -> None:
    assert texts(compiled, "finance-ministers-meetings", BlockKind.ROW) == [
        "1st FinMM · September 1997; Bangkok, Thailand · no closing text found",
        "6th FinMM (first attempt) (cancelled) · September 2004; Brussels, Belgium · –",
        "15th FinMM (announced; no report that it was held was found) · Hanoi, Viet Nam · –",
    ]
    assert texts(compiled, "finance-ministers-meetings") == ["It was called off."]


def test_a_series_counts_its_meetings_and_says_which_were_not_held(compiled: Compiled) -> None:
    found = page(compiled, "finance-ministers-meetings")
    counted = "3 meetings are listed, from Bangkok in September 1997 to Brussels in September 2004"
    assert found.summary == f"Meetings of finance ministers. {counted}; 1 announced, 1 cancelled."
    assert page(compiled, "human-rights-seminars").summary == "Seminars on human rights. 1 meeting is listed."


def test_numbers_without_a_row_are_told(compiled: Compiled) -> None:
    assert texts(compiled, "finance-ministers-meetings", BlockKind.NOTE) == [
        "Editor’s note. They meet every two years.",
        "Editor’s note. No source for the 2nd to 14th ASEM Finance Ministers’ Meeting was found,"
        " as of November 2026.",
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([10], "10th"),
        ([1, 2], "1st and 2nd"),
        ([2, 3, 4], "2nd to 4th"),
        ([1, 2, 5, 7, 8], "1st, 2nd, 5th, 7th and 8th"),
        ([2, 3, 4, 9], "2nd to 4th and 9th"),
    ],
)
def test_numbers_that_are_missing_are_told_in_runs(compiled: Compiled, numbers: list[int], said: str) -> None:
    series = compiled.content.reference.series[0]
    known = [number for number in range(1, 12) if number not in numbers]
    editions = [msgspec.structs.replace(series.editions[0], number=number) for number in known]
    draft = series_page(
        msgspec.structs.replace(series, editions=tuple(editions)), "", compiled.content.reference, "2026-11"
    )
    assert f"No source for the {said} Informal Seminar on Human Rights was found" in draft.body


def test_a_document_of_which_no_copy_was_found_says_so(full: Data) -> None:
    full.change("read: part", "read: named", "reference/summits.yaml")
    made = compile_content(full.write())
    assert texts(made, "asem1")[-1] == (
        "Chair’s Statement of Bangkok (2 March 1996)."
        " No copy was found as of November 2026; its title is known."
    )


def test_a_partner_that_came_before_its_first_summit_says_both_years(full: Data) -> None:
    full.change("accession: 2004", "accession: 2003", "reference/partners.yaml")
    first = texts(compile_content(full.write()), "cambodia")[0]
    assert first == "Partner since. 2003, in the first enlargement (first summit: ASEM5, Hanoi, 2004)."


def test_a_city_that_is_a_country_is_named_once(full: Data) -> None:
    full.change("city: Bangkok", "city: Thailand", "reference/series.yaml")
    (row,) = texts(compile_content(full.write()), "human-rights-seminars", BlockKind.ROW)
    assert "1999; Thailand · " in row


def test_a_series_is_as_old_as_its_last_date_and_leads_to_its_issue(compiled: Compiled) -> None:
    found = page(compiled, "finance-ministers-meetings")
    assert (found.title, found.as_of) == ("ASEM Finance Ministers' Meeting", "2004-09")
    assert found.aliases == ("FinMM", "finance ministers")
    assert found.related == ("piracy",)
    assert "finance-ministers-meetings" in compiled.related["piracy"]


def test_a_bar_in_a_theme_is_no_cell(compiled: Compiled) -> None:
    (row,) = texts(compiled, "human-rights-seminars", BlockKind.ROW)
    when = "27–29 June 1999; Bangkok, Thailand"
    assert row == f"2nd ASEMHRS · {when} · “Freedom | and order”; A report; by video"


def test_meetings_hosted_are_counted_by_country_and_stand_by_date(compiled: Compiled) -> None:
    assert texts(compiled, "thailand", BlockKind.ROW) == [
        "ASEM1 · 1–2 March 1996 · Bangkok",
        "1st FinMM · September 1997 · Bangkok",
        "2nd ASEMHRS · 27–29 June 1999 · Bangkok, by video",
    ]
    assert "3 meetings" in page(compiled, "thailand").summary


def test_a_meeting_that_was_cancelled_or_is_planned_was_hosted_by_nobody(compiled: Compiled) -> None:
    assert len(texts(compiled, "belgium", BlockKind.ROW)) == 2
    assert texts(compiled, "vietnam", BlockKind.ROW) == ["ASEM5 · 8–9 October 2004 · Hanoi"]
    assert re.search(r"\b1 meeting\b", page(compiled, "vietnam").summary)


def test_a_partner_says_when_and_where_it_joined(compiled: Compiled) -> None:
    assert texts(compiled, "cambodia")[0] == "Partner since. 2004, in the first enlargement (ASEM5, Hanoi)."
    assert texts(compiled, "belgium")[0] == "Partner since. 1996, as a founding partner (ASEM1, Bangkok)."
    assert {"Belgian", "Brussels", "BEL"} <= set(page(compiled, "belgium").aliases)


def test_an_institution_has_a_seat_and_hosts_nothing(compiled: Compiled) -> None:
    assert "Seat. Brussels." in texts(compiled, "european-union")
    headings = texts(compiled, "european-union", BlockKind.HEADING)
    assert headings == ["At a glance"]


def test_rounds_list_all_partners_by_region(compiled: Compiled) -> None:
    assert texts(compiled, "rounds-of-accession", BlockKind.HEADING) == [
        "Founding partners, 1996 (4)",
        "First enlargement, 2004 (1)",
    ]
    assert texts(compiled, "rounds-of-accession") == [
        "Asia (2). Thailand, Viet Nam.",
        "Europe (2). Belgium, European Union.",
        "Asia (1). Cambodia.",
    ]


def test_a_body_says_what_it_is_and_since_when(compiled: Compiled) -> None:
    assert texts(compiled, "asef") == [
        "The foundation links civil societies.",
        "It runs seminars.",
        "Acronym. ASEF.",
        "Kind. Foundation.",
        "Founded. 15 February 1997.",
        "Seat. Singapore.",
        "Status. Active in 2024.",
    ]


def test_the_glossary_has_terms_abbreviations_and_bodies_by_letter(compiled: Compiled) -> None:
    assert texts(compiled, "glossary", BlockKind.HEADING) == ["A", "E", "F", "S"]
    said = texts(compiled, "glossary")
    assert [entry.split(":")[0].split(" (")[0] for entry in said] == [
        *("ASEAN", "ASEF", "ASEM", "ASEM8", "ASEMHRS"),
        *("EU", "FinMM", "FMM", "Seoul Declaration", "SOM"),
    ]
    assert "ASEF: Asia-Europe Foundation." in said
    assert "EU (European Union): A union." in said
    assert "Seoul Declaration: A text of *2000*." in said
    assert "asem:finance-ministers-meetings" in page(compiled, "glossary").body


def test_glossary_of_content_is_terms_abbreviations_and_acronyms_of_bodies(compiled: Compiled) -> None:
    glossary = compiled.content.glossary
    assert glossary["ASEM"] == "Asia-Europe Meeting"
    assert glossary["ASEF"] == "Asia-Europe Foundation"
    assert glossary["FinMM"] == "Finance Ministers' Meeting"
    assert glossary["ASEMHRS"] == "ASEMHRS"


def test_the_chronology_is_in_order_by_decade(compiled: Compiled) -> None:
    assert texts(compiled, "chronology", BlockKind.HEADING) == ["1990s", "2000s", "2010s"]
    assert texts(compiled, "chronology", BlockKind.EVENT) == [
        "October 1994: A summit was proposed. Some say November.",
        "2004: Cambodia joined.",
        "4–5 October 2010: ASEM8 met in Brussels.",
        "2012: A forum was due (announced; no report that it was held was found).",
    ]
    assert page(compiled, "chronology").as_of == "2012"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (22, "22nd")],
)
def test_numbers_have_their_ending(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_sections_that_hold_nothing_are_left_out_and_items_make_one_list() -> None:
    made = sections(("One", ["- a", "- b"]), ("None", []), ("Two", ["text", "> note"]))
    assert made == "## One\n\n- a\n- b\n\n## Two\n\ntext\n\n\n> note\n"


@pytest.mark.parametrize("text", ["*a*", "_b_", "`c`", "[d]", "e | f", "\\g"])
def test_plain_text_is_never_markup(text: str) -> None:
    assert escaped(text).replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") == text
    assert re.search(r"(?<!\\)[`*_\[\]|]", escaped(text)) is None
