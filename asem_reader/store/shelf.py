# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where each topic stands, kept at hand while one searches: its kind, its pillar, and what lies below it."""

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.query import Query
from asem_reader.core.words import key

_APART = 1000  # rows of sections from one topic to the next
_ALL_SECTIONS = 2**62
_MOST_RANGES = 100


@dataclass(frozen=True, slots=True)
class Spot:
    """A topic as a search needs it; `root` is the row of the topic at the top of the tree above it."""

    slug: Slug
    title: str
    symbol: str
    kind: Kind
    root: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A condition in SQL on topics `t` and sections `s`, with its values.

    Attributes:
        first: the lowest row of a section that can fulfil it.
        last: the highest.
    """

    condition: str
    values: tuple[object, ...]
    first: int
    last: int


# To stand in a question to an index: what a narrowing leaves of the rows that match.
NARROWED = """
    AND {index}.rowid BETWEEN {first} AND {last}
    AND EXISTS (SELECT 1 FROM sections s JOIN topics t ON t.id = s.topic_id
                WHERE s.id = {index}.rowid AND {condition})
"""


class Shelf:
    """All topics by their row; they are numbered depth first, so what lies below one is a range of rows."""

    _ALL = "SELECT id, slug, title, symbol, kind, parent_id FROM topics ORDER BY id"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.spots: dict[int, Spot] = {}
        self._last: dict[int, int] = {}
        parents: dict[int, int | None] = {}
        for row in connection.execute(self._ALL):
            parents[row["id"]] = row["parent_id"]
            above = self.spots.get(row["parent_id"])
            root = above.root if above else row["id"]
            self.spots[row["id"]] = Spot(
                Slug(row["slug"]), row["title"], row["symbol"] or "", Kind(row["kind"]), root
            )
        for topic in reversed(self.spots):
            self._last.setdefault(topic, topic)
            parent = parents[topic]
            if parent is not None:
                self._last[parent] = max(self._last.get(parent, 0), self._last[topic])

    def pillar(self, topic: int) -> str:
        """The title of the topic at the top above this one; empty for one that stands there itself."""
        root = self.spots[topic].root
        return "" if root == topic else self.spots[root].title

    def narrowing(self, query: Query, noted: Collection[Slug]) -> Narrowing:
        """What a query's filters ask of a topic and a section."""
        parts: list[str] = []
        values: list[object] = []
        first, last = 0, _ALL_SECTIONS
        if query.kind:
            parts.append("t.kind = ?")
            values.append(query.kind)
            first, last = self._span(row for row, spot in self.spots.items() if spot.kind == query.kind)
        if query.within:
            ranges = self._below(query.within)
            parts.append("(" + (" OR ".join("t.id BETWEEN ? AND ?" for _ in ranges) or "0") + ")")
            values += [end for span in ranges for end in span]
            if ranges:
                low, high = self._span(end for span in ranges for end in span)
                first, last = max(first, low), min(last, high)
        if query.years:
            parts.append(
                "EXISTS (SELECT 1 FROM section_years y WHERE y.section_id = s.id AND y.year BETWEEN ? AND ?)"
            )
            values += query.years
        if query.noted:
            rows = [row for row, spot in self.spots.items() if spot.slug in noted]
            parts.append(f"t.id IN ({','.join('?' * len(rows))})")
            values += rows
        return Narrowing(" AND ".join(parts) or "1", tuple(values), first, last)

    def _span(self, topics: Iterable[int]) -> tuple[int, int]:
        """The first and the last row that a section of some topics can have; nothing for none."""
        rows = sorted(topics)
        return (rows[0] * _APART, rows[-1] * _APART + _APART - 1) if rows else (1, 0)

    def _below(self, name: str) -> list[tuple[int, int]]:
        """The rows of each topic that a name means, by its slug, else by how slug or title begins.

        In order, none within another, and so many at most that SQLite takes them.
        """
        exact = [row for slug, row in self._begun(self._slugs, name) if slug == name]
        # An issue may be called as a whole pillar is: both are meant.
        if not exact or self._last[exact[0]] == exact[0]:
            slugs, titles = self._begun(self._slugs, name), self._begun(self._titles, key(name))
            exact = [row for _, row in (*slugs, *titles)]
        ranges: list[tuple[int, int]] = []
        for row in sorted(set(exact)):
            if not ranges or row > ranges[-1][1]:
                ranges.append((row, self._last[row]))
        return ranges[:_MOST_RANGES]

    @cached_property
    def _slugs(self) -> list[tuple[str, int]]:
        return sorted((str(spot.slug), row) for row, spot in self.spots.items())

    @cached_property
    def _titles(self) -> list[tuple[str, int]]:
        return sorted((key(spot.title), row) for row, spot in self.spots.items())

    def _begun(self, names: list[tuple[str, int]], beginning: str) -> list[tuple[str, int]]:
        start = bisect_left(names, (beginning, 0))
        return list(takewhile(lambda pair: pair[0].startswith(beginning), islice(names, start, None)))
