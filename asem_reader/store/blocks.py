# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads all texts of a Library, to be indexed."""

from collections.abc import Mapping

from asem_reader.core.anchoring.editionindex import EditionIndex, IndexedText
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.connect import reading
from asem_reader.store.library import Library

_BLOCKS = """
    SELECT t.slug, b.id AS block, b.text FROM blocks b
    JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id
    ORDER BY t.id, b.section_id, b.position
"""
_NAMES = """
    SELECT slug, NULL AS block, title AS text, id, 0 AS rank FROM topics
    UNION ALL SELECT t.slug, NULL, a.alias, t.id, 1 FROM aliases a JOIN topics t ON t.id = a.topic_id
    ORDER BY id, rank
"""


def texts(library: Library) -> tuple[list[IndexedText], list[IndexedText], Mapping[Slug, Slug]]:
    """Return all blocks in reading order; all topics, by title, then by other names; and redirects."""
    with reading(library.path):
        blocks, names = (
            [
                IndexedText(Slug(row["slug"]), BlockId(row["block"]) if row["block"] else None, row["text"])
                for row in library.connection.execute(statement)
            ]
            for statement in (_BLOCKS, _NAMES)
        )
    return blocks, names, library.redirects


def edition_index(library: Library) -> EditionIndex:
    """Return the index of a Library."""
    return EditionIndex(*texts(library))
