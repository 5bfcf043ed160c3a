# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds topics by their names (title, symbol, acronym, synonym, …), and a paragraph by its code."""

import json
import sqlite3
from dataclasses import replace
from itertools import combinations

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.search.query import Query
from asem_reader.core.words import key, tokens
from asem_reader.store.search.filters import Condition
from asem_reader.store.search.plan import Plan
from asem_reader.store.search.topics import TopicTable

_PINNED = 4
_TITLE, _ALIAS = 0, 2
_OWN = (_TITLE, _ALIAS)  # else a glossary or a synonym calls it so; it says so nowhere itself
# Of kinds.
_ORDER = (
    *("issue", "meeting", "partner", "body", "term", "milestone", "pillar", "group", "index", "indicator"),
    "handbook",
)


class NameLookup:
    """Looks up topics by their names, and blocks by their codes."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    # A page that only lists others gives way to what it lists. The values of the condition are numbered on
    # from 4: it stands last.
    _NAMED = """
        SELECT n.name, n.topic_id, n.rank + 2 * (t.kind IN ('pillar', 'group')) AS rank, t.summary,
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
        hints = [hint.bare for hint in query.hints]
        groups = (group.typed for group in plan.groups if group.typed not in hints and not group.near)
        words = (mended.get(typed, typed) for typed in groups)
        typed = " ".join(words)
        name = key(typed)
        # The summit in 2016 is called so, and the year of a question is no word of its own.
        whole = " ".join(tokens(typed))
        dated = " ".join((name, *hints)) if hints else whole
        names = (whole,) * 4 if query.literal else (dated, whole, name, name.replace(" ", ""))
        sql = self._NAMED.format(condition=condition.sql("s.id"))
        rows = self._topic_table.connection.execute(sql, (*names, *condition.values)).fetchall()
        rows = [row for row in rows if not (query.literal and row["rank"] not in _OWN)]
        topic_rows = self._topic_table.topic_rows(row["topic_id"] for row in rows)
        rows.sort(key=lambda row: (_ORDER.index(topic_rows[row["topic_id"]].kind), row["topic_id"]))
        rows.sort(key=lambda row: (names.index(row["name"]), row["rank"]))
        best: dict[int, sqlite3.Row] = {}
        for row in rows:
            if row["name"] == rows[0]["name"] and row["rank"] <= rows[0]["rank"] + 2:
                best.setdefault(row["topic_id"], row)
        spelling = "; ".join(_("spelling: {typed}").format(typed=each.typed) for each in plan.mended)
        return [self._named(row, name, spelling) for row in list(best.values())[:_PINNED]]

    def _named(self, row: sqlite3.Row, name: str, spelling: str) -> Hit:
        why = row["why"] if row["rank"] not in _OWN else ""
        alias = next((alias for alias in json.loads(row["aliases"]) if key(alias) == name), "")
        if row["rank"] == _ALIAS and alias:
            why = _("also called {name}").format(name=alias)
        summary = Run(row["summary"], matched=False)
        return replace(self._topic_table.hit(row["topic_id"], (summary,), spelling or why or ""), named=True)

    _CODED = """
        SELECT b.id, b.text, s.heading, s.topic_id FROM blocks b JOIN sections s ON s.id = b.section_id
        WHERE b.id = ?
    """

    def coded(self, query: Query) -> list[Hit]:
        """Return the paragraph whose code, as a printed sheet has it in the margin, is all that was typed."""
        if query.narrowed or query.unwanted or [len(group) for group in query.wanted] != [1]:
            return []
        code = query.wanted[0][0].text.strip().lower()
        row = self._topic_table.connection.execute(self._CODED, (code,)).fetchone()
        if row is None:
            return []
        run, why = Run(row["text"], matched=False), _("paragraph {code}").format(code=row["id"])
        hit = self._topic_table.hit(row["topic_id"], (run,), why, row["heading"], row["id"])
        return [replace(hit, named=True)]

    _CALLED = "SELECT name, topic_id FROM names WHERE name IN (SELECT value FROM json_each(?))"

    def about(self, query: Query, plan: Plan) -> frozenset[int]:
        """Return the topics that are called as the most words of a question in a row, perhaps with a year."""
        words = [key(group.typed) for group in plan.groups] if query.asked else []
        spans = [" ".join(words[i:j]) for i, j in combinations(range(len(words) + 1), 2)]
        rows = self._topic_table.connection.execute(self._CALLED, (json.dumps(spans),)).fetchall()
        longest = max((row["name"].count(" ") for row in rows), default=0)
        return frozenset(row["topic_id"] for row in rows if row["name"].count(" ") == longest)
