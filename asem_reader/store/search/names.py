# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds topics by what they are called: title, symbol, acronym, other names, and what means the same."""

import json
import sqlite3
from dataclasses import dataclass

from asem_reader.core.content import Kind
from asem_reader.core.language import _
from asem_reader.core.place import Place
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.core.words import key, tokens
from asem_reader.store.search.filters import Condition
from asem_reader.store.search.plan import Plan
from asem_reader.store.search.topics import TopicTable

_PINNED = 4
_ABOUT, _ALIAS, _MEANT = 1, 2, 3
_BY_OTHERS = (_ABOUT, _MEANT)  # a glossary or a synonym calls it so; it says so nowhere itself
_FIRST_KINDS = (Kind.ISSUE, Kind.MEETING, Kind.PARTNER, Kind.BODY, Kind.TERM, Kind.MILESTONE, Kind.PILLAR)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a question: topics, and the words that they are called; often nothing."""

    topics: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()


class NameLookup:
    """Looks up topics by their names."""

    def __init__(self, connection: sqlite3.Connection, topic_table: TopicTable) -> None:
        self._connection = connection
        self._topic_table = topic_table

    _NAMED = """
        SELECT n.name, n.topic_id, n.rank, t.summary,
               (SELECT json_group_array(alias) FROM aliases a WHERE a.topic_id = n.topic_id) AS aliases,
               (SELECT y.why FROM synonyms y JOIN names m ON m.name = y.other AND m.topic_id = n.topic_id
                WHERE y.phrase IN (?1, ?3) ORDER BY m.rank LIMIT 1) AS why
        FROM names n JOIN topics t ON t.id = n.topic_id
        WHERE n.name IN (?1, ?2, ?3, ?4)
          AND EXISTS (SELECT 1 FROM sections s WHERE s.topic_id = t.id AND {condition})
    """

    def of(self, query: Query, plan: Plan, condition: Condition) -> list[Hit]:
        """Return the topics that are called what was typed, the surest first."""
        if any(len(group) > 1 for group in query.wanted) or query.unwanted:
            return []
        mended = {correction.typed: correction.used for correction in plan.mended}
        typed = " ".join(mended.get(group.typed, group.typed) for group in plan.groups)
        name = key(typed)
        # The summit in 2016 is called so, and the year of a question is no word of its own.
        whole = " ".join(tokens(typed))
        dated = " ".join((name, *map(_year, query.hints))) if query.hints else whole
        names = (whole,) * 4 if query.literal else (dated, whole, name, name.replace(" ", ""))
        sql = self._NAMED.format(condition=_numbered(condition.sql("s.id"), 5))
        rows = self._connection.execute(sql, (*names, *condition.values)).fetchall()
        rows = [row for row in rows if not (query.literal and row["rank"] in _BY_OTHERS)]
        topic_rows = self._topic_table.topic_rows(row["topic_id"] for row in rows)

        def order(row: sqlite3.Row) -> tuple[int, int, int, int]:
            topic = row["topic_id"]
            return names.index(row["name"]), row["rank"], _order(topic_rows[topic].kind), topic

        rows.sort(key=order)
        sure = [
            row for row in rows if order(row)[0] == order(rows[0])[0] and row["rank"] <= rows[0]["rank"] + 1
        ]
        best = {row["topic_id"]: row for row in reversed(sure)}
        chosen = list({row["topic_id"]: None for row in sure})[:_PINNED]
        spelling = "; ".join(
            _("spelling: {typed}").format(typed=correction.typed) for correction in plan.mended
        )
        return [self._named(best[topic], name, spelling) for topic in chosen]

    _CALLED = "SELECT DISTINCT topic_id FROM names WHERE name = ?"

    def about(self, query: Query, plan: Plan) -> Subject:
        """Return what a question is about: the topics that are called as the most of its words in a row.

        A year of the question may belong to them: the summit in 2016 is called so.
        """
        if not query.asked:
            return Subject()
        words = [key(group.typed) for group in plan.groups]
        spans = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
        years = list(map(_year, query.hints))
        names = [*(f"{span} {year}" for span in spans for year in years), *spans]
        for name in sorted(names, key=lambda name: -len(name.split())):
            rows = self._connection.execute(self._CALLED, (name,)).fetchall()
            if rows:
                return Subject(frozenset(row[0] for row in rows), frozenset(name.split()))
        return Subject()

    def _named(self, row: sqlite3.Row, name: str, spelling: str) -> Hit:
        topic_row = self._topic_table.topic_rows([row["topic_id"]])[row["topic_id"]]
        alias = next((alias for alias in json.loads(row["aliases"]) if key(alias) == name), "")
        why = {
            _ALIAS: _("also called {name}").format(name=alias) if alias else "",
            _ABOUT: row["why"],
            _MEANT: row["why"],
        }
        return Hit(
            Place(topic_row.slug),
            topic_row.title,
            topic_row.symbol,
            "",
            (Run(row["summary"], matched=False),),
            spelling or why.get(row["rank"]) or "",
            topic_row.kind,
            self._topic_table.pillar(row["topic_id"]),
            named=True,
        )


def _year(hint: QueryTerm) -> str:
    return hint.text.strip("?.,")


def _order(kind: Kind) -> int:
    return _FIRST_KINDS.index(kind) if kind in _FIRST_KINDS else len(_FIRST_KINDS)


def _numbered(condition: str, first: int) -> str:
    """The condition with its values numbered, for a statement whose other values are."""
    parts = condition.split("?")
    return "".join(f"{part}?{number}" for number, part in enumerate(parts[:-1], first)) + parts[-1]
