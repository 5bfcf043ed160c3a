# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by what stands in them: by letters first, then by other words and stems for the same."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import product

from asem_reader.core.content import Kind
from asem_reader.core.hit import Found, Hit, Run, Scope
from asem_reader.core.place import Place, Slug
from asem_reader.core.query import Query
from asem_reader.store.connect import bounded, reading
from asem_reader.store.expression import LETTERS, STEMS, every, stages
from asem_reader.store.gathered import Gathered
from asem_reader.store.lexicon import Lexicon
from asem_reader.store.library import Library
from asem_reader.store.named import Named
from asem_reader.store.passage import marked, marked_words, marker, passage
from asem_reader.store.plan import Plan
from asem_reader.store.scopes import Scopes
from asem_reader.store.shelf import NARROWED, Narrowing, Shelf

_RANKED = 200
_MOST_RELAXED = 8
_FEW = 3  # with fewer hits than that, words are left out
# Fitted on the judged queries (tests/store/judged.yaml): make bench says how well.
_WEIGHTS = "10.0, 8.0, 3.0, 1.0"  # of title, names, heading, text
_LEAD = 1.3  # a summary against any other section
_HINTED = 1.6
_BY_KIND = {Kind.ISSUE: 1.1, Kind.PILLAR: 0.6, Kind.GROUP: 0.6, Kind.MILESTONE: 0.8}


class Search:
    """Asks the Library's two FTS5 indexes.

    One stemmed index breaks typing: half a word has another stem than the whole. So letters
    answer first, then synonyms, and stems fill what room is left.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lexicon = Lexicon(library.connection)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self._library.connection)

    @cached_property
    def _named(self) -> Named:
        return Named(self._library.connection, self._shelf)

    @cached_property
    def _scopes(self) -> Scopes:
        return Scopes(self._library.connection, self._shelf)

    def find(
        self, query: Query, limit: int = 50, noted: Collection[Slug] = (), *, scoped: bool = True
    ) -> Found:
        """Return the best hits, best first: at most `limit`, and at most three of one topic.

        Args:
            query: what to look for.
            limit: how many hits are wanted.
            noted: the topics on which the reader has a note, for a query that asks for them.
            scoped: whether ways to narrow are wanted too; `scopes` gives them later.

        Raises:
            TooSlow: the search took longer than two seconds.
            LibraryDamaged: the file broke since it was opened.
        """
        if not query:
            return Found()
        with reading(self._library.path), bounded(self._library.connection):
            narrowing = self._shelf.narrowing(query, noted)
            if not query.wanted:
                return Found(tuple(self._listed(narrowing, limit)))
            plan = self._lexicon.plan(query)
            gathered = Gathered(limit)
            gathered.hits += self._named.of(query, plan, narrowing)
            gathered.of_topic.update(hit.place.slug for hit in gathered.hits)
            for index, expression in stages(plan):
                self._gather(gathered, index, expression, query, plan, narrowing)
            whole, left_out = plan, list(plan.missing)
            few = 1 if query.narrowed else _FEW
            while len(gathered.hits) < few and len(plan.groups) > 1:
                plan, dropped = _without_commonest(plan)
                found = len(gathered.hits)
                for index, expression in stages(plan):
                    self._gather(gathered, index, expression, query, plan, narrowing)
                if not found:
                    left_out += dropped
            mended = plan.mended if gathered.hits else ()
            scopes = self._scopes.of(query, whole, narrowing) if scoped else ()
            return Found(tuple(gathered.hits), mended, tuple(left_out), scopes)

    def scopes(self, query: Query, noted: Collection[Slug] = ()) -> tuple[Scope, ...]:
        """Return ways to narrow a query, as `Found` has them; counting them costs as much as the search.

        Raises:
            TooSlow: it took longer than two seconds.
            LibraryDamaged: the file broke since it was opened.
        """
        with reading(self._library.path), bounded(self._library.connection):
            plan = self._lexicon.plan(query)
            return self._scopes.of(query, plan, self._shelf.narrowing(query, noted)) if query.wanted else ()

    _ALL_OF = "SELECT rowid FROM sections_fts WHERE sections_fts MATCH ?"

    def sections(self, query: Query) -> set[int]:
        """Return all sections that have a query's words just as they are typed, by letters, without a cap."""
        plan = self._lexicon.plan(query)
        with reading(self._library.path):
            rows = self._library.connection.execute(self._ALL_OF, (every(plan, literal=True),))
            return {row[0] for row in rows}

    _WORDS = """
        SELECT highlight({index}, 3, char(2), char(3)) || ' ' || highlight({index}, 2, char(2), char(3))
        FROM {index} JOIN sections s ON s.id = {index}.rowid JOIN topics t ON t.id = s.topic_id
        WHERE {index} MATCH ? AND t.slug = ?
    """

    def words(self, query: Query, slug: Slug) -> tuple[str, ...]:
        """Return the words of a topic that the query matches, in all their forms, for the reader to mark."""
        words: set[str] = set()
        with reading(self._library.path), bounded(self._library.connection):
            plan = self._lexicon.plan(query)
            ways = [way.expression for group in plan.groups for way in group.ways]
            for index, match in product((LETTERS, STEMS), ways):
                rows = self._library.connection.execute(self._WORDS.format(index=index), (match, slug))
                words.update(word for row in rows for word in marked_words(row[0]))
        return tuple(sorted(words))

    def _gather(
        self,
        gathered: Gathered,
        index: str,
        expression: str,
        query: Query,
        plan: Plan,
        narrowing: Narrowing,
    ) -> None:
        if not expression or gathered.full:
            return
        waiting = self._ranked(index, expression, query, narrowing)
        while batch := gathered.wanted(waiting):
            gathered.add(batch, self._shown(index, expression, plan, [section for section, _ in batch]))

    # Scoring is capped: the inner LIMIT takes candidates in row order, the static order of the tree,
    # and only those are ranked.
    _RANK = """
        SELECT found.id, s.topic_id, s.position, found.score
        FROM (
          SELECT {index}.rowid AS id, bm25({index}, {weights}) AS score
          FROM {index} WHERE {index} MATCH ? {narrowed} LIMIT 3000
        ) found
        JOIN sections s ON s.id = found.id
        ORDER BY found.score, found.id LIMIT ?
    """
    _HINTS = """
        SELECT section_id FROM section_years
        WHERE year IN (SELECT value FROM json_each(?)) AND section_id IN (SELECT value FROM json_each(?))
    """

    def _ranked(
        self, index: str, expression: str, query: Query, narrowing: Narrowing
    ) -> list[tuple[int, int]]:
        """The sections that match and their topics, best first."""
        narrowed = "" if narrowing.condition == "1" else NARROWED
        sql = self._RANK.format(
            index=index,
            weights=_WEIGHTS,
            narrowed=narrowed.format(
                index=index, condition=narrowing.condition, first=narrowing.first, last=narrowing.last
            ),
        )
        values = (expression, *narrowing.values, _RANKED)
        rows = self._library.connection.execute(sql, values).fetchall()
        hinted: set[int] = set()
        if query.hints:
            years = json.dumps([int(term.text.strip("?.,")) for term in query.hints])
            asked = json.dumps([row["id"] for row in rows])
            hinted = {row[0] for row in self._library.connection.execute(self._HINTS, (years, asked))}
        scored = []
        for row in rows:
            factor = _LEAD if row["position"] == 0 else 1.0
            factor *= _BY_KIND.get(self._shelf.spots[row["topic_id"]].kind, 1.0)
            factor *= _HINTED if row["id"] in hinted else 1.0
            scored.append((row["score"] * factor, row["id"], row["topic_id"]))
        return [(section, topic) for _, section, topic in sorted(scored)]

    _SHOW = """
        SELECT s.id, s.position, s.heading, s.topic_id, s.names, s.heading AS marked_heading, s.text,
               (SELECT json_group_array(id) FROM (
                  SELECT id FROM blocks WHERE section_id = s.id ORDER BY position
               )) AS blocks
        FROM sections s WHERE s.id IN (SELECT value FROM json_each(?))
    """
    # highlight() opens the whole question again for every row: with a prefix that many words begin
    # with, that costs more than all the rest. So what stands there letter by letter is marked here.
    _SHOW_STEMS = """
        SELECT s.id, s.position, s.heading, s.topic_id,
               iif(s.position = 0, highlight(sections_stems, 1, char(2), char(3)), '') AS names,
               highlight(sections_stems, 2, char(2), char(3)) AS marked_heading,
               highlight(sections_stems, 3, char(2), char(3)) AS text,
               (SELECT json_group_array(id) FROM (
                  SELECT id FROM blocks WHERE section_id = s.id ORDER BY position
               )) AS blocks
        FROM sections_stems JOIN sections s ON s.id = sections_stems.rowid
        WHERE sections_stems MATCH ? AND sections_stems.rowid IN (SELECT value FROM json_each(?))
    """

    def _shown(self, index: str, expression: str, plan: Plan, sections: list[int]) -> list[Hit | None]:
        stemmed = index == STEMS
        sql, values = (self._SHOW_STEMS, (expression,)) if stemmed else (self._SHOW, ())
        pattern = marker(plan)
        hits: dict[int, Hit | None] = {}
        for row in self._library.connection.execute(sql, (*values, json.dumps(sections))):
            shown = dict(row)
            if not stemmed:
                shown |= {part: marked(row[part], pattern) for part in ("names", "marked_heading", "text")}
            spot, pillar = self._shelf.spots[row["topic_id"]], self._shelf.pillar(row["topic_id"])
            hits[row["id"]] = passage(shown, spot, pillar, plan, stemmed=stemmed)
        return [hits.get(section) for section in sections]

    _LISTED = """
        SELECT t.id, t.summary FROM topics t
        WHERE EXISTS (SELECT 1 FROM sections s WHERE s.topic_id = t.id AND {condition}) ORDER BY t.id LIMIT ?
    """

    def _listed(self, narrowing: Narrowing, limit: int) -> Iterator[Hit]:
        """All topics that the filters leave, in the order of the tree."""
        sql = self._LISTED.format(condition=narrowing.condition)
        for row in self._library.connection.execute(sql, (*narrowing.values, limit)).fetchall():
            spot = self._shelf.spots[row["id"]]
            summary = (Run(row["summary"], matched=False),)
            pillar = self._shelf.pillar(row["id"])
            yield Hit(Place(spot.slug), spot.title, spot.symbol, "", summary, "", spot.kind, pillar)


def _without_commonest(plan: Plan) -> tuple[Plan, list[str]]:
    """The plan without the group that most sections have: it says the least; of very many, without most."""
    order = sorted(range(len(plan.groups)), key=lambda place: plan.groups[place].sections)
    dropped = set(order[min(len(order) - 1, _MOST_RELAXED) :])
    left = tuple(group for place, group in enumerate(plan.groups) if place not in dropped)
    return replace(plan, groups=left), [plan.groups[place].typed for place in sorted(dropped)]
