# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sayings: all that the content says in running text, each with its place and its sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.reference import FOLDER
from asem_reader.authoring.files.sheet import FOLDER as FACTS
from asem_reader.authoring.files.sheet import FactSheet
from asem_reader.authoring.piece import sections
from asem_reader.authoring.text.timespan import Timespan, timespans
from asem_reader.authoring.text.typography import curled
from asem_reader.core.content import BlockKind
from asem_reader.core.dates import spoken_span

_TEXTS = ("text", "what", "event", "definition", "summary", "note")
_SENTENCE = re.compile(r"(?<=[.;?!])\s+(?=[A-Z“])")


@dataclass(frozen=True)
class Saying:
    """A text of an article or of a table, with where it stands.

    Attributes:
        slug: the topic on whose page it stands; of a milestone, ``chronology``.
        note: whether it weighs sources against each other, as editor's notes do.
        sources: ids of what it cites; of a text in a table, of its entry.
        as_of: the date of its figures; "" for none.
    """

    file: str
    line: int
    slug: str
    text: str
    sources: frozenset[str]
    note: bool = False
    as_of: str = ""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What it says, one sentence after the other."""
        return tuple(_SENTENCE.split(self.text))

    @cached_property
    def dates(self) -> tuple[Timespan, ...]:
        """The dates that it names, in order."""
        return tuple(timespans(self.text))


def of_article(draft: Draft, compiled: Compiled) -> Iterator[Saying]:
    """Yield what an article says: its summary, then its blocks."""
    yield Saying(draft.file, 1, draft.slug, curled(draft.summary), frozenset())
    rendering = compiled.renderings[draft.slug]
    for _, under in sections(rendering.pieces):
        for piece in under:
            if piece.kind is not BlockKind.HEAD:
                cited = frozenset(rendering.sources[number - 1] for number in piece.sources)
                note = piece.kind is BlockKind.NOTE
                yield Saying(draft.file, piece.line, draft.slug, piece.text, cited, note, piece.as_of)


def of_sheet(slug: str, sheet: FactSheet) -> Iterator[Saying]:
    """Yield what a fact sheet says."""
    for fact in sheet.stated:
        text = curled(f"{fact.text} {fact.correction} {fact.note}")
        yield Saying(f"{FACTS}/{slug}.yaml", 0, slug, text, frozenset(fact.sources))


def of_reference(data: Path) -> Iterator[Saying]:
    """Yield what the tables of `data/reference/` say in sentences, with the lines of their files."""
    for file in sorted((data / FOLDER).glob("*.yaml")):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        root = yaml.compose(file.read_text(encoding="utf-8"), loader)
        for entry in root.value if root else ():
            fields = _fields(entry)
            slug = fields["slug"].value if "slug" in fields else ""
            yield from _walk(entry, f"{FOLDER}/{file.name}", slug or _PAGES.get(file.stem, ""), frozenset())


_PAGES = {"milestones": "chronology", "terms": "glossary"}


def _fields(node: Any) -> dict[str, Any]:
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _walk(node: Any, file: str, slug: str, cited: frozenset[str], note: bool = False) -> Iterator[Saying]:
    fields = _fields(node)
    if "sources" in fields:
        cited = frozenset(source.value for source in fields["sources"].value)
    for name, value in fields.items():
        doubts = note or name.endswith(("note", "notes"))
        if isinstance(value, yaml.ScalarNode) and (name in _TEXTS or name.endswith("_note")):
            begins = [fields[key].value for key in ("date", "end") if key in fields]
            text = f"{spoken_span(*begins)}: {value.value}" if name == "event" else value.value
            yield Saying(file, value.start_mark.line + 1, slug, curled(text), cited, doubts)
        elif isinstance(value, yaml.SequenceNode):
            for child in value.value:
                yield from _walk(child, file, slug, cited, doubts)
        else:
            yield from _walk(value, file, slug, cited, doubts)
