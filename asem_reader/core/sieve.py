# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lets through the marks that hold some words, as fast as one types."""

from collections.abc import Callable

from asem_reader.core.letters import plain
from asem_reader.core.marks import Mark, MarkId
from asem_reader.core.place import Slug


class Sieve:
    """Looks for words, or parts of them, in what a mark says, what it is on, its topic, folder and tags.

    Case and accents do not matter; all words must be there. `#tag` looks among tags alone. The text of each
    mark is made plain once; a text that only grew is looked for among what was let through before.
    """

    def __init__(self, title_of: Callable[[Slug], str]) -> None:
        self._title_of = title_of
        self._texts: dict[MarkId, tuple[Mark, str]] = {}
        self._marks: tuple[Mark, ...] = ()
        self._words: tuple[str, ...] = ()
        self._all: list[tuple[Mark, str]] = []
        self._through = self._all

    def sift(self, marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
        """Return the marks that hold all words of a text, in their order; all for an empty text."""
        words = tuple(plain(text).split())
        if not words:
            return marks
        if marks is not self._marks:
            self._marks, self._words = marks, ()
            self._all = self._known(marks)
        if not _grew(self._words, words):
            self._through = self._all
        for word in words:
            self._through = [pair for pair in self._through if word in pair[1]]
        self._words = words
        return tuple([mark for mark, _ in self._through])

    def _known(self, marks: tuple[Mark, ...]) -> list[tuple[Mark, str]]:
        texts = self._texts
        pairs = []
        for mark in marks:
            pair = texts.get(mark.id)
            if pair is None or pair[0] is not mark:
                pair = texts[mark.id] = mark, self._text(mark)
            pairs.append(pair)
        return pairs

    def _text(self, mark: Mark) -> str:
        tags = " ".join(f"#{tag}" for tag in mark.tags)
        parts = (mark.body, mark.words or mark.quote, self._title_of(mark.slug), mark.folder, tags)
        return plain("\n".join(parts))


def _grew(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether whatever holds the words of now holds those of before too."""
    return bool(before) and all(any(word in other for other in now) for word in before)
