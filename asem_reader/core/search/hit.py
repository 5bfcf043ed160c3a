# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Hits of a search, and what goes with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from asem_reader.core.content import Kind, Source
from asem_reader.core.dates import spoken
from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.place import Place


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that matches a query."""

    place: Place  # where to open it: the topic, and the block that matches best
    title: str  # the topic's title
    symbol: str  # the topic's symbol; may be empty
    section: str  # the heading under which the hit stands; empty for a hit in the title
    snippet: tuple[Run, ...]  # the passage, in runs, with the matched words set apart
    # Why this matched when it isn't plain, such as ``WMD = weapons of mass destruction``; else empty.
    why: str
    kind: Kind = Kind.ISSUE  # what the topic is
    # Title of the topic at the top of the tree that it stands under; empty at the top itself.
    pillar: str = ""
    named: bool = False  # whether the topic's title or another of its names is what was typed
    without: tuple[str, ...] = ()  # words that were typed and that the section lacks

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell of it: why it matched, and what it lacks."""
        lacking = _("without: {words}").format(words=", ".join(self.without)) if self.without else ""
        return tuple(filter(None, (self.why, lacking)))

    @property
    def plain(self) -> str:
        """The snippet as plain text."""
        return "".join(run.text for run in self.snippet)


@dataclass(frozen=True, slots=True)
class Answer(Hit):
    """A line of the Library that answers a question, with what it rests on."""

    source: Source | None = None  # the best of those that it cites; None if it cites none
    as_of: str = ""  # the day that it speaks of, as in `Topic`

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell of it: its source, and of which day it speaks."""
        named = (self.source.title, self.source.publisher, spoken(self.source.date)) if self.source else ()
        as_of = _("as of {date}").format(date=spoken(self.as_of))
        return tuple(filter(None, (", ".join(filter(None, named)), as_of)))


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected word: as it was typed, and what was looked for instead."""

    typed: str
    used: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A way to narrow a search, with how many topics would be left."""

    filter: str  # what to add to the query, such as ``kind:meeting``, ``in:political``, ``year:2018``
    label: str  # what to call it, such as ``Meetings``
    topics: int  # how many; of years, where titles match too, one more or less


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query."""

    hits: tuple[Hit, ...] = ()  # best first
    mended: tuple[Correction, ...] = ()  # words that nothing has, with what was looked for instead
    missing: tuple[str, ...] = ()  # words that nothing has, and that were not mended
    offered: tuple[Correction, ...] = ()  # what may have been meant by some of those
    far: bool = False  # whether the first hit holds less than half of what was asked, by weight
    answer: Answer | None = None  # what a table or a marked fact says to a question, if surely
    # Ways to narrow it: kinds, then pillars, then years, each with the fullest first; only those that would
    # leave some topics and not all.
    scopes: tuple[Scope, ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


def answer_said(found: Found) -> tuple[str, ...]:
    """Return in sentences what is not here, what was looked for instead, and what may have been meant.

    A question that is answered was understood, so that nothing is wanting in what stands below.
    """
    said = []
    for correction in found.mended:
        form = _("Nothing has “{typed}”. Results for “{used}”.")
        said.append(form.format(typed=correction.typed, used=correction.used))
    if found.answer:
        return tuple(said)
    if found and found.missing:
        words = ", ".join(f"“{word}”" for word in found.missing)
        said.append(_("Nothing here on {words}; nearest:").format(words=words))
    elif found and found.far:
        said.append(_("Nothing here holds all of that; nearest:"))
    said += (_("Did you mean “{used}”?").format(used=correction.used) for correction in found.offered)
    return tuple(said)


def runs(text: str, words: Iterable[str]) -> tuple[Run, ...]:
    """Return a text in runs, with the letters of `words` set apart wherever they stand; `words` are plain."""
    letters = [plain(letter) for letter in text]
    # Where each plain letter comes from: one may become several, or none.
    origins = [index for index, letter in enumerate(letters) for _ in letter]
    whole = "".join(letters)
    matched = [False] * len(text)
    for word in filter(None, words):
        start = whole.find(word)
        while start >= 0:
            first, last = origins[start], origins[start + len(word) - 1]
            matched[first : last + 1] = [True] * (last + 1 - first)
            start = whole.find(word, start + len(word))
    pieces = groupby(zip(text, matched, strict=True), key=itemgetter(1))
    return tuple(Run("".join(letter for letter, _ in piece), found) for found, piece in pieces)
