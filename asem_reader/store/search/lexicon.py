# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The lexicon: which words the Library has, their synonyms, and what was meant by a slip."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from asem_reader.core.search.hit import Correction
from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.core.steps import Steps
from asem_reader.core.words import FUNCTION_WORDS, bases, key, spellings, tokens
from asem_reader.store.search.plan import Plan, TermGroup, Way, every
from asem_reader.store.search.spelling import SpellingCorrector

_LONGEST_PHRASE = 7
_SHORTEST_MENDED = 4
_SHORT, _LONGEST_ACRONYM = 5, 6
_MOST_MENDED = 4  # words of a query; a text that is full of slips is no query
_PREFIXES = (
    *("anti", "co", "counter", "e", "inter", "micro", "multi"),
    *("non", "post", "pre", "re", "sub", "trans"),
)


class _Known(NamedTuple):
    """What was looked up at once of the words of a query."""

    words: dict[str, int]  # in how many sections each is
    synonyms: dict[str, list[tuple[str, str]]]  # of a phrase, and why they are
    english: dict[str, float]  # how much each says as a word of English
    forms: dict[str, list[str]]  # words of the Library that have the stem of one


class Lexicon:
    """Widens and mends queries by what stands in the Library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._corrector = SpellingCorrector(connection)

    def steps(self, query: Query) -> Steps[Plan]:
        """Make the plan of a query word by word: one that must be mended takes some milliseconds."""
        unwanted = tuple(map(_way, query.unwanted))
        if query.literal:
            typed = (TermGroup(_typed(group), tuple(map(_way, group)), hard=True) for group in query.wanted)
            return Plan(tuple(typed), unwanted)
        known = self._looked_up(query)
        segments = tuple(self._segments(query, known))
        there = {id(group): group for group in segments if self._is_there(group, known)}
        lacking = [group for group in segments if id(group) not in there]
        rest, mended, offered = tuple(there.values()), list[Correction](), list[Correction]()
        for group in lacking[:_MOST_MENDED]:
            yield
            instead = None if query.foreign or _is_english(group, known) else self._corrector.mended(group)
            if instead is not None:
                correction = Correction(group.typed, " ".join(instead.words))
                better = replace(group, literal=(), others=(self._in_all_forms(instead),))
                if self._is_meant(better, rest):
                    mended.append(correction)
                    there[id(group)] = better
                else:
                    offered.append(correction)
        groups = tuple(there[id(group)] for group in segments if id(group) in there)
        missing = tuple(group.typed for group in segments if id(group) not in there)
        return Plan(groups, unwanted, tuple(mended), missing, tuple(offered))

    def _is_meant(self, mended: TermGroup, rest: tuple[TermGroup, ...]) -> bool:
        """True if a word was surely meant: a short one is like many others, and capitals are no slip."""
        if mended.typed.isupper() and len(mended.typed) <= _LONGEST_ACRONYM:
            return False
        if len(mended.typed) > _SHORT:
            return True
        together = every((mended, *rest))
        return bool(rest) and self._connection.execute(self._LETTERS, (together,)).fetchone() is not None

    _KNOWN = "SELECT word, sections FROM words WHERE word IN (SELECT value FROM json_each(?))"
    _SYNONYMS = "SELECT phrase, other, why FROM synonyms WHERE phrase IN (SELECT value FROM json_each(?))"
    _ENGLISH = "SELECT word, weight FROM english WHERE word IN (SELECT value FROM json_each(?))"
    _FORMS = """
        SELECT asked.value AS asked, w.word
        FROM json_each(?) asked CROSS JOIN words_stems f CROSS JOIN words w ON w.id = f.rowid
        WHERE f.words_stems MATCH '"' || asked.value || '"'
    """

    def _looked_up(self, query: Query) -> _Known:
        """Ask once for every word, spelling, joined pair and phrase that the query may need."""
        words = [key(term.text) for group in query.wanted for term in group]
        asked = {form for word in words for form in (*word.split(), *spellings(word))}
        plain = {each for word in asked for each in (word, *bases(word))}
        asked |= {left + right for left, right in pairwise(words)} | {word.replace(" ", "") for word in words}
        spans = range(len(words))
        phrases = {" ".join(words[i:j]) for i in spans for j in spans[i + 1 : i + _LONGEST_PHRASE]}
        phrases |= {" ".join(words[i:]) for i in spans} | set(words)
        known = _Known(dict(self._rows(self._KNOWN, asked)), {}, dict(self._rows(self._ENGLISH, plain)), {})
        for phrase, other, why in self._rows(self._SYNONYMS, phrases):
            known.synonyms.setdefault(phrase, []).append((other, why))
        asked |= {other for pairs in known.synonyms.values() for other, _ in pairs}
        for word, form in self._rows(self._FORMS, {each for text in asked for each in text.split()}):
            if form not in FUNCTION_WORDS:  # has, of the first half of Ha Noi
                known.forms.setdefault(word, []).append(form)
        return known

    def _rows(self, sql: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        return map(tuple, self._connection.execute(sql, (json.dumps(sorted(values)),)))

    def _segments(self, query: Query, known: _Known) -> Iterator[TermGroup]:
        """Take the longest phrases that have another name together; everything else stands alone."""
        groups = list(query.wanted)
        words = [key(group[0].text) if len(group) == 1 and not group[0].exact else "" for group in groups]
        start = 0
        while start < len(groups):
            sizes = range(min(_LONGEST_PHRASE, len(groups) - start), 1, -1)
            size = next((size for size in sizes if _mean(words[start : start + size], known)), 1)
            yield self._group(groups[start : start + size], known)
            start += size

    def _group(self, groups: list[tuple[QueryTerm, ...]], known: _Known) -> TermGroup:
        """Make one group of a phrase that has another name, or of the terms of which any will do."""
        terms = [group[0] for group in groups] if len(groups) > 1 else list(groups[0])
        texts = [term.text for term in terms if not term.exact]
        literal = tuple(_way(term) if term.exact else _formed(_way(term), known) for term in terms)
        if len(groups) > 1:
            slots = tuple(slot for way in literal for slot in way.slots)
            literal = (Way(slots, begun=literal[-1].begun, apart=True),)
            texts = [" ".join(texts)]
        hard = len(groups) == 1 and (len(terms) > 1 or terms[0].exact)
        words = {word for way in literal for word in way.words}
        everyday = max((_everyday(word, known) for word in words), default=1.0)
        others = tuple(_formed(way, known) for way in self._others(texts, known))
        return TermGroup(_typed(terms), literal, others, _sections(literal, known), everyday, hard)

    def _others(self, texts: Iterable[str], known: _Known) -> Iterator[Way]:
        for text in texts:
            name = key(text)
            joined = name.replace(" ", "")
            for other, why in known.synonyms.get(name, ()):
                yield _plain(other.split(), why)
            if joined != name and joined in known.words:
                yield _plain([joined], joined)
            for form in spellings(name):
                if form in known.words or form in known.forms:
                    yield _plain([form], f"{text} = {form}")
            for parts in _apart_again(name):
                joint = "’" if parts[1] == "s" else "-"
                yield replace(_plain(parts, f"{text} = {joint.join(parts)}"), sure=False)
            if "'" in text and (joined in known.words or joined in known.forms):
                yield _plain([joined], f"{text} = {joined}")

    _LETTERS = "SELECT 1 FROM sections_fts WHERE sections_fts MATCH ? LIMIT 1"

    def _is_there(self, group: TermGroup, known: _Known) -> bool:
        """True if anything at all has one of the group's ways, in any form."""
        if any(way.sure for way in group.others):
            return True
        apart = [way for way in group.literal if len(way.slots) == 1 or way.apart]
        if any(all(slot[0] in known.words or len(slot) > 1 for slot in way.slots) for way in apart):
            return True
        return self._connection.execute(self._LETTERS, (group.expression,)).fetchone() is not None

    def _in_all_forms(self, way: Way) -> Way:
        forms: dict[str, list[str]] = {}
        for word, form in self._rows(self._FORMS, way.words):
            forms.setdefault(word, []).append(form)
        return _formed(way, _Known({}, {}, {}, forms))


def _formed(way: Way, known: _Known) -> Way:
    """A way with every form of each word; of words side by side, of the last."""
    last = len(way.slots) - 1
    slots = (
        tuple(dict.fromkeys((*slot, *known.forms.get(slot[0], ())))) if way.apart or number == last else slot
        for number, slot in enumerate(way.slots)
    )
    return replace(way, slots=tuple(slots))


def _is_english(group: TermGroup, known: _Known) -> bool:
    """True if English has what the Library lacks: that is no slip."""
    lacking = [word for way in group.literal for word in way.words if word not in known.words]
    return any(each in known.english for word in lacking for each in (word, *bases(word)))


def _everyday(word: str, known: _Known) -> float:
    """How much a word says as a word of English, or as a form of one; a name says all."""
    if word in known.english:
        return known.english[word]
    return min((known.english[base] for base in bases(word) if base in known.english), default=1.0)


def _mean(words: list[str], known: _Known) -> bool:
    """True if words in a row mean something together; an empty one is none that could."""
    if not all(words):
        return False
    return " ".join(words) in known.synonyms or (len(words) == 2 and "".join(words) in known.words)


def _apart_again(word: str) -> Iterator[tuple[str, str]]:
    """Take a word apart where others write a hyphen or an apostrophe: co-operation, people's."""
    for start in _PREFIXES:
        if word.startswith(start) and len(word) > len(start) + 2 and " " not in word:
            yield start, word[len(start) :]
    if word.endswith("s") and len(word) > _SHORTEST_MENDED and " " not in word:
        yield word[:-1], "s"


def _sections(ways: tuple[Way, ...], known: _Known) -> int:
    """The number of sections that have one of the ways, at the most: of its rarest word."""
    return max((min((known.words.get(word, 0) for word in way.words), default=0) for way in ways), default=0)


def _way(term: QueryTerm) -> Way:
    return replace(_plain(tokens(term.text)), begun=term.prefix)


def _plain(words: Iterable[str], why: str = "") -> Way:
    return Way(tuple((word,) for word in words), why)


def _typed(terms: Iterable[QueryTerm]) -> str:
    return " ".join(f'"{term.text}"' if term.exact else term.text for term in terms)
