# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The notes and highlights on one topic, made ready to be searched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import Self

from asem_reader.core.folding import plain
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.search.joined import JoinedTexts
from asem_reader.core.search.query import Query, QueryTerm


@dataclass(frozen=True)
class NoteQuery:
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

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All that is wanted."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))


class NoteIndex:
    """Notes and highlights by number, the newest first; what stands on many of them is looked at once.

    Attributes:
        marks: the notes and highlights, newest first.
    """

    def __init__(self, marks: Iterable[Mark], title: str) -> None:
        """Take the marks on a topic, newest first, and its title."""
        self.marks = tuple(mark for mark in marks if mark.kind is not MarkKind.BOOKMARK)
        self._title = plain(title)
        self._own = JoinedTexts(plain(in_line(mark.body)) for mark in self.marks)
        owners: dict[str, list[int]] = {}
        self._beside: list[tuple[int, ...]] = []  # of each mark the numbers of its quote and its tags
        numbers: dict[str, int] = {}
        for number, mark in enumerate(self.marks):
            texts = tuple(text for text in (mark.quote, " ".join(mark.tags)) if text)
            for text in texts:
                owners.setdefault(text, []).append(number)
                numbers.setdefault(text, len(numbers))
            self._beside.append(tuple(numbers[text] for text in texts))
        self._texts, self._owners = JoinedTexts(map(plain, owners)), tuple(owners.values())

    def find(self, note_query: NoteQuery, most: int) -> tuple[list[int], Iterator[int]]:
        """Return what the reader's own words speak for, and then what only paragraph, topic or tags do.

        Both stand newest first. Of the first there are no more than `most`, and where there are so many the
        second may be short.
        """
        if len(note_query.wanted) == 1:
            own = _once(merge(*map(self._own.holding, note_query.words)))
            allowed = (number for number in own if self._is_allowed(number, note_query))
            return list(islice(allowed, most)), self._besides(note_query)
        mine, others = list[int](), list[int]()
        for number in self._found(note_query):
            (mine if self._is_own(number, note_query) else others).append(number)
            if len(mine) == most:
                break
        return mine, iter(others)

    def _besides(self, note_query: NoteQuery) -> Iterator[int]:
        for number in _once(self._holding(note_query.words, own=False)):
            if not self._is_own(number, note_query) and self._is_allowed(number, note_query):
                yield number

    def _found(self, note_query: NoteQuery) -> Iterator[int]:
        """What has a word of each group: those of the rarest are gone through, and looked for the others."""
        groups = sorted(note_query.wanted, key=self._commonness)
        others = groups[1:]
        for number in _once(self._holding(groups[0])) if groups else range(len(self.marks)):
            wanted = all(any(self._holds(number, word) for word in group) for group in others)
            if wanted and self._is_allowed(number, note_query):
                yield number

    def _holding(self, group: tuple[str, ...], *, own: bool = True) -> Iterable[int]:
        """What has a word of a group, be it in the reader's own words or not."""
        if any(word in self._title for word in group):
            return range(len(self.marks))
        texts = {text for word in group for text in self._texts.holding(word)}
        mine = map(self._own.holding, group) if own else ()
        return merge(*mine, *(self._owners[text] for text in texts))

    def _commonness(self, group: tuple[str, ...]) -> tuple[bool, int, int]:
        """How common words are, told from the few texts that many marks are on; of equals the longer."""
        everywhere = any(word in self._title for word in group)
        return everywhere, sum(map(self._texts.count, group)), -min(map(len, group), default=0)

    def _is_allowed(self, number: int, note_query: NoteQuery) -> bool:
        if note_query.notes_only and self.marks[number].kind is not MarkKind.NOTE:
            return False
        return not any(self._holds(number, word) for word in note_query.unwanted)

    def _is_own(self, number: int, note_query: NoteQuery) -> bool:
        return any(self._own.holds(number, word) for word in note_query.words)

    def _holds(self, number: int, word: str) -> bool:
        return (
            self._own.holds(number, word)
            or word in self._title
            or any(self._texts.holds(text, word) for text in self._beside[number])
        )


def _once(numbers: Iterable[int]) -> Iterator[int]:
    """Numbers in order, each once."""
    last = -1
    for number in numbers:
        if number != last:
            yield number
        last = number


def _words(terms: Iterable[QueryTerm]) -> tuple[str, ...]:
    return tuple(plain(term.text) for term in terms)
