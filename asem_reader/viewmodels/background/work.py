# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Does work in steps on the thread of the window, and lets it see to keys and paint in between."""

import gc
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.errors import ReaderError

PAUSE = object()  # what a step yields that wants the window to be seen to, however little it took


class Work(QObject):
    """One piece of work at a time; a newer one takes the place of one that is not done.

    Signals:
        refused (ReaderError): the work could not be done.

    Attributes:
        patience: for how many milliseconds the window may be held before it is seen to.
        lasting: whether what the steps make stays for good. Then the collector of garbage need not go
            through it again and again, which would hold the window longer than any step.
    """

    refused = Signal(object)
    patience = 25
    lasting = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def going(self) -> bool:
        """Whether something is not done yet."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Do as many steps as there is patience for, and the others soon; a step may ask for a `PAUSE`."""
        self.stop()
        self._steps = steps
        self._go_on()

    def begin_soon(self, steps: Iterator[object]) -> None:
        """Do all of the steps when the window was seen to."""
        self.stop()
        self._steps = steps
        self._next.start()

    def finish(self) -> None:
        """Do what is left now."""
        while self.going:
            self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._next.stop()
        self._steps = None

    def _go_on(self) -> None:
        steps, end = self._steps, time.monotonic() + self.patience / 1000
        try:
            for asked in steps or ():
                if asked is PAUSE or time.monotonic() >= end:
                    self._next.start()
                    return
        except ReaderError as error:
            self._end(steps)
            self.refused.emit(error)
        finally:
            if self.lasting:
                gc.freeze()
        self._end(steps)

    def _end(self, steps: Iterator[object] | None) -> None:
        # The last step may have begun another piece of work.
        if self._steps is steps:
            self.stop()
