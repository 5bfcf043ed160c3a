# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The scheduler: runs generators in slices on the window's thread, which sees to its events in between."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.errors import ReaderError

_IDLE = 8  # milliseconds that the window may be held for what nobody asked for yet


class Background(QObject):
    """Runs one generator of short steps at a time; a newer one takes the place of one that is not over.

    One that is left before its end is closed. What no step can slice goes on a thread: `run_in_thread`.

    Signals:
        refused (ReaderError): the steps could not be done.

    Attributes:
        patience: for how many milliseconds the window may be held before it is seen to.
    """

    refused = Signal(object)
    patience = 25

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._slice = self.patience
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def going(self) -> bool:
        """Whether something is not done yet."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Do as many steps as there is patience for, and the others soon."""
        self._take(steps, self.patience)
        self._go_on()

    def begin_when_idle(self, steps: Iterator[object]) -> None:
        """Do all of the steps when the window was seen to, in shorter slices, for nobody waits for them."""
        self._take(steps, min(self.patience, _IDLE))
        self._next.start()

    def finish(self) -> None:
        """Do what is left now."""
        while self.going:
            self._go_on()

    def cancel(self) -> None:
        """Leave the rest undone."""
        self._next.stop()
        self._steps = None

    def _take(self, steps: Iterator[object], patience: int) -> None:
        self.cancel()
        self._steps, self._slice = steps, patience

    def _go_on(self) -> None:
        steps, end = self._steps, time.monotonic() + self._slice / 1000
        try:
            for _ in steps or ():
                if self._steps is not steps:  # the step began others, or cancelled its own
                    return
                if time.monotonic() >= end:
                    self._next.start()
                    return
        except BaseException as error:
            self._end(steps)
            if not isinstance(error, ReaderError):
                raise
            self.refused.emit(error)
        else:
            self._end(steps)

    def _end(self, steps: Iterator[object] | None) -> None:
        # The last step may have begun other steps.
        if self._steps is steps:
            self.cancel()
