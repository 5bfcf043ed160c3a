# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by any of the words that were typed; those are best that hold most of what was asked."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from asem_reader.core.content import Kind
from asem_reader.core.search.query import Query
from asem_reader.core.steps import Steps
from asem_reader.store.search.filters import Condition, first_section, topic_of
from asem_reader.store.search.plan import Plan, TermGroup, every
from asem_reader.store.search.topics import TopicTable

_ROWS = 500  # of a group, in the order of the tree: some ms in a Library of any size
_RANKED = 300  # of those the kind of their topic is looked up
_NAMED, _SAID = 1.0, 0.6  # how strongly a section has a word: its topic is called so, or its text says so
_RARITY = 0.8  # power of how rare a word is
_LEAST_OF_NAME = 0.8  # what a word says at the least that stands in a topic's name
_HINTED, _LEAD, _MEANT = 0.25, 1.3, 1.5  # a year of the question; a summary; what the question is about
_BODY = "{" + " ".join(("heading", "text")) + "}"  # the columns of FTS5 in which a section speaks
_BY_KIND = {
    Kind.ISSUE: 1.2,
    Kind.PILLAR: 0.6,
    Kind.GROUP: 0.6,
    Kind.MILESTONE: 0.8,
    Kind.TERM: 0.7,
    # Figures serve an issue: who wants them first says so.
    Kind.INDEX: 0.5,
    Kind.INDICATOR: 0.5,
}


class GroupMatch(NamedTuple):
    """What was found of a group."""

    sections: set[int]  # rows of those that have it
    topics: set[int]  # rows of those that are called so
    weight: float  # how much it says


class Matches:
    """What was found of each group of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.of_group: dict[str, GroupMatch] = {}

    @property
    def weights(self) -> list[float]:
        """What each group says, in the order of the plan."""
        return [self.of_group[group.typed].weight for group in self.plan.groups]

    @property
    def found(self) -> frozenset[int]:
        """All sections that have anything."""
        return frozenset().union(*(match.sections for match in self.of_group.values()))

    def share(self, topic: int, more: float) -> float:
        """The share of all that was asked, and of `more` that is nowhere, that a topic holds."""
        whole, held = more, 0.0
        for sections, named, weight in self.of_group.values():
            whole += weight
            held += weight if topic in named or any(topic_of(each) == topic for each in sections) else 0
        return held / (whole or 1)


class Ranking:
    """Reads the index group by group, and scores the sections that were found."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    @cached_property
    def _all(self) -> int:
        sql = "SELECT count(*) FROM sections"
        return int(self._topic_table.connection.execute(sql).fetchone()[0])

    _SECTIONS = "SELECT rowid FROM sections_fts WHERE sections_fts MATCH ? AND {narrowed} LIMIT ?"
    _TOPICS = "SELECT rowid FROM topics_fts WHERE topics_fts MATCH ? LIMIT ?"
    _FIRST = "SELECT id FROM sections WHERE id IN (SELECT value FROM json_each(?)) AND {narrowed}"

    def matched(self, plan: Plan, condition: Condition) -> Steps[Matches]:
        """Find what there is of each group, the rarest first.

        A group that very many sections have is asked for only where a rarer one stands as well.
        """
        matches, among = Matches(plan), ""
        for group in sorted(plan.groups, key=lambda group: group.sections):
            also = f" AND ({among})" if among and group.sections > _ROWS and not group.hard else ""
            self._find(group, matches, condition, also)
            among += f" OR {group.expression}" if among else group.expression
            yield
        return matches

    def _find(self, group: TermGroup, matches: Matches, condition: Condition, also: str) -> None:
        """Note the sections that have a group in heading or text, or are the first of a topic called so."""
        hard = [each for each in matches.plan.groups if each.hard or each is group]
        narrowed, unwanted = condition.sql("sections_fts.rowid"), matches.plan.unwanted
        said = every(hard, unwanted, f"{_BODY} : {group.expression}{also}")
        sections = self._rows(self._SECTIONS.format(narrowed=narrowed), (said, *condition.values, _ROWS))
        if topics := self._rows(self._TOPICS, (group.expression, _ROWS)):
            firsts = json.dumps([first_section(topic) for topic in topics])
            sql = self._FIRST.format(narrowed=condition.sql("sections.id"))
            called = self._rows(sql, (firsts, *condition.values))
            if len(hard) > 1 or unwanted:
                values = (every(hard, unwanted), *condition.values, _ROWS)
                called &= self._rows(self._SECTIONS.format(narrowed=narrowed), values)
            sections |= called
        everyday = max(group.everyday, _LEAST_OF_NAME) if topics else group.everyday
        rarity = self.rarity(max(group.sections, len(sections)))
        matches.of_group[group.typed] = GroupMatch(sections, topics, rarity * everyday)

    def _rows(self, sql: str, values: tuple[object, ...]) -> set[int]:
        return {row[0] for row in self._topic_table.connection.execute(sql, values)}

    def rarity(self, sections: int) -> float:
        """How much a word says that so many sections have, by its inverse document frequency."""
        return math.pow(math.log1p((self._all - sections + 0.5) / (sections + 0.5)), _RARITY)

    _HINTS = """
        SELECT section_id FROM section_years
        WHERE year IN (SELECT value FROM json_each(?)) AND section_id IN (SELECT value FROM json_each(?))
    """

    def of(self, query: Query, matches: Matches, about: Collection[int]) -> list[tuple[float, int]]:
        """Return the score and the row of the sections that were found, best first.

        `about` are topics that the query is about. The score is the share of what was asked that the section
        holds, and the share that its topic is about: the more of its sections speak of a word, the more.
        """
        of_section, of_topic = defaultdict[int, float](float), defaultdict[int, float](float)
        by_topic = defaultdict[int, list[int]](list)
        for section in matches.found:
            by_topic[topic_of(section)].append(section)
        whole = sum(match.weight for match in matches.of_group.values())
        for sections, named, weight in matches.of_group.values():
            share = weight / whole
            for topic in named:
                of_topic[topic] += share
                for section in by_topic.get(topic, ()):
                    of_section[section] += share * _NAMED
            for section in sections:
                if topic_of(section) not in named:
                    of_section[section] += share * _SAID
            said = Counter(topic for topic in map(topic_of, sections) if topic not in named)
            for topic, times in said.items():
                of_topic[topic] += share * (1 - (1 - _SAID**2 / 2) ** times)
        hinted = self._hinted(query, matches.found)
        ranked = []
        for section, score in of_section.items():
            topic = topic_of(section)
            lead = _LEAD if section == first_section(topic) and score >= _SAID / 2 else 1.0
            total = (score + of_topic[topic]) * lead + (_HINTED if section in hinted else 0.0)
            total *= _MEANT if topic in about else 1.0
            ranked.append((-total, section))
        ranked.sort()
        best = ranked[:_RANKED]
        rows = self._topic_table.topic_rows(topic_of(section) for _, section in best)
        again = ((x * _BY_KIND.get(rows[topic_of(section)].kind, 1.0), section) for x, section in best)
        return [(-x, section) for x, section in (*sorted(again), *ranked[_RANKED:])]

    def _hinted(self, query: Query, sections: Collection[int]) -> set[int]:
        if not query.hints:
            return set()
        years = json.dumps([int(term.bare) for term in query.hints])
        return self._rows(self._HINTS, (years, json.dumps(list(sections))))
