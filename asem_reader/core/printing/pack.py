# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Several sheets as one document: cover, contents, acronyms and one list of sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asem_reader.core.content import Edition, Kind, Source, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, ngettext
from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import renumbered
from asem_reader.core.printing.sheet import Sheet
from asem_reader.core.term import GlossaryTerm, used

_ISO = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)

CONTENTS_TITLE = N_("Contents")
TERMS_TITLE = N_("Acronyms")


@dataclass(frozen=True, slots=True)
class Cover:
    """The text on the cover of a pack.

    Attributes:
        title: must be given.
        occasion, place, prepared_for: as written; empty for none.
        date: ISO 8601, or as written; empty for none.
    """

    title: str
    occasion: str = ""
    place: str = ""
    date: str = ""
    prepared_for: str = ""

    @property
    def where_and_when(self) -> str:
        """Place and date as they are read."""
        date = spoken(self.date) if _ISO.fullmatch(self.date) else self.date
        return ", ".join(part for part in (self.place, date) if part)


@dataclass(frozen=True, slots=True)
class Outfit:
    """The parts that a pack has beside its sheets.

    Attributes:
        contents: a list of the sheets with their pages, behind the cover.
        terms: the acronyms used, spelled out.
        joined: one list of sources for all sheets; else each has its own.
        meetings, partners: sheets of the meetings and partners that the others lead to, behind them.
    """

    contents: bool = True
    terms: bool = True
    joined: bool = True
    meetings: bool = False
    partners: bool = False


_OUTFIT = Outfit()


@dataclass(frozen=True, slots=True)
class Pack:
    """Sheets to be printed together. A form prints what is in it, in this order, and nothing else.

    Attributes:
        sheets: at least one, in order.
        cover: None for plain sheets one after the other.
        terms: the acronyms used, spelled out; empty for none.
        sources: the joined list, to which all numbers lead; empty where each sheet has its own.
        contents: whether the contents follow the cover.
    """

    sheets: tuple[Sheet, ...]
    cover: Cover | None = None
    terms: tuple[GlossaryTerm, ...] = ()
    sources: tuple[Source, ...] = ()
    contents: bool = True

    def __post_init__(self) -> None:
        if not self.sheets:
            raise ValueError("nothing to print")

    @property
    def title(self) -> str:
        """The title of the document."""
        if self.cover:
            return self.cover.title
        first, others = self.sheets[0].named, len(self.sheets) - 1
        whole = ngettext("{title} and {count} more", "{title} and {count} more", others)
        return whole.format(title=first, count=others) if others else first

    @property
    def numbers(self) -> dict[Slug, int]:
        """The number, from 1, of the first sheet on each topic."""
        numbers: dict[Slug, int] = {}
        for number, sheet in enumerate(self.sheets, start=1):
            numbers.setdefault(sheet.topic.slug, number)
        return numbers

    @property
    def edition(self) -> Edition:
        """The Library it was taken from."""
        return self.sheets[0].edition

    @property
    def imprint(self) -> str:
        """Edition, and when it was printed."""
        return self.sheets[0].imprint

    @property
    def keywords(self) -> tuple[str, ...]:
        """The keywords of a PDF: the symbols, and edition and digest to prove the text by."""
        symbols = (sheet.topic.symbol for sheet in self.sheets if sheet.topic.symbol)
        return ("ASEM", *symbols, f"Edition {self.edition.name} {self.edition.digest[:12]}".strip())


def bind(
    sheets: Sequence[Sheet], cover: Cover, terms: Iterable[GlossaryTerm] = (), outfit: Outfit = _OUTFIT
) -> Pack:
    """Return the pack of some sheets, with the acronyms that they use and one list of all their sources.

    Args:
        sheets: at least one, each with its own list.
        cover: its cover.
        terms: all that are known.
        outfit: what of this is not wished.

    Raises:
        ValueError: there is no sheet.
    """
    text = "\n".join(sheet.text for sheet in sheets)
    spelled = used(terms, text) if outfit.terms else ()
    if not outfit.joined:
        return Pack(tuple(sheets), cover, spelled, contents=outfit.contents)
    joined: dict[Source, int] = {}
    bound = []
    for sheet in sheets:
        for source in sheet.sources:
            joined.setdefault(source._replace(number=0), len(joined) + 1)
        bound.append(renumbered(sheet, {s.number: joined[s._replace(number=0)] for s in sheet.sources}))
    sources = tuple(source._replace(number=number) for source, number in joined.items())
    return Pack(tuple(bound), cover, spelled, sources, outfit.contents)


def mentioned(sheets: Iterable[Sheet], topics: Iterable[Topic], kind: Kind) -> tuple[Slug, ...]:
    """Return the topics of a kind that sheets lead to and that have no sheet, in the order of the tree."""
    there = tuple(sheets)
    led = {span.to.slug for sheet in there for line in sheet.lines for span in line if span.to}
    led -= {sheet.topic.slug for sheet in there}
    return tuple(topic.slug for topic in topics if topic.kind is kind and topic.slug in led)
