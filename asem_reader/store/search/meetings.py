# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Answers from the table of meetings: which of a series is meant, and the line that tells what is asked."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from asem_reader.core.dates import MONTHS
from asem_reader.core.meeting import HELD
from asem_reader.core.search.hit import Answer
from asem_reader.core.search.question import Cue, Reading, apart
from asem_reader.core.words import tokens
from asem_reader.store.search.facts import Facts

_MOST = 4  # meetings told at once
_BEGUN = 5  # letters by which a word of a name is known, be it of ministers or ministerial
_LEAST_THEME = 2  # words by which a theme is known
_CHAIR = r"\bin the chair\b|\bchaired\b"
_PEOPLE = r"(?i)^(?!Editor).*[0-9].*\b(?:participants|delegates|attended|took part)\b"

Row = sqlite3.Row


class MeetingLookup:
    """Looks up meetings of a series, and what is told of one."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    _ALL = """
        SELECT m.*, t.title, t.parent_id, g.title AS group_title,
          h.region, h.name AS host_name, h.capital,
          (SELECT group_concat(a.alias, ' ') FROM aliases a WHERE a.topic_id = h.topic_id) AS host
        FROM meetings m JOIN topics t ON t.id = m.topic_id JOIN topics g ON g.id = t.parent_id
        LEFT JOIN partners h ON h.iso2 = m.country
    """
    _LISTED = f"""
        {_ALL}
        WHERE m.topic_id IN (SELECT value FROM json_each(?1))
          OR (m.block_id IS NULL AND t.parent_id IN (SELECT value FROM json_each(?1)))
        ORDER BY m.start, m.id
    """

    def listed(self, series: Sequence[int], name: str) -> list[Row]:
        """The meetings that topics list, oldest first; those with pages of their own by their group.

        Where a page lists meetings that are no series, they are those with `name` in their own.
        """
        rows = self._facts.rows(self._LISTED, series)
        numbers = [row["number"] for row in rows if row["block_id"]]
        if len(set(numbers)) == len(numbers) or set(numbers) == {None}:
            return rows
        return [row for row in rows if _is_called(row, tokens(name))]

    @cached_property
    def names(self) -> dict[str, Row]:
        """The meetings that have names of their own, by the words of those."""
        rows = self._facts.rows(self._ALL)
        named = [(" ".join(apart(row["name"])), row) for row in rows]
        counted = Counter(name for name, _ in named)
        return {name: row for name, row in named if counted[name] == 1 and " " in name}

    def called(self, words: Iterable[str]) -> list[Row]:
        """The meetings that have words in their names or towns."""
        return [row for row in self._facts.rows(self._ALL) if _is_called(row, words)]

    def picked(self, rows: list[Row], reading: Reading) -> list[Row]:
        """The meetings that a question tells from the others; those held, if any of them was."""
        cues = reading.cues
        picks = (*reading.numbers, *({Cue.LAST, Cue.NEXT} & cues))
        if len(picks) > 1 or len(reading.years) > 1:
            return []
        some = [row for row in rows if _fits(row, reading)]
        if Cue.NEXT in cues:
            coming = [row for row in some if (row["start"] or "") > self._facts.day]
            return [row for row in coming if row["status"] not in ("cancelled", "postponed")][:1]
        held = [row for row in some if row["status"] == HELD]
        if Cue.LAST in cues:
            return [row for row in held if row["start"] and row["start"] <= self._facts.day][-1:]
        return held or some

    def answer(self, rows: list[Row], series: Sequence[int], reading: Reading) -> Answer | None:
        """The line on what is asked of the meeting that is meant."""
        some = self.picked(rows, reading)
        one = reading.rest or reading.numbers or reading.years or len(rows) == 1
        if not some and Cue.NEXT in reading.cues and not one:
            return self._facts.answer(self._facts.none_later((*series, rows[-1]["topic_id"])))
        labels = _labels(some, reading)
        if labels is None or not some:
            return None
        if len(some) > 1:
            return self._several(some) if Cue.WHICH in reading.cues and labels[-2:] == _BOTH else None
        return self._told(some[0], labels, reading)

    def _told(self, meeting: Row, labels: tuple[str, ...], reading: Reading) -> Answer | None:
        told, topic = self._facts, meeting["topic_id"]
        if labels == ("people",):
            return told.answer(told.on_edition(meeting, _PEOPLE))
        if labels == ("Documents",) and not meeting["block_id"]:
            return told.answer(_of_form(told.section(topic, "Documents")[1:], reading))
        if labels == ("Chair",) and meeting["block_id"]:
            return told.answer(told.on_edition(meeting, _CHAIR))
        if meeting["block_id"]:
            return told.answer(told.block(meeting["block_id"])) if labels != _AFTERWARDS else None
        return told.answer(told.labelled(topic, *labels))

    def _several(self, some: list[Row]) -> Answer | None:
        """Several meetings by their titles or rows."""
        if len(some) > _MOST:
            return None
        if some[0]["block_id"]:
            return self._facts.answer([line for row in some for line in self._facts.block(row["block_id"])])
        return self._facts.named(some[0]["parent_id"], "; ".join(row["title"] for row in some))

    def counted(self, rows: list[Row], topics: Sequence[int]) -> Answer | None:
        """The line on how many meetings there were, if no number is missing."""
        held = [row for row in rows if row["status"] == HELD]
        if [row["number"] for row in held] != [str(number) for number in range(1, len(held) + 1)]:
            return None
        topic = rows[0]["topic_id"]
        if rows[0]["block_id"]:
            later, listed = self._facts.none_later([topic]), self._listed(topic)
            return self._facts.answer(later, listed) or self._facts.named(topic, listed)
        lines = self._facts.lines(*topics)
        said = [line for line in lines if re.search(rf"\b{len(held)}\b[^.]*\bheld\b", line["text"])]
        return self._facts.answer(
            said or [line for line in self._facts.none_later(topics) if held[-1]["name"] in line["text"]]
        )

    _SUMMARY = "SELECT summary FROM topics WHERE id = ?"

    def _listed(self, topic: int) -> str:
        return str(self._facts.rows(self._SUMMARY, topic)[0][0])


_BOTH = ("Dates", "Place")
_AFTERWARDS = ("Partners afterwards",)
# What is asked, what may be said besides, the lines of a page that tell it, and the columns that must.
_ASKED: tuple[tuple[tuple[Cue, ...], tuple[Cue, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    ((Cue.PEOPLE,), (Cue.COUNT, Cue.MEMBERS, Cue.WHO), ("people",), ()),
    ((Cue.TEXT,), (Cue.WHICH, Cue.WHAT, Cue.WHO), ("Documents",), ("document",)),
    ((Cue.THEME,), (Cue.WHAT, Cue.WHICH), ("Theme",), ("theme",)),
    ((Cue.CHAIR,), (Cue.WHO, Cue.COUNTRY, Cue.WHAT), ("Chair",), ()),
    ((Cue.WHEN,), (Cue.HOST, Cue.WHAT, Cue.FOUNDED), ("Dates",), ("start",)),
    ((Cue.WHERE,), (Cue.HOST, Cue.SEAT, Cue.COUNTRY, Cue.WHAT), ("Place",), ("city",)),
    ((Cue.HOST,), (Cue.WHO, Cue.COUNTRY, Cue.WHAT), ("Place",), ("country",)),
    ((Cue.COUNTRY,), (Cue.WHAT,), ("Place",), ("country",)),
    ((Cue.COUNT,), (Cue.MEMBERS, Cue.WHAT), _AFTERWARDS, ()),
    ((Cue.WHERE,), (Cue.WHEN, Cue.WHICH, Cue.WHAT), _BOTH, ("start", "city")),
    ((Cue.WHICH,), (Cue.HOST, Cue.WHAT), _BOTH, ("start",)),
    ((Cue.HELD,), (Cue.WHAT,), _BOTH, ("start",)),
    ((Cue.FIRST, Cue.LAST, Cue.NEXT), (Cue.WHAT, Cue.WHO), _BOTH, ("start",)),
)
_PICKS = (Cue.HELD, Cue.MEETINGS, Cue.LAST, Cue.NEXT, Cue.VIRTUAL, Cue.ASIA, Cue.EUROPE)


def _labels(some: list[Row], reading: Reading) -> tuple[str, ...] | None:
    """The lines that tell what is asked, if the table has it of the meetings; else None."""
    for cue, label in ((Cue.CHAIR, "Chair"), (Cue.THEME, "Theme")):
        if reading.rest and {Cue.WHICH, cue} <= reading.cues:
            return (label, *_BOTH) if reading.asks(cue, also=(cue, Cue.WHICH, *_PICKS)) else None
    if Cue.PEOPLE in reading.cues and Cue.COUNT not in reading.cues:
        return None
    for asked, also, labels, columns in _ASKED:
        if reading.asks(*asked, also=(*asked, *also, *_PICKS)):
            if labels == ("Place",) and Cue.HOST in reading.cues and Cue.WHERE not in reading.cues:
                hosted = any(re.search(r"\bhosted\b", row["chair"] or "") for row in some)
                return ("Chair",) if hosted else labels
            return labels if all(_has(row, column) for row in some for column in columns) else None
    return None


def _has(row: Row, column: str) -> bool:
    return bool(row[column] or (column == "city" and row["format"] == "virtual"))


def _of_form(lines: list[Row], reading: Reading) -> list[Row]:
    """The documents of the form that is asked for, if there are any; else all."""
    forms = [form for form in ("declaration", "statement") if not reading.said.isdisjoint((form, f"{form}s"))]
    return [line for line in lines if any(form in line["text"].lower() for form in forms)] or lines


def _is_called(row: Row, words: Iterable[str]) -> bool:
    own = tokens(f"{row['name']} {row['city']}")
    return all(any(each.startswith(word[:_BEGUN]) for each in own) for word in words)


def _fits(row: Row, reading: Reading) -> bool:
    """True if a meeting is one of those that a question picks."""
    start, end = row["start"] or "", row["end"] or ""
    cues = reading.cues
    return (
        all(row["number"] == str(number) for number in reading.numbers)
        and all(str(year) in (start[:4], end[:4]) for year in reading.years)
        and (Cue.VIRTUAL not in cues or row["format"] == "virtual")
        and (Cue.ASIA not in cues or row["region"] == "Asia")
        and (Cue.EUROPE not in cues or row["region"] == "Europe")
        and (not reading.rest or any(reading.rest <= words for words in _words(row, reading)))
    )


def _words(row: Row, reading: Reading) -> list[set[str]]:
    """By which words a meeting is known: its town, host and month; where it is looked for, chair or theme."""
    month = MONTHS[int(row["start"][5:7]) - 1] if len(row["start"] or "") > 6 else ""
    # A capital is another name of its country, but no meeting elsewhere in it is known by that.
    host = set(tokens(row["host"] or "")) - set(tokens(row["capital"] or ""))
    known = [{*tokens(row["city"] or ""), *host, *tokens(row["host_name"] or ""), *tokens(month)}]
    if {Cue.WHICH, Cue.CHAIR} <= reading.cues:
        known.append(set(tokens(row["chair"] or "")))
    if Cue.WHICH in reading.cues and (Cue.THEME in reading.cues or "about" in reading.said):
        known.append(set(tokens(row["theme"] or "")))
    return known
