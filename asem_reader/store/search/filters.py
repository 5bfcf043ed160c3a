# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compiles the filters of a query into a condition in SQL on the row of a section."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from asem_reader.core.place import Slug
from asem_reader.core.search.query import Query
from asem_reader.core.words import key
from asem_reader.store.search.topics import TopicTable

_APART = 1000  # rows of sections from one topic to the next
_ALL_SECTIONS = 2**62
_MOST_BRANCHES = 200
_FEW_YEARS = 3

# A section's topic is its row without the last three digits. Sets are made once for a whole read, which a
# join for every row is not; the plus keeps an index of words from asking its question anew for each of them.
_KIND = "+{row} / 1000 IN (SELECT id FROM topics WHERE kind = ?)"
_BELOW = """
    +{row} / 1000 IN (
      SELECT t.id FROM json_each(?) branch CROSS JOIN topics t
      ON t.id BETWEEN json_extract(branch.value, '$[0]') AND json_extract(branch.value, '$[1]')
    )
"""
_NOTED = "+{row} / 1000 IN (SELECT value FROM json_each(?))"
_IN_YEARS = "+{row} IN (SELECT section_id FROM section_years WHERE year BETWEEN ? AND ?)"
# Of many years the set would be large, and nearly every section is in it.
_IN_SPAN = "EXISTS (SELECT 1 FROM section_years y WHERE y.section_id = {row} AND y.year BETWEEN ? AND ?)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of SQL on sections, with its values."""

    parts: tuple[str, ...] = ()  # in SQL, all to be fulfilled, with ``{row}`` for the row of a section
    values: tuple[object, ...] = ()  # one for each question mark in them
    first: int = 0  # the lowest row of a section that can fulfil them
    last: int = _ALL_SECTIONS  # the highest

    def sql(self, row: str) -> str:
        """The condition in SQL on a column that holds the row of a section."""
        if self.first == 0 and self.last == _ALL_SECTIONS and not self.parts:
            return "1"
        span = f"{row} BETWEEN {self.first} AND {self.last}"
        return " AND ".join((span, *(part.format(row=row) for part in self.parts)))


class FilterCompiler:
    """Compiles filters to conditions."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    _SPAN = "SELECT min(id), max(id) FROM topics WHERE kind = ?"

    def of(self, query: Query, noted: Collection[Slug]) -> Condition:
        """Return what a query's filters ask of a section; `noted` are the topics with a note."""
        parts: list[str] = []
        values: list[object] = []
        spans = [(0, _ALL_SECTIONS)]
        if query.kind:
            parts.append(_KIND)
            values.append(query.kind)
            rows = self._topic_table.connection.execute(self._SPAN, (query.kind,)).fetchone()
            spans.append(_sections([row for row in rows if row is not None]))
        if query.within:
            branches = self._branches(query.within)
            spans.append(_sections([row for branch in branches for row in branch]))
            if len(branches) > 1:
                parts.append(_BELOW)
                values.append(json.dumps(branches))
        if query.years:
            few = query.years[1] - query.years[0] < _FEW_YEARS
            parts.append(_IN_YEARS if few else _IN_SPAN)
            values += query.years
        if query.noted:
            rows = self._topic_table.rows(noted)
            parts.append(_NOTED)
            values.append(json.dumps(rows))
            spans.append(_sections(rows))
        first, last = max(span[0] for span in spans), min(span[1] for span in spans)
        return Condition(tuple(parts), tuple(values), first, last)

    def _branches(self, name: str) -> list[tuple[int, int]]:
        """The rows of each topic that a name means and of all below it, in order, none within another."""
        branches: list[tuple[int, int]] = []
        for topic in self._topic_table.named(name, key(name), _MOST_BRANCHES):
            if not branches or topic > branches[-1][1]:
                branches.append((topic, self._topic_table.last_below(topic)))
        return branches


def topic_of(section: int) -> int:
    """The row of a section's topic."""
    return section // _APART


def first_section(topic: int) -> int:
    """The row of a topic's first section, which is its summary."""
    return topic * _APART


def _sections(topics: list[int]) -> tuple[int, int]:
    """The first and the last row that a section of some topics can have; of none there are none."""
    return (topics[0] * _APART, topics[-1] * _APART + _APART - 1) if topics else (1, 0)
