# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The lexicon: which words the Library has, their synonyms, and what was meant by a slip."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from asem_reader.core.search.hit import Correction
from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.core.steps import Steps
from asem_reader.core.words import key, spellings, tokens
from asem_reader.store.search.plan import Plan, TermGroup, Way, quoted
from asem_reader.store.search.spelling import SpellingCorrector

_LONGEST_PHRASE = 7
_SHORTEST_MENDED = 4
_MOST_MENDED = 4  # words of a query; a text that is full of slips is no query
_PREFIXES = (
    *("anti", "co", "counter", "e", "inter", "micro", "multi"),
    *("non", "post", "pre", "re", "sub", "trans"),
)


class _Known(NamedTuple):
    """Words and synonyms that were looked up at once for a query."""

    words: dict[str, int]  # in how many sections each is
    synonyms: dict[str, list[tuple[str, str]]]  # of a phrase, and why they are


class Lexicon:
    """Widens and mends queries by what stands in the Library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._corrector = SpellingCorrector(connection)

    def steps(self, query: Query) -> Steps[Plan]:
        """Make the plan of a query word by word: one that must be mended takes some milliseconds."""
        unwanted = tuple(map(_way, query.unwanted))
        if query.literal:
            typed = (TermGroup(_typed(group), tuple(map(_way, group))) for group in query.wanted)
            return Plan(tuple(typed), unwanted, stemmed=False)
        known = self._looked_up(query)
        groups: list[TermGroup] = []
        mended: list[Correction] = []
        missing: list[str] = []
        for group in self._segments(query, known):
            if self._is_there(group, known):
                groups.append(group)
                continue
            yield
            instead = self._corrector.mended(group) if len(mended) + len(missing) < _MOST_MENDED else None
            if instead is None:
                missing.append(group.typed)
            else:
                groups.append(TermGroup(group.typed, (), (instead,)))
                mended.append(Correction(group.typed, " ".join(instead.words)))
        return Plan(tuple(groups), unwanted, tuple(mended), tuple(missing))

    _KNOWN = "SELECT word, sections FROM words WHERE word IN (SELECT value FROM json_each(?))"
    _SYNONYMS = "SELECT phrase, other, why FROM synonyms WHERE phrase IN (SELECT value FROM json_each(?))"

    def _looked_up(self, query: Query) -> _Known:
        """Ask once for every word, spelling, joined pair and phrase that the query may need."""
        words = [key(term.text) for group in query.wanted for term in group]
        asked = {form for word in words for form in (*word.split(), *spellings(word))}
        asked |= {left + right for left, right in pairwise(words)} | {word.replace(" ", "") for word in words}
        found = self._connection.execute(self._KNOWN, (json.dumps(sorted(asked)),))
        known = _Known({row["word"]: row["sections"] for row in found}, {})
        spans = range(len(words))
        phrases = {" ".join(words[i:j]) for i in spans for j in spans[i + 1 : i + _LONGEST_PHRASE]}
        phrases |= {" ".join(words[i:]) for i in spans} | set(words)
        for row in self._connection.execute(self._SYNONYMS, (json.dumps(sorted(phrases)),)):
            known.synonyms.setdefault(row["phrase"], []).append((row["other"], row["why"]))
        return known

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
        literal = tuple(map(_way, terms))
        if len(groups) > 1:
            together = " AND ".join(way.expression for way in literal)
            literal = (Way(f"({together})", tuple(word for way in literal for word in way.words)),)
            texts = [" ".join(texts)]
        return TermGroup(_typed(terms), literal, tuple(self._others(texts, known)), _sections(literal, known))

    def _others(self, texts: Iterable[str], known: _Known) -> Iterator[Way]:
        for text in texts:
            name = key(text)
            for other, why in known.synonyms.get(name, ()):
                yield Way(quoted(other), tokens(other), why)
            joined = name.replace(" ", "")
            if joined != name and joined in known.words:
                yield Way(quoted(joined), (joined,), joined)
            for form in spellings(name):
                if form in known.words or self._has_stem(form):
                    yield Way(quoted(form), (form,), f"{text} = {form}")
            for parts in _apart_again(name):
                joint = "’" if parts[1] == "s" else "-"
                yield Way(quoted(" ".join(parts)), parts, f"{text} = {joint.join(parts)}", sure=False)
            if "'" in text and joined in known.words:
                yield Way(quoted(joined), (joined,), f"{text} = {joined}")

    _LETTERS = "SELECT 1 FROM sections_fts WHERE sections_fts MATCH ? LIMIT 1"
    _STEMS = "SELECT 1 FROM sections_stems WHERE sections_stems MATCH ? LIMIT 1"

    def _is_there(self, group: TermGroup, known: _Known) -> bool:
        """True if anything at all has one of the group's ways, in any form."""
        if any(way.sure for way in group.others):
            return True
        apart = [way for way in group.literal if len(way.words) == 1 or way.expression.startswith("(")]
        if any(set(way.words) <= known.words.keys() for way in apart):
            return True
        return any(
            self._connection.execute(sql, (expression,)).fetchone()
            for way in group.ways
            for sql, expression in ((self._LETTERS, way.expression), (self._STEMS, way.whole))
        )

    def _has_stem(self, word: str) -> bool:
        """True if the Library has a word in another form, such as its plural."""
        return self._connection.execute(self._STEMS, (quoted(word),)).fetchone() is not None


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
    return Way(f"{quoted(term.text)} *" if term.prefix else quoted(term.text), tokens(term.text))


def _typed(terms: Iterable[QueryTerm]) -> str:
    return " ".join(f'"{term.text}"' if term.exact else term.text for term in terms)
