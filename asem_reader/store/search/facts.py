# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lines of the Library that tell what a row of its tables holds, each with its place and its best source."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from asem_reader.core.content import Source
from asem_reader.core.search.hit import Answer, Run
from asem_reader.core.words import tokens
from asem_reader.store.search.topics import TopicTable

_RANK = ("official", "institution", "reference", "press", "copy")  # the better a source, the sooner
_COME_AFTER = re.compile(r"\bNo\b.*\b(?:later|after|trace)\b.*\bfound\b")

Line = sqlite3.Row  # of a block: id, topic_id, heading, text, as_of


class Facts:
    """Finds lines by what stands at their beginning or in them."""

    def __init__(self, topic_table: TopicTable) -> None:
        self._table = topic_table

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """The rows of a statement; a collection is given as JSON."""
        plain = [value if isinstance(value, int | str) else json.dumps(list(value)) for value in values]  # type: ignore[call-overload]
        return self._table.connection.execute(sql, plain).fetchall()

    @cached_property
    def day(self) -> str:
        """The day on which the edition was closed."""
        return next((row[0] for row in self.rows("SELECT value FROM about WHERE key = 'date'")), "")

    _TOPIC = "SELECT id FROM main.topics WHERE slug = ?"

    def topic(self, slug: str) -> tuple[int, ...]:
        """The row of a topic, if there is one; its slug without the id of its Library."""
        return tuple(row[0] for row in self.rows(self._TOPIC, slug))

    _LINES = """
        SELECT b.id, s.topic_id, s.heading, b.text, ifnull(b.as_of, t.as_of) AS as_of
        FROM blocks b JOIN sections s ON s.id = b.section_id JOIN topics t ON t.id = s.topic_id
    """
    _LABELLED = f"{_LINES} WHERE s.topic_id = ? AND b.text LIKE ? || '. %' ORDER BY s.id, b.position LIMIT 1"
    _BLOCK = f"{_LINES} WHERE b.id = ?"
    _OF_TOPICS = f"""
        {_LINES} WHERE s.topic_id IN (SELECT value FROM json_each(?)) AND b.kind <> 'heading'
        ORDER BY s.id, b.position
    """
    _SECTION = f"{_LINES} WHERE s.topic_id = ? AND s.heading LIKE ? ORDER BY b.position"

    def labelled(self, topic: int, *labels: str) -> list[Line]:
        """The lines of a topic that begin with labels such as ``Place.``; none if one is not there."""
        lines = [line for label in labels for line in self.rows(self._LABELLED, topic, label)]
        return lines if len(lines) == len(labels) else []

    def block(self, block: str) -> list[Line]:
        """A block by its code."""
        return self.rows(self._BLOCK, block)

    def lines(self, *topics: int) -> list[Line]:
        """All lines of topics."""
        return self.rows(self._OF_TOPICS, topics)

    def section(self, topic: int, heading: str) -> list[Line]:
        """A section, its heading first, found by a pattern for LIKE."""
        return self.rows(self._SECTION, topic, heading)

    _PAGES = """
        SELECT id FROM topics WHERE id IN (SELECT value FROM json_each(?)) AND kind IN ('meeting', 'body')
    """

    def none_later(self, topics: Sequence[int]) -> list[Line]:
        """The first line in pages of meetings or bodies that says that no later one was found."""
        pages = (row[0] for row in self.rows(self._PAGES, topics))
        return [line for line in self.lines(*pages) if _COME_AFTER.search(line["text"])][:1]

    def on_edition(self, meeting: sqlite3.Row, pattern: str) -> list[Line]:
        """The one line on a meeting that a pattern fits, in the page that it has or stands in."""
        lines = self.lines(meeting["topic_id"])
        fit = [line for line in lines if re.search(pattern, line["text"]) and _is_on(meeting, line["text"])]
        return fit if len(fit) == 1 else []

    _CITED = """
        SELECT c.number, s.title, ifnull(s.publisher, ''), s.kind, ifnull(s.date, ''), ifnull(s.url, ''),
          s.name
        FROM citations c JOIN sources s ON s.id = c.source_id
        WHERE c.block_id IN (SELECT value FROM json_each(?)) ORDER BY c.number
    """

    def answer(self, lines: Sequence[Line], text: str = "") -> Answer | None:
        """The answer that lines make together, or None if there are none; `text` stands before them."""
        if not lines:
            return None
        cited = [Source(*row) for row in self.rows(self._CITED, [line["id"] for line in lines])]
        source = min(cited, key=lambda source: _RANK.index(source.kind), default=None)
        first = lines[0]
        said = " ".join(filter(None, (text, *(line["text"] for line in lines))))
        return self._made(first["topic_id"], said, first["heading"], first["id"], source, first["as_of"])

    def named(self, topic: int, text: str) -> Answer:
        """An answer that is what a topic says over all its sections."""
        (row,) = self.rows("SELECT as_of FROM topics WHERE id = ?", topic)
        return self._made(topic, text, "", None, None, row["as_of"])

    def _made(
        self, topic: int, text: str, section: str, block: str | None, source: Source | None, as_of: str | None
    ) -> Answer:
        hit = self._table.hit(topic, (Run(text, matched=False),), "", section, block)
        parts = (hit.place, hit.title, hit.symbol, hit.section, hit.snippet, hit.why, hit.kind, hit.pillar)
        return replace(Answer(*parts), source=source, as_of=as_of or self.day)


def _is_on(meeting: sqlite3.Row, text: str) -> bool:
    """True if a line speaks of a meeting: by its name, or by year and number or town."""
    words = tokens(text)
    if set(tokens(meeting["name"])) <= set(words):
        return True
    number, year = meeting["number"] or "", (meeting["start"] or "")[:4]
    town = tokens(meeting["city"] or "")[:1]
    nth = any(word.startswith(number) and word[len(number) :] in ("st", "nd", "rd", "th") for word in words)
    return bool(year) and year in words and ((bool(number) and nth) or (bool(town) and town[0] in words))
