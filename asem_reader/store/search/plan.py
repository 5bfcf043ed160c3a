# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The plan of a query: what is looked for, in which ways, how much each says, and the FTS5 expressions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from os.path import commonprefix

from asem_reader.core.search.hit import Correction

_BETWEEN = r"(?:[^\w\n]|_)+"


@dataclass(frozen=True)
class Way:
    """One way in which a group may be found: words side by side, folded."""

    words: tuple[str, ...]
    why: str = ""  # what to tell of it when it isn't plain
    begun: bool = False  # whether its last word may go on
    forms: tuple[str, ...] = ()  # what may stand in place of its last word

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """Each row of words that is it, the words themselves first."""
        return tuple(" ".join((*self.words[:-1], last)) for last in (*self.words[-1:], *self.forms))

    @cached_property
    def expression(self) -> str:
        """The FTS5 expression (sqlite.org/fts5.html, 3), every word in quotes."""
        first, *others = map(quoted, self.phrases)
        return " OR ".join((f"{first} *" if self.begun else first, *others))

    @cached_property
    def _begins(self) -> tuple[str, re.Pattern[str]]:
        """What all phrases begin with, and a pattern of as many words in a row."""
        stem = commonprefix(self.phrases).partition(" ")[0]  # noqa: RUF071 (of letters)
        return stem, re.compile(rf"[^\W_]+(?:{_BETWEEN}[^\W_]+){{{len(self.words) - 1}}}")

    def spans(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Yield from where to where it stands in a folded text, in one line, and whether as it is written."""
        (stem, in_a_row), phrases, at = self._begins, self.phrases, -1
        while (at := text.find(stem, at + 1)) >= 0:
            if not text[at - 1 : at].isalnum() and (found := in_a_row.match(text, at)):
                phrase = found[0] if len(self.words) == 1 else re.sub(_BETWEEN, " ", found[0])
                asis = phrase.startswith(phrases[0]) if self.begun else phrase == phrases[0]
                if asis or phrase in phrases:
                    yield at, found.end(), asis


@dataclass(frozen=True, slots=True)
class TermGroup:
    """A group of terms of which one counts: as it was typed, or another way."""

    typed: str
    literal: tuple[Way, ...]
    others: tuple[Way, ...] = ()
    sections: int = 0  # about how many sections have it; 0 if that is not known
    everyday: float = 1.0  # how much it says as a word of English: less if everybody uses it
    hard: bool = False  # whether nothing without it is a hit
    near: bool = False  # whether it is missing, and its ways are only words that are near to it

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, as typed first."""
        return self.literal + self.others

    @property
    def expression(self) -> str:
        """The FTS5 expression of all ways."""
        return f"({' OR '.join(way.expression for way in self.ways)})"


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a query."""

    groups: tuple[TermGroup, ...] = ()  # what is looked for
    unwanted: tuple[Way, ...] = ()  # what must not be found
    mended: tuple[Correction, ...] = ()  # what was put in place of words that the Library does not have
    missing: tuple[str, ...] = ()  # words that it does not have, and that were not mended
    offered: tuple[Correction, ...] = ()  # what may have been meant by some of those


def quoted(text: str) -> str:
    """A text as FTS5 takes it, so that nothing typed is syntax."""
    return '"' + text.replace('"', '""') + '"'


def every(groups: Iterable[TermGroup], unwanted: Iterable[Way] = (), also: str = "") -> str:
    """Return the FTS5 expression of all groups at once and of `also`, without what is unwanted."""
    expression = " AND ".join([*(group.expression for group in groups), *([also] if also else [])])
    without = " OR ".join(way.expression for way in unwanted)
    return f"({expression}) NOT ({without})" if without and expression else expression
