# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a hit of a section that matched: which block to open, what to show of it, and why it was found."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.words import folded, tokens
from asem_reader.store.search.filters import topic_of
from asem_reader.store.search.plan import Plan, TermGroup, Way
from asem_reader.store.search.topics import TopicTable

_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_BETWEEN = re.compile(r"(?:[^\w\n]|_)+")
_KEPT = 2_000  # texts that were taken apart, for the next key asks most of them again
_SNIPPET = 150
_LEAD = 40
_OTHER = 0.9


def marked_words(text: str) -> list[str]:
    """Return the words that `highlight()` set between its two marks."""
    return _MARKED.findall(text)


def marker(plan: Plan) -> re.Pattern[str] | None:
    """Return a pattern that finds, in folded text, every word that one of a plan's ways looks for."""
    parts: dict[str, None] = {}
    for way in (way for group in plan.groups for way in group.ways if way.slots):
        parts |= dict.fromkeys("[\\W_]+".join(phrase) for phrase in way.phrases)
        if way.begun:
            begun = way.words[-1:] if way.apart else way.words
            parts["[\\W_]+".join(begun) + "\\w*"] = None
    if not parts:
        return None
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])")


def marked(text: str, pattern: re.Pattern[str] | None) -> str:
    """Return the text with what the pattern finds between the marks that `highlight()` would set."""
    plain = folded(text)
    # Where folding changes a text's length, places in the one are none in the other.
    if pattern is None or len(plain) != len(text):
        return text
    parts, start = [], 0
    for found in pattern.finditer(plain):
        parts += [text[start : found.start()], _OPEN, text[found.start() : found.end()], _CLOSE]
        start = found.end()
    return "".join((*parts, text[start:]))


@dataclass(frozen=True, slots=True)
class Passage:
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
        snippet = _snippet(marked(self.line, pattern))
        topic = topic_of(self.section)
        return topic_table.hit(topic, snippet, self.why, self.heading, self.block, self.without)


def passage(row: Mapping[str, Any], title: str, plan: Plan, weights: Sequence[float]) -> Passage | None:
    """Return the line in which most of what was looked for stands, by weight; the first of equals.

    A section's text has a line a block, without the heading, its first. Where nothing was found but the
    topic's title, only its summary is a hit.
    """
    text = f"{row['heading']}\n{row['text']}" if row["position"] else row["text"]
    lines, folded_lines = _lines(text)
    found = [_looked(line, plan) for line in folded_lines]
    shares = [_weighed(each, weights) for each in found]
    best = shares.index(max(shares))
    if row["position"] and not shares[best]:
        return None
    blocks, near = json.loads(row["blocks"]), found[best]
    called = " ".join(tokens(f"{title} {row['names']}"))
    whole = near if all(near) else _looked(f" {called} {' '.join(folded_lines)}", plan)
    told = [here or there for here, there in zip(near, whole, strict=True)]
    without = tuple(group.typed for group, each in zip(plan.groups, whole, strict=True) if not each)
    why = _why(told) or _also(row["names"], near, plan) or _form(near)
    block = blocks[best] if blocks else None
    return Passage(row["id"], row["heading"], lines[best], block, shares[best], why, without)


@lru_cache(_KEPT)
def _lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of a text, and the same folded, with a blank on either side of each word."""
    return text.split("\n"), _BETWEEN.sub(" ", f" {folded(text)} ").replace("\n", " \n ").split("\n")


Looked = tuple[tuple[Way, bool] | None, ...]  # of each group how it was found, and whether as typed


def _looked(line: str, plan: Plan) -> Looked:
    return tuple(map(partial(_found, line), plan.groups))


def _found(line: str, group: TermGroup) -> tuple[Way, bool] | None:
    return next(((way, words == way.texts[0]) for way in group.ways if (words := way.found(line))), None)


def _weighed(found: Looked, weights: Sequence[float]) -> float:
    """The share of all weight that was found; what was found in another form tells a little less."""
    pairs = zip(found, weights, strict=True)
    return sum(w * (1 if each[1] and not each[0].why else _OTHER) for each, w in pairs if each) / sum(weights)


def _why(found: Iterable[tuple[Way, bool] | None]) -> str:
    """The ways in which groups were found, but as they were typed."""
    return "; ".join(dict.fromkeys(each[0].why for each in found if each and each[0].why))


def _also(names: str, near: Looked, plan: Plan) -> str:
    """Which other name of the topic was typed, if the line has nothing of that."""
    others = names.split(" · ") if names and not any(near) else ()
    each = [name for name in others if any(_looked(f" {' '.join(tokens(name))} ", plan))]
    return _("also called {name}").format(name=each[0]) if each else ""


def _form(found: Looked) -> str:
    return "" if all(each is None or each[1] for each in found) else _("another form of the word")


def _snippet(line: str) -> tuple[Run, ...]:
    """Cut a line with marked words to a passage around the first of them."""
    first = line.find(_OPEN)
    start = 0
    if first > _SNIPPET - _LEAD:
        start = line.rfind(" ", 0, first - _LEAD) + 1
    end = len(line)
    if end - start > _SNIPPET:
        end = max(line.rfind(" ", start, start + _SNIPPET), line.find(_CLOSE, first) + 1 if first >= 0 else 0)
    cut = ("… " if start else "") + line[start:end].rstrip() + (" …" if end < len(line) else "")
    pieces = enumerate(re.split(f"[{_OPEN}{_CLOSE}]", cut))
    return tuple(Run(piece, matched=index % 2 == 1) for index, piece in pieces if piece)
