# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a hit of a section that matched: which block to open, what to show of it, and why it was found."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.words import folded
from asem_reader.store.search.filters import topic_of
from asem_reader.store.search.plan import Plan, TermGroup, Way
from asem_reader.store.search.topics import TopicTable

_SNIPPET = 150
_LEAD = 40

_Found = tuple[Way, bool]  # in which way a group was found, and whether as it is written there


def marks(text: str, plan: Plan) -> list[tuple[int, int]]:
    """Return from where to where in a text stands what a plan looks for, as FTS5's `highlight()` marks it."""
    plain, found = folded(text), list[tuple[int, int]]()
    # Where folding changes a text's length, places in the one are none in the other.
    ways = [way for group in plan.groups for way in group.ways] if len(plain) == len(text) else ()
    for start, end in sorted({(one, -other) for way in ways for one, other, _asis in way.spans(plain)}):
        if not found or start >= found[-1][1]:
            found.append((start, -end))
    return found


class Passage(NamedTuple):
    """The line of a section in which most of a query stands, and how it is a hit."""

    section: int
    heading: str
    line: str
    block: str | None
    share: float  # of all that is looked for, by weight, that stands in the line
    why: str
    without: tuple[str, ...]  # what was typed and does not stand in the section

    def hit(self, topic_table: TopicTable, plan: Plan) -> Hit:
        """Return the hit that it is, with what a plan looks for marked."""
        snippet, topic = _snippet(self.line, marks(self.line, plan)), topic_of(self.section)
        return topic_table.hit(topic, snippet, self.why, self.heading, self.block, self.without)


def passage(row: Mapping[str, Any], plan: Plan, weights: Sequence[float]) -> Passage | None:
    """Return the line in which most of what was looked for stands, by weight; the first of equals.

    A section's text has a line a block, without the heading, its first. Where nothing was found but the
    topic's title, only its summary is a hit.
    """
    whole_text = f"{row['heading']}\n{row['text']}" if row["position"] else row["text"]
    lines, text = whole_text.split("\n"), folded(whole_text)
    shares = [0.0] * len(lines)
    found = [_places(group, text) for group in plan.groups]
    for places, weight in zip(found, weights, strict=True):
        for line in places:
            shares[line] += weight
    best = shares.index(max(shares))
    if row["position"] and not shares[best]:
        return None
    near = [places.get(best) for places in found]
    whole = [places.get(best) or next(iter(places.values()), None) for places in found]
    if not all(whole):
        called = folded(f"{row['topic']} {row['names']}")
        whole = [each or _found(group, called) for each, group in zip(whole, plan.groups, strict=True)]
    without = tuple(group.typed for group, each in zip(plan.groups, whole, strict=True) if not each)
    block = json.loads(row["blocks"])[best] if row["position"] else None
    why = _why(whole) or _also(row["names"], near, plan) or _form(near)
    return Passage(row["id"], row["heading"], lines[best], block, shares[best], why, without)


def _places(group: TermGroup, text: str) -> dict[int, _Found]:
    """In which lines of a folded text a group stands, and how."""
    places: dict[int, _Found] = {}
    for way in group.ways:
        for at, _end, asis in way.spans(text):
            line = text.count("\n", 0, at)
            if line not in places or (asis and places[line][0] is way):
                places[line] = way, asis
    return places


def _found(group: TermGroup, text: str) -> _Found | None:
    return next(iter(_places(group, text).values()), None)


def _why(found: Iterable[_Found | None]) -> str:
    """The ways in which groups were found, but as they were typed."""
    return "; ".join(dict.fromkeys(each[0].why for each in found if each and each[0].why))


def _also(names: str, near: Sequence[_Found | None], plan: Plan) -> str:
    """Which other name of the topic was typed, if the line has nothing of that."""
    others = names.split(" · ") if names and not any(near) else ()
    each = [name for name in others if any(_found(group, folded(name)) for group in plan.groups)]
    return _("also called {name}").format(name=each[0]) if each else ""


def _form(found: Iterable[_Found | None]) -> str:
    return "" if all(each is None or each[1] for each in found) else _("another form of the word")


def _snippet(line: str, spans: list[tuple[int, int]]) -> tuple[Run, ...]:
    """Cut a line to a passage around the first of what is marked in it."""
    first, last = spans[0] if spans else (0, 0)
    start = line.rfind(" ", 0, first - _LEAD) + 1 if first > _SNIPPET - _LEAD else 0
    end = len(line)
    if end - start > _SNIPPET:
        end = max(line.rfind(" ", start, start + _SNIPPET), last)
    edges = [start, *(edge for span in spans if span[1] <= end for edge in span), end]
    pieces = [line[one:other] for one, other in pairwise(edges)]
    pieces[0] = ("… " if start else "") + pieces[0]
    pieces[-1] = pieces[-1].rstrip() + (" …" if end < len(line) else "")
    return tuple(Run(piece, matched=index % 2 == 1) for index, piece in enumerate(pieces) if piece)
