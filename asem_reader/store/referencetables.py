# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads what the Library knows of meetings and terms, beyond what one article says."""

import sqlite3

from asem_reader.core.content import Source
from asem_reader.core.meeting import FOREIGN_MINISTERS, SUMMITS, Meeting
from asem_reader.core.partner import PartnerRecord
from asem_reader.core.term import GlossaryTerm
from asem_reader.store.libraries import Reading
from asem_reader.store.library import Library

# The better a source, the sooner it is named where there is room for one.
_RANK = ("official", "institution", "reference", "press", "copy")


class ReferenceTables:
    """The reference tables as values."""

    def __init__(self, library: Reading) -> None:
        self._libraries = library.libraries

    # Summits and foreign ministers' meetings have a topic each; the topic of others lists the series.
    _MEETINGS = f"""
        SELECT m.id, m.name, iif(g.slug IN ('{SUMMITS}', '{FOREIGN_MINISTERS}'), g.slug, t.slug),
          iif(g.slug IN ('{SUMMITS}', '{FOREIGN_MINISTERS}'), g.title, t.title), t.slug, m.block_id,
          ifnull(m.start, ''), ifnull(m.end, ''), ifnull(m.city, ''),
          ifnull(m.country, ''), ifnull(m.format, ''), m.status
        FROM meetings m JOIN topics t ON t.id = m.topic_id LEFT JOIN topics g ON g.id = t.parent_id
        ORDER BY m.start, m.id
    """
    # A meeting with a page of its own is dated in that page; the others are rows of a table.
    _SOURCES = """
        SELECT m.id, s.title, ifnull(s.publisher, ''), s.kind, ifnull(s.date, ''), ifnull(s.url, '')
        FROM meetings m
        JOIN citations c ON c.block_id = coalesce(m.block_id, (
          SELECT b.id FROM blocks b JOIN sections e ON e.id = b.section_id
          WHERE e.topic_id = m.topic_id AND b.text LIKE 'Dates. %' LIMIT 1))
        JOIN sources s ON s.id = c.source_id
        ORDER BY m.id, c.number
    """

    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, oldest first."""
        meetings = (meeting for library in self._libraries for meeting in self._meetings_in(library))
        return tuple(sorted(meetings, key=lambda meeting: meeting.start))

    def _meetings_in(self, library: Library) -> list[Meeting]:
        best: dict[int, Source] = {}

        def compare(row: sqlite3.Row) -> None:
            meeting, *rest = row
            source = Source(0, *rest)
            known = best.setdefault(meeting, source)
            if _RANK.index(source.kind) < _RANK.index(known.kind):
                best[meeting] = source

        def meeting(row: sqlite3.Row) -> Meeting:
            number, *values = row
            return Meeting(*(*values, best.get(number)))

        library.ask(compare, self._SOURCES)
        return library.ask(meeting, self._MEETINGS)

    _PARTNERS = """
        SELECT p.name, t.slug, ifnull(p.iso2, ''), ifnull(p.iso3, ''), p.region, p.accession
        FROM partners p JOIN topics t ON t.id = p.topic_id ORDER BY p.id
    """

    def partners(self) -> tuple[PartnerRecord, ...]:
        """All partners, in the order of their accession."""
        found = (library.ask(lambda row: PartnerRecord(*row), self._PARTNERS) for library in self._libraries)
        return tuple(partner for partners in found for partner in partners)

    _TERMS = "SELECT term, expansion, block_id, ifnull(definition, '') FROM terms ORDER BY id"

    def terms(self) -> tuple[GlossaryTerm, ...]:
        """All terms of the glossary, in its order; of two Libraries that have one, that of the first."""
        terms: dict[str, GlossaryTerm] = {}
        for library in self._libraries:
            for term in library.ask(lambda row: GlossaryTerm(*row), self._TERMS):
                terms.setdefault(term.term, term)
        return tuple(terms.values())
