# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Terms of the glossary, which of them a text uses, and which stand at a place of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from asem_reader.core.place import BlockId

# ASEM12 uses ASEM, and FMMs use FMM; ASEFEdu does not use ASEF.
_AROUND = r"(?<![\w-])({})(?:s|\d+)?(?![\w-])"
_REACH = 100  # letters: no name is longer


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the glossary, or an acronym."""

    term: str  # as it stands in texts, such as ``UNCLOS``
    expansion: str  # what it stands for
    block: BlockId  # its entry in the glossary
    definition: str = ""  # what it is, in a sentence or more; empty if its name says all

    @property
    def said(self) -> str:
        """Term, what it stands for, and what it is."""
        named = self.term if self.expansion == self.term else f"{self.term}: {self.expansion}"
        ended = named if named[-1] in ".!?" else f"{named}."
        return f"{ended} {self.definition}".rstrip()

    @property
    def is_acronym(self) -> bool:
        """True if a word of it has two capitals or more, and so must be spelled out for whoever meets it."""
        return any(sum(letter.isupper() for letter in word) > 1 for word in self.term.split())


class TermFinder:
    """Finder of the terms of a glossary at a place of a text, by their names and by what they stand for.

    In passing, only what is written as a name counts: acronyms, and names of several words. Words that are
    also of everyday language, such as *partner*, count once they are asked for, whatever their capitals.
    """

    def __init__(self, terms: tuple[GlossaryTerm, ...]) -> None:
        self._names = {term.term: term for term in terms if term.is_acronym or " " in term.term}
        words = [term for term in terms if not term.is_acronym]
        self._words = {term.expansion.lower(): term for term in terms}
        self._words |= {term.term.lower(): term for term in words}
        self._as_written = _pattern(self._names)

    def at(self, text: str, start: int, end: int, *, asked: bool = False) -> tuple[GlossaryTerm, ...]:
        """Return the terms that stand, whole or in part, between two places of a text, in its order."""
        first = max(0, start - _REACH)
        near = text[first : end + _REACH]
        found = [(match, self._names[match[1]]) for match in self._as_written.finditer(near)]
        if asked:
            found += [(match, self._words[match[1].lower()]) for match in self._asked.finditer(near)]
        start, end = start - first, end - first
        there = [(match, term) for match, term in found if match.start() <= end and start <= match.end()]
        # Where one stands in another, as ASEM in ASEM Day, the longer one is meant.
        return tuple(
            dict.fromkeys(
                term
                for match, term in sorted(there, key=lambda pair: pair[0].start())
                if not any(_holds(other, match) for other, _term in there)
            )
        )

    @cached_property
    def _asked(self) -> re.Pattern[str]:
        return _pattern(self._words, re.IGNORECASE)


def _pattern(names: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(_AROUND.format("|".join(map(re.escape, longest_first)) or r"(?!)"), flags)


def _holds(longer: re.Match[str], match: re.Match[str]) -> bool:
    """True if a match stands in a longer one."""
    inside = longer.start() <= match.start() and match.end() <= longer.end()
    return inside and longer.end() - longer.start() > match.end() - match.start()


def used(terms: Iterable[GlossaryTerm], text: str) -> tuple[GlossaryTerm, ...]:
    """Return the acronyms among the terms that stand in a text as words, in the order of the terms."""
    acronyms = [term for term in terms if term.is_acronym]
    if not acronyms:
        return ()
    found = set(_pattern(term.term for term in acronyms).findall(text))
    return tuple(term for term in acronyms if term.term in found)
