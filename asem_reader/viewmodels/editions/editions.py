# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Places the marks again when the Library is another than the one in which they have their places."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, Location
from asem_reader.core.anchoring.reanchor import Reanchorer, Report
from asem_reader.core.content import Edition
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark
from asem_reader.core.steps import Steps
from asem_reader.operations.editions import change_to, is_other, keeping, placing
from asem_reader.store.library import Library, edition_index, texts
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.viewmodels.background.background import Background, run_in_thread
from asem_reader.viewmodels.marks.marks import PLACING, Marks

_BATCH = 100  # marks that are written together: a transaction of so many is no pause that one notices


class Editions(QObject):
    """Places the marks on one Library in short slices between the window's events; no others.

    Signals:
        placed (Report, bool): all marks have their places or wait; whether that could be kept.
    """

    placed = Signal(object, bool)

    def __init__(self, library: Library, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._marks = marks
        self._is_writing = False
        self.is_first = False  # the marks had never been placed before
        self._index: EditionIndex | None = None
        self._background = Background(self)
        self._background.refused.connect(marks.refused)
        marks.changed.connect(self._start_over)

    @property
    def _last(self) -> LastEdition:
        return LastEdition(self._marks.notebook, self._library.id)

    @property
    def _own(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self._marks.all if mark.library == self._library.id)

    @property
    def edition(self) -> Edition:
        """The edition in which the marks are placed."""
        return self._library.edition()

    def begin(self) -> None:
        """See whether the Library is another, and if so begin; best when all marks have been read."""
        if self._is_due():
            self._background.begin_when_idle(self._steps())

    def stop(self) -> None:
        """Leave it; the next start begins anew."""
        self._background.cancel()

    def finish(self) -> None:
        """Do all that is left at once."""
        self._background.finish()

    def candidates(self, mark: Mark) -> tuple[Location, ...]:
        """The places where a mark that waits may belong, likeliest first; none for one on another Library."""
        if mark.library != self._library.id:
            return ()
        placement = self._reanchorer.place(mark)
        new = placement.new
        if new.waiting:
            return placement.candidates
        return (Location(new.slug, new.block, new.quote, new.before, new.after), *placement.candidates)

    @property
    def index(self) -> EditionIndex:
        """The index of the Library; the first call takes a moment."""
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
            return other and bool(self._own)
        except ReaderError as error:
            self._marks.refused.emit(error)
            return False

    def _start_over(self) -> None:
        """Place anew what somebody changed meanwhile."""
        if self._background.going and not self._is_writing:
            self._background.begin_when_idle(self._steps())

    def _steps(self) -> Iterator[None]:
        """Go on whenever no other change is being written."""
        for _ in self._placing():
            yield
            while self._marks.is_writing:
                yield

    def _placing(self) -> Steps[None]:
        if self._index is None:
            self._index = yield from EditionIndex.laying(*texts(self._library))
        report = yield from placing(self._own, self._index, self._last.fingerprint)
        yield
        edition, fingerprint, back_up = self.edition, self._index.fingerprint, self._backing_up(report)
        kept = yield from keeping(report, edition, fingerprint, self._last, self._make, _BATCH, back_up)
        self.placed.emit(report, kept)

    def _backing_up(self, report: Report) -> Steps[bool]:
        """Back the Notebook up as it is; where it cannot be written, only show what changes."""
        edition = self.edition
        if not self._marks.fault and not self._marks.notebook.newer:
            try:
                if is_other(report, self._last):
                    yield from run_in_thread(lambda: self._last.back_up(edition))
                return True
            except ReaderError as error:
                self._marks.refused.emit(error)
        with self._writing():
            self._marks.show_only(change_to(edition, report.changes))
        return False

    def _make(self, change: Change) -> bool:
        """Make a change that is on the disk before it is shown; all of them are one step to undo."""
        with self._writing():
            return self._marks.make(change, PLACING)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Change marks, without starting over because they changed."""
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False
