# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A cache of topics: their kind, the pillar above them and what lies below; each is read when it is met."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from asem_reader.core.content import Kind
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.search.hit import Hit, Run


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The row of a topic, as a search needs it."""

    slug: Slug
    title: str
    symbol: str
    kind: Kind


class TopicTable:
    """The table of topics, by row; they are numbered depth first, so what lies below one is a range of rows.

    Nothing is read before it is needed: a large Library has more topics than a key has time for.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._topic_rows: dict[int, TopicRow] = {}

    _TOPIC_ROWS = """
        SELECT id, slug, title, symbol, kind FROM topics WHERE id IN (SELECT value FROM json_each(?))
    """

    def topic_rows(self, topics: Iterable[int]) -> dict[int, TopicRow]:
        """Return these topics by their row."""
        wanted = set(topics)
        # Less the dict's keys() would walk all of them.
        missing = sorted(wanted.difference(self._topic_rows))
        for row in self.connection.execute(self._TOPIC_ROWS, (json.dumps(missing),)) if missing else ():
            known = TopicRow(Slug(row["slug"]), row["title"], row["symbol"] or "", Kind(row["kind"]))
            self._topic_rows[row["id"]] = known
        return {topic: self._topic_rows[topic] for topic in wanted}

    def topic_row(self, topic: int) -> TopicRow:
        """Return a topic by its row."""
        return self._topic_rows.get(topic) or self.topic_rows([topic])[topic]

    def root(self, topic: int) -> int:
        """The row of the topic at the top of the tree above this one, or of itself."""
        return self._tops[bisect_right(self._tops, topic) - 1]

    def pillar(self, topic: int) -> str:
        """The title of the topic at the top above this one; empty for one that stands there itself."""
        root = self.root(topic)
        return "" if root == topic else self.topic_row(root).title

    def hit(
        self, topic: int, snippet: tuple[Run, ...], why: str = "", section: str = "", block: str | None = None
    ) -> Hit:
        """Return the hit that a topic is, or a block in one of its sections."""
        row, pillar = self.topic_row(topic), self.pillar(topic)
        place = Place(row.slug, BlockId(block) if block else None)
        return Hit(place, row.title, row.symbol, section, snippet, why, row.kind, pillar)

    _TOPS = "SELECT id FROM topics WHERE parent_id IS NULL ORDER BY id"

    @cached_property
    def _tops(self) -> list[int]:
        return [row[0] for row in self.connection.execute(self._TOPS)]

    _OF_KIND = "SELECT id FROM topics WHERE kind = ?"

    @cached_property
    def handbook(self) -> frozenset[int]:
        """The rows of the pages on the program itself, which tell nothing of what the Library is on."""
        rows = self.connection.execute(self._OF_KIND, (Kind.HANDBOOK,))
        return frozenset(row[0] for row in rows)

    _LAST_BELOW = "SELECT max(id) FROM topics WHERE parent_id = ?"

    def last_below(self, topic: int) -> int:
        """The highest row below a topic; its own if there is nothing below it."""
        last = topic
        while (row := self.connection.execute(self._LAST_BELOW, (last,)).fetchone()[0]) is not None:
            last = row
        return last

    _NOTED = "SELECT id FROM topics WHERE slug IN (SELECT value FROM json_each(?)) ORDER BY id"

    def rows(self, slugs: Collection[Slug]) -> list[int]:
        """The rows of topics, in the order of the tree."""
        return [row[0] for row in self.connection.execute(self._NOTED, (json.dumps(sorted(slugs)),))]

    # Titles, and slugs with blanks for hyphens, are names of rank 0 (authoring/indexes); so are symbols, but
    # a half-written symbol is no branch. In the table itself slugs are without their Library's id.
    _BEGUN = """
        SELECT id FROM main.topics WHERE slug BETWEEN ?1 AND ?1 || char(1114111)
        UNION
        SELECT n.topic_id FROM names n JOIN topics t ON t.id = n.topic_id
        WHERE ?2 <> '' AND n.name BETWEEN ?2 AND ?2 || char(1114111) AND n.rank = 0
          AND n.name <> replace(lower(ifnull(t.symbol, '')), '-', ' ')
        ORDER BY 1 LIMIT ?3
    """
    _SLUG = "SELECT id FROM main.topics WHERE slug = ?"

    def named(self, slug: str, title: str, most: int) -> list[int]:
        """Return the rows of topics whose slug or title begins so, in order; or the branch of that slug."""
        exact = self.connection.execute(self._SLUG, (slug,)).fetchone()
        if exact and self.last_below(exact[0]) > exact[0]:
            return [exact[0]]
        return [row[0] for row in self.connection.execute(self._BEGUN, (slug, title, most))]
