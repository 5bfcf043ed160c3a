# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a hit of a section that matched: which block to open, what to show of it, and why it was found."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.words import folded
from asem_reader.store.search.filters import topic_of
from asem_reader.store.search.plan import Plan, TermGroup, Way
from asem_reader.store.search.topics import TopicTable

_BETWEEN = re.compile(r"(?:[^\w\n]|_)+")
_KEPT = 2_000  # texts that were taken apart, for the next key asks most of them again
_SNIPPET = 150
_LEAD = 40

_Found = tuple[Way, bool]  # in which way a group was found, and whether as it is written there


def marker(plan: Plan) -> re.Pattern[str] | None:
    """Return a pattern that finds, in folded text, every word that one of a plan's ways looks for."""
    parts: dict[str, None] = {}
    for way in (way for group in plan.groups for way in group.ways if way.words):
        parts |= dict.fromkeys(phrase.replace(" ", "[\\W_]+") for phrase in way.phrases)
        if way.begun:
            parts[way.phrases[0].replace(" ", "[\\W_]+") + "\\w*"] = None
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])") if parts else None


def marks(text: str, pattern: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Return where what a pattern finds begins and ends in a text, as FTS5's `highlight()` would mark it."""
    plain = folded(text)
    # Where folding changes a text's length, places in the one are none in the other.
    return [each.span() for each in pattern.finditer(plain)] if pattern and len(plain) == len(text) else []


class Passage(NamedTuple):
    """The line of a section in which most of a query stands, and how it is a hit."""

    section: int
    heading: str
    line: str
    block: str | None
    share: float  # of all that is looked for, by weight, that stands in the line
    why: str
    without: tuple[str, ...]  # what was typed and does not stand in the section

    def hit(self, topic_table: TopicTable, pattern: re.Pattern[str] | None) -> Hit:
        """Return the hit that it is, with the words that a pattern finds marked."""
        snippet, topic = _snippet(self.line, marks(self.line, pattern)), topic_of(self.section)
        return topic_table.hit(topic, snippet, self.why, self.heading, self.block, self.without)


def passage(row: Mapping[str, Any], plan: Plan, weights: Sequence[float]) -> Passage | None:
    """Return the line in which most of what was looked for stands, by weight; the first of equals.

    A section's text has a line a block, without the heading, its first. Where nothing was found but the
    topic's title, only its summary is a hit.
    """
    lines, text, ends = _lines(f"{row['heading']}\n{row['text']}" if row["position"] else row["text"])
    shares = [0.0] * len(lines)
    found = [_places(group, text, ends) for group in plan.groups]
    for places, weight in zip(found, weights, strict=True):
        for line in places:
            shares[line] += weight
    best = shares.index(max(shares))
    if row["position"] and not shares[best]:
        return None
    near = [places.get(best) for places in found]
    whole = [places.get(best) or next(iter(places.values()), None) for places in found]
    if not all(whole):
        called = _folded(f"{row['topic']} {row['names']}")
        whole = [each or _found(group, called) for each, group in zip(whole, plan.groups, strict=True)]
    lacking = (group for group, each in zip(plan.groups, whole, strict=True) if not each)
    without = tuple(group.typed for group in lacking if not group.near)
    block = json.loads(row["blocks"])[best] if row["position"] else None
    why = _why(whole) or _also(row["names"], near, plan) or _form(near)
    return Passage(row["id"], row["heading"], lines[best], block, shares[best], why, without)


def _folded(text: str) -> str:
    """A text without signs, with a blank on either side of each word."""
    return _BETWEEN.sub(" ", f" {folded(text)} ")


@lru_cache(_KEPT)
def _lines(text: str) -> tuple[list[str], str, list[int]]:
    """The lines of a text, the whole folded, and where each line ends in that."""
    whole = _folded(text).replace("\n", " \n ")
    return text.split("\n"), whole, [*(sign.start() for sign in re.finditer("\n", whole)), len(whole)]


def _places(group: TermGroup, text: str, ends: list[int]) -> dict[int, _Found]:
    """In which lines of a text a group stands, and how."""
    places: dict[int, _Found] = {}
    for way in group.ways:
        for number, form in enumerate(way.texts):
            at = text.find(form)
            while at >= 0:
                line = bisect_left(ends, at)
                places.setdefault(line, (way, number == 0))
                at = text.find(form, ends[line])
    return places


def _found(group: TermGroup, text: str) -> _Found | None:
    return next(iter(_places(group, text, [len(text)]).values()), None)


def _why(found: Iterable[_Found | None]) -> str:
    """The ways in which groups were found, but as they were typed."""
    return "; ".join(dict.fromkeys(each[0].why for each in found if each and each[0].why))


def _also(names: str, near: Sequence[_Found | None], plan: Plan) -> str:
    """Which other name of the topic was typed, if the line has nothing of that."""
    others = names.split(" · ") if names and not any(near) else ()
    each = [name for name in others if any(_found(group, _folded(name)) for group in plan.groups)]
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
