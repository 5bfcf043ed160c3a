# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The plan of a query: what must be found, in which ways, and the FTS5 expressions for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from asem_reader.core.search.hit import Correction

LETTERS, STEMS = "sections_fts", "sections_stems"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a group may be found."""

    expression: str  # FTS5's, every word in quotes
    words: tuple[str, ...]  # the words it looks for, folded
    why: str = ""  # what to tell of it when it isn't plain
    sure: bool = True  # whether the Library is known to have it

    @property
    def begun(self) -> bool:
        """True if its last word may go on."""
        return self.expression.endswith(("*", "*)"))

    @property
    def whole(self) -> str:
        """The expression with its last word as it stands."""
        return self.expression.replace('" *', '"')


@dataclass(frozen=True, slots=True)
class TermGroup:
    """A group of terms of which one must be found: as it was typed, or another way."""

    typed: str
    literal: tuple[Way, ...]
    others: tuple[Way, ...] = ()
    sections: int = 0  # about how many sections have it; 0 if that is not known

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, as typed first."""
        return self.literal + self.others


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a query."""

    groups: tuple[TermGroup, ...] = ()  # what must be found
    unwanted: tuple[Way, ...] = ()  # what must not
    mended: tuple[Correction, ...] = ()  # what was put in place of words that the Library does not have
    missing: tuple[str, ...] = ()  # words that it does not have, and that could not be mended
    stemmed: bool = True  # whether other forms of a word will do


def quoted(text: str) -> str:
    """A text as FTS5 takes it, so that nothing typed is syntax."""
    return '"' + text.replace('"', '""') + '"'


def stages(plan: Plan, *, asked: bool = False) -> Iterator[tuple[str, str]]:
    """Yield index and expression of each stage: as typed, by other words, by stems.

    Who asks a question seldom has the Library's words: then all words for the same are looked for at once.
    """
    literal, wide = every(plan, literal=True), every(plan)
    if not asked:
        yield LETTERS, literal
    if asked or wide != literal:
        yield LETTERS, wide
    # Half a word has another stem than the whole: only whole words are looked for by their stem.
    yield STEMS, every(plan, whole=True)


def every(plan: Plan, *, literal: bool = False, whole: bool = False) -> str:
    """Return the FTS5 expression (sqlite.org/fts5.html, 3) of all groups; empty if they can't be found so."""
    if whole and not plan.stemmed:
        return ""
    groups = [group.literal if literal else group.ways for group in plan.groups]
    if not all(groups):
        return ""
    either = (" OR ".join(way.whole if whole else way.expression for way in ways) for ways in groups)
    expression = " AND ".join(f"({ways})" for ways in either)
    unwanted = " OR ".join(way.expression for way in plan.unwanted)
    return f"({expression}) NOT ({unwanted})" if unwanted and expression else expression
