# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Searches several Libraries as one."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import zip_longest

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found, Scope
from asem_reader.core.search.query import Query
from asem_reader.core.steps import Steps
from asem_reader.store.search.search import Search


class JointSearch(Search):
    """Asks one `Search` after the other; each method does what that of `Search` does, for all of them.

    Scores of two indexes cannot be compared, ranks can: the best of each come first, then the second best.
    Of lists that have nothing in common that is reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
    """

    def __init__(self, searches: Iterable[Search]) -> None:
        self._searches = tuple(searches)

    def steps(self, query: Query, limit: int = 50, noted: Collection[Slug] = ()) -> Steps[Found]:
        """Find the same read by read."""
        answers: list[Found] = []
        for search in self._searches:
            answers += [(yield from search.steps(query, limit, noted))]
        return _joined(answers, limit)

    def scope_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[tuple[Scope, ...]]:
        """Count ways to narrow a query read by read; of several Libraries their topics together."""
        scopes: dict[str, Scope] = {}
        for search in self._searches:
            for scope in (yield from search.scope_steps(query, noted)):
                topics = scopes[scope.filter].topics if scope.filter in scopes else 0
                scopes[scope.filter] = replace(scope, topics=topics + scope.topics)
        return tuple(scopes.values())

    def topic_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[frozenset[Slug]]:
        """Find read by read on which topics anything matches."""
        topics: frozenset[Slug] = frozenset()
        for search in self._searches:
            topics |= yield from search.topic_steps(query, noted)
        return topics

    def words(self, query: Query, slug: Slug) -> tuple[str, ...]:
        """Return the words of a topic that the query matches."""
        return tuple(word for search in self._searches for word in search.words(query, slug))


def _joined(answers: list[Found], limit: int) -> Found:
    """Join those answers that took the query most nearly as it was typed; others had to guess."""
    found = [answer for answer in answers if answer] or answers[:1]
    nearest = min(found, key=lambda answer: len(answer.mended) + len(answer.left_out))
    alike = [each for each in found if (each.mended, each.left_out) == (nearest.mended, nearest.left_out)]
    hits = tuple(hit for rank in zip_longest(*(each.hits for each in alike)) for hit in rank if hit)
    return replace(nearest, hits=hits[:limit])
