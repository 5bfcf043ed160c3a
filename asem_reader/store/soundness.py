# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Looks whether a Library that somebody else may have made is as this program reads it."""

import re
import sqlite3
from collections.abc import Mapping

from asem_reader.core.language import N_
from asem_reader.store import schema

_MADE = r"^CREATE (?:VIRTUAL )?(?:TABLE|INDEX) (?!temp\.)[^;]*"
_OURS = frozenset(re.findall(_MADE, schema.TABLES + schema.LEXICON + schema.INDEXES, re.MULTILINE))
# What SQLite makes itself for a full-text index or for ANALYZE has a text of its own in each version.
_BESIDE = re.compile(r"(?:\w+_fts|words_trigrams|words_stems)_(?:data|idx|content|docsize|config)|sqlite_\w+")

LONGEST_TEXT = 100_000  # letters of a block, in each of its two forms
MOST_BLOCKS = 5_000  # of one topic: a page of so many is shown within seconds
MOST_TOPICS = 50_000
DEEPEST = 50  # topics, one above the other

# Each finds a row if something is wrong; the first is told. The tree comes before all that walks it.
_FAULTS: Mapping[str, str] = {
    N_("it refers to what is not in it"): "PRAGMA foreign_key_check",
    N_("it has too many topics"): f"SELECT 1 FROM topics LIMIT 1 OFFSET {MOST_TOPICS}",
    N_("its topics go in a circle, or lie too deep in one another"): f"""
        WITH RECURSIVE under(id, depth) AS (
          SELECT id, 1 FROM topics WHERE parent_id IS NULL
          UNION ALL SELECT t.id, depth + 1 FROM topics t JOIN under u ON t.parent_id = u.id
          WHERE depth < {DEEPEST}
        )
        SELECT 1 FROM topics WHERE id NOT IN (SELECT id FROM under)
    """,
    N_("a text in it is too long"): f"""
        SELECT 1 FROM blocks WHERE max(length(text), length(cells)) > {LONGEST_TEXT}
        UNION ALL SELECT 1 FROM topics
        WHERE max(length(title), length(summary), length(slug)) > {LONGEST_TEXT}
        UNION ALL SELECT 1 FROM sections
        WHERE max(length(topic), length(names), length(heading)) > {LONGEST_TEXT}
    """,
    N_("a topic in it is too long"): f"""
        SELECT 1 FROM blocks b JOIN sections s ON s.id = b.section_id
        GROUP BY s.topic_id HAVING count(*) > {MOST_BLOCKS}
    """,
    N_("SQLite finds fault with it"): "SELECT 1 FROM pragma_quick_check(1) WHERE quick_check <> 'ok'",
}


def has_our_shape(connection: sqlite3.Connection) -> bool:
    """True if tables and indexes are those of `schema`, word for word, without a view or a trigger.

    The texts alone are compared, so it takes less than a millisecond.
    """
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    made = {sql for kind, name, sql in rows if not (kind == "table" and _BESIDE.fullmatch(name))}
    return made == _OURS


def fault(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with the values of a Library, not yet translated; None if nothing is."""
    return next((told for told, query in _FAULTS.items() if connection.execute(query).fetchone()), None)
