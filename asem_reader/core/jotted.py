# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The notes and highlights on one topic, made ready to be searched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Self

from asem_reader.core.joined import Joined
from asem_reader.core.letters import plain
from asem_reader.core.marks import Mark, MarkKind
from asem_reader.core.query import Query, Term


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought in notes, in plain letters.

    Attributes:
        wanted: of each group one word must be there.
        unwanted: none of these may be.
        notes_only: whether highlights are not wanted.
    """

    wanted: tuple[tuple[str, ...], ...] = ()
    unwanted: tuple[str, ...] = ()
    notes_only: bool = False

    @classmethod
    def of(cls, query: Query) -> Self:
        """Return what a query seeks in notes."""
        return cls(tuple(map(_words, query.wanted)), _words(query.unwanted), query.noted)

    @property
    def words(self) -> tuple[str, ...]:
        """All that is wanted."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))


class Jotted:
    """Notes and highlights by number, the newest first; what stands on many of them is looked at once.

    Attributes:
        marks: the notes and highlights, newest first.
    """

    def __init__(self, marks: Iterable[Mark], title: str) -> None:
        """Take the marks on a topic, newest first, and its title."""
        self.marks = tuple(mark for mark in marks if mark.kind is not MarkKind.BOOKMARK)
        self._title = plain(title)
        self._own = Joined(plain(mark.body) for mark in self.marks)
        owners: dict[str, list[int]] = {}
        self._beside: list[tuple[int, ...]] = []  # of each mark the numbers of its quote and its tags
        numbers: dict[str, int] = {}
        for number, mark in enumerate(self.marks):
            texts = tuple(text for text in (mark.quote, " ".join(mark.tags)) if text)
            for text in texts:
                owners.setdefault(text, []).append(number)
                numbers.setdefault(text, len(numbers))
            self._beside.append(tuple(numbers[text] for text in texts))
        self._texts, self._owners = Joined(map(plain, owners)), tuple(owners.values())

    def in_own_words(self, sought: Sought) -> Iterator[int]:
        """Yield what the reader's own words speak for, newest first."""
        last = -1
        for number in merge(*map(self._own.holding, sought.words)):
            if number != last and self._is_sought(number, sought):
                yield number
            last = number

    def besides(self, sought: Sought) -> Iterator[int]:
        """Yield what only the paragraph, the topic or the tags speak for, newest first."""
        found: set[int] | None = None
        for group in sought.wanted:
            if any(word in self._title for word in group):
                continue
            texts = {text for word in group for text in self._texts.holding(word)}
            there = {number for text in texts for number in self._owners[text]}
            found = there if found is None else found & there
        for number in range(len(self.marks)) if found is None else sorted(found):
            own = any(self._own.holds(number, word) for word in sought.words)
            if not own and self._is_sought(number, sought):
                yield number

    def _is_sought(self, number: int, sought: Sought) -> bool:
        if sought.notes_only and self.marks[number].kind is not MarkKind.NOTE:
            return False
        wanted = all(any(self._holds(number, word) for word in group) for group in sought.wanted)
        return wanted and not any(self._holds(number, word) for word in sought.unwanted)

    def _holds(self, number: int, word: str) -> bool:
        return (
            self._own.holds(number, word)
            or word in self._title
            or any(self._texts.holds(text, word) for text in self._beside[number])
        )


def _words(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(plain(term.text) for term in terms)
