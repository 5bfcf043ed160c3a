# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads what the Library knows of meetings and terms, beyond what one article says."""

import sqlite3

from asem_reader.core.content import Source
from asem_reader.core.meeting import FOREIGN_MINISTERS, SUMMITS, Meeting
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.term import GlossaryTerm
from asem_reader.store.connect import reading
from asem_reader.store.library import Library

# The better a source, the sooner it is named where there is room for one.
_RANK = ("official", "institution", "reference", "press", "copy")


class ReferenceTables:
    """The tables of reference as values."""

    def __init__(self, library: Library) -> None:
        self._library = library

    _MEETINGS = """
        SELECT m.id, m.name, m.start, m.end, m.city, m.format, m.status, m.block_id,
               t.slug AS topic, t.title, g.slug AS above, g.title AS above_title
        FROM meetings m JOIN topics t ON t.id = m.topic_id LEFT JOIN topics g ON g.id = t.parent_id
        ORDER BY m.start, m.id
    """
    # A meeting with a page of its own is dated in that page; the others are rows of a table.
    _SOURCES = """
        SELECT m.id, s.title, s.publisher, s.kind, s.date, s.url FROM meetings m
        JOIN citations c ON c.block_id = coalesce(m.block_id, (
          SELECT b.id FROM blocks b JOIN sections e ON e.id = b.section_id
          WHERE e.topic_id = m.topic_id AND b.text LIKE 'Dates. %' LIMIT 1))
        JOIN sources s ON s.id = c.source_id
        ORDER BY m.id, c.number
    """

    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, oldest first."""
        with reading(self._library.path):
            connection = self._library.connection
            best: dict[int, Source] = {}
            for row in connection.execute(self._SOURCES):
                known = best.get(row["id"])
                if known is None or _RANK.index(row["kind"]) < _RANK.index(known.kind):
                    best[row["id"]] = _source(row)
            return tuple(_meeting(row, best.get(row["id"])) for row in connection.execute(self._MEETINGS))

    _TERMS = "SELECT term, expansion, block_id FROM terms ORDER BY id"

    def terms(self) -> tuple[GlossaryTerm, ...]:
        """All terms of the glossary, in its order."""
        with reading(self._library.path):
            rows = self._library.connection.execute(self._TERMS).fetchall()
        return tuple(GlossaryTerm(row["term"], row["expansion"], BlockId(row["block_id"])) for row in rows)


def _meeting(row: sqlite3.Row, source: Source | None) -> Meeting:
    single = row["above"] in (SUMMITS, FOREIGN_MINISTERS)
    return Meeting(
        row["name"],
        Slug(row["above"] if single else row["topic"]),
        row["above_title"] if single else row["title"],
        Slug(row["topic"]),
        BlockId(row["block_id"]) if row["block_id"] else None,
        row["start"] or "",
        row["end"] or "",
        row["city"] or "",
        row["format"] or "",
        row["status"],
        source,
    )


def _source(row: sqlite3.Row) -> Source:
    return Source(0, row["title"], row["publisher"] or "", row["kind"], row["date"] or "", row["url"] or "")
