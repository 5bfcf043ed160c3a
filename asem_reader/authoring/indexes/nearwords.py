# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fills in which words of a Library are near to English ones that it lacks."""

from functools import cache
from pathlib import Path

import sqlite_utils

from asem_reader.core.words import bases

FILE = Path(__file__).with_name("near.txt")
_COMMON = 0.03  # a word that such a share of all sections has leads nowhere


class HeldWords:
    """The words that a Library has, once its indexes are filled."""

    def __init__(self, db: sqlite_utils.Database) -> None:
        self._execute = db.conn.execute
        self._most = _COMMON * db.table("sections").count
        self.forms = cache(self._forms)
        self.lead = cache(self._lead)

    _FORMS = """
        SELECT w.word, w.sections FROM words_stems f JOIN words w ON w.id = f.rowid
        WHERE f.words_stems MATCH ?
    """
    _PHRASE = "SELECT count(*) FROM sections_fts WHERE sections_fts MATCH ?"

    def _forms(self, word: str) -> dict[str, int]:
        """Each form of a word, by its stem, and how many sections have it."""
        return dict(self._execute(self._FORMS, (f'"{word}"',)).fetchall())

    def _lead(self, text: str) -> bool:
        """True if a word or phrase leads somewhere: few sections have it, and none has only its stem."""
        if " " in text:
            sections = self._execute(self._PHRASE, (f'"{text}"',)).fetchone()[0]
        else:
            forms = self._forms(text)
            inflected = all(form == text or form in bases(text) or text in bases(form) for form in forms)
            sections = sum(forms.values()) if inflected else 0
        return 0 < int(sections) <= self._most


def fill_near_words(db: sqlite_utils.Database) -> None:
    """Note near words of what the indexes lack, of those that they have."""
    held, rows = HeldWords(db), list[tuple[str, str]]()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        word, _, near = line.partition(": ")
        leading = ", ".join(filter(held.lead, near.split(", "))) if not line.startswith("#") else ""
        if leading and not held.forms(word):
            rows.append((leading, word))
    db.conn.executemany("UPDATE english SET near = ? WHERE word = ?", rows)
