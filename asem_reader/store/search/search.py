# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by what stands in them, and by what their topics are called."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Answer, Found, Hit, Run, Scope
from asem_reader.core.search.query import Query
from asem_reader.core.steps import Result, Steps, done
from asem_reader.store.connect import LONGEST_SEARCH, bounded, reading
from asem_reader.store.search.answers import Answers
from asem_reader.store.search.filters import APART, Condition, FilterCompiler, topic_of
from asem_reader.store.search.lexicon import Lexicon
from asem_reader.store.search.names import NameLookup
from asem_reader.store.search.ranking import Matches, Ranking, ScoredSection
from asem_reader.store.search.rewriting import QueryRewriter
from asem_reader.store.search.scopes import ScopeCounter
from asem_reader.store.search.snippet import Passage, marks, passage
from asem_reader.store.search.topics import TopicTable

if TYPE_CHECKING:
    from asem_reader.store.library import Library

_LOOKED_INTO = 24  # of the best sections at a time, for the paragraph that holds most
_HITS_OF_TOPIC = 3
SERVING = (
    *(Kind.PILLAR, Kind.GROUP, Kind.MILESTONE, Kind.TERM, Kind.INDEX, Kind.INDICATOR),
    Kind.HANDBOOK,
)
_LEAST = 0.5  # of what was asked; below that nothing here is on it


class Search:
    """Asks the Library's FTS5 index.

    No word is dropped and none but a quoted one is a must: those hits are best that hold the most of what was
    asked, each word by how much it says.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._last: tuple[Query, frozenset[Slug]] = Query(), frozenset()
        self._matches = Matches()
        topic_table = self._topic_table = TopicTable(library.connection)
        self._rewriter = QueryRewriter(library.connection)
        self._lexicon = Lexicon(library.connection)
        self._filters = FilterCompiler(topic_table)
        self._ranking = Ranking(topic_table)
        self._names = NameLookup(topic_table)
        self._scopes = ScopeCounter(topic_table)
        self._answers = Answers(topic_table)

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
        return self._in_turns(self._found(query, limit, noted))

    def scope_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[tuple[Scope, ...]]:
        """Return read by read ways to narrow a query, as `Found` has them; errors are those of `steps`."""
        matches = yield from self._in_turns(self._matched(query, noted))
        with self._reading():
            return self._scopes.of(query, matches.found)

    def topic_steps(self, query: Query, noted: Collection[Slug] = ()) -> Steps[frozenset[Slug]]:
        """Find read by read on which topics there are hits; of many sections the first count."""
        matches = yield from self._in_turns(self._matched(query, noted))
        with self._reading():
            topic_rows = self._topic_table.topic_rows(map(topic_of, matches.found))
        return frozenset(topic_row.slug for topic_row in topic_rows.values())

    def answer(self, text: str) -> Answer | None:
        """Return the line that answers a question, if a table surely has it; errors are those of `find`."""
        with self._reading():
            return self._answers.of(text)

    _TEXTS = "SELECT s.heading, s.text FROM topics t JOIN sections s ON s.topic_id = t.id WHERE t.slug = ?"

    def words(self, query: Query, slug: Slug) -> tuple[str, ...]:
        """Return the words of a topic that the query matches, in all their forms, for the reader to mark."""
        plan = done(self._in_turns(self._matched(query, self._last[1]))).plan
        with self._reading():
            texts = [text for row in self._library.connection.execute(self._TEXTS, (slug,)) for text in row]
        return tuple(sorted({text[one:other] for text in texts for one, other in marks(text, plan)}))

    def _in_turns(self, steps: Steps[Result]) -> Steps[Result]:
        """Steps, each read under guard."""
        while True:
            with self._reading():
                try:
                    next(steps)
                except StopIteration as end:
                    result: Result = end.value
                    return result
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with reading(self._library.path), bounded(self._library.connection, LONGEST_SEARCH):
            yield

    def _found(self, query: Query, limit: int, noted: Collection[Slug]) -> Steps[Found]:
        condition = self._filters.of(query, noted)
        if not query.wanted:
            return Found(tuple(self._listed(condition, limit)) if query else ())
        matches = yield from self._matched(query, noted)
        query, why = self._rewriter.rewritten(query)
        plan = matches.plan
        coded = self._names.coded(query)
        named = (coded + self._names.of(query, plan, condition))[:limit]
        if coded and (plan.missing or plan.mended):
            return Found(tuple(coded[:limit]))  # a code is no misspelling
        ranked = self._ranking.of(matches, self._names.about(query, plan))
        hits = yield from self._gathered(named, matches, ranked, limit)
        if not hits:
            return Found(missing=plan.missing, offered=plan.offered)
        hits = [replace(hit, why="; ".join(filter(None, (why, hit.why)))) for hit in hits] if why else hits
        missing = tuple(dict.fromkeys((*plan.missing, *self._empty(matches, hits[0].kind))))
        (first,) = self._topic_table.rows([hits[0].place.slug])
        share = matches.share(first, len(plan.missing) * self._ranking.rarity(0))
        return Found(tuple(hits), plan.mended, missing, plan.offered, far=share < _LEAST)

    def _empty(self, matches: Matches, kind: Kind) -> Iterator[str]:
        """What nothing has; before a hit of that kind the handbook's words are none of the Library's."""
        apart = frozenset[int]() if kind is Kind.HANDBOOK else self._topic_table.handbook
        for match in matches.groups:
            if all(topic_of(section) in apart for section in match.sections):
                yield match.group.typed

    def _matched(self, query: Query, noted: Collection[Slug]) -> Steps[Matches]:
        """What was found of each word; the last is kept, for the ways to narrow it are asked for soon."""
        asked = query, frozenset(noted)
        if asked != self._last:
            plan = yield from self._lexicon.steps(self._rewriter.rewritten(query).query)
            self._matches = yield from self._ranking.matched(plan, self._filters.of(query, noted))
            self._last = asked
        return self._matches

    _TEXT = """
        SELECT s.id, s.position, s.topic, s.heading, s.names, s.text,
          (SELECT json_group_array(id) FROM (SELECT id FROM blocks WHERE section_id = s.id ORDER BY position))
          AS blocks
        FROM sections s WHERE s.id IN (SELECT value FROM json_each(?))
    """

    def _gathered(
        self, named: list[Hit], matches: Matches, ranked: Iterator[ScoredSection], limit: int
    ) -> Steps[list[Hit]]:
        """The topics that are called so, then the best passages: each topic few times."""
        weights = matches.shares
        hits = named.copy()
        of_topic = Counter(self._topic_table.rows([hit.place.slug for hit in named]))

        def has_room(section: int) -> bool:
            return of_topic[topic_of(section)] < (_HITS_OF_TOPIC if section % APART else 1)

        ranked = (each for each in ranked if has_room(each.section))
        # Only the best change places for a paragraph, so that more hits never move those shown.
        while len(hits) < limit and (batch := {each.section: each for each in islice(ranked, _LOOKED_INTO)}):
            yield
            rows = self._library.connection.execute(self._TEXT, (json.dumps([*batch]),))
            read = (passage(row, matches.plan, weights) for row in rows)
            found = [(batch[each.row["id"]], each) for each in read if each]
            found.sort(key=lambda pair: (-pair[0].total(pair[1].share), pair[0].section))
            for scored, each in _served(found):
                if has_room(scored.section) and len(hits) < limit:
                    of_topic[topic_of(scored.section)] += 1
                    hits.append(each.hit(self._topic_table))
        return hits

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


def _served(found: list[tuple[ScoredSection, Passage]]) -> Iterator[tuple[ScoredSection, Passage]]:
    """The same, but what serves issues stands behind the first that has most of its words."""
    has = [sum(map(bool, each.found)) for _, each in found]
    issues = [place for place, (scored, _) in enumerate(found) if scored.kind is Kind.ISSUE]

    def place(own: int) -> float:
        served = (issue for issue in issues if issue > own and 2 * has[issue] > has[own])
        return next(served, own - 0.5) + 0.5 if found[own][0].kind in SERVING else own

    return (found[own] for own in sorted(range(len(found)), key=place))


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

    def answer(self, text: str) -> Answer | None:
        """Return the first answer that there is."""
        return next(filter(None, (search.answer(text) for search in self._searches)), None)

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
    nearest = min(found, key=lambda answer: len(answer.mended) + len(answer.missing))
    alike = [each for each in found if (each.mended, each.missing) == (nearest.mended, nearest.missing)]
    hits = tuple(hit for rank in zip_longest(*(each.hits for each in alike)) for hit in rank if hit)
    return replace(nearest, hits=hits[:limit])
