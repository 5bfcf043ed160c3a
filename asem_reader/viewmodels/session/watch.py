# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Timers beside the reader's gestures: read ahead, look for changes made elsewhere, write down."""

from collections.abc import Iterator

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from asem_reader.store.instance import Mailbox
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.readings import Readings

_SETTLED = 1_500  # milliseconds after the start
_LOOK = 1_000
_READ = 3_000  # milliseconds that a page lies open before it counts as read
_QUIET_WRITE = 60_000


class Watch(QObject):
    """Timers, and the mailbox of second starts. None of them runs while the window is being opened."""

    known = Signal()  # the start is long over, and all marks were read; after another program's change, too
    # A second start asks for an address, or with "" for nothing but to see the window; and hands on the token
    # that lets the window come up, or "".
    came = Signal(str, str)
    due = Signal()  # the session is to be written down
    read = Signal()  # the page that lies open counts as read

    def __init__(self, marks: Marks, mailbox: Mailbox, readings: Readings) -> None:
        super().__init__()
        self._marks, self._mailbox, self._readings = marks, mailbox, readings
        self._ahead = Background(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._look = QTimer(self, interval=_LOOK)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_WRITE)
        self._read = QTimer(self, singleShot=True, interval=_READ)
        self._settled.timeout.connect(self._settle)
        self._look.timeout.connect(self._look_round)
        self._quiet.timeout.connect(self.due)
        self._read.timeout.connect(self.read)

    def start(self) -> None:
        """Begin when the start is over, with what came into the mailbox while the window was being made."""
        if self._mailbox.open():
            # Made only now: of watchers the system gives each user few (inotify(7), max_user_instances).
            watcher = QFileSystemWatcher([str(self._mailbox.folder)], self)
            watcher.directoryChanged.connect(self._collect)
        self._collect()
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
        for timer in (self._settled, self._look, self._quiet, self._read):
            timer.stop()
        self._ahead.cancel()

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
        self._collect()

    def _collect(self) -> None:
        """Take out of the mailbox what there is; where no watcher works, the timer asks for this."""
        for letter in self._mailbox.collect():
            address, _line, token = letter.partition("\n")
            self.came.emit(address, token)
