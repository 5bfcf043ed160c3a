# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by any of the words that were typed; those are best that hold most of what was asked."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from asem_reader.core.content import Kind
from asem_reader.core.steps import Steps
from asem_reader.store.search.filters import APART, Condition, first_section, topic_of
from asem_reader.store.search.plan import Plan, TermGroup, every
from asem_reader.store.search.topics import TopicTable

_ROWS = 500  # of a group, in the order of the tree: some ms in a Library of any size
_RANKED = 150  # of those the kind of their topic is looked up
_NAMED = 1.2  # what a word counts for a topic that is called so
_SAID = 0.6  # for a section that has it
_SPOKEN = 0.18  # how much each section that has a word tells that its topic is about it
_TOLD = [1 - (1 - _SPOKEN) ** times for times in range(APART + 1)]  # the same of so many
_TOGETHER, _STEEP = 1.4, 3  # what a paragraph with all words adds; with fewer much less
_RARITY = 0.8  # power of how rare a word is
# Shares that are added for a summary, for what the question is about, and for issues; what serves these, and
# is asked for by its kind, loses a share.
_LEAD, _MEANT = 0.3, 0.5
SERVING = (
    *(Kind.PILLAR, Kind.GROUP, Kind.MILESTONE, Kind.TERM, Kind.INDEX, Kind.INDICATOR),
    Kind.HANDBOOK,
)
_BEHIND = 10.0  # what a page on the program loses, to stand behind what the Library is on: all
_ALL = 0.999  # of what was asked: sums of shares are rounded
_BY_KIND = {Kind.ISSUE: 0.2, **dict.fromkeys(SERVING, -0.3)}
_BODY = "{" + " ".join(("heading", "text")) + "}"  # the columns of FTS5 in which a section speaks


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
        """What each group says, in the order of the plan, as a share of what all of them say."""
        weights = [self.of_group[group.typed].weight for group in self.plan.groups]
        return [weight / sum(weights) for weight in weights]

    @property
    def whole(self) -> bool:
        """True if each group was looked for in every section."""
        groups = ((group.sections, len(self.of_group[group.typed].sections)) for group in self.plan.groups)
        return all(max(pair) < _ROWS for pair in groups)

    @property
    def found(self) -> frozenset[int]:
        """All sections that have anything."""
        return frozenset().union(*(match.sections for match in self.of_group.values()))

    def share(self, topic: int, more: float) -> float:
        """The share of all that was asked, and of `more` that is nowhere, that a topic holds."""
        there = [self.of_group[group.typed] for group in self.plan.groups if not group.near]
        whole = more + sum(match.weight for match in there)
        rows = range(first_section(topic), first_section(topic + 1))
        held = (w for sections, topics, w in there if topic in topics or not sections.isdisjoint(rows))
        return sum(held) / (whole or 1)


class ScoredSection(NamedTuple):
    """A section with its score."""

    most: float  # if all that it has stands in one paragraph
    section: int
    held: float  # the share of what was asked, by weight, that it has

    def total(self, share: float) -> float:
        """Its score if one paragraph has such a share."""
        return self.most - _together(self.held) + _together(share)


class Ranking:
    """Reads the index group by group, and scores the sections that were found."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    @cached_property
    def _all(self) -> int:
        return int(self._topic_table.connection.execute("SELECT count(*) FROM sections").fetchone()[0])

    _SECTIONS = "SELECT rowid AS id FROM sections_fts WHERE sections_fts MATCH ? AND {narrowed} LIMIT ?"
    _TOPICS = "SELECT rowid AS id FROM topics_fts WHERE topics_fts MATCH ? LIMIT ?"
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
        hard = [each for each in matches.plan.groups if each.hard and each is not group]
        sql = self._SECTIONS.format(narrowed=condition.sql("sections_fts.rowid"))

        def having(expression: str) -> set[int]:
            return self._rows(sql, (every(hard, matches.plan.unwanted, expression), *condition.values, _ROWS))

        sections = having(f"{_BODY} : {group.expression}{also}")
        if topics := self._rows(self._TOPICS, (group.expression, _ROWS)):
            first = self._FIRST.format(narrowed=condition.sql("sections.id"))
            called = self._rows(first, (json.dumps([*map(first_section, topics)]), *condition.values))
            sections |= called & having(group.expression) if hard or matches.plan.unwanted else called
        weight = self.rarity(max(group.sections, len(sections))) * group.everyday
        matches.of_group[group.typed] = GroupMatch(sections, topics, weight)

    def _rows(self, sql: str, values: tuple[object, ...]) -> set[int]:
        (rows,) = self._topic_table.connection.execute(f"SELECT json_group_array(id) FROM ({sql})", values)
        return set(json.loads(rows[0]))  # half the time of a row each

    def rarity(self, sections: int) -> float:
        """How much a word says that so many sections have, by its inverse document frequency."""
        return math.pow(math.log1p((self._all - sections + 0.5) / (sections + 0.5)), _RARITY)

    def of(self, matches: Matches, about: Collection[int]) -> Iterator[ScoredSection]:
        """Return the sections that were found, best first by what they can be at the most.

        `about` are topics that the query is about. The score is the share of what was asked that the section
        has, and the share that its topic is about: the more of its sections speak of a word, the more.
        """
        held, of_topic = dict[int, float](), defaultdict[int, float](float)
        for group, share in zip(matches.plan.groups, matches.weights, strict=True):
            sections, topics, _weight = matches.of_group[group.typed]
            again = {section: held[section] + share for section in held.keys() & sections}
            held |= dict.fromkeys(sections, share) | again
            for topic, times in Counter([section // APART for section in sections]).items():
                of_topic[topic] += share * _TOLD[times]
            for topic in topics:
                of_topic[topic] += share * _NAMED
        near = {share: _together(share) for share in set(held.values())}
        scores = {row: of_topic[row // APART] + _SAID * held[row] for row in sorted(held)}
        most = {row: score + near[held[row]] for row, score in scores.items()}
        for row in [row for row in scores if not row % APART or row // APART in about]:
            favour = 1 + (_MEANT if topic_of(row) in about else 0) + (0 if row % APART else _LEAD)
            most[row] = scores[row] * favour + near[held[row]]
        for row in self._helping(held):
            most[row] -= _BEHIND
        ranked = sorted(most, key=most.__getitem__, reverse=True)
        rows = self._topic_table.topic_rows(map(topic_of, ranked[:_RANKED]))
        for row in ranked[:_RANKED]:
            most[row] += scores[row] * _BY_KIND.get(rows[topic_of(row)].kind, 0)
        ranked[:_RANKED] = sorted(sorted(ranked[:_RANKED]), key=most.__getitem__, reverse=True)
        return (ScoredSection(most[row], row, held[row]) for row in ranked)

    def _helping(self, held: Mapping[int, float]) -> Iterator[int]:
        """The sections of the handbook, but for those that hold all that was asked while no other does."""
        own = {row for row in held if topic_of(row) in self._topic_table.handbook}
        best = max((share for row, share in held.items() if row not in own), default=0.0) if own else 0.0
        if best:
            yield from (row for row in own if held[row] < _ALL or best >= _ALL)


def _together(share: float) -> float:
    return _TOGETHER * share**_STEEP
