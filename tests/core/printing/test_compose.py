# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""From an article to a sheet: what is on it, in which order, with which sources."""

import random
from functools import cache

import pytest
from support.marks import mark
from support.sheet_readers import portion_of

from asem_reader.core.content import Article, Kind
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.meeting import Meeting
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.copyfit import CARD, LineMeasure
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Shape, Sheet
from asem_reader.core.span import plain
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

NOW = Wish("now")


def article(library: Library, slug: str = "maritime-security") -> Article:
    return library.article(Slug(slug))


def composed(library: Library, slug: str = "maritime-security", wish: Wish = NOW) -> Sheet:
    return compose(article(library, slug), library.edition(), wish, meetings(library))


@cache
def meetings(library: Library) -> tuple[Meeting, ...]:
    return ReferenceTables(library).meetings()


def note(number: int, block: BlockId | None) -> Mark:
    return mark(number)._replace(block=block, created=f"2026-11-{number % 28 + 1:02}T00:00:00Z")


def noted(library: Library, *marks: Mark) -> list[str]:
    return [note.body for note in compose(article(library), library.edition(), NOW, (), marks).notes]


@pytest.fixture(scope="module")
def everything(library: Library) -> list[Sheet]:
    """The standard sheet of every topic."""
    return [composed(library, topic.slug) for topic in library.topics()]


def test_every_topic_composes_with_every_citation_listed(everything: list[Sheet]) -> None:
    for sheet in everything:
        assert (
            sheet.cites == tuple(range(1, len(sheet.sources) + 1)) == tuple(s.number for s in sheet.sources)
        )
        assert sheet.portions, sheet.topic.slug


def test_an_issue_has_its_parts_in_order(everything: list[Sheet]) -> None:
    for sheet in everything:
        if sheet.topic.kind is Kind.ISSUE:
            parts = [portion.part for portion in sheet.portions]
            assert parts == [part for part in Part if part in parts]
            assert parts[:2] == [Part.BOTTOM_LINE, Part.POSITION]
            assert not {Part.TIMELINE, Part.ORIGIN} & {*parts}


def test_the_second_side_begins_where_the_first_ends(everything: list[Sheet]) -> None:
    for sheet in everything:
        if sheet.topic.kind is Kind.ISSUE:
            (turn,) = (at for at, portion in enumerate(sheet.portions) if portion.overleaf)
            assert [PARTS[portion.part].side for portion in sheet.portions[:turn]] == [1] * turn
            assert {PARTS[portion.part].side for portion in sheet.portions[turn:]} == {2}


def test_a_line_of_our_own_is_written_on_the_first_side(library: Library) -> None:
    line = portion_of(composed(library, wish=Wish(our_line=True)), Part.OUR_LINE)
    assert line
    assert {entry.shape for entry in line.entries} == {Shape.BLANK}
    assert portion_of(composed(library), Part.OUR_LINE) is None
    assert portion_of(composed(library, "germany", Wish(our_line=True)), Part.OUR_LINE) is None


def test_our_line_goes_with_what_is_chosen_but_never_alone(library: Library) -> None:
    facts, nothing = (
        composed(library, wish=Wish(our_line=True, selection=Selection((name,))))
        for name in ("key-facts", "zzz9")
    )
    assert [portion.part for portion in facts.portions] == [Part.OUR_LINE, Part.FACTS]
    assert nothing.portions == ()


def test_a_card_has_room_for_lines_that_stay_together(library: Library) -> None:
    for topic in library.topics():
        if topic.kind is Kind.ISSUE:
            card = composed(library, topic.slug, Wish(profile=Profile.CARD, our_line=True))
            scale, line = LineMeasure(card.portions, card.sources), portion_of(card, Part.OUR_LINE)
            assert line
            lines = scale.lines(card.portions, topic.title, plain(card.lead)) + scale.text([line])
            rules = [(PARTS[portion.part], len(portion.entries)) for portion in card.portions]
            assert lines <= CARD or all(count <= rule.least for rule, count in rules if rule.share)


def test_every_statement_and_fact_has_a_source(everything: list[Sheet]) -> None:
    for sheet in everything:
        for portion in sheet.portions:
            if portion.part in (
                Part.BOTTOM_LINE,
                Part.POSITION,
                Part.VIEWS,
                Part.NEXT,
                Part.FACTS,
                Part.ASKED,
            ):
                bare = [entry.text for entry in portion.entries if not entry.cites]
                assert all("found as of November 2026" in text for text in bare)


@pytest.mark.parametrize("part", [Part.POSITION, Part.FACTS])
def test_a_standard_sheet_says_what_it_leaves_to_the_article(library: Library, part: Part) -> None:
    short = portion_of(composed(library), part)
    whole = portion_of(composed(library, wish=Wish(profile=Profile.ARTICLE)), part)
    assert short
    assert whole
    assert whole.rest == ""
    assert len(short.entries) + short.more == len(whole.entries)
    assert [e.code for e in short.entries] == [e.code for e in whole.entries][: len(short.entries)]
    assert short.rest == (f"{short.more} more in the full article" if short.more else "")


def test_of_the_background_the_newest_stay(library: Library) -> None:
    background = portion_of(composed(library, "iran-jcpoa", Wish(bound=True)), Part.BACKGROUND)
    whole = portion_of(composed(library, "iran-jcpoa", Wish(profile=Profile.ARTICLE)), Part.BACKGROUND)
    assert background
    assert whole
    assert background.rest.endswith("earlier in the full article")
    assert background.entries[-1].code == whole.entries[-1].code


def test_a_full_article_has_every_block(library: Library) -> None:
    for topic in library.topics():
        there = article(library, topic.slug)
        sheet = composed(library, topic.slug, Wish(profile=Profile.ARTICLE))
        printed = {entry.code for portion in sheet.portions for entry in portion.entries}
        headings = {section.heading.id for section in there.sections}
        lead = {there.leading.id} if there.leading else set()
        assert set(there.blocks) - headings - printed == lead


def test_a_card_has_position_next_and_two_key_facts(library: Library) -> None:
    card = composed(library, wish=Wish(profile=Profile.CARD))
    assert [p.part for p in card.portions] == [Part.BOTTOM_LINE, Part.POSITION, Part.NEXT, Part.FACTS]
    assert len(card.portions[-1].entries) == 2
    assert composed(library, "germany", Wish(profile=Profile.CARD)).portions


def test_the_text_under_negotiation_and_not_ninety_pages(library: Library) -> None:
    facts = portion_of(composed(library), Part.FACTS)
    assert facts
    one = facts.entries[1]
    sheet = composed(library, wish=Wish(selection=Selection(only=(str(one.code),))))
    assert [entry.text for portion in sheet.portions for entry in portion.entries] == [one.text]
    assert sheet.lead == ()
    assert len(sheet.sources) == len(one.cites)


@pytest.mark.parametrize("name", ["Key facts", "key-facts", "KEY FACTS"])
def test_a_section_goes_by_its_name_or_title(library: Library, name: str) -> None:
    (portion,) = composed(library, wish=Wish(selection=Selection(only=(name,)))).portions
    assert portion.part is Part.FACTS
    left = composed(library, wish=Wish(selection=Selection(omit=(name,))))
    assert portion_of(left, Part.FACTS) is None


def test_a_row_alone_keeps_the_head_of_its_table(library: Library) -> None:
    table = portion_of(composed(library, wish=Wish(profile=Profile.ARTICLE)), Part.INSTRUMENTS)
    assert table
    wish = Wish(selection=Selection(only=(str(table.entries[-1].code),)))
    (portion,) = composed(library, wish=wish).portions
    assert [entry.shape for entry in portion.entries] == [Shape.HEAD, Shape.ROW]


def test_unknown_names_are_told(library: Library) -> None:
    selection = Selection(only=("key-facts", "nonsense"), omit=("Timeline", "zzzz"))
    assert selection.unknown(composed(library).portions) == ("nonsense", "zzzz")


def test_left_out_paragraphs_take_their_sources_along(library: Library) -> None:
    sheet = composed(library)
    less = composed(library, wish=Wish(selection=Selection(omit=("timeline", "background"))))
    assert len(less.sources) < len(sheet.sources)
    assert less.cites == tuple(range(1, len(less.sources) + 1))


def test_notes_come_in_the_order_of_the_text(library: Library) -> None:
    blocks = list(article(library).blocks)
    notes = [note(number, block)._replace(body=block) for number, block in enumerate(blocks)]
    shuffled = random.Random(1).sample(notes, len(notes))
    assert noted(library, *shuffled) == blocks


def test_notes_on_the_whole_topic_come_first_and_two_on_one_block_by_age(library: Library) -> None:
    block = next(iter(article(library).blocks))
    marks = [note(day, on)._replace(body=str(day)) for day, on in ((20, block), (3, block), (25, None))]
    assert noted(library, *marks) == ["25", "3", "20"]


def test_marks_of_others_and_those_without_words_stay_out(library: Library) -> None:
    other = note(1, None)._replace(slug=Slug("climate-change"))
    kinds = [note(2, None)._replace(kind=kind, body="") for kind in (MarkKind.BOOKMARK, MarkKind.HIGHLIGHT)]
    assert noted(library, other, *kinds) == []


def test_what_is_written_on_a_highlight_is_a_note_too(library: Library) -> None:
    assert noted(library, note(2, None)._replace(kind=MarkKind.HIGHLIGHT, body="Ask")) == ["Ask"]


def test_a_note_whose_block_is_gone_is_still_printed(library: Library) -> None:
    assert noted(library, note(1, BlockId("zzzz"))._replace(body="mine")) == ["mine"]
    without = Wish(selection=Selection(omit=("notes",)))
    assert compose(article(library), library.edition(), without, (), [note(1, None)]).notes == ()


def test_the_last_meetings_are_those_the_facts_hold(library: Library) -> None:
    met = portion_of(composed(library, wish=Wish(profile=Profile.ARTICLE)), Part.MEETINGS)
    assert met
    assert "ASEM13" in met.entries[0].text
    assert "FMM14" in met.entries[1].text
    assert met.entries[-1].text.startswith("Next · None is known to this edition")
    assert all(entry.cites for entry in met.entries[:-1])
