# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The lexicon: which words the Library has, their synonyms, and what was meant by a slip."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from asem_reader.core.language import _
from asem_reader.core.search.hit import Correction
from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.core.steps import Steps
from asem_reader.core.words import FUNCTION_WORDS, bases, deeds, key, spellings, tokens
from asem_reader.store.search.plan import Plan, TermGroup, Way, every
from asem_reader.store.search.spelling import nearest

_LONGEST_PHRASE = 7
_SHORT, _LONGEST_ACRONYM = 5, 6
_MOST_MENDED = 4  # words of a query; a text that is full of slips is no query
_OFTEN = 8
_HINTED = 0.25  # what the year of a question says, beside its words
_NEAR = 0.5  # what a word says in place of one that is missing


class _Known(NamedTuple):
    """What was looked up at once of the words of a query."""

    words: dict[str, int]  # in how many sections each is
    synonyms: dict[str, list[tuple[str, str]]]  # of a phrase, and why they are
    english: dict[str, float]  # how much each says as a word of English
    near: dict[str, str]  # words of the Library that are near to one of English that it lacks
    forms: dict[str, list[str]]  # words of the Library that have the stem of one
    begun: int  # in how many sections the words are that begin with the last, each counted

    def has(self, word: str) -> bool:
        """True if the Library has a word, in any form."""
        return word in self.words or word in self.forms

    def way(self, words: Iterable[str], why: str = "", *, begun: bool = False) -> Way:
        """A way with every form of its last word."""
        words = tuple(words)
        forms = dict.fromkeys(self.forms.get(words[-1], ()))
        return Way(words, why, begun, tuple(form for form in forms if form != words[-1]))

    def typed(self, term: QueryTerm) -> Way:
        """A way as it was typed; a word that makes up much of all that begins so is taken for whole."""
        words = tokens(term.text)
        whole = _OFTEN * self.words.get(words[-1], 0) > self.begun and not term.starred
        return self.way(words, begun=term.prefix and not whole)

    def slip(self, group: TermGroup) -> bool:
        """True if a word may be misspelled: it is one, alone, and English does not have it."""
        words = group.literal[0].words
        english = any(each in self.english for each in _singulars(words[0]))
        return len(words) == 1 and not group.hard and not english

    def everyday(self, word: str) -> float:
        """How much a word says as a word of English, or as a form of one; a name says all."""
        if word in self.english:
            return self.english[word]
        return min((self.english[base] for base in bases(word) if base in self.english), default=1.0)


class Lexicon:
    """Widens and mends queries by what stands in the Library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def steps(self, query: Query) -> Steps[Plan]:
        """Make the plan of a query word by word: one that must be mended takes some milliseconds."""
        unwanted = tuple(map(_way, query.unwanted))
        if query.literal or not query.wanted:
            typed = (TermGroup(_typed(group), tuple(map(_way, group)), hard=True) for group in query.wanted)
            return Plan(tuple(typed), unwanted)
        wanted = [*query.wanted, *((hint,) for hint in query.hints)]
        known = self._looked_up(wanted)
        groups = [
            replace(group, everyday=_HINTED) if terms[0] in query.hints else group
            for terms, group in zip(wanted, _groups(wanted, known), strict=True)
        ]
        rest = [group for group in groups if self._is_there(group, known)]
        found, missing = list[TermGroup](), list[str]()
        mended, offered = list[Correction](), list[Correction]()
        for group in groups:
            if group in rest:
                found.append(group)
                continue
            yield
            few = len(mended) + len(missing) < _MOST_MENDED
            slip, word = few and not query.foreign and known.slip(group), group.literal[0]
            right = slip and nearest(self._connection, word.words[0], begun=word.begun)
            why = _("spelling: {typed}").format(typed=group.typed)
            instead = Way((right,), why, word.begun) if right else None
            better = replace(group, literal=(), others=(self._in_all_forms(instead),)) if instead else group
            meant = bool(instead) and self._is_meant(better, rest)
            (found.append(better) if meant else missing.append(group.typed))
            if not meant and not query.foreign and (near := self._near(group, known)):
                found.append(near)
            if instead:
                (mended if meant else offered).append(Correction(group.typed, " ".join(instead.words)))
        return Plan(tuple(found), unwanted, tuple(mended), tuple(missing), tuple(offered))

    def _is_meant(self, mended: TermGroup, rest: list[TermGroup]) -> bool:
        """True if a word was surely meant: a short one is like many others, and capitals are no slip."""
        if _is_acronym(mended.typed):
            return False
        return len(mended.typed) > _SHORT or (rest != [] and self._stands(every([mended, *rest])))

    _KNOWN = "SELECT word, sections FROM words WHERE word IN (SELECT value FROM json_each(?))"
    _BEGUN = "SELECT total(sections) FROM words WHERE word BETWEEN ?1 AND ?1 || char(1114111)"
    _SYNONYMS = "SELECT phrase, other, why FROM synonyms WHERE phrase IN (SELECT value FROM json_each(?))"
    _ENGLISH = "SELECT word, weight, near FROM english WHERE word IN (SELECT value FROM json_each(?))"
    _FORMS = """
        SELECT asked.value AS asked, w.word
        FROM json_each(?) asked CROSS JOIN words_stems f CROSS JOIN words w ON w.id = f.rowid
        WHERE f.words_stems MATCH '"' || asked.value || '"'
    """

    def _looked_up(self, wanted: list[tuple[QueryTerm, ...]]) -> _Known:
        """Ask once for every word, spelling, joined pair and phrase that the query may need."""
        words = [key(term.text) for group in wanted for term in group]
        asked = {form for word in words for form in (*word.split(), *spellings(word))}
        plain = {each for word in asked for each in _singulars(word)}
        joined = {"".join(tokens(term.text)) for group in wanted for term in group}
        asked |= {left + right for left, right in pairwise(words)} | joined
        phrases = {" ".join(words[i:j]) for i, j in _spans(words)} | joined.union(words)
        last = wanted[-1][-1]
        begun = self._connection.execute(self._BEGUN, (tokens(last.text)[-1],)).fetchone()[0]
        met, english = self._rows(self._KNOWN, asked), list(self._rows(self._ENGLISH, plain))
        weights, near = ({row[0]: row[column] for row in english} for column in (1, 2))
        known = _Known(dict(met), {}, weights, near, {}, begun if last.prefix else 0)
        for phrase, other, why in self._rows(self._SYNONYMS, phrases):
            known.synonyms.setdefault(phrase, []).append((other, why))
        asked |= {other for pairs in known.synonyms.values() for other, _ in pairs}
        for word, form in self._rows(self._FORMS, {each for text in asked for each in text.split()}):
            if form not in FUNCTION_WORDS:  # has, of the first half of Ha Noi
                known.forms.setdefault(word, []).append(form)
        return known

    def _rows(self, sql: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        return map(tuple, self._connection.execute(sql, (json.dumps(sorted(values)),)))

    _LETTERS = "SELECT 1 FROM sections_fts WHERE sections_fts MATCH ? LIMIT 1"

    def _stands(self, expression: str) -> bool:
        return self._connection.execute(self._LETTERS, (expression,)).fetchone() is not None

    def _is_there(self, group: TermGroup, known: _Known) -> bool:
        """True if anything at all has one of the group's ways, in any form."""
        single = (way.words[0] for way in group.literal if len(way.words) == 1)
        return any(map(known.has, single)) or self._stands(group.expression)

    def _near(self, group: TermGroup, known: _Known) -> TermGroup | None:
        """What is near to a missing word, to be found in its place."""
        word = key(group.typed)
        near = next(filter(None, map(known.near.get, (word, *bases(word)))), "")
        near = near or ", ".join(row[1] for row in self._rows(self._FORMS, deeds(word)))
        if not near or group.hard or _is_acronym(group.typed):
            return None
        told = _("{typed}: near {word}")
        ways = (
            Way(tuple(each.split()), told.format(typed=group.typed, word=each)) for each in near.split(", ")
        )
        return replace(
            group, literal=(), others=tuple(map(self._in_all_forms, ways)), everyday=_NEAR, near=True
        )

    def _in_all_forms(self, way: Way) -> Way:
        forms = (form for _, form in self._rows(self._FORMS, way.words[-1:]) if form != way.words[-1])
        return replace(way, forms=tuple(forms))


def _singulars(word: str) -> Iterator[str]:
    """A word, what it may be a form of, and what that may be: drivers, driver, drive."""
    yield word
    for base in bases(word):
        yield from (base, *bases(base))


def _groups(wanted: list[tuple[QueryTerm, ...]], known: _Known) -> Iterator[TermGroup]:
    """Make the group of each wanted word; another name of a phrase stands for every word of it."""
    others = [
        [way for term in terms if not term.exact for way in _others(term.text, known)] for terms in wanted
    ]
    words = [key(terms[0].text) if len(terms) == 1 and not terms[0].exact else "" for terms in wanted]
    for start, end in _spans(words):
        if all(words[start:end]):
            for each in others[start:end]:
                each.extend(_named(words[start:end], known))
    for terms, ways in zip(wanted, others, strict=True):
        yield _group(terms, ways, known)


def _group(terms: tuple[QueryTerm, ...], others: list[Way], known: _Known) -> TermGroup:
    literal = tuple(_way(term) if term.exact else known.typed(term) for term in terms)
    sections = [min(known.words.get(word, 0) for word in way.words) for way in literal]
    everyday = max(known.everyday(word) for way in literal for word in way.words)
    hard = len(terms) > 1 or terms[0].exact
    return TermGroup(_typed(terms), literal, tuple(others), max(sections), everyday, hard)


def _others(text: str, known: _Known) -> Iterator[Way]:
    """Other names and spellings of a word."""
    name = key(text)
    for each in dict.fromkeys((name, "".join(tokens(text)))):
        yield from _named(each.split(), known)
    for form in filter(known.has, spellings(name)):
        yield known.way([form], f"{text} = {form}")


def _named(words: list[str], known: _Known) -> Iterator[Way]:
    """Other names of a phrase."""
    for other, why in known.synonyms.get(" ".join(words), ()):
        yield known.way(other.split(), why)
    joined = "".join(words)
    if len(words) == 2 and known.has(joined):
        yield known.way([joined], f"{' '.join(words)} = {joined}")


def _spans(words: list[str]) -> list[tuple[int, int]]:
    """From where to where each phrase in a row of words goes."""
    spans = combinations(range(len(words) + 1), 2)
    return [(start, end) for start, end in spans if 1 < end - start <= _LONGEST_PHRASE]


def _is_acronym(typed: str) -> bool:
    return typed.isupper() and len(typed) <= _LONGEST_ACRONYM


def _way(term: QueryTerm) -> Way:
    return Way(tokens(term.text), begun=term.prefix)


def _typed(terms: Iterable[QueryTerm]) -> str:
    return " ".join(f'"{term.text}"' if term.exact else term.bare for term in terms)
