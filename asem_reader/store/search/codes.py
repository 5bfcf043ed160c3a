# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds a paragraph by its code, as it stands in the margin of a printed sheet."""

import sqlite3

from asem_reader.core.content import Kind
from asem_reader.core.language import _
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.search.query import Query


class CodeLookup:
    """Looks up blocks by their codes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    _BLOCK = """
        WITH RECURSIVE up(id, parent_id, title) AS (
          SELECT t.id, t.parent_id, '' FROM blocks b JOIN sections s ON s.id = b.section_id
          JOIN topics t ON t.id = s.topic_id WHERE b.id = ?1
          UNION ALL
          SELECT t.id, t.parent_id, t.title FROM topics t JOIN up ON t.id = up.parent_id
        )
        SELECT b.id, b.text, s.heading, t.slug, t.title, t.symbol, t.kind,
               (SELECT title FROM up WHERE parent_id IS NULL) AS pillar
        FROM blocks b JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id
        WHERE b.id = ?1
    """

    def of(self, query: Query) -> list[Hit]:
        """Return the paragraph whose code is all that was typed, or none."""
        if query.narrowed or query.unwanted or len(query.wanted) != 1 or len(query.wanted[0]) != 1:
            return []
        code = query.wanted[0][0].text.strip().lower()
        row = self._connection.execute(self._BLOCK, (code,)).fetchone()
        return [_hit(row)] if row else []


def _hit(row: sqlite3.Row) -> Hit:
    return Hit(
        Place(Slug(row["slug"]), BlockId(row["id"])),
        row["title"],
        row["symbol"] or "",
        row["heading"],
        (Run(row["text"], matched=False),),
        _("paragraph {code}").format(code=row["id"]),
        Kind(row["kind"]),
        row["pillar"],
        named=True,
    )
