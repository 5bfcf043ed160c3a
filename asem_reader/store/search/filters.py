# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compiles the filters of a query into a condition in SQL on the row of a section."""

import json
from collections.abc import Collection
from typing import NamedTuple

from asem_reader.core.place import Slug
from asem_reader.core.search.query import Query
from asem_reader.core.words import key
from asem_reader.store.search.topics import TopicTable

APART = 1000  # rows of sections from one topic to the next
_MOST_BRANCHES = 200

# A section's topic is its row without the last three digits. Sets are made once for a whole read, which a
# join for every row is not; the plus keeps an index of words from asking its question anew for each of them.
_KIND = "+{row} / 1000 IN (SELECT id FROM topics WHERE kind = ?)"
_BELOW = """
    +{row} / 1000 IN (
      SELECT t.id FROM json_each(?) branch CROSS JOIN topics t
      ON t.id BETWEEN json_extract(branch.value, '$[0]') / 1000 AND json_extract(branch.value, '$[1]') / 1000
    )
"""
_NOTED = "+{row} / 1000 IN (SELECT value FROM json_each(?))"
_IN_YEARS = "EXISTS (SELECT 1 FROM section_years y WHERE y.section_id = {row} AND y.year BETWEEN ? AND ?)"


class Condition(NamedTuple):
    """A condition of SQL on sections, with its values."""

    parts: tuple[str, ...] = ()  # in SQL, all to be fulfilled, with ``{row}`` for the row of a section
    values: tuple[object, ...] = ()  # one for each question mark in them

    def sql(self, row: str) -> str:
        """The condition in SQL on a column that holds the row of a section."""
        return " AND ".join(part.format(row=row) for part in self.parts) or "1"


class FilterCompiler:
    """Compiles filters to conditions."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    def of(self, query: Query, noted: Collection[Slug]) -> Condition:
        """Return what a query's filters ask of a section; `noted` are the topics with a note."""
        parts, values = list[str](), list[object]()
        if query.kind:
            parts.append(_KIND)
            values.append(query.kind)
        if query.within:
            branches = self._branches(query.within) or [(1, 0)]
            parts.append(f"{{row}} BETWEEN {branches[0][0]} AND {branches[-1][1]}")
            if len(branches) > 1:
                parts.append(_BELOW)
                values.append(json.dumps(branches))
        if query.years:
            parts.append(_IN_YEARS)
            values += query.years
        if query.noted:
            parts.append(_NOTED)
            values.append(json.dumps(self._topic_table.rows(noted)))
        return Condition(tuple(parts), tuple(values))

    def _branches(self, name: str) -> list[tuple[int, int]]:
        """The sections of each topic that a name means and of all below it, from the first to the last."""
        branches: list[tuple[int, int]] = []
        for topic in self._topic_table.named(name, key(name), _MOST_BRANCHES):
            if not branches or first_section(topic) > branches[-1][1]:
                last = self._topic_table.last_below(topic)
                branches.append((first_section(topic), first_section(last + 1) - 1))
        return branches


def topic_of(section: int) -> int:
    """The row of a section's topic."""
    return section // APART


def first_section(topic: int) -> int:
    """The row of a topic's first section, which is its summary."""
    return topic * APART
