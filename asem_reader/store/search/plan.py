# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The plan of a query: what is looked for, in which ways, how much each says, and the FTS5 expressions."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from asem_reader.core.search.hit import Correction

_MOST_PHRASES = 24  # that the forms of the words in a phrase make


@dataclass(frozen=True)
class Way:
    """One way in which a group may be found."""

    slots: tuple[tuple[str, ...], ...]  # word by word what may stand there, folded, the word itself first
    why: str = ""  # what to tell of it when it isn't plain
    sure: bool = True  # whether the Library is known to have it
    begun: bool = False  # whether its last word may go on
    apart: bool = False  # whether its words may stand anywhere, and not only side by side

    @property
    def words(self) -> tuple[str, ...]:
        """The words it looks for, none in another form."""
        return tuple(slot[0] for slot in self.slots)

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """Each row of words that is it; of words that may stand apart each word."""
        if self.apart:
            return tuple((form,) for slot in self.slots for form in slot)
        return tuple(islice(product(*self.slots), _MOST_PHRASES))

    @cached_property
    def expression(self) -> str:
        """The FTS5 expression (sqlite.org/fts5.html, 3), every word in quotes."""
        if self.apart:
            slots = [[quoted(form) for form in slot] for slot in self.slots]
            slots[-1][0] += " *" if self.begun else ""
            return f"({' AND '.join(map(_either, slots))})"
        phrases = [quoted(" ".join(phrase)) for phrase in self.phrases]
        phrases[0] += " *" if self.begun else ""
        return " OR ".join(phrases)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each of its phrases as a text, with a blank on either side; the first may go on if it is begun."""
        texts = [f" {' '.join(phrase)} " for phrase in self.phrases]
        return (texts[0].rstrip() if self.begun and not self.apart else texts[0], *texts[1:]) if texts else ()

    def found(self, line: str) -> str:
        """Return which text of it a line has, or nothing; a line is folded, with a blank around each word."""
        ends = [" "] * (len(self.slots) - 1) + ["" if self.begun else " "]
        if self.apart and not all(
            any(f" {form}{end}" in line for form in slot) for slot, end in zip(self.slots, ends, strict=True)
        ):
            return ""
        return next((text for text in self.texts if text in line), "")


@dataclass(frozen=True, slots=True)
class TermGroup:
    """A group of terms of which one counts: as it was typed, or another way."""

    typed: str
    literal: tuple[Way, ...]
    others: tuple[Way, ...] = ()
    sections: int = 0  # about how many sections have it; 0 if that is not known
    everyday: float = 1.0  # how much it says as a word of English: less if everybody uses it
    hard: bool = False  # whether nothing without it is a hit

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, as typed first."""
        return self.literal + self.others

    @property
    def expression(self) -> str:
        """The FTS5 expression of all ways."""
        return _either(way.expression for way in self.ways)


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


def _either(expressions: Iterable[str]) -> str:
    return f"({' OR '.join(expressions)})"
