# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the Library knows of meetings and terms."""

import pytest

from asem_reader.core.meeting import FOREIGN_MINISTERS, SUMMITS, last_held
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables


@pytest.fixture(scope="module")
def reference_tables(library: Library) -> ReferenceTables:
    return ReferenceTables(library)


def test_every_meeting_has_a_source_that_the_library_has(
    reference_tables: ReferenceTables, library: Library
) -> None:
    titles = {row[0] for row in library.connection.execute("SELECT title FROM sources")}
    assert len(reference_tables.meetings()) > 150
    assert all(meeting.source and meeting.source.title in titles for meeting in reference_tables.meetings())


def test_summits_and_foreign_ministers_are_series_of_their_own(reference_tables: ReferenceTables) -> None:
    met = reference_tables.meetings()
    assert sum(meeting.series == SUMMITS for meeting in met) == 13
    assert sum(meeting.series == FOREIGN_MINISTERS for meeting in met) == 14
    last = last_held(met, SUMMITS, "2026-11-23")
    assert last
    assert (last.name, last.city, last.block) == ("ASEM13", "Phnom Penh", None)


def test_a_meeting_of_a_series_leads_to_its_row(reference_tables: ReferenceTables, library: Library) -> None:
    rows = [meeting for meeting in reference_tables.meetings() if meeting.block]
    assert rows
    assert all(library.home_of(meeting.block) == meeting.topic for meeting in rows if meeting.block)


def test_terms_are_spelled_out_and_lead_to_the_glossary(
    reference_tables: ReferenceTables, library: Library
) -> None:
    known = {term.term: term for term in reference_tables.terms()}
    assert known["UNCLOS"].expansion == "United Nations Convention on the Law of the Sea"
    assert all(library.home_of(term.block) for term in known.values())
