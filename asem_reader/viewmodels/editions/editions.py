# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Places the marks again when the Library is another than the one in which they have their places."""

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, Location
from asem_reader.core.anchoring.reanchor import Placement, Reanchorer, Report
from asem_reader.core.content import Edition
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark
from asem_reader.store.blocks import edition_index, texts
from asem_reader.store.library import Library
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.viewmodels.background.thread import run_in_thread
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.undocommand import PLACING

_SLICE = 0.008  # seconds of work before the window has its turn
_BATCH = 100  # marks that are written together: a transaction of so many is no pause that one notices


class Editions(QObject):
    """Places marks in short slices between the window's events.

    Attributes:
        is_first: whether the marks had never been placed before.

    Signals:
        placed (Report, bool): all marks have their places or wait; whether that could be kept.
    """

    placed = Signal(object, bool)

    def __init__(self, library: Library, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._marks = marks
        self._work: Iterator[None] = iter(())
        self._is_writing = False
        self.is_first = False
        self._index: EditionIndex | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        marks.changed.connect(self._start_over)

    @property
    def _last(self) -> LastEdition:
        return LastEdition(self._marks.notebook)

    @property
    def edition(self) -> Edition:
        """The edition in which the marks are placed."""
        return self._library.edition()

    def begin(self) -> None:
        """See whether the Library is another, and if so begin; best when all marks have been read."""
        if self._is_due():
            self._work = self._steps()
            self._timer.start()

    def stop(self) -> None:
        """Leave it; the next start begins anew."""
        self._timer.stop()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._timer.isActive():
            self._go_on()

    def candidates(self, mark: Mark) -> tuple[Location, ...]:
        """Where a mark that waits may belong, likeliest first."""
        placement = self._reanchorer.place(mark)
        new = placement.new
        if new.waiting:
            return placement.candidates
        return (Location(new.slug, new.block, new.quote, new.before, new.after), *placement.candidates)

    @property
    def index(self) -> EditionIndex:
        """The Library as the ground on which marks stand; the first call takes a moment."""
        if self._index is None:
            self._index = edition_index(self._library)
        return self._index

    @cached_property
    def _reanchorer(self) -> Reanchorer:
        return Reanchorer(self.index, Fingerprint(), ())

    def _is_due(self) -> bool:
        try:
            last = self._last.digest
            other = last != self.edition.digest
            self.is_first = not last
            return other and bool(self._marks.all)
        except ReaderError as error:
            self._marks.refused.emit(error)
            return False

    def _start_over(self) -> None:
        """Place anew what somebody changed meanwhile."""
        if self._timer.isActive() and not self._is_writing:
            self._work = self._steps()

    def _go_on(self) -> None:
        if self._marks.is_writing:
            return
        until = time.monotonic() + _SLICE
        try:
            while time.monotonic() < until:
                next(self._work)
        except StopIteration:
            self._timer.stop()
        except ReaderError as error:
            self._timer.stop()
            self._marks.refused.emit(error)

    def _steps(self) -> Iterator[None]:
        if self._index is None:
            self._index = yield from EditionIndex.laying(*texts(self._library))
        marks = self._marks.all
        placing = Reanchorer(self._index, self._last.fingerprint, marks)
        placements, others = list[Placement](), list[tuple[Mark, Mark]]()
        for mark in marks:
            placement = placing.place(mark)
            placements.append(placement)
            if placement.new != mark:
                others.append((mark, placement.new))
            yield
        report = Report(tuple(placements))
        yield
        kept = yield from self._keep(others)
        self.placed.emit(report, kept)

    def _keep(self, pairs: list[tuple[Mark, Mark]]) -> Generator[None, None, bool]:
        """Write what changed, after a backup; where that cannot be, only show it. Return whether it was.

        Each batch is on the disk before it is shown; all of them are one step to undo.
        """
        edition = self.edition
        text = f"Places in edition {edition.name}"
        if not (yield from self._is_safe(edition)):
            with self._writing():
                self._marks.show_only(_change(text, pairs))
            return False
        for start in range(0, len(pairs), _BATCH):
            yield
            with self._writing():
                kept = self._marks.make(_change(text, pairs[start : start + _BATCH]), PLACING)
            if not kept:
                return False
        yield
        self._last.keep(edition, self.index.fingerprint)
        return True

    def _is_safe(self, edition: Edition) -> Generator[None, None, bool]:
        """Whether the Notebook can be written, and there is a backup of it as it is."""
        if self._marks.fault or self._marks.notebook.newer:
            return False
        try:
            yield from run_in_thread(lambda: self._last.back_up(edition))
        except ReaderError as error:
            self._marks.refused.emit(error)
            return False
        return True

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Change marks, without starting over because they changed."""
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False


def _change(text: str, pairs: list[tuple[Mark, Mark]]) -> Change:
    return Change(text, tuple(old for old, _ in pairs), tuple(new for _, new in pairs))
