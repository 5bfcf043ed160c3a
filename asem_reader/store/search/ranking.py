# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by any of the words that were typed; those are best that hold most of what was asked."""

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Self

from asem_reader.core.content import Kind
from asem_reader.core.steps import Steps
from asem_reader.store.search.filters import APART, Condition, first_section
from asem_reader.store.search.plan import Plan, TermGroup, every
from asem_reader.store.search.topics import TopicTable

_ROWS = 500  # of a group, in the order of the tree: some ms in a Library of any size
_OF_TOPIC = 4  # sections that are looked into
_NAMED = 1.2  # what a word counts for a topic that is called so
_SAID = 0.6  # for a section that has it
_SPOKEN = 0.18  # how much each section that has a word tells that its topic is about it
_TOGETHER, _STEEP = 1.4, 3  # what a paragraph with all words adds; with fewer much less
_RARITY = 0.8  # power of how rare a word is
_LEAD, _MEANT, _ISSUE = 0.3, 0.5, 0.2  # shares more for a summary, what a question is about, an issue
_BEHIND = 10.0  # what a page on the program loses, to stand behind what the Library is on: all
_ALL = 0.999  # of what was asked: sums of shares are rounded
_BITS, _CALLED, _TIMES = 11, 1 << 10, (1 << 10) - 1  # of a code; a topic has fewer than 2 * _ROWS sections
_BODY = "{" + " ".join(("heading", "text")) + "}"  # the columns of FTS5 in which a section speaks


class GroupMatch(NamedTuple):
    """What was found of a group."""

    group: TermGroup
    sections: list[int]  # rows of those that have it, in order
    topics: set[int]  # rows of those that are called so
    weight: float  # how much it says


class Matches(NamedTuple):
    """What was found of each group of a plan, in its order."""

    plan: Plan = Plan()
    groups: tuple[GroupMatch, ...] = ()

    @property
    def shares(self) -> list[float]:
        """What each group says, as a share of what all of them say."""
        whole = sum(match.weight for match in self.groups)
        return [match.weight / whole for match in self.groups]

    @property
    def found(self) -> frozenset[int]:
        """All sections that have anything."""
        return frozenset().union(*(match.sections for match in self.groups))

    def share(self, topic: int, more: float) -> float:
        """The share of all that was asked, and of `more` that is nowhere, that a topic holds."""
        there = [match for match in self.groups if not match.group.near]
        held = (m.weight for m in there if topic in m.topics or _of_topic(m.sections, topic))
        return sum(held) / (more + sum(match.weight for match in there) or 1)


class ScoredSection(NamedTuple):
    """A section with its score."""

    most: float  # if all that it has stands in one paragraph
    section: int
    held: float  # the share of what was asked, by weight, that it has
    kind: Kind  # of its topic

    def total(self, share: float) -> float:
        """Its score if one paragraph has such a share."""
        return self.most - _TOGETHER * (self.held**_STEEP - share**_STEEP)


class Ranking:
    """Reads the index group by group, and scores the sections that were found."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._topic_table = topic_table

    @cached_property
    def _all(self) -> int:
        return int(self._topic_table.connection.execute("SELECT count(*) FROM sections").fetchone()[0])

    _SECTIONS = "SELECT rowid AS id FROM sections_fts WHERE sections_fts MATCH ? AND {narrowed} LIMIT ?"
    _TOPICS = "SELECT rowid AS id FROM topics_fts WHERE topics_fts MATCH ? LIMIT ?"

    def matched(self, plan: Plan, condition: Condition) -> Steps[Matches]:
        """Find what there is of each group, the rarest first.

        A group that very many sections have is asked for only where a rarer one stands as well. One that most
        have says nothing by itself: where others are missing, it is no answer to what was asked.
        """
        if plan.missing:
            telling = (group for group in plan.groups if group.hard or 2 * group.sections <= self._all)
            plan = replace(plan, groups=tuple(telling))
        found, among = dict[str, GroupMatch](), ""
        for group in sorted(plan.groups, key=lambda group: group.sections):
            also = f" AND ({among})" if among and group.sections > _ROWS and not group.hard else ""
            found[group.typed] = self._match(group, plan, condition, also)
            among += f" OR {group.expression}" if among else group.expression
            yield
        return Matches(plan, tuple(found[group.typed] for group in plan.groups))

    def _match(self, group: TermGroup, plan: Plan, condition: Condition, also: str) -> GroupMatch:
        """Find the sections that have a group in heading or text, or are the first of a topic called so."""
        hard = [each for each in plan.groups if each.hard and each is not group]
        narrowed = condition.sql("sections_fts.rowid")

        def having(expression: str, where: str = "") -> list[int]:
            expression = every(hard, plan.unwanted, expression)
            sql = self._SECTIONS.format(narrowed=f"{narrowed}{where}")
            return self._rows(sql, (expression, *condition.values, _ROWS))

        sections = having(f"{_BODY} : {group.expression}{also}")
        if topics := self._rows(self._TOPICS, (group.expression, _ROWS)):
            called = {*map(first_section, topics)}
            if hard or plan.unwanted or condition.parts:
                called &= {*having(group.expression, f" AND +rowid % {APART} = 0")}
            sections = sorted(called.union(sections))
        weight = self.rarity(max(group.sections, len(sections))) * group.everyday
        return GroupMatch(group, sections, set(topics), weight)

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[int]:
        rows = self._topic_table.connection.execute(f"SELECT json_group_array(id) FROM ({sql})", values)
        return [*json.loads(rows.fetchone()[0])]  # half the time of a row each

    def rarity(self, sections: int) -> float:
        """How much a word says that so many sections have, by its inverse document frequency."""
        return math.pow(math.log1p((self._all - sections + 0.5) / (sections + 0.5)), _RARITY)

    def of(self, matches: Matches, about: Collection[int]) -> Iterator[ScoredSection]:
        """Return the best sections of each topic that was found, best first by what they can be at the most.

        `about` are topics that the query is about. The score is the share of what was asked that the section
        has, and the share that its topic is about: the more of its sections speak of a word, the more. Only
        topics that may be the next best are looked into.
        """
        alike, shares = _alike(matches), matches.shares
        standings = {code: _Standing.of(code, shares) for code in alike}
        most = 1 + _LEAD + _ISSUE + _MEANT * bool(about)
        queue: list[tuple[float, int, int, int | ScoredSection]]
        queue = [(-standings[code].most(most), 0, topics[-1], code) for code, topics in alike.items()]
        heapify(queue)
        behind = self._behind(alike, standings)
        while queue:
            bound, _, topic, next_ = heappop(queue)
            if isinstance(next_, ScoredSection):
                yield next_
                continue
            alike[next_].pop()
            if alike[next_]:
                heappush(queue, (bound, 0, alike[next_][-1], next_))
            told, named, _ = standings[next_]
            kind = self._topic_table.topic_row(topic).kind
            issue, favour = _ISSUE * (kind is Kind.ISSUE), 1 + _MEANT * (topic in about)
            has = defaultdict[int, float](float)
            for match, part in zip(matches.groups, shares, strict=True):
                for section in _of_topic(match.sections, topic):
                    has[section] += part
            best = []
            for section, share in has.items():
                said = told + _SAID * share
                lead = _LEAD * (section == first_section(topic))
                score = (said + named) * (favour + lead) + said * issue + _TOGETHER * share**_STEEP
                score -= behind(topic, share)
                best.append((-score, section, topic, ScoredSection(score, section, share, kind)))
            for each in sorted(best)[:_OF_TOPIC]:
                heappush(queue, each)

    def _behind(
        self, alike: Mapping[int, Collection[int]], standings: Mapping[int, "_Standing"]
    ) -> Callable[[int, float], float]:
        """What a section with such a share loses: of the handbook all do, but what alone holds all asked."""
        handbook = self._topic_table.handbook
        shares = (standings[code].held for code, topics in alike.items() if not handbook.issuperset(topics))
        others = max(shares, default=0.0)

        def loss(topic: int, share: float) -> float:
            return _BEHIND * (topic in handbook and others > 0 and not share >= _ALL > others)

        return loss


def _of_topic(sections: list[int], topic: int) -> list[int]:
    """Those of some sections, in order, that are of a topic."""
    first = bisect_left(sections, first_section(topic))
    return sections[first : bisect_left(sections, first_section(topic + 1), first)]


class _Standing(NamedTuple):
    """How a topic stands to a query; many stand alike."""

    told: float  # the share that it is about
    named: float  # what it gains by what it is called
    held: float  # the share that it has

    @classmethod
    def of(cls, code: int, shares: Sequence[float]) -> Self:
        """Read it from the number that `_alike` made."""
        told = named = held = 0.0
        for place, share in enumerate(shares):
            part = code >> _BITS * place
            if times := part & _TIMES:
                told += share * (1 - (1 - _SPOKEN) ** times)
                held += share
            named += share * _NAMED * bool(part & _CALLED)
        return cls(told, named, held)

    def most(self, factor: float) -> float:
        """The score at the most of a section of such a topic."""
        return (self.told + self.named + _SAID * self.held) * factor + _TOGETHER * self.held**_STEEP


def _alike(matches: Matches) -> dict[int, list[int]]:
    """The topics in which anything was found, the first last, by a number for all that stand alike.

    It has some bits for each group: how many sections have it, and whether the topic is called so.
    """
    codes = dict[int, int]()
    for place, match in enumerate(matches.groups):
        for topic, times in Counter([section // APART for section in match.sections]).items():
            codes[topic] = codes.get(topic, 0) + (times << _BITS * place)
    for place, match in enumerate(matches.groups):
        for topic in match.topics & codes.keys():
            codes[topic] |= _CALLED << _BITS * place
    alike = defaultdict[int, list[int]](list)
    for topic in sorted(codes, reverse=True):
        alike[codes[topic]].append(topic)
    return alike
