# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds sections by what stands in them: by letters first, then by stems."""

import json
import re
import sqlite3
from collections import Counter
from itertools import islice, product

from asem_reader.core.hit import Found, Hit, Run
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.query import Query, Term
from asem_reader.store.connect import bounded, reading
from asem_reader.store.library import Library

_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_HITS_A_TOPIC = 3
_SNIPPET = 150
_LEAD = 40


class Search:
    """Asks the Library's two FTS5 indexes.

    One stemmed index breaks typing: half a word has another stem than the whole. So letters
    answer first, and stems fill what room is left.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    # Scoring is capped: the inner LIMIT takes candidates in row order, the static order of the tree,
    # and only those are ranked. The weights: title, names, heading, text.
    _RANK = """
        SELECT found.id, s.topic_id
        FROM (
          SELECT rowid AS id, bm25({index}, 10.0, 8.0, 3.0, 1.0) AS score
          FROM {index} WHERE {index} MATCH :match LIMIT 5000
        ) found
        JOIN sections s ON s.id = found.id
        JOIN topics t ON t.id = s.topic_id
        WHERE (:kind = '' OR t.kind = :kind)
          AND (:within = '' OR t.id IN (
            WITH RECURSIVE down(id) AS (
              SELECT id FROM topics WHERE slug LIKE :within || '%'
              UNION SELECT c.id FROM topics c JOIN down ON c.parent_id = down.id
            ) SELECT id FROM down))
        ORDER BY found.score, found.id LIMIT :most
    """
    # Highlighting costs more than ranking, so only what is shown is highlighted.
    _SHOW = """
        SELECT s.id, s.position, s.topic, s.heading, t.slug, t.symbol,
               highlight({index}, 1, char(2), char(3)) AS names,
               highlight({index}, 2, char(2), char(3)) AS marked_heading,
               highlight({index}, 3, char(2), char(3)) AS text,
               (SELECT json_group_array(id) FROM (
                  SELECT id FROM blocks WHERE section_id = s.id ORDER BY position
               )) AS blocks
        FROM {index}
        JOIN sections s ON s.id = {index}.rowid
        JOIN topics t ON t.id = s.topic_id
        WHERE {index} MATCH :match AND {index}.rowid IN (SELECT value FROM json_each(:ids))
    """
    _INDEXES = ("sections_fts", "sections_stems")

    def find(self, query: Query, limit: int = 50) -> Found:
        """Return the best hits, best first: at most `limit`, and at most three of one topic.

        Raises:
            TooSlow: the search took longer than two seconds.
            LibraryDamaged: the file broke since it was opened.
        """
        if not query:
            return Found()
        found = _Gathered(limit)
        with reading(self._library.path), bounded(self._library.connection):
            for index in self._INDEXES:
                waiting = self._ranked(query, index, 4 * limit)
                while batch := found.wanted(waiting):
                    found.add(batch, self._shown(query, index, [section for section, _ in batch]))
        return Found(tuple(found.hits))

    _WORDS = """
        SELECT highlight({index}, 3, char(2), char(3)) || ' ' || highlight({index}, 2, char(2), char(3))
        FROM {index} JOIN sections s ON s.id = {index}.rowid JOIN topics t ON t.id = s.topic_id
        WHERE {index} MATCH ? AND t.slug = ?
    """

    def words(self, query: Query, slug: Slug) -> tuple[str, ...]:
        """Return the words of a topic that the query matches, in all their forms, for the reader to mark."""
        alone = [_match(Query(((term,),))) for group in query.wanted for term in group]
        words: set[str] = set()
        with reading(self._library.path), bounded(self._library.connection):
            for index, match in product(self._INDEXES, alone):
                rows = self._library.connection.execute(self._WORDS.format(index=index), (match, slug))
                words.update(word for row in rows for word in _MARKED.findall(row[0]))
        return tuple(sorted(words))

    def _ranked(self, query: Query, index: str, most: int) -> list[tuple[int, int]]:
        values = {"match": _match(query), "most": most, "kind": query.kind, "within": query.within}
        rows = self._library.connection.execute(self._RANK.format(index=index), values)
        return [(row["id"], row["topic_id"]) for row in rows]

    def _shown(self, query: Query, index: str, sections: list[int]) -> list[Hit | None]:
        values = {"match": _match(query), "ids": json.dumps(sections)}
        rows = self._library.connection.execute(self._SHOW.format(index=index), values)
        hits = {row["id"]: _hit(row, stemmed=index != self._INDEXES[0]) for row in rows}
        return [hits[section] for section in sections]


class _Gathered:
    """Gathers hits, best first, until there are enough: each section once, few of one topic."""

    def __init__(self, limit: int) -> None:
        self.hits: list[Hit] = []
        self._limit = limit
        self._seen: set[int] = set()
        self._of_topic: Counter[int] = Counter()

    def wanted(self, ranked: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The next candidates worth a look, as many as there is room for."""
        room = self._limit - len(self.hits)
        fresh = ((s, t) for s, t in ranked if s not in self._seen and self._of_topic[t] < _HITS_A_TOPIC)
        return list(islice(fresh, room))

    def add(self, looked_at: list[tuple[int, int]], hits: list[Hit | None]) -> None:
        """Take what was found at the candidates."""
        for (section, topic), hit in zip(looked_at, hits, strict=True):
            self._seen.add(section)
            if hit and self._of_topic[topic] < _HITS_A_TOPIC:
                self._of_topic[topic] += 1
                self.hits.append(hit)


def _hit(row: sqlite3.Row, *, stemmed: bool) -> Hit | None:
    """Open at the block in which most different words were found, else at the section's heading.

    A section's text has a line a block; the heading is the first of its blocks and not in the text.
    A section in which nothing was found but the topic's title is no hit; its summary is.
    """
    lines = row["text"].split("\n")
    if row["position"]:
        lines.insert(0, row["marked_heading"])
    distinct = [len({word.lower() for word in _MARKED.findall(line)}) for line in lines]
    best = distinct.index(max(distinct))
    if row["position"] and not distinct[best]:
        return None
    blocks = json.loads(row["blocks"])
    return Hit(
        Place(Slug(row["slug"]), BlockId(blocks[best]) if blocks else None),
        row["topic"],
        row["symbol"] or "",
        row["heading"],
        _snippet(lines[best]),
        _why(row, distinct[best] > 0, stemmed=stemmed),
    )


def _why(row: sqlite3.Row, in_text: bool, *, stemmed: bool) -> str:
    names = [name for name in row["names"].split(" · ") if _OPEN in name]
    if names and not in_text:
        return "also called " + _MARKED.sub(r"\1", names[0])
    return "another form of the word" if stemmed else ""


def _match(query: Query) -> str:
    """The query as an FTS5 expression in which every term is quoted, so that nothing typed is syntax."""
    groups = [" OR ".join(map(_quoted, group)) for group in query.wanted]
    expression = " AND ".join(f"({group})" for group in groups)
    unwanted = " OR ".join(map(_quoted, query.unwanted))
    return f"({expression}) NOT ({unwanted})" if unwanted else expression


def _quoted(term: Term) -> str:
    quoted = '"' + term.text.replace('"', '""') + '"'
    return f"{quoted} *" if term.prefix else quoted


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
    runs = []
    for index, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", cut)):
        if piece:
            runs.append(Run(piece, matched=index % 2 == 1))
    return tuple(runs)
