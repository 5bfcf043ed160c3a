# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Answers questions by lines of the Library, if a row of its tables surely holds what is asked."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from asem_reader.core.meeting import SUMMITS
from asem_reader.core.search.hit import Answer
from asem_reader.core.search.query import parse
from asem_reader.core.search.question import (
    ASEM,
    MEETS,
    SUMMITS_CALLED,
    Cue,
    Reading,
    asking_words,
    read,
)
from asem_reader.core.words import spellings, tokens
from asem_reader.store.search.entries import OFFICE, EntryLookup
from asem_reader.store.search.facts import Facts
from asem_reader.store.search.meetings import MeetingLookup
from asem_reader.store.search.topics import TopicTable

_LONGEST_NAME, _LONGEST_SPELLED = 14, 6  # words; a longer one is known only as it is
_SYNONYM, _ALIAS = 3, 2  # ranks in `names`: a country is called by a synonym as well, a series or body is not
# What says that a meeting is meant where its name may be that of a subject.
_MEETS = {Cue.MEETINGS, Cue.HELD, Cue.HOST, Cue.CHAIR, Cue.THEME}


class _Named(NamedTuple):
    """Some words in a row, and the rows of topics that are called so."""

    name: str
    spelled: frozenset[str] = frozenset()  # the same in the plural, or as others spell it
    partners: tuple[int, ...] = ()
    bodies: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()  # of any kind

    @property
    def means_asem(self) -> bool:
        return self.name in ASEM

    @property
    def means_summits(self) -> bool:
        return not self.spelled.isdisjoint(SUMMITS_CALLED)


class Answers:
    """Answers questions by shape: an attribute is asked of something that has a name.

    Every word must be understood and one thing be meant, else there is no answer: a wrong one costs more.
    """

    def __init__(self, topic_table: TopicTable) -> None:
        self._facts = Facts(topic_table)
        self._meetings = MeetingLookup(self._facts)
        self._entries = EntryLookup(self._facts)

    def of(self, text: str) -> Answer | None:
        """Return the line that answers a question, or None if nothing is asked or no line is sure."""
        words = asking_words(text)
        if not words or _is_narrowed(text):
            return None
        for named, rest in self._split(words):
            reading = read(rest)
            answer = self._of_meetings(named, reading) or self._of_entry(named, reading)
            if answer:
                return answer
        return self._entries.happened(words)

    _CALLED = """
        SELECT n.name, n.topic_id, n.rank, p.name AS country, p.capital,
          p.id IS NOT NULL AS partner, b.id IS NOT NULL AS body
        FROM names n
        LEFT JOIN partners p ON p.topic_id = n.topic_id LEFT JOIN bodies b ON b.topic_id = n.topic_id
        WHERE n.name IN (SELECT value FROM json_each(?))
    """

    def _split(self, words: tuple[str, ...]) -> Iterator[tuple[_Named, tuple[str, ...]]]:
        """Take a name out of the words in each way that there is, the longest first; at last none."""
        sizes = range(min(len(words), _LONGEST_NAME), 0, -1)
        spans = [(start, start + size) for size in sizes for start in range(len(words) - size + 1)]
        others = {word: tuple(_spelled(word)) for word in words}
        spelled = {(i, j): frozenset(_ways(words[i:j], others)) for i, j in spans}
        called: dict[str, list[sqlite3.Row]] = {}
        for row in self._facts.rows(self._CALLED, sorted(frozenset().union(*spelled.values()))):
            called.setdefault(row["name"], []).append(row)
        known = {*called, *ASEM, *SUMMITS_CALLED}
        for start, end in spans:
            plain = " ".join(words[start:end])
            terms = self._entries.terms
            if plain in self._meetings.names or any(n in known or n in terms for n in spelled[start, end]):
                rows = [row for name in spelled[start, end] for row in called.get(name, ())]
                named = _named(plain, spelled[start, end], rows)
                yield named, (*words[:start], "", *words[end:])
        yield _Named(""), words

    def _of_meetings(self, named: _Named, reading: Reading) -> Answer | None:
        """What is told of a meeting of a series that was named, or of how many there were."""
        if named.name in self._meetings.names:
            return self._meetings.answer([self._meetings.names[named.name]], (), reading)
        series = () if named.partners else self._series(named, reading)
        rows = self._meetings.listed(series, named.name) if series else []
        if rows and (reading.picks or (len(rows) == 1 and not named.bodies)):
            return self._joined_at(rows, reading) or self._meetings.answer(rows, series, reading)
        if rows and Cue.COUNT in reading.cues and reading.asks(Cue.COUNT, also=(Cue.MEETINGS, Cue.HELD)):
            return self._meetings.counted(rows, (*named.bodies, *series))
        if not named.name and Cue.MEETINGS in reading.cues and len(reading.rest) > 1:
            rows = self._meetings.called(reading.rest)
            return self._meetings.answer(rows, (), replace(reading, rest=set())) if len(rows) == 1 else None
        return None

    _NAMES = """
        WITH named AS (
          SELECT id, title FROM topics
          WHERE kind IN ('body', 'meeting', 'group') AND id IN (SELECT value FROM json_each(?)))
        SELECT title FROM named UNION ALL SELECT alias FROM aliases WHERE topic_id IN (SELECT id FROM named)
    """
    _CALLED_ALIKE = "SELECT topic_id FROM names WHERE name IN (SELECT value FROM json_each(?)) AND rank <= ?"

    _OF_OTHERS = """
        SELECT t.id FROM topics t JOIN bodies b ON b.name = t.title AND b.topic_id <> t.id
        WHERE t.id IN (SELECT value FROM json_each(?))
          AND b.topic_id NOT IN (SELECT value FROM json_each(?))
    """

    def _series(self, named: _Named, reading: Reading) -> tuple[int, ...]:
        """The topics that list the meetings of what was named, or that stand for their series."""
        # ASEM that met may be any of its meetings; the seventh ASEM, or the next, is a summit.
        ends = reading.cues & {Cue.LAST, Cue.NEXT} and not reading.cues & {Cue.HELD, Cue.MEETINGS}
        if named.means_asem and not (reading.numbers or reading.years or ends or Cue.HOST in reading.cues):
            return ()
        summits = named.means_asem or named.means_summits
        topics = self._facts.topic(SUMMITS) if summits else named.topics
        if not topics or re.search("[0-9]", named.name):
            return ()  # one of a series: its number is read beside the name of that
        names = [row[0] for row in self._facts.rows(self._NAMES, topics)]
        acronyms = {name.lower() for name in names if name.isalpha() and sum(map(str.isupper, name)) > 1}
        nth = reading.numbers and Cue.FIRST not in reading.cues
        meets = summits or nth or any(word.startswith(MEETS) for word in named.name.split())
        if not (meets or acronyms & named.spelled or reading.cues & _MEETS):
            return ()
        # A body and the series of its meetings have some name in common.
        alike = self._facts.rows(self._CALLED_ALIKE, [" ".join(tokens(name)) for name in names], _ALIAS)
        series = dict.fromkeys((*topics, *(row[0] for row in alike)))
        others = {row[0] for row in self._facts.rows(self._OF_OTHERS, list(series), named.bodies)}
        return tuple(topic for topic in series if topic not in others or not named.bodies)

    _WELCOMED = (
        "SELECT DISTINCT accession FROM partners WHERE welcomed_at IN (SELECT value FROM json_each(?))"
    )

    def _joined_at(self, rows: list[sqlite3.Row], reading: Reading) -> Answer | None:
        """Who joined at a meeting."""
        also = (Cue.WHO, Cue.WHICH, Cue.COUNTRY, Cue.COUNT, Cue.MEMBERS, Cue.MEETINGS, Cue.WHAT)
        if not reading.asks(Cue.JOIN, also=also):
            return None
        picked = self._meetings.picked(rows, reading)
        if len(picked) == 1 and not reading.years:  # a year is that of the accession, not of the summit
            lines = self._facts.labelled(picked[0]["topic_id"], "Partners admitted")
            if lines:
                return self._facts.answer(lines)
        meetings = [row["id"] for row in picked]
        years = [row[0] for row in self._facts.rows(self._WELCOMED, meetings)]
        sure = len(meetings) == len(years) == 1 and reading.years <= set(years)
        return self._entries.round(years[0]) if sure else None

    def _of_entry(self, named: _Named, reading: Reading) -> Answer | None:
        """What is told of a partner, of ASEM itself, of a body or a term."""
        entries = self._entries
        if named.partners:
            told = entries.of_partner(named.partners[0], reading) if len(named.partners) == 1 else None
            return told or (entries.meant(named.spelled, (), reading) if Cue.MEANS in reading.cues else None)
        if named.means_asem or not named.name:
            told = entries.of_asem(reading, named=bool(named.name))
            if told or not named.name:
                return told
        told = entries.of_body(named.bodies[0], reading) if len(named.bodies) == 1 else None
        return told or entries.meant(named.spelled, named.bodies, reading)


def _is_narrowed(text: str) -> bool:
    query = parse(text)
    return query.narrowed or bool(query.unwanted)


def _spelled(word: str) -> Iterator[str]:
    yield word.removesuffix("s") if word.endswith("s") else f"{word}s"
    yield from spellings(word)


def _ways(words: tuple[str, ...], others: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Some words as a name may have them: as typed, with ASEM before, or one of them spelled otherwise."""
    yield " ".join(words)
    if len(words) > 1:
        yield " ".join(("asem", *words))
    for number, word in enumerate(words if len(words) <= _LONGEST_SPELLED else ()):
        for other in others[word]:
            yield " ".join((*words[:number], other, *words[number + 1 :]))


def _named(name: str, spelled: frozenset[str], rows: Iterable[sqlite3.Row]) -> _Named:
    """What rows of `names` are, by kind; an office is no body, and a capital no partner."""
    rows = [row for row in rows if OFFICE not in name and not _is_capital(name, row)]

    def topics(rank: int, kind: str = "name") -> tuple[int, ...]:
        return tuple(dict.fromkeys(row["topic_id"] for row in rows if row["rank"] <= rank and row[kind]))

    return _Named(name, spelled, topics(_SYNONYM, "partner"), topics(_ALIAS, "body"), topics(_ALIAS))


def _is_capital(name: str, row: sqlite3.Row) -> bool:
    return name == " ".join(tokens(row["capital"] or "")) != " ".join(tokens(row["country"]))
