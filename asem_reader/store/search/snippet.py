# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a hit of a section that matched: which block to open, what to show of it, and why it was found."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.words import folded
from asem_reader.store.search.filters import topic_of
from asem_reader.store.search.plan import Plan, TermGroup, Way
from asem_reader.store.search.topics import TopicTable

_SNIPPET = 150
_LEAD = 40

# From where to where in a line a group stands, in which way, and whether as it is written.
_Found = tuple[int, int, Way, bool]


def marks(text: str, plan: Plan) -> list[tuple[int, int]]:
    """Return from where to where in a text stands what a plan looks for, as FTS5's `highlight()` marks it."""
    plain = folded(text)
    ways = (way for group in plan.groups for way in group.ways)
    return _apart(text, plain, (span[:2] for way in ways for span in way.spans(plain)))


def _apart(text: str, plain: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, the longest of those that overlap; none where folding changed the text's length."""
    found = list[tuple[int, int]]()
    for start, less in sorted({(start, -end) for start, end in spans}) if len(plain) == len(text) else ():
        if not found or start >= found[-1][1]:
            found.append((start, -less))
    return found


class Passage(NamedTuple):
    """The line of a section in which most of a query stands."""

    row: Mapping[str, Any]  # of the section
    plan: Plan
    plain: str  # its text, folded
    line: int
    share: float  # of all that is looked for, by weight, that stands in the line
    found: list[dict[int, list[_Found]]]  # in which lines each group stands, and where there

    def hit(self, topic_table: TopicTable) -> Hit:
        """Return the hit that it is, with what was looked for marked."""
        row, plan = self.row, self.plan
        near = [lines.get(self.line) for lines in self.found]
        whole = [lines.get(self.line) or next(iter(lines.values()), None) for lines in self.found]
        if not all(whole):
            called = folded(f"{row['topic']} {row['names']}")
            whole = [each or _places(plan.groups[n], called).get(0) for n, each in enumerate(whole)]
        pairs = zip(plan.groups, whole, strict=True)
        without = tuple(group.typed for group, each in pairs if not each and not group.near)
        ways = "; ".join(dict.fromkeys(each[0][2].why for each in whole if each and each[0][2].why))
        form = "" if all(not each or each[0][3] for each in near) else _("another form of the word")
        why = ways or _also(row["names"], near, plan) or form
        block = json.loads(row["blocks"])[self.line] if row["position"] else None
        line = _text(row).split("\n")[self.line]
        spans = (each[:2] for some in near for each in some or ())
        snippet = _snippet(line, _apart(line, self.plain.split("\n")[self.line], spans))
        hit = topic_table.hit(topic_of(row["id"]), snippet, why, row["heading"], block)
        return replace(hit, without=without) if without else hit


def passage(row: Mapping[str, Any], plan: Plan, weights: Sequence[float]) -> Passage | None:
    """Return the line in which most of what was looked for stands, by weight; the first of equals.

    Where nothing was found but the topic's title, only its summary is a hit.
    """
    text = _text(row)
    # Most lines are of ASCII alone, which is fast.
    text = text.lower() if text.isascii() else "\n".join(map(folded, text.split("\n")))
    shares = defaultdict[int, float](float)
    found = [_places(group, text) for group in plan.groups]
    for places, weight in zip(found, weights, strict=True):
        for line in places:
            shares[line] += weight
    best = min(shares, key=lambda line: (-shares[line], line), default=0)
    return Passage(row, plan, text, best, shares[best], found) if shares or not row["position"] else None


def _text(row: Mapping[str, Any]) -> str:
    """A section's text: its heading, if it is not the first, and a line a block."""
    return f"{row['heading']}\n{row['text']}" if row["position"] else str(row["text"])


def _places(group: TermGroup, text: str) -> dict[int, list[_Found]]:
    """In which lines of a folded text a group stands, and where there; first what is most as it was typed."""
    places: dict[int, list[_Found]] = {}
    for way in group.ways:
        for at, end, asis in sorted(way.spans(text), key=itemgetter(2), reverse=True):
            line, start = text.count("\n", 0, at), text.rfind("\n", 0, at) + 1
            places.setdefault(line, []).append((at - start, end - start, way, asis))
    return places


def _also(names: str, near: Sequence[list[_Found] | None], plan: Plan) -> str:
    """Which other name of the topic was typed, if the line has nothing of that."""
    others = names.split(" · ") if names and not any(near) else ()
    each = [name for name in others if any(_places(group, folded(name)) for group in plan.groups)]
    return _("also called {name}").format(name=each[0]) if each else ""


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
