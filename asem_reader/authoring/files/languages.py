# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads `data/languages/`: what French and German call topics and terms, and the names of partners."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.reference import Reference
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.core.foreignwords import OWN, phrase
from asem_reader.core.words import key

FOLDER = "languages"
TERMS, PARTNERS = f"{FOLDER}/terms.csv", f"{FOLDER}/partners.csv"
_COLUMNS = {TERMS: ["topic", "english", "french", "german"], PARTNERS: ["iso2", "language", "name"]}
_OF_COLUMN = {"french": "fr", "german": "de"}
_BRACKETS = re.compile(r" \(([^)]*)\)")


class Translation(NamedTuple):
    """What a language calls something, and what to look for instead."""

    language: str
    text: str
    english: str
    topic: str  # slug of the topic that the English is a name of; empty for a mere word
    file: str
    line: int

    @property
    def phrase(self) -> str:
        """What it is looked up by."""
        return phrase(self.text, self.language)

    def problem(self, sentence: str) -> Problem:
        """Something wrong with it."""
        return Problem(self.file, self.line, sentence)


def read_translations(data: Path, reference: Reference) -> tuple[Translation, ...]:
    """Read both tables; a folder that is not there holds nothing.

    Raises:
        ContentError: a file that is missing, or has other columns or values.
    """
    if not (data / FOLDER).is_dir():
        return ()
    terms = [
        Translation(language, text.strip(), row["english"], row["topic"], TERMS, line)
        for line, row in _rows(data, TERMS)
        for column, language in _OF_COLUMN.items()
        for text in row[column].split(";")
        if text.strip()
    ]
    return (*terms, *_of_partners(data, reference))


def _of_partners(data: Path, reference: Reference) -> Iterator[Translation]:
    names = {partner.iso2: (partner.name, partner.slug) for partner in reference.partners if partner.iso2}
    for line, row in _rows(data, PARTNERS):
        if row["iso2"] not in names:
            raise ContentError([Problem(PARTNERS, line, f"there is no partner {row['iso2']}")])
        language = row["language"] if row["language"] in _OF_COLUMN.values() else OWN
        for text in filter(None, _BRACKETS.sub(r";\1", row["name"]).split(";")):
            yield Translation(language, text, *names[row["iso2"]], PARTNERS, line)


def _rows(data: Path, file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line; lines that begin with # say whose it is, the first other one names columns."""
    try:
        lines = (data / file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ContentError([Problem(file, 0, "is missing, or no text in UTF-8")]) from None
    rows = [(at, next(csv.reader([line]))) for at, line in enumerate(lines, 1) if line and line[0] != "#"]
    columns = _COLUMNS[file]
    for at, values in rows:
        if len(values) != len(columns) or (at == rows[0][0]) != (values == columns):
            raise ContentError([Problem(file, at, f"does not have the columns {', '.join(columns)}")])
    yield from ((at, dict(zip(columns, values, strict=True))) for at, values in rows[1:])


def check_translations(translations: tuple[Translation, ...], drafts: tuple[Draft, ...]) -> Iterator[Problem]:
    """Yield lines with terms that lead to no topic, to another than they say, or to two things."""
    yield from dict.fromkeys(_misled(translations, drafts))


def _misled(translations: tuple[Translation, ...], drafts: tuple[Draft, ...]) -> Iterator[Problem]:
    called = {draft.slug: _names(draft) for draft in drafts}
    seen: dict[tuple[str, str], str] = {}
    for each in (each for each in translations if each.file == TERMS):
        if each.topic and each.topic not in called:
            yield each.problem(f"there is no topic {each.topic}")
        elif each.topic and key(each.english) not in called[each.topic]:
            yield each.problem(f"“{each.english}” is no name of {each.topic}")
        if not each.phrase:
            yield each.problem(f"“{each.text}” has no word with weight")
        elif seen.setdefault((each.language, each.phrase), each.english) != each.english:
            other = seen[each.language, each.phrase]
            yield each.problem(f"“{each.text}” is “{other}” already")


def _names(draft: Draft) -> set[str]:
    title = _BRACKETS.sub("", draft.title)
    names = (draft.title, title, draft.slug.replace("-", " "), draft.symbol, *draft.aliases)
    return {key(name) for name in names}


def translation_rows(translations: tuple[Translation, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of the table, the first of equals; what is the same in English needs none."""
    rows: dict[tuple[str, str], str] = {}
    for each in translations:
        if each.phrase and key(each.text) != key(each.english):
            rows.setdefault((each.language, each.phrase), each.english)
    for (language, looked_up), english in sorted(rows.items()):
        yield {"language": language, "phrase": looked_up, "english": english}
