# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Hits of a search, and what goes with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from asem_reader.core.content import Kind
from asem_reader.core.folding import plain
from asem_reader.core.place import Place


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that matches a query.

    Attributes:
        place: where to open it: the topic, and the block that matches best.
        title: the topic's title.
        symbol: the topic's symbol; may be empty.
        section: the heading under which the hit stands; empty for a hit in the title.
        snippet: the passage, in runs, with the matched words set apart.
        why: why this matched when it isn't plain, such as ``WMD = weapons of mass destruction``; else empty.
        kind: what the topic is.
        pillar: title of the topic at the top of the tree that it stands under; empty at the top itself.
        named: whether the topic's title or another of its names is what was typed.
    """

    place: Place
    title: str
    symbol: str
    section: str
    snippet: tuple[Run, ...]
    why: str
    kind: Kind = Kind.ISSUE
    pillar: str = ""
    named: bool = False

    @property
    def plain(self) -> str:
        """The snippet as plain text."""
        return "".join(run.text for run in self.snippet)


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected word: as it was typed, and what was looked for instead."""

    typed: str
    used: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A way to narrow a search, with how many topics would be left.

    Attributes:
        filter: what to add to the query, such as ``kind:meeting``, ``in:political``, ``year:2018``.
        label: what to call it, such as ``Meetings``.
        topics: how many; of years, where titles match too, one more or less.
    """

    filter: str
    label: str
    topics: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query.

    Attributes:
        hits: best first.
        mended: words that nothing has, with what was looked for instead.
        left_out: words that had to be left out so that anything was found.
        scopes: ways to narrow it: kinds, then pillars, then years, each with the fullest first; only those
            that would leave some topics and not all.
    """

    hits: tuple[Hit, ...] = ()
    mended: tuple[Correction, ...] = ()
    left_out: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __bool__(self) -> bool:
        return bool(self.hits)


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
    made: list[Run] = []
    for letter, found in zip(text, matched, strict=True):
        if made and made[-1].matched == found:
            made[-1] = Run(made[-1].text + letter, found)
        else:
            made.append(Run(letter, found))
    return tuple(made)
