# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Counts what a search found by kind, pillar and year, as ways to narrow it."""

import json
from collections import Counter
from collections.abc import Collection

from asem_reader.core.content import Kind
from asem_reader.core.language import N_, _
from asem_reader.core.place import parted
from asem_reader.core.search.hit import Scope
from asem_reader.core.search.query import Query
from asem_reader.store.search.filters import topic_of
from asem_reader.store.search.topics import TopicTable

_MOST_SCOPES = 4
_KINDS = {
    Kind.ISSUE: N_("Issues"),
    Kind.MEETING: N_("Meetings"),
    Kind.PARTNER: N_("Partners"),
    Kind.BODY: N_("Bodies"),
    Kind.TERM: N_("Glossary"),
    Kind.INDICATOR: N_("Indicators"),
}


class ScopeCounter:
    """Counts the sections that a search found, by what would narrow it."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    _YEARS = """
        SELECT y.year, count(DISTINCT s.topic_id) AS topics
        FROM json_each(?) found
        JOIN section_years y ON y.section_id = found.value JOIN sections s ON s.id = found.value
        GROUP BY y.year ORDER BY topics DESC, y.year DESC LIMIT ?
    """

    def of(self, query: Query, sections: Collection[int]) -> tuple[Scope, ...]:
        """Return ways to narrow a query that found these sections: kinds, pillars, years, fullest first."""
        topics = sorted({topic_of(section) for section in sections})
        scopes: list[Scope] = []
        if not query.kind:
            rows = self._topic_table.topic_rows(topics)
            kinds = Counter([rows[topic].kind for topic in topics]).most_common()
            scopes += [Scope(f"kind:{kind}", _(_KINDS[kind]), n) for kind, n in kinds if kind in _KINDS]
        if not query.within:
            roots = Counter(map(self._topic_table.root, topics)).most_common(_MOST_SCOPES)
            rows = self._topic_table.topic_rows(root for root, _count in roots)
            scopes += [Scope(f"in:{parted(rows[at].slug)[1]}", rows[at].title, count) for at, count in roots]
        if not query.years:
            asked = (json.dumps(sorted(sections)), _MOST_SCOPES)
            years = self._topic_table.connection.execute(self._YEARS, asked)
            scopes += [Scope(f"year:{row['year']}", str(row["year"]), row["topics"]) for row in years]
        return tuple(scope for scope in scopes if 0 < scope.topics < len(topics))
