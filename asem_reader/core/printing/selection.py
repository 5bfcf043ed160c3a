# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A selection of a topic: parts or paragraphs, by name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.sheet import Entry, Portion, Shape


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection of the parts and paragraphs that are printed, of all there is.

    Attributes:
        only: names of portions (``key-facts``, or a title), titles of figures, and codes of blocks; empty for
            all of them.
        omit: names and codes of what is left out, ``notes`` and ``figures`` among them.
    """

    only: tuple[str, ...] = ()
    omit: tuple[str, ...] = ()

    def of(self, portions: Iterable[Portion]) -> tuple[Portion, ...]:
        """Return what is selected of some portions; those of which nothing is left are left out.

        Lines to write on are wished for elsewhere: they go with whatever is selected, but never alone.
        """
        found = tuple(portion for portion in map(self._portion, portions) if portion.entries)
        return found if any(portion.part is not Part.OUR_LINE for portion in found) else ()

    def unknown(self, portions: Iterable[Portion]) -> tuple[str, ...]:
        """Return the names and codes that none of the portions knows, and that are no section of an issue."""
        known = {"notes", "figures", *(folded(rule.section) for rule in PARTS.values())}
        for portion in portions:
            known |= {portion.name, folded(portion.title)}.union(*map(_names, portion.entries))
        return tuple(name for name in (*self.only, *self.omit) if folded(name) not in known)

    def has(self, name: str) -> bool:
        """Return whether something that is no portion, such as the notes, is printed."""
        return name not in map(folded, self.omit)

    def _portion(self, portion: Portion) -> Portion:
        only, omit = set(map(folded, self.only)), set(map(folded, self.omit))
        names = {portion.name, folded(portion.title)}
        if names & omit:
            return replace(portion, entries=())
        shown = "figures" not in omit
        stay = [e for e in portion.entries if not _names(e) & omit and (shown or not e.figure)]
        if only and not names & only and portion.part is not Part.OUR_LINE:
            wanted = [e for e in stay if _names(e) & only or ("figures" in only and e.figure)]
            chosen = {entry.run for entry in wanted}
            stay = [e for e in stay if e in wanted or (e.shape is Shape.HEAD and e.run in chosen)]
        return replace(portion, entries=tuple(stay))


EVERYTHING = Selection()


def _names(entry: Entry) -> set[str]:
    """What an entry is called: by its code; a figure, and the rows of its table, by its title."""
    names = {str(entry.code)} if entry.code else set()
    return names | {folded(entry.figure.title)} if entry.figure else names


def folded(name: str) -> str:
    """Return the form in which names of portions are compared: ``Key facts`` is ``key-facts``."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
