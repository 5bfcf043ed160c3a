# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The scheduler: runs generators in slices on the window's thread, and what cannot be sliced on another."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.errors import ReaderError

_IDLE = 8  # milliseconds that the window may be held for what nobody asked for yet
_MOMENT = 0.002  # seconds of waiting for a thread before the window has its turn

Result = TypeVar("Result")


class Background(QObject):
    """Runs one generator of short steps at a time; a newer one takes the place of one that is not over.

    One that is left before its end is closed. What no step can slice goes on a thread: `run_in_thread`.
    """

    refused = Signal(object)  # ReaderError: the steps could not be done
    patience = 25  # milliseconds that the window may be held before it is seen to

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._slice = self.patience
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def going(self) -> bool:
        """True while something is not done yet."""
        return self._steps is not None

    def begin(self, steps: Iterator[object]) -> None:
        """Do as many steps as there is patience for, and the others soon."""
        self.begin_when_idle(steps)
        self._slice = self.patience
        self._go_on()

    def begin_when_idle(self, steps: Iterator[object]) -> None:
        """Do all of the steps when the window was seen to, in shorter slices, for nobody waits for them."""
        self._steps, self._slice = steps, min(self.patience, _IDLE)
        self._next.start()

    def finish(self) -> None:
        """Do what is left now."""
        while self.going:
            self._go_on()

    def cancel(self) -> None:
        """Leave the rest undone."""
        self._next.stop()
        self._steps = None

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
        # The last step may have begun other steps. Where the steps alone held their owner, the timer is gone.
        if self._steps is steps:
            self._steps = None


def run_in_thread(do: Callable[[], Result]) -> Generator[None, None, Result]:
    """Run in a thread what needs neither the window nor its connections, and return what it returns.

    Whoever leaves these steps before the end leaves the thread to itself: what it does must do no harm.

    Raises:
        BaseException: what `do` raises.
    """
    results, faults = list[Result](), list[BaseException]()

    def run() -> None:
        try:
            results.append(do())
        except BaseException as error:  # it is raised where it is waited for
            faults.append(error)

    thread = threading.Thread(target=run, name="apart", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_MOMENT)
        yield
    for fault in faults:
        raise fault
    return results[0]
