# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Ranks sections by where words stand, how rare they are and what the topic is, and collects the best."""

import json
from collections import Counter
from collections.abc import Collection
from itertools import islice

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Hit
from asem_reader.core.search.query import Query
from asem_reader.store.search.filters import Condition
from asem_reader.store.search.topics import TopicTable

# A row costs three microseconds to score: so many of them six milliseconds, in a Library of any size.
_CANDIDATES = 2_000
_RANKED = 200
_HITS_A_TOPIC = 3
# Fitted on the judged queries (tests/store/search/judged.yaml): make bench says how well.
_WEIGHTS = "10.0, 8.0, 3.0, 1.0"  # of title, names, heading, text
_LEAD = 1.3  # a summary against any other section
_HINTED = 1.6
_MEANT = 1.8
_BY_KIND = {
    Kind.ISSUE: 1.1,
    Kind.PILLAR: 0.6,
    Kind.GROUP: 0.6,
    Kind.MILESTONE: 0.8,
    # Figures serve an issue: who wants them first says so.
    Kind.INDEX: 0.3,
    Kind.INDICATOR: 0.3,
}


class Ranking:
    """Asks one of the indexes which sections match, and scores them."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    # The inner LIMIT takes candidates in row order, the static order of the tree, and only those are ranked.
    _RANK = """
        SELECT found.id, found.score
        FROM (
          SELECT {index}.rowid AS id, bm25({index}, {weights}) AS score
          FROM {index} WHERE {index} MATCH ? AND {narrowed} LIMIT ?
        ) found
        ORDER BY found.score, found.id LIMIT ?
    """
    _PLACES = "SELECT id, topic_id, position FROM sections WHERE id IN (SELECT value FROM json_each(?))"
    _HINTS = """
        SELECT section_id FROM section_years
        WHERE year IN (SELECT value FROM json_each(?)) AND section_id IN (SELECT value FROM json_each(?))
    """

    def of(
        self, index: str, expression: str, query: Query, condition: Condition, about: Collection[int]
    ) -> list[tuple[int, int]]:
        """Return the sections that match, each with its topic, best first; `about` are topics it is about."""
        sql = self._RANK.format(index=index, weights=_WEIGHTS, narrowed=condition.sql(f"{index}.rowid"))
        values = (expression, *condition.values, _CANDIDATES, _RANKED)
        scores = dict(map(tuple, self._topic_table.connection.execute(sql, values)))
        asked = json.dumps(list(scores))
        places = self._topic_table.connection.execute(self._PLACES, (asked,)).fetchall()
        topic_rows = self._topic_table.topic_rows(row["topic_id"] for row in places)
        hinted = self._hinted(query, asked)
        ranked = []
        for row in places:
            factor = _LEAD if row["position"] == 0 else 1.0
            factor *= _BY_KIND.get(topic_rows[row["topic_id"]].kind, 1.0)
            factor *= _HINTED if row["id"] in hinted else 1.0
            factor *= _MEANT if row["topic_id"] in about else 1.0
            ranked.append((scores[row["id"]] * factor, row["id"], row["topic_id"]))
        return [(section, topic) for _, section, topic in sorted(ranked)]

    def _hinted(self, query: Query, sections: str) -> set[int]:
        if not query.hints:
            return set()
        years = json.dumps([int(term.bare) for term in query.hints])
        return {row[0] for row in self._topic_table.connection.execute(self._HINTS, (years, sections))}


class Collector:
    """Collects hits, best first, until there are enough: each section once, few of one topic."""

    def __init__(self, limit: int) -> None:
        self.hits: list[Hit] = []
        self.of_topic: Counter[Slug] = Counter()
        self._limit = limit
        self._seen: set[int] = set()
        self._of_row: Counter[int] = Counter()

    @property
    def full(self) -> bool:
        """True if there are enough."""
        return len(self.hits) >= self._limit

    def wanted(self, ranked: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The next candidates worth a look, as many as there is room for."""
        room = self._limit - len(self.hits)
        fresh = ((s, t) for s, t in ranked if s not in self._seen and self._of_row[t] < _HITS_A_TOPIC)
        return list(islice(fresh, max(0, room)))

    def add(self, looked_at: list[tuple[int, int]], hits: list[Hit | None]) -> None:
        """Take what was found at the candidates."""
        for (section, topic), hit in zip(looked_at, hits, strict=True):
            self._seen.add(section)
            # A topic that stands above by its name is not shown again by its summary.
            if hit and self.of_topic[hit.place.slug] < _HITS_A_TOPIC:
                if hit.place.block is None and self.of_topic[hit.place.slug]:
                    continue
                self._of_row[topic] += 1
                self.of_topic[hit.place.slug] += 1
                self.hits.append(hit)
