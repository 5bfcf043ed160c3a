# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sheets bound into a pack."""

import pytest

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.pack import Cover, Pack, bind, mentioned
from asem_reader.core.printing.sheet import Sheet
from asem_reader.core.term import GlossaryTerm
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

SLUGS = ("maritime-security", "climate-change", "asem12", "germany")
COVER = Cover("Delegation brief", "SOM", "Brussels", "2026-12-01")


@pytest.fixture(scope="module")
def sheets(library: Library) -> list[Sheet]:
    meetings = ReferenceTables(library).meetings()
    return [compose(library.article(Slug(s)), library.edition(), Wish(), meetings) for s in SLUGS]


@pytest.fixture(scope="module")
def terms(library: Library) -> tuple[GlossaryTerm, ...]:
    return ReferenceTables(library).terms()


def test_one_list_of_sources_serves_all_sheets(sheets: list[Sheet], terms: tuple[GlossaryTerm, ...]) -> None:
    pack = bind(sheets, COVER, terms)
    assert [source.number for source in pack.sources] == list(range(1, len(pack.sources) + 1))
    assert {n for sheet in pack.sheets for n in sheet.cites} == {source.number for source in pack.sources}
    assert all(sheet.sources == () for sheet in pack.sheets)
    assert len(pack.sources) < sum(len(sheet.sources) for sheet in sheets)


def test_each_statement_keeps_its_sources(sheets: list[Sheet]) -> None:
    pack = bind(sheets, COVER)
    joined = {source.number: source.title for source in pack.sources}
    for own, bound in zip(sheets, pack.sheets, strict=True):
        titles = {source.number: source.title for source in own.sources}
        for before, after in zip(own.lines, bound.lines, strict=True):
            cited = [{titles[n] for n in span.cites} for span in before]
            assert [{joined[n] for n in span.cites} for span in after] == cited


def test_the_acronyms_are_those_that_are_used(sheets: list[Sheet], terms: tuple[GlossaryTerm, ...]) -> None:
    used = {term.term for term in bind(sheets, COVER, terms).terms}
    assert {"ASEM", "UNCLOS", "BBNJ", "FMM"} <= used
    assert "AEETC" not in used
    assert bind(sheets[3:], COVER, terms).terms != bind(sheets, COVER, terms).terms


def test_the_meetings_and_partners_that_are_mentioned(sheets: list[Sheet], library: Library) -> None:
    meetings = mentioned(sheets, library.topics(), Kind.MEETING)
    partners = mentioned(sheets, library.topics(), Kind.PARTNER)
    assert {"asem13", "asemfmm14"} <= set(meetings)
    assert "asem12" not in meetings
    assert "germany" not in partners
    order = [topic.slug for topic in library.topics()]
    assert list(meetings) == sorted(meetings, key=order.index)


def test_a_pack_says_what_it_is(sheets: list[Sheet]) -> None:
    assert Pack((sheets[0],)).title == "POL-05 Maritime security"
    assert Pack(tuple(sheets)).title == "POL-05 Maritime security and 3 more"
    assert bind(sheets, COVER).title == "Delegation brief"
    assert COVER.where_and_when == "Brussels, 1 December 2026"
    assert Pack(tuple(sheets)).keywords[:3] == ("ASEM", "POL-05", "POL-16")


def test_nothing_cannot_be_printed() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Pack(())
