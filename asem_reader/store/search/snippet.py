# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes a hit of a section that matched: which block to open, what to show of it, and why it was found."""

import json
import re
from collections.abc import Mapping
from typing import Any

from asem_reader.core.language import _
from asem_reader.core.search.hit import Hit, Run
from asem_reader.core.words import folded, tokens
from asem_reader.store.search.plan import Plan, TermGroup
from asem_reader.store.search.topics import TopicTable

_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_SNIPPET = 150
_LEAD = 40


def marked_words(text: str) -> list[str]:
    """Return the words that `highlight()` set between its two marks."""
    return _MARKED.findall(text)


def marker(plan: Plan) -> re.Pattern[str] | None:
    """Return a pattern that finds, in folded text, every word that one of a plan's ways looks for."""
    parts: dict[str, None] = {}
    for way in (way for group in plan.groups for way in group.ways if way.words):
        parts["[\\W_]+".join(way.words) + ("\\w*" if way.begun else "")] = None
        # Words that stand apart in a text are marked one by one.
        parts |= dict.fromkeys(way.words if way.expression.startswith("(") else ())
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


def passage(row: Mapping[str, Any], topic_table: TopicTable, plan: Plan, *, stemmed: bool) -> Hit | None:
    """Return the hit at the block in which most different words were found, else at the section's heading.

    A section's text has a line a block, without the heading, its first. Where nothing was found but the
    topic's title, only its summary is a hit.
    """
    lines = row["text"].split("\n")
    if row["position"]:
        lines.insert(0, row["marked_heading"])
    typed = {word for group in plan.groups for way in group.literal for word in way.words}
    distinct = [_weight(line, typed) if _OPEN in line else 0 for line in lines]
    best = distinct.index(max(distinct))
    if row["position"] and not distinct[best]:
        return None
    blocks, topic, line = json.loads(row["blocks"]), row["topic_id"], lines[best]
    why = _why(row, topic_table.topic_rows([topic])[topic].title, plan, line, stemmed=stemmed)
    block = blocks[best] if blocks else None
    return topic_table.hit(topic, _snippet(line), why, row["heading"], block)


def _weight(line: str, typed: set[str]) -> int:
    """The number of different words found in a line; one that was typed so counts twice."""
    words = set(tokens(" ".join(_MARKED.findall(line))))
    return len(words) + len(words & typed)


def _why(row: Mapping[str, Any], title: str, plan: Plan, line: str, *, stemmed: bool) -> str:
    """Why a section was found: what is told of the line that is shown comes before what its others say."""
    reasons: list[str] = []
    if any(group.others for group in plan.groups):
        shown = "" if row["position"] else row["names"]
        marked = " ".join((shown, row["marked_heading"], row["text"]))
        found = " ".join(set(_MARKED.findall(marked)))
        words = set(tokens(f"{found} {title}"))
        near = set(tokens(" ".join(_MARKED.findall(line))))
        told = (_reason(group, near) or _reason(group, words) for group in plan.groups)
        reasons = [why for why in told if why]
    if reasons:
        return "; ".join(dict.fromkeys(reasons))
    names = [name for name in row["names"].split(" · ") if _OPEN in name]
    if names and _OPEN not in line:
        return _("also called {name}").format(name=_MARKED.sub(r"\1", names[0]))
    return _("another form of the word") if stemmed else ""


def _reason(group: TermGroup, words: set[str]) -> str:
    """Why a group was found, if it was not found as it was typed."""
    for way in group.literal:
        *before, last = way.words
        begun = any(word.startswith(last) for word in words)
        if set(before) <= words and (last in words or (way.begun and begun)):
            return ""
    return next((way.why for way in group.others if set(way.words) <= words), "")


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
