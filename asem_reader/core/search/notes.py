# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Search in the reader's notes and highlights."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from asem_reader.core.folding import plain
from asem_reader.core.marks.haystack import is_own
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.search.query import Query, QueryTerm


@dataclass(frozen=True)
class NoteQuery:
    """A query for notes, in plain letters."""

    wanted: tuple[tuple[str, ...], ...] = ()  # of each group one word must be there
    unwanted: tuple[str, ...] = ()  # none of these may be
    notes_only: bool = False  # whether highlights are not wanted

    @classmethod
    def of(cls, query: Query) -> Self:
        """Return what a query seeks in notes."""
        return cls(tuple(map(_words, query.wanted)), _words(query.unwanted), query.noted)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All that is wanted."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))

    def find(self, haystacks: Iterable[tuple[Mark, str]]) -> tuple[list[Mark], list[Mark]]:
        """Return the notes and highlights found by the reader's own words, and those found by other words.

        They are looked for in the text beside each, and come in the order given.
        """
        kinds = {MarkKind.NOTE} if self.notes_only else {MarkKind.NOTE, MarkKind.HIGHLIGHT}
        pairs = [pair for pair in haystacks if pair[0].kind in kinds]
        for group in self.wanted:
            pairs = [pair for pair in pairs if any(word in pair[1] for word in group)]
        for word in self.unwanted:
            pairs = [pair for pair in pairs if word not in pair[1]]
        own, others = list[Mark](), list[Mark]()
        for mark, text in pairs:
            (own if any(is_own(word, text) for word in self.words) else others).append(mark)
        return own, others


def _words(terms: Iterable[QueryTerm]) -> tuple[str, ...]:
    return tuple(plain(term.text) for term in terms)
