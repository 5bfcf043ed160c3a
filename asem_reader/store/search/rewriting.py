# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rewrites a query before it is planned: words of French and German in English, and joined words apart."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from asem_reader.core.foreignwords import FUNCTION_WORDS, PIECE, bare, stem
from asem_reader.core.search.query import Query, QueryTerm, parse
from asem_reader.core.words import bases, folded, key, tokens
from asem_reader.store.search.plan import quoted

_LONGEST_PHRASE = 6  # words with weight
_SHORTEST_BEGUN = 5  # letters of half a word of another language
_MOST_PARTS, _SHORTEST_PART = 5, 3
_LONGEST_JOINED = 40  # letters
_MOST_PIECES = 12  # of a word with hyphens
_PART = re.compile(r"[^\W\d_]+|\d+")


class Rewritten(NamedTuple):
    """A query as it is looked for, and what to tell of that."""

    query: Query
    why: str = ""


class _Piece(NamedTuple):
    """A word of a query, and the group that it is of."""

    group: int
    text: str
    begun: bool


class _Translation(NamedTuple):
    """What some pieces in a row, small words among them, are in English."""

    first: int
    last: int
    english: str
    weighty: tuple[int, ...]  # those of the pieces that carry weight


class _Reading(NamedTuple):
    """A query read as one of another language."""

    translations: tuple[_Translation, ...]
    small: frozenset[int]  # pieces that carry no weight in it


class QueryRewriter:
    """Rewrites queries by what stands in the Library; the last is kept, for it is asked for several times."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: tuple[Query, Rewritten] = Query(), Rewritten(Query())

    def rewritten(self, query: Query) -> Rewritten:
        """Return what to look for in place of a query; a literal one is left as it is."""
        if query.literal or not query.wanted:
            return Rewritten(query)
        if self._last[0] != query:
            apart = {group: self._apart(group) for group in query.wanted}
            told = (f"{group[0].bare} = {term.text}" for group, term in apart.items() if term)
            wanted = ([(term,)] if (term := apart[group]) else self._parted(group) for group in query.wanted)
            read, why = self._translated(replace(query, wanted=tuple(chain(*wanted))))
            self._last = query, Rewritten(read, "; ".join(filter(None, (*told, why))))
        return self._last[1]

    _STANDS = """
        SELECT 1 FROM sections_fts WHERE sections_fts MATCH ?1
        UNION ALL SELECT 1 FROM names WHERE name = ?2
        UNION ALL SELECT 1 FROM synonyms WHERE phrase = ?2
        UNION ALL SELECT 1 FROM blocks WHERE id = ?3 LIMIT 1
    """

    def _parted(self, group: tuple[QueryTerm, ...]) -> Iterator[tuple[QueryTerm, ...]]:
        """Take apart what signs or digits join, if nothing has it so: title:piracy, covid19."""
        (term, *more), words = group, tokens(group[0].text)
        parts = [part for part in _PART.findall(term.text) if len(part) > 1 or part.isdigit()]
        is_joined = 1 < len(parts) <= _MOST_PARTS and max(map(len, parts)) >= _SHORTEST_PART
        if more or term.exact or not is_joined or self._stands(words, term):
            yield group
            return
        for number, part in enumerate(parts, 1):
            yield (QueryTerm(part, prefix=term.prefix and number == len(parts)),)

    def _stands(self, words: tuple[str, ...], term: QueryTerm) -> bool:
        begun = " *" if term.prefix else ""
        match = f"{quoted(' '.join(words))}{begun} OR {quoted(''.join(words))}{begun}"
        values = (match, key(term.text), term.text.lower())
        return self._connection.execute(self._STANDS, values).fetchone() is not None

    # Side by side somewhere, where the whole is no word of English or of the Library.
    _HALVES = """
        SELECT json_extract(value, '$[0]') AS first, json_extract(value, '$[1]') AS second FROM json_each(?1)
        WHERE NOT EXISTS (
          SELECT 1 FROM words WHERE word BETWEEN ?2 AND ?2 || ?3
          UNION ALL SELECT 1 FROM english WHERE word = ?2
          UNION ALL SELECT 1 FROM names WHERE name = ?2
          UNION ALL SELECT 1 FROM synonyms WHERE phrase = ?2
        ) AND (SELECT count(*) FROM words WHERE word IN (first, second)) = 2
          AND EXISTS (SELECT 1 FROM sections_fts WHERE sections_fts MATCH printf('"%s %s"', first, second))
    """

    def _apart(self, group: tuple[QueryTerm, ...]) -> QueryTerm | None:
        """The two words that were run together, if it is nothing else: climatechange."""
        (term, *more), (word, *others) = group, tokens(group[0].text)
        if more or others or term.exact or not word.isalpha() or len(word) > _LONGEST_JOINED:
            return None
        pairs = json.dumps([(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)])
        values = (pairs, word, chr(0x10FFFF) if term.prefix else "")
        found = self._connection.execute(self._HALVES, values).fetchone()
        return replace(term, text=" ".join(found)) if found else None

    _TRANSLATIONS = """
        SELECT t.language, t.phrase, t.english FROM json_each(?) asked CROSS JOIN translations t
        ON t.language = json_extract(asked.value, '$[0]') AND t.phrase = json_extract(asked.value, '$[1]')
    """

    def _translated(self, query: Query) -> Rewritten:
        """Put into English what is of the language that has the most of the query."""
        pieces = [
            _Piece(number, text, group[0].prefix)
            for number, group in enumerate(query.wanted)
            if len(group) == 1 and not group[0].exact
            for texts in [PIECE.findall(group[0].text)]
            for text in (texts if len(texts) <= _MOST_PIECES else ())
        ]
        if not pieces:
            return Rewritten(query)
        spans = {language: dict(_spans(pieces, language)) for language in FUNCTION_WORDS}
        asked = [(language, phrase) for language, of in spans.items() for phrase in of.values()]
        rows = self._connection.execute(self._TRANSLATIONS, (json.dumps(asked),))
        english = {(row["language"], row["phrase"]): str(row["english"]) for row in rows}
        known = self._known(pieces)
        readings = []
        for language, of in spans.items():
            found = {span: each for span, phrase in of.items() if (each := english.get((language, phrase)))}
            found = {**self._begun(pieces, language, of, known), **found}
            if reading := _read(pieces, language, found, known, len(query.wanted)):
                readings.append(reading)
        return _put(query, pieces, max(readings, key=_covered)) if readings else Rewritten(query)

    _KNOWN = """
        SELECT word, weight FROM english WHERE word IN (SELECT value FROM json_each(?1))
        UNION ALL SELECT word, 0 FROM words WHERE word IN (SELECT value FROM json_each(?1))
        UNION ALL SELECT phrase, 0 FROM synonyms WHERE phrase IN (SELECT value FROM json_each(?1))
    """

    def _known(self, pieces: list[_Piece]) -> dict[str, float]:
        """How much each piece says that English has, in any form; 0 for one that the Library has."""
        forms = {piece.text: (folded(piece.text), *bases(folded(piece.text))) for piece in pieces}
        asked = json.dumps(sorted({form for each in forms.values() for form in each}))
        weights: dict[str, float] = {}
        for word, weight in self._connection.execute(self._KNOWN, (asked,)):
            weights[word] = min(weight, weights.get(word, weight))
        found = {text: [weights[form] for form in each if form in weights] for text, each in forms.items()}
        return {text: min(each) for text, each in found.items() if each}

    _BEGUN = """
        SELECT english FROM translations
        WHERE language = ?1 AND phrase BETWEEN ?2 AND ?2 || char(1114111) ORDER BY length(phrase) LIMIT 1
    """
    _BEGINS = """
        SELECT 1 FROM words WHERE word BETWEEN ?1 AND ?1 || char(1114111)
        UNION ALL SELECT 1 FROM english WHERE word BETWEEN ?1 AND ?1 || char(1114111) LIMIT 1
    """

    def _begun(
        self, pieces: list[_Piece], language: str, spans: dict[tuple[int, ...], str], known: dict[str, float]
    ) -> dict[tuple[int, ...], str]:
        """The shortest phrase that begins with the last words, if the last may go on and is no English."""
        last = pieces[-1]
        if not last.begun or len(last.text) < _SHORTEST_BEGUN:
            return {}
        english = self._connection.execute(self._BEGINS, (folded(last.text),)).fetchone() is not None
        for span in sorted((span for span in spans if span[-1] == len(pieces) - 1), key=len, reverse=True):
            if english and all(pieces[number].text in known for number in span[:-1]):
                continue
            begun = spans[span].removesuffix(stem(last.text)) + bare(last.text)
            if row := self._connection.execute(self._BEGUN, (language, begun)).fetchone():
                return {span: str(row["english"])}
        return {}


def _spans(pieces: list[_Piece], language: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Every row of words with weight, by their places, and what it is looked up by."""
    small = FUNCTION_WORDS[language]
    weighty = [number for number, piece in enumerate(pieces) if bare(piece.text) not in small]
    stems = [stem(pieces[number].text) for number in weighty]
    for start in range(len(weighty)):
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(weighty)) + 1):
            yield tuple(weighty[start:end]), " ".join(stems[start:end])


def _read(
    pieces: list[_Piece],
    language: str,
    found: dict[tuple[int, ...], str],
    known: dict[str, float],
    groups: int,
) -> _Reading | None:
    """The longest phrases from the left; None if all that is of the language may as well be English."""
    taken: list[_Translation] = []
    for span in sorted(found, key=lambda span: (-len(span), span)):
        if all(span[-1] < each.first or span[0] > each.last for each in taken):
            taken.append(_Translation(span[0], span[-1], found[span], span))
    texts = [piece.text for piece in pieces]
    small = {number for number, text in enumerate(texts) if bare(text) in FUNCTION_WORDS[language]}
    # A word that English lacks, or a small one within a phrase: of mass destruction.
    sure = any(
        len(each.weighty) <= each.last - each.first or any(texts[n] not in known for n in each.weighty)
        for each in taken
    )
    telling = sum(texts[number] not in known for number in small)
    alone = groups == len(taken) == 1 and min(known.get(text, 1) for text in texts) >= 1
    if not (sure or alone or (taken and telling) or telling > 1):
        return None
    return _Reading(tuple(sorted(taken)), frozenset(small))


def _covered(reading: _Reading) -> int:
    return len(reading.small) + 2 * sum(len(each.weighty) for each in reading.translations)


def _put(query: Query, pieces: list[_Piece], reading: _Reading) -> Rewritten:
    """The query with translations in their places, and without what carries no weight."""
    of_piece = {n: each for each in reading.translations for n in range(each.first, each.last + 1)}
    touched = {pieces[number].group for number in (*of_piece, *reading.small)}
    wanted: list[tuple[QueryTerm, ...]] = []
    for group, terms in enumerate(query.wanted):
        if group not in touched:
            wanted.append(terms)
            continue
        for number in (number for number, piece in enumerate(pieces) if piece.group == group):
            if number not in of_piece and number not in reading.small:
                wanted.append((QueryTerm(pieces[number].text, prefix=terms[0].prefix),))
            elif number in of_piece and of_piece[number].first == number:
                wanted += parse(f"{of_piece[number].english} ").wanted
    told = [
        f"{' '.join(dict.fromkeys(_typed(query, pieces, each)))}: {each.english}"
        for each in reading.translations
    ]
    return Rewritten(replace(query, wanted=tuple(wanted) or query.wanted, foreign=True), "; ".join(told))


def _typed(query: Query, pieces: list[_Piece], translation: _Translation) -> Iterator[str]:
    for number in range(translation.first, translation.last + 1):
        yield query.wanted[pieces[number].group][0].bare
