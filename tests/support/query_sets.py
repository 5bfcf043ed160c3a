# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sets of queries on which the search is measured besides the judged ones, each halved by a fixed rule."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from asem_reader.core.place import Slug
from asem_reader.core.words import tokens
from asem_reader.store.library import Library
from tests.support.judged_queries import Judged

FOLDER = Path(__file__).parents[1] / "store" / "search" / "sets"
NAMES = ("facts", "titles", "agenda", "near", "languages")
NEEDLES = 200
_LEAST_LETTERS = 5


class Absent(NamedTuple):
    """A question on what the Library lacks, and the words for which it has nothing."""

    query: str
    words: tuple[str, ...]


def first_half(query: str) -> bool:
    """True if a query is of the half on which weights may be tuned; the other half only measures."""
    return hashlib.sha256(query.encode()).digest()[0] % 2 == 0


def read(name: str) -> tuple[Judged, ...]:
    """The queries of a set: questions and keywords, or queries of a language."""
    parts = (line.split("|") for line in _lines(name))
    kinds = {
        "q": "questions",
        "k": "keywords",
        "a": "headings",
        "n": "missing words",
        "fr": "French queries",
        "de": "German queries",
    }
    return tuple(
        Judged(query, f"{kinds[kind.lower()]} from {name}", tuple(map(Slug, best.split(","))))
        for kind, query, best in parts
    )


def absent() -> tuple[Absent, ...]:
    """Questions on what the Library lacks."""
    parts = (line.split("|") for line in _lines("absent"))
    return tuple(Absent(query, tokens(words)) for query, words in parts)


def needles(library: Library, *, stray: bool) -> tuple[Judged, ...]:
    """Three words of one paragraph, made by program; with a stray word more from anywhere in the Library."""
    dice = random.Random(7)
    found = library.connection.execute(
        "SELECT b.text, t.slug FROM blocks b JOIN sections s ON s.id = b.section_id"
        " JOIN topics t ON t.id = s.topic_id ORDER BY b.id"
    )
    rows = [(frozenset(tokens(row[0])), row[1]) for row in found]
    strays = [row[0] for row in library.connection.execute("SELECT word FROM words ORDER BY word")]
    strays = [word for word in strays if len(word) >= _LEAST_LETTERS and word.isalpha()]
    kind = "needles with a stray word" if stray else "needles"
    made: list[Judged] = []
    while len(made) < NEEDLES:
        held, slug = dice.choice(rows)
        words = sorted({word for word in held if len(word) >= _LEAST_LETTERS and word.isalpha()})
        if len(words) < 3:
            continue
        asked = [*dice.sample(words, 3), *([dice.choice(strays)] if stray else [])]
        wanted = set(asked[:3])
        best = [Slug(slug) for holds, slug in rows if wanted <= holds]
        made.append(Judged(" ".join(asked) + " ", kind, tuple(dict.fromkeys((*best, Slug(slug))))))
    return tuple(made)


def _lines(name: str) -> Iterator[str]:
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
