# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Gathers the hits of a search from one question after the other."""

from collections import Counter
from itertools import islice

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Hit

_HITS_A_TOPIC = 3


class Collector:
    """Gathers hits, best first, until there are enough: each section once, few of one topic."""

    def __init__(self, limit: int) -> None:
        self.hits: list[Hit] = []
        self.of_topic: Counter[Slug] = Counter()
        self._limit = limit
        self._seen: set[int] = set()
        self._of_row: Counter[int] = Counter()

    @property
    def full(self) -> bool:
        """Whether there are enough."""
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
