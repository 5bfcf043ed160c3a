# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The marks that wait for their reader, one at a time, and what can be done with each."""

from PySide6.QtCore import QObject, Signal

from asem_reader.core.anchoring.editionindex import Location
from asem_reader.core.anchoring.reanchor import kept_on_topic, placed_by_hand
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark
from asem_reader.core.steps import done
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.marks.marks import Marks


class WaitingMarks(QObject):
    """Walks through the marks that wait. Every step is kept at once, and can be undone.

    Signals:
        changed: another mark or another candidate is to be looked at, or none is left.
    """

    changed = Signal()

    def __init__(self, editions: Editions, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editions = editions
        self._marks = marks
        self._left: list[Mark] = []
        self._sites: tuple[Location, ...] = ()
        self.number = 1  # the number of the mark that is looked at
        self.candidate = 1  # the number of the place that is looked at, of those that there may be for it
        self._steps = 0
        self._marks.changed.connect(self._read)
        self._read()

    @property
    def count(self) -> int:
        """The number of marks that wait."""
        return len(self._left)

    @property
    def mark(self) -> Mark | None:
        """The mark that is looked at; None if none is left."""
        return self._left[self.number - 1] if self._left else None

    @property
    def candidates(self) -> int:
        """The number of places that there may be for it."""
        return len(self._sites)

    @property
    def location(self) -> Location | None:
        """The place where it may belong; None if nothing is like it."""
        return self._sites[self.candidate - 1] if self._sites else None

    @property
    def topic(self) -> Location | None:
        """Its topic, else that of the candidate; None if neither is known."""
        index = self._editions.index
        slugs = [index.redirects.get(each.slug, each.slug) for each in (self.mark, self.location) if each]
        topics = index.topics
        return next((topics[slug] for slug in slugs if slug in topics), None)

    @property
    def placed(self) -> Mark | None:
        """The mark as it would stand at the candidate."""
        return placed_by_hand(self.mark, self.location) if self.mark and self.location else None

    @property
    def can_take_back(self) -> bool:
        """True if a step was made here; what was changed before stays."""
        return self._steps > 0

    def next_candidate(self, step: int = 1) -> None:
        """Look at the next candidate; after the last comes the first."""
        if self._sites:
            self.candidate = (self.candidate - 1 + step) % len(self._sites) + 1
            self.changed.emit()

    def later(self) -> None:
        """Leave the mark as it is, and look at the next; after the last comes the first."""
        if self._left:
            self._look(self.number % len(self._left))

    def place_here(self) -> bool:
        """Put the mark where the candidate is."""
        return self._change(_("Place of mark"), self.placed)

    def keep_on_topic(self) -> bool:
        """Put the mark on its topic as a whole, with the words that it was on."""
        mark, topic = self.mark, self.topic
        return self._change(_("Mark on topic"), kept_on_topic(mark, topic) if mark and topic else None)

    def throw_away(self) -> bool:
        """Put the mark into the bin."""
        return self.mark is not None and self._counted(self._marks.remove(self.mark))

    def take_back(self) -> bool:
        """Undo the last of these steps, and look at the mark that it was about."""
        if not self.can_take_back:
            return False
        self._steps -= 1
        before = {mark.id for mark in self._left}
        undone = done(self._marks.taking_back())
        back = [number for number, mark in enumerate(self._left) if mark.id not in before]
        if back:
            self._look(back[0])
        return undone

    def _change(self, text: str, new: Mark | None) -> bool:
        old = self.mark
        if old is None or new is None:
            return False
        return self._counted(self._marks.make(Change(text, (old,), (new,))))

    def _counted(self, kept: bool) -> bool:
        self._steps += kept
        self.changed.emit()
        return kept

    def _read(self) -> None:
        """Read anew which wait; stay with the mark that is looked at, else with its place in the row."""
        here = self.mark
        self._left = list(self._marks.waiting)
        at = next((n for n, mark in enumerate(self._left) if here and mark.id == here.id), self.number - 1)
        self._look(min(at, len(self._left) - 1) if self._left else 0)

    def _look(self, at: int) -> None:
        self.number, self.candidate = at + 1, 1
        self._sites = self._editions.candidates(self._left[at]) if self._left else ()
        self.changed.emit()
