# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Timers beside the reader's gestures: read ahead, look for changes made elsewhere, write down."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.mailbox import MailboxWatch

_SETTLED = 1_500  # milliseconds after the start
_LOOK = 1_000
_READ = 3_000  # milliseconds that a page lies open before it counts as read
_QUIET_WRITE = 60_000


class Watch(QObject):
    """Timers. None of them runs while the window is being opened.

    Signals:
        known: the start is long over, and all marks were read; after another program's change, once more.
    """

    known = Signal()

    def __init__(
        self,
        marks: Marks,
        mailbox: MailboxWatch,
        readings: Readings,
        keep: Callable[[], None],
        read: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """Take what is watched; `keep` writes the session down, `read` notes that the open page was read."""
        super().__init__(parent)
        self._marks, self._mailbox, self._readings = marks, mailbox, readings
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._look = QTimer(self, interval=_LOOK)
        self._ahead = Background(self)
        self._written = QTimer(self, interval=_LOOK)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_WRITE)
        self._read = QTimer(self, singleShot=True, interval=_READ)
        self._settled.timeout.connect(self._settle)
        self._look.timeout.connect(self._look_round)
        marks.changed.connect(self._follow_up)
        self._written.timeout.connect(self._bring_home)
        self._quiet.timeout.connect(keep)
        self._read.timeout.connect(read)

    def start(self) -> None:
        """Begin when the start is over."""
        self._mailbox.watch()
        self._settled.start()

    def moved(self) -> None:
        """Something is to be written down: within the minute, and once for all that comes till then."""
        if not self._quiet.isActive():
            self._quiet.start()

    def opened(self) -> None:
        """A page was opened: it counts as read when it has lain open for a while."""
        self._read.start()
        self.moved()

    def stop(self) -> None:
        """Do nothing any more."""
        for timer in (self._settled, self._look, self._written, self._quiet, self._read):
            timer.stop()
        self._ahead.cancel()

    def _follow_up(self) -> None:
        if not self._written.isActive():
            self._written.start()

    def _bring_home(self) -> None:
        """Look until the Notebook's file alone holds what was written."""
        self._marks.look()
        if self._marks.notebook.file.is_home:
            self._written.stop()

    def _settle(self) -> None:
        self._readings.compare()
        self._marks.look()
        self._look.start()
        self._ahead.begin_when_idle(self._learning())

    def _learning(self) -> Iterator[None]:
        yield from self._marks.learning()
        self.known.emit()

    def _look_round(self) -> None:
        self._marks.look()
        if not (self._marks.are_known or self._ahead.going):
            self._ahead.begin_when_idle(self._learning())
        self._mailbox.look()
