# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How a query is to be looked for: what must be found, and in which ways."""

from dataclasses import dataclass

from asem_reader.core.search.hit import Correction


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a group may be found.

    Attributes:
        expression: FTS5's, every word in quotes.
        words: the words it looks for, folded.
        why: what to tell of it when it isn't plain.
        sure: whether the Library is known to have it.
    """

    expression: str
    words: tuple[str, ...]
    why: str = ""
    sure: bool = True

    @property
    def begun(self) -> bool:
        """Whether its last word may go on."""
        return self.expression.endswith(("*", "*)"))

    @property
    def whole(self) -> str:
        """The expression with its last word as it stands."""
        return self.expression.replace('" *', '"')


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Something that must be found: as it was typed, or another way.

    Attributes:
        sections: about how many sections have it; 0 if that is not known.
    """

    typed: str
    literal: tuple[Way, ...]
    others: tuple[Way, ...] = ()
    sections: int = 0

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, as typed first."""
        return self.literal + self.others


@dataclass(frozen=True, slots=True)
class Plan:
    """How a query is to be looked for.

    Attributes:
        groups: what must be found.
        unwanted: what must not.
        mended: what was put in place of words that the Library does not have.
        missing: words that it does not have, and that could not be mended.
        stemmed: whether other forms of a word will do.
    """

    groups: tuple[TermGroup, ...] = ()
    unwanted: tuple[Way, ...] = ()
    mended: tuple[Correction, ...] = ()
    missing: tuple[str, ...] = ()
    stemmed: bool = True


def quoted(text: str) -> str:
    """A text as FTS5 takes it, so that nothing typed is syntax."""
    return '"' + text.replace('"', '""') + '"'
