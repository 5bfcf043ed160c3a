# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by what stands in them: by letters first, then by other words and stems for the same."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found, Hit, Run, Scope
from asem_reader.core.search.query import Query
from asem_reader.core.steps import Steps, done
from asem_reader.core.words import key
from asem_reader.store.connect import bounded, reading
from asem_reader.store.search.filters import Condition, FilterCompiler, topic_of
from asem_reader.store.search.lexicon import Lexicon
from asem_reader.store.search.names import NameLookup
from asem_reader.store.search.plan import STEMS, Plan, stages
from asem_reader.store.search.ranking import Collector, Ranking
from asem_reader.store.search.scopes import ScopeCounter
from asem_reader.store.search.snippet import marked, marked_words, marker, passage
from asem_reader.store.search.topics import TopicTable

if TYPE_CHECKING:
    from asem_reader.store.library import Library

_MOST_RELAXED = 8
_FEW = 3  # with fewer hits than that, words are left out


class Search:
    """Asks the Library's two FTS5 indexes.

    One stemmed index breaks typing: half a word has another stem than the whole. So letters
    answer first, then synonyms, and stems fill what room is left.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._last = Query(), Plan()
        topic_table = self._topic_table = TopicTable(library.connection)
        self._lexicon = Lexicon(library.connection)
        self._filters = FilterCompiler(topic_table)
        self._ranking = Ranking(topic_table)
        self._names = NameLookup(topic_table)
        self._scopes = ScopeCounter(topic_table)

    def find(
        self, query: Query, limit: int = 50, noted: Collection[Slug] = (), *, scoped: bool = True
    ) -> Found:
        """Return the best hits, best first: at most `limit`, and at most three of one topic.

        `noted` are the topics on which the reader has a note, for a query that asks for them. Without
        `scoped` the ways to narrow are not counted. `TooSlow` says that a read took two seconds, and
        `LibraryDamaged` that the file broke since it was opened.
        """
        found = done(self.steps(query, limit, noted))
        return replace(found, scopes=done(self.scope_steps(query, noted))) if scoped else found

    def steps(self, query: Query, limit: int = 50, noted: Collection[Slug] = ()) -> Steps[Found]:
        """Find the same read by read, each of some milliseconds in any Library; errors are the same."""
        if not query:
            return Found()
        with self._reading():
            condition = self._filters.of(query, noted)
            if not query.wanted:
                return Found(tuple(self._listed(condition, limit)))
        plan = yield from self._planned(query)
        gathered = Collector(limit)
        with self._reading():
            coded = self._names.coded(query)
            gathered.hits += (coded + self._names.of(query, plan, condition))[:limit]
            subject = self._names.about(query, plan)
        if coded and (plan.missing or plan.mended):
            return Found(tuple(coded[:limit]))  # a code is no misspelling
        gathered.of_topic.update(hit.place.slug for hit in gathered.hits)
        yield from self._gathering(gathered, query, plan, condition, subject.topics)
        left_out = list(plan.missing)
        few = 0 if query.literal else 1 if query.narrowed else _FEW
        left = plan
        while len(gathered.hits) < few and len(left.groups) > 1:
            left, dropped = _without_commonest(left, subject.words)
            found = len(gathered.hits)
            yield from self._gathering(gathered, query, left, condition, subject.topics)
            if not found:
                left_out += dropped
        mended = plan.mended if gathered.hits else ()
        return Found(tuple(gathered.hits), mended, tuple(left_out))

    def scope_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[tuple[Scope, ...]]:
        """Return read by read ways to narrow a query, as `Found` has them; errors are those of `steps`."""
        sections = yield from self._matched(query, noted)
        with self._reading():
            return self._scopes.of(query, sections)

    def topic_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[frozenset[Slug]]:
        """Find read by read on which topics anything matches; of many sections the first count."""
        sections = yield from self._matched(query, noted)
        with self._reading():
            topic_rows = self._topic_table.topic_rows(map(topic_of, sections))
        return frozenset(topic_row.slug for topic_row in topic_rows.values())

    def _matched(self, query: Query, noted: Collection[Slug]) -> Steps[tuple[int, ...]]:
        if not query.wanted:
            return ()
        plan = yield from self._planned(query)
        with self._reading():
            condition = self._filters.of(query, noted)
            sections = self._scopes.matched(plan, condition)
        yield
        return sections

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with reading(self._library.path), bounded(self._library.connection):
            yield

    _TEXTS = "SELECT id, heading || char(10) || text AS text FROM sections WHERE topic_id = ? ORDER BY id"
    _STEMMED = """
        SELECT highlight(sections_stems, 3, char(2), char(3)) || ' '
               || highlight(sections_stems, 2, char(2), char(3)) AS text
        FROM sections_stems WHERE sections_stems MATCH ? AND rowid BETWEEN ? AND ?
    """

    def words(self, query: Query, slug: Slug) -> tuple[str, ...]:
        """Return the words of a topic that the query matches, in all their forms, for the reader to mark."""
        plan, texts = done(self._planned(query)), list[str]()
        ways = [way.whole for group in plan.groups for way in group.ways] if plan.stemmed else []
        pattern, execute = marker(plan), self._library.connection.execute
        with self._reading():
            for topic in self._topic_table.rows([slug]) if pattern else ():
                rows = execute(self._TEXTS, (topic,)).fetchall()
                texts += (marked(row["text"], pattern) for row in rows)
                if ways:
                    found = execute(self._STEMMED, (" OR ".join(ways), rows[0]["id"], rows[-1]["id"]))
                    texts += (row["text"] for row in found)
        return tuple(sorted({word for text in texts for word in marked_words(text)}))

    def _planned(self, query: Query) -> Steps[Plan]:
        """The plan of a query; the last one is kept, for its scopes and words are asked for soon."""
        if self._last[0] == query:
            return self._last[1]
        steps = self._lexicon.steps(query)
        while True:
            with self._reading():
                try:
                    next(steps)
                except StopIteration as end:
                    self._last = query, end.value
                    return self._last[1]
            yield

    def _gathering(
        self, gathered: Collector, query: Query, plan: Plan, condition: Condition, about: Collection[int]
    ) -> Steps[None]:
        for index, expression in stages(plan, asked=query.asked):
            if not expression or gathered.full:
                continue
            yield
            with self._reading():
                waiting = self._ranking.of(index, expression, query, condition, about)
            while batch := gathered.wanted(waiting):
                yield
                with self._reading():
                    shown = self._shown(index, expression, plan, [section for section, _ in batch])
                gathered.add(batch, shown)

    _BLOCKS = """
        (SELECT json_group_array(id) FROM (SELECT id FROM blocks WHERE section_id = s.id ORDER BY position))
        AS blocks
    """
    _SHOW = f"""
        SELECT s.id, s.position, s.heading, s.topic_id, s.names, s.heading AS marked_heading, s.text,
               {_BLOCKS}
        FROM sections s WHERE s.id IN (SELECT value FROM json_each(?))
    """
    # highlight() opens the whole question again for every row: with a prefix that many words begin
    # with, that costs more than all the rest. So what stands there letter by letter is marked here.
    _SHOW_STEMS = f"""
        SELECT s.id, s.position, s.heading, s.topic_id,
               iif(s.position = 0, highlight(sections_stems, 1, char(2), char(3)), '') AS names,
               highlight(sections_stems, 2, char(2), char(3)) AS marked_heading,
               highlight(sections_stems, 3, char(2), char(3)) AS text, {_BLOCKS}
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
            hits[row["id"]] = passage(shown, self._topic_table, plan, stemmed=stemmed)
        return [hits.get(section) for section in sections]

    _LISTED = """
        SELECT t.id, t.summary FROM topics t
        WHERE EXISTS (SELECT 1 FROM sections s WHERE s.topic_id = t.id AND {condition}) ORDER BY t.id LIMIT ?
    """

    def _listed(self, condition: Condition, limit: int) -> Iterator[Hit]:
        sql = self._LISTED.format(condition=condition.sql("s.id"))
        rows = self._library.connection.execute(sql, (*condition.values, limit)).fetchall()
        self._topic_table.topic_rows(row["id"] for row in rows)  # all at once
        for row in rows:
            yield self._topic_table.hit(row["id"], (Run(row["summary"], matched=False),))


class JointSearch(Search):
    """Asks one `Search` after the other; each method does what that of `Search` does, for all of them.

    Ranks can be compared, scores of two indexes cannot: the best of each come first, then the second best. Of
    lists with nothing in common that is reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
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


def _without_commonest(plan: Plan, subject: Collection[str]) -> tuple[Plan, list[str]]:
    """The plan without the group that most sections have, but for the subject; of very many, without most."""
    told = [set(key(group.typed).split()) <= set(subject) for group in plan.groups]
    order = sorted(range(len(told)), key=lambda place: (not told[place], plan.groups[place].sections))
    dropped = set(order[min(len(order) - 1, _MOST_RELAXED) :])
    left = tuple(group for place, group in enumerate(plan.groups) if place not in dropped)
    return replace(plan, groups=left), [plan.groups[place].typed for place in sorted(dropped)]


def _joined(answers: list[Found], limit: int) -> Found:
    """Join those answers that took the query most nearly as it was typed; others had to guess."""
    found = [answer for answer in answers if answer] or answers[:1]
    nearest = min(found, key=lambda answer: len(answer.mended) + len(answer.left_out))
    alike = [each for each in found if (each.mended, each.left_out) == (nearest.mended, nearest.left_out)]
    hits = tuple(hit for rank in zip_longest(*(each.hits for each in alike)) for hit in rank if hit)
    return replace(nearest, hits=hits[:limit])
