# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fills what a search knows of words: names of topics, synonyms, and the years that sections speak of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from pathlib import Path

import sqlite_utils

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.languages import translation_rows
from asem_reader.authoring.files.reference import MeetingDraft, Reference
from asem_reader.authoring.pages.meetings import ordinal, short_name
from asem_reader.authoring.pages.names import acronyms
from asem_reader.authoring.text.numerals import ORDINALS
from asem_reader.core.content import Kind
from asem_reader.core.words import key, tokens

TITLE, ABOUT, ALIAS, MEANT = range(4)  # how surely a name means a topic, the surest first

_ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"),
)
_YEAR = re.compile(r"(?<![0-9])(?:19[5-9]|20[0-9])[0-9](?![0-9])")
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]{2,}-[^\W\d_]{2,}(?![\w-])")
_BRACKETS = re.compile(r" \(([^)]*)\)")

_ENGLISH = Path(__file__).with_name("english.txt")
_DATED = """
    SELECT s.id, s.topic, s.text FROM sections s JOIN topics t ON t.id = s.topic_id WHERE t.kind <> ?
"""
_WEIGHTS = {"# 10": 0.6, "# 20": 0.85}  # of the commonest words, by their size in SCOWL

Row = dict[str, object]


def fill_lexicon(db: sqlite_utils.Database, compiled: Compiled, topics: Mapping[str, int]) -> None:
    """Insert names, synonyms, translations and years; `topics` has the row id of each topic by its slug."""
    equal, near = [*_equal(compiled), *_hyphened(db)], list(_near(compiled))
    db.table("names").insert_all(_names(compiled, topics, [*equal, *near]))
    rows: dict[tuple[str, str], str] = {}
    for pairs, why in ((equal, "{} = {}"), (near, "{}: see also {}")):
        for phrase, other in pairs:
            if key(phrase) != key(other) and key(phrase) and key(other):
                rows.setdefault((key(phrase), " ".join(tokens(other))), why.format(phrase, other))
    db.table("synonyms").insert_all(
        {"phrase": phrase, "other": other, "why": why} for (phrase, other), why in sorted(rows.items())
    )
    db.table("translations").insert_all(translation_rows(compiled.content.translations))
    with db.conn:  # sqlite-utils would end a transaction with each hundred of so many rows
        db.conn.executemany("INSERT INTO english (word, weight) VALUES (?, ?)", _english())
    fill_years(db)


def fill_years(db: sqlite_utils.Database) -> None:
    """Note the years that each section speaks of, in its text or its topic's title."""
    # In a handbook years are examples.
    sections = list(db.query(_DATED, [Kind.HANDBOOK]))
    db.table("section_years").insert_all(
        {"year": int(year), "section_id": row["id"]}
        for row in sections
        for year in sorted(set(_YEAR.findall(f"{row['topic']} {row['text']}")))
    )


def _english() -> Iterator[tuple[str, float]]:
    """English words, each with how much it says: little if everybody uses it, at most 1."""
    weight = 1.0
    for line in _ENGLISH.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            weight = _WEIGHTS.get(line, 1.0)
        else:
            yield line, weight


class _Names:
    """Gathers names of topics, each by the surest way in which it means its topic."""

    def __init__(self) -> None:
        self.ranks: dict[tuple[str, str], int] = {}

    def note(self, rank: int, slug: str, names: Iterable[str]) -> None:
        for text in names:
            # A symbol such as PTN-IT ends in what is else a function word.
            for name in filter(None, {key(text), " ".join(tokens(text))}):
                self.ranks[name, slug] = min(rank, self.ranks.get((name, slug), rank))


def _names(compiled: Compiled, topics: Mapping[str, int], synonyms: list[tuple[str, str]]) -> Iterator[Row]:
    names = _Names()
    for draft in compiled.drafts:
        plain = _BRACKETS.sub("", draft.title)
        # "Search" is not only what one does here.
        titles = () if draft.kind is Kind.HANDBOOK else (draft.title, plain)
        names.note(TITLE, draft.slug, (*titles, draft.symbol, draft.slug.replace("-", " ")))
        names.note(ALIAS, draft.slug, draft.aliases)
    for term in compiled.content.reference.terms:
        if term.about:
            names.note(ABOUT, term.about, (term.term, term.expansion))
    meaning = defaultdict(list)
    for phrase, other in synonyms:
        meaning[key(other)].append(phrase)
    for (name, slug), rank in list(names.ranks.items()):
        if rank <= ALIAS:
            names.note(MEANT + rank, slug, meaning.get(name, ()))
    for (name, slug), rank in sorted(names.ranks.items()):
        yield {"name": name, "topic_id": topics[slug], "rank": rank}


def _equal(compiled: Compiled) -> Iterator[tuple[str, str]]:
    """Pairs of what may be typed and what is looked for as well, where one is another name of the other."""
    for short, long in compiled.content.glossary.items():
        if long and long != short:
            yield from permutations((short, _BRACKETS.sub("", long)), 2)
    yield from _of_reference(compiled.content.reference)


def _hyphened(db: sqlite_utils.Database) -> Iterator[tuple[str, str]]:
    """Words that stand with a hyphen as well: cooperation, co-operation."""
    rows = db.query("SELECT topic, names, heading, text FROM sections")
    texts = "\n".join(text for row in rows for text in row.values())
    words = set(tokens(texts))
    pairs = {("".join(tokens(each)), each.lower()) for each in _HYPHENED.findall(texts)}
    yield from sorted(pair for pair in pairs if pair[0] in words)


def _near(compiled: Compiled) -> Iterator[tuple[str, str]]:
    """Pairs of the thesaurus: what speaks of the same thing need not mean the same."""
    for group in compiled.content.thesaurus:
        yield from permutations(group, 2)


def _of_reference(reference: Reference) -> Iterator[tuple[str, str]]:
    for partner in reference.partners:
        names = (partner.name, *(alias for alias in partner.aliases if "(" not in alias))
        yield from permutations(names, 2)
        yield from ((adjective, partner.name) for adjective in partner.adjectives)
    for meeting in reference.meetings:
        short = short_name(meeting)
        yield from ((phrase, short) for phrase in _called(meeting, short))
    for series in (*reference.tracks, *reference.series):
        for edition in series.editions:
            if isinstance(edition.number, int):
                for acronym in acronyms(series):
                    yield f"{acronym} {edition.number}", f"{acronym}{edition.number}"


def _called(meeting: MeetingDraft, short: str) -> Iterable[str]:
    """What people call a summit or a meeting of foreign ministers besides its short name."""
    nth, number, year = ordinal(meeting.number), meeting.number, meeting.start[:4]
    more: tuple[str, ...]
    kinds: tuple[str, ...]
    if short.startswith("FMM"):
        kinds = (
            "foreign ministers",
            "foreign ministers meeting",
            "foreign ministers' meeting",
            "ministerial",
            "FMM",
        )
        more = (
            f"ASEMFMM{number}",
            f"ASEMFMM {number}",
            f"ASEM FMM{number}",
            f"ASEM FMM {number}",
            f"FMM {number}",
        )
    else:
        kinds = ("summit", "ASEM summit", "Asia-Europe Meeting", "leaders meeting", "leaders' meeting")
        more = (f"ASEM {number}", f"ASEM {_ROMAN[number - 1]}", f"ASEM{_ROMAN[number - 1]}")
    phrases = (
        form.format(kind=kind)
        for kind in kinds
        for form in (
            f"{nth} {{kind}}",
            f"{ORDINALS[number - 1]} {{kind}}",
            f"{{kind}} {number}",
            f"{meeting.city} {{kind}}",
            f"{{kind}} {meeting.city}",
            f"{{kind}} in {meeting.city}",
            f"{{kind}} {year}",
            f"{year} {{kind}}",
        )
    )
    return (*more, *phrases, f"{meeting.city} {year}")
