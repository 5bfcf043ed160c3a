# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Answers from the tables of partners, bodies, terms and milestones."""

import re
import sqlite3
from collections.abc import Collection, Sequence
from functools import cached_property

from asem_reader.core.search.hit import Answer
from asem_reader.core.search.question import Cue, Reading, apart
from asem_reader.core.words import FUNCTION_WORDS, bases, tokens
from asem_reader.store.search.facts import Facts

OFFICE = " ".join(("executive", "director"))
_ROUNDS = "rounds-of-accession"
_LEAST = 3  # words of a milestone by which it is known
_PEOPLE = (Cue.WHO, Cue.WHICH, Cue.COUNTRY, Cue.MEMBERS, Cue.COUNT, Cue.WHAT, Cue.WHEN)
_OF_ASEM = {"partner", "partners", "member", "members"}  # countries may be those of anything
# What is asked of a body, what may be said besides, the column, and the label of its line.
_OF_BODY = (
    ((Cue.FOUNDED,), (Cue.WHEN, Cue.SINCE, Cue.WHAT), "founded", "Founded"),
    ((Cue.SEAT, Cue.WHERE, Cue.COUNTRY), (Cue.WHAT,), "seat", "Seat"),
    ((Cue.RUN,), (Cue.WHO, Cue.COUNTRY, Cue.WHICH), "run_by", "Run by"),
)


class EntryLookup:
    """What the rows of these tables tell; each method gives None for what is not asked of its table."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def of_partner(self, topic: int, reading: Reading) -> Answer | None:
        """Since when a partner is one, its capital or its seat."""
        told = self._facts
        also = (Cue.WHEN, Cue.SINCE, Cue.MEMBERS, Cue.WHICH, Cue.WHAT, Cue.MEETINGS, Cue.ROUND)
        member = Cue.IS in reading.cues and reading.asks(Cue.MEMBERS)
        if reading.picks:
            return None
        if member or reading.asks(Cue.JOIN, Cue.SINCE, Cue.FOUNDERS, also=also):
            return told.answer(told.labelled(topic, "Partner since"))
        for cue, label in ((Cue.CAPITAL, "Capital"), (Cue.SEAT, "Seat")):
            if reading.asks(cue, also=(Cue.WHAT, Cue.WHICH, Cue.WHERE)):
                return told.answer(told.labelled(topic, label))
        return None

    _ACCESSIONS = "SELECT DISTINCT accession FROM partners ORDER BY round"

    def of_asem(self, reading: Reading, *, named: bool) -> Answer | None:
        """How many partners ASEM has, who joined when, and if ASEM is named, since when it is."""
        years = reading.years
        if reading.rest or Cue.NEXT in reading.cues:
            return None
        accessions = [row[0] for row in self._facts.rows(self._ACCESSIONS)]
        if reading.asks(Cue.ROUND, also=(*_PEOPLE, Cue.JOIN)) and len(reading.numbers) == 1:
            (number,) = reading.numbers
            return self.round(accessions[number]) if 0 < number < len(accessions) and not years else None
        if reading.numbers:
            return None
        if reading.asks(Cue.FOUNDERS, also=_PEOPLE) and not years:
            years = set(accessions[:1])
        elif Cue.LAST in reading.cues and not years:
            years = set(accessions[-1:])
        also = _PEOPLE if Cue.FOUNDERS in reading.cues else (*_PEOPLE, Cue.LAST)
        newest = {Cue.LAST, Cue.MEMBERS} <= reading.cues and reading.asks(Cue.LAST, also=also)
        if newest or reading.asks(Cue.FOUNDERS, Cue.JOIN, also=also):
            return self.round(*years) if len(years) == 1 and years <= set(accessions) else None
        return None if reading.picks else self._whole(reading, named=named)

    _COUNTED = """
        SELECT id FROM blocks
        WHERE kind = 'item' AND text LIKE 'ASEM has ' || (SELECT count(*) FROM partners) || ' partners%'
        ORDER BY length(text) LIMIT 1
    """
    _BEGUN = "SELECT block_id FROM milestones WHERE event LIKE 'ASEM was founded %'"

    def _whole(self, reading: Reading, *, named: bool) -> Answer | None:
        if {Cue.COUNT, Cue.MEMBERS} <= reading.cues and (named or reading.said & _OF_ASEM):
            counted = reading.asks(Cue.COUNT, also=(Cue.MEMBERS, Cue.ASIA, Cue.EUROPE))
            return self._blocks(self._facts.rows(self._COUNTED)) if counted else None
        also = (Cue.WHEN, Cue.WHERE, Cue.SINCE, Cue.COUNTRY, Cue.HELD)
        if named and reading.asks(Cue.FOUNDED, also=also):
            return self._blocks(self._facts.rows(self._BEGUN))
        return None

    def round(self, year: int) -> Answer | None:
        """The partners of a round of accession."""
        (topic, *_) = (*self._facts.topic(_ROUNDS), 0)
        return self._facts.answer(self._facts.section(topic, f"%, {year} (%"))

    _BODY = "SELECT founded, seat, run_by FROM bodies WHERE topic_id = ?"

    def of_body(self, topic: int, reading: Reading) -> Answer | None:
        """When a body was founded, where it sits, who runs or heads it."""
        told = self._facts
        (row, *_) = told.rows(self._BODY, topic)
        if reading.asks(Cue.HEAD, Cue.CHAIR, also=(Cue.WHO, Cue.WHAT)) and not reading.picks:
            in_office = self._in_office(topic) if Cue.CHAIR not in reading.cues else []
            how = "directed" if "director" in reading.said else "(?:headed|chaired)"
            headed = re.search(f"{how} by", row["run_by"] or "")
            return told.answer(in_office or (told.labelled(topic, "Run by") if headed else []))
        for asked, also, column, label in _OF_BODY:
            if reading.asks(*asked, also=(*asked, *also)) and not reading.picks:
                known = row[column] and (column != "founded" or re.search("[0-9]", row[column]))
                # Where it met once is no seat.
                once = label == "Seat" and Cue.SEAT not in reading.cues and reading.said & {"was", "were"}
                return told.answer(told.labelled(topic, label)) if known and not once else None
        return None

    def _in_office(self, topic: int) -> list[sqlite3.Row]:
        """The line on who was the last to take an office, as far as the Library knows."""
        lines = [line for line in self._facts.lines(topic) if f" {OFFICE} of " in line["text"].lower()]
        dated = [(max(re.findall("(?:19|20)[0-9]{2}", line["text"]), default=""), line) for line in lines]
        dated = [(year, line) for year, line in dated if year and "Deputy" not in line["text"]]
        newest = max((year for year, _ in dated), default="")
        last = [line for year, line in dated if year == newest]
        return last if len(last) == 1 else []

    _TERMS = """
        SELECT block_id, expansion AS name FROM terms WHERE definition IS NOT NULL
        UNION ALL SELECT block_id, term FROM (SELECT * FROM terms ORDER BY definition IS NOT NULL, id)
    """

    @cached_property
    def terms(self) -> dict[str, str]:
        """The block of each term by its words; of one that is defined, by its long form too."""
        return {" ".join(apart(name)): block for block, name in self._facts.rows(self._TERMS)}

    def meant(self, spelled: Collection[str], bodies: Sequence[int], reading: Reading) -> Answer | None:
        """What the glossary says that a term means, or its own page what a body is."""
        done = Cue.MEANS not in reading.cues and reading.said & {"do", "does", "did"}  # what does it do
        if done or reading.picks or not reading.asks(Cue.MEANS, Cue.WHAT):
            return None
        blocks = [self.terms[name] for name in spelled if name in self.terms]
        if blocks:
            return self._facts.answer(self._facts.block(min(blocks)))
        if Cue.WHAT in reading.cues and len(bodies) == 1:
            return self._facts.answer(self._facts.section(bodies[0], "What it is")[1:2])
        return None

    _MILESTONES = "SELECT block_id, event FROM milestones WHERE event LIKE '%' || ? || '%'"

    def happened(self, words: Sequence[str]) -> Answer | None:
        """When something happened: the one milestone that has every word of the question with weight."""
        if words[0] != "when":
            return None
        weighty = [word for word in words if word not in FUNCTION_WORDS]
        if len(weighty) < _LEAST:
            return None
        rows = self._facts.rows(self._MILESTONES, max(weighty, key=len)[:_LEAST])
        fit = [row for row in rows if _all_in(weighty, set(tokens(row["event"])))]
        return self._blocks(fit) if len(fit) == 1 else None

    def _blocks(self, rows: Sequence[sqlite3.Row]) -> Answer | None:
        return self._facts.answer([line for row in rows for line in self._facts.block(row[0])])


def _all_in(words: Sequence[str], known: set[str]) -> bool:
    forms = {base for word in known for base in (word, *bases(word))}
    return all(not forms.isdisjoint((word, *bases(word))) for word in words)
