# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Spelling correction: the nearest word that the Library has."""

import json
import math
import sqlite3

from asem_reader.core.words import distance, trigrams
from asem_reader.store.search.plan import quoted

_MENDED = range(4, 41)  # letters; what is longer is no word
_CANDIDATES = 100
_RAREST = 6  # of the letters in threes: few words have them, and a word that is near shares some
_SHORT = 5

# Words that share most of what tells most, the shortest first; bm25 says the same in four times the time.
_LIKE = """
    SELECT w.word, w.sections FROM (
      SELECT f.rowid AS id, count(*) AS shared
      FROM (
        SELECT value FROM json_each(?)
        ORDER BY (SELECT count(*) FROM words_trigrams WHERE words_trigrams MATCH value) LIMIT ?
      ) part CROSS JOIN words_trigrams f WHERE f.words_trigrams MATCH part.value
      GROUP BY f.rowid
    ) found JOIN words w ON w.id = found.id
    WHERE length(w.word) BETWEEN ? AND ?
    ORDER BY shared DESC, length(w.word), w.id LIMIT ?
"""


def nearest(connection: sqlite3.Connection, word: str, *, begun: bool) -> str:
    """Return the word that differs least, of those the commonest, if any is near; `begun` for half a word."""
    if len(word) not in _MENDED or any(sign.isdigit() for sign in word):
        return ""
    most = 1 if len(word) < 7 else 2 if len(word) < 10 else 3
    prefix = begun and len(word) > _SHORT  # too much begins with fewer letters
    spelled = f"^{word}" if prefix else f"^{word}$"
    parts = json.dumps([quoted(part) for part in dict.fromkeys(trigrams(spelled))])
    values = (parts, _RAREST, len(word) - most, 64 if prefix else len(word) + most, _CANDIDATES)
    near: list[tuple[float, str]] = []
    for row in connection.execute(_LIKE, values):
        apart = distance(word, row["word"], most, begun=prefix)
        if apart <= most and (apart <= 1 or row["word"][0] == word[0]):
            longer = 0.1 * max(0, len(row["word"]) - len(word))
            near.append((apart + longer - 0.12 * math.log1p(row["sections"]), row["word"]))
    return min(near, default=(0, ""))[1]
