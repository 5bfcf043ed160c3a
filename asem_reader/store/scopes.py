# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Counts what a search found by kind, pillar and year, as ways to narrow it."""

import sqlite3
from collections import Counter

from asem_reader.core.content import Kind
from asem_reader.core.hit import Scope
from asem_reader.core.query import Query
from asem_reader.store.expression import LETTERS, STEMS, every
from asem_reader.store.plan import Plan
from asem_reader.store.shelf import NARROWED, Narrowing, Shelf

_SCOPED = 2_000
_MOST_SCOPES = 4
_KINDS = {
    Kind.ISSUE: "Issues",
    Kind.MEETING: "Meetings",
    Kind.PARTNER: "Partners",
    Kind.BODY: "Bodies",
    Kind.TERM: "Glossary",
}


# In any form: by letters, and by stems.
_MATCHED_BY = """
    SELECT * FROM (SELECT sections_fts.rowid AS id FROM sections_fts
                   WHERE sections_fts MATCH ? {letters} LIMIT ?)
    UNION
    SELECT * FROM (SELECT sections_stems.rowid AS id FROM sections_stems
                   WHERE sections_stems MATCH ? {stems} LIMIT ?)
"""


class Scopes:
    """Asks the index by letters which topics match; of many sections the first count."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf) -> None:
        self._connection = connection
        self._shelf = shelf

    _MATCHED = """
        SELECT DISTINCT s.topic_id FROM (
          {matched}
        ) found JOIN sections s ON s.id = found.id
    """
    _YEARS = """
        SELECT y.year, count(DISTINCT s.topic_id) AS topics FROM (
          {matched}
        ) found JOIN section_years y ON y.section_id = found.id JOIN sections s ON s.id = found.id
        GROUP BY y.year ORDER BY topics DESC, y.year DESC LIMIT ?
    """

    def of(self, query: Query, plan: Plan, narrowing: Narrowing) -> tuple[Scope, ...]:
        """Return ways to narrow what a plan finds: by kind, by pillar, by year; the fullest first."""
        expression = every(plan)
        if not expression:
            return ()
        spans = [
            ""
            if narrowing.condition == "1"
            else NARROWED.format(
                index=index, condition=narrowing.condition, first=narrowing.first, last=narrowing.last
            )
            for index in (LETTERS, STEMS)
        ]
        matched = _MATCHED_BY.format(letters=spans[0], stems=spans[1])
        whole = every(plan, whole=True)
        values = (expression, *narrowing.values, _SCOPED, whole, *narrowing.values, _SCOPED)
        connection = self._connection
        topics = [row[0] for row in connection.execute(self._MATCHED.format(matched=matched), values)]
        spots = self._shelf.spots
        scopes: list[Scope] = []
        if not query.kind:
            for kind, count in Counter(spots[topic].kind for topic in topics).most_common():
                if kind in _KINDS:
                    scopes.append(Scope(f"kind:{kind}", _KINDS[kind], count))
        if not query.within:
            for root, count in Counter(spots[topic].root for topic in topics).most_common(_MOST_SCOPES):
                scopes.append(Scope(f"in:{spots[root].slug}", spots[root].title, count))
        if not query.years:
            years = connection.execute(self._YEARS.format(matched=matched), (*values, _MOST_SCOPES))
            scopes += [Scope(f"year:{row['year']}", str(row["year"]), row["topics"]) for row in years]
        return tuple(scope for scope in scopes if 0 < scope.topics < len(topics))
