# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Debounced queue of proofs, as they are asked for option by option: only the last one counts."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.errors import ReaderError, Stopped
from asem_reader.core.printing.proof import Proof
from asem_reader.core.printing.request import PrintRequest
from asem_reader.viewmodels.printing.compositor import Compositor

_PAUSE = 80  # milliseconds without another wish
_LOOK = 8  # milliseconds from one look at the thread to the next
_GLANCE = 0.02  # seconds from one question whether to wait on to the next

Patience = Callable[[], bool]  # says whether to wait on; what the window has to do meanwhile, it does


class Proofs(QObject):
    """Has jobs set beside the window's own work; what is overtaken by another wish is dropped.

    Signals:
        began: a job is being set.
        made (Proof): the last job was set.
        refused (ReaderError): it could not be.
        stopped: the reader stopped it; the last proof is that of an earlier job.
    """

    began = Signal()
    made = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, compositor: Compositor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compositor = compositor
        compositor.warm()  # while the reader looks at what may be chosen
        self.last: Proof | None = None
        self._wish: PrintRequest | None = None
        self._stop = Event()
        self._running: Future[Proof] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._begin)
        # The window looks whether the thread has ended: a thread that told it might tell one that is gone.
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether the last proof is not that of the last wish, and another is on its way."""
        return self._running is not None or self._pause.isActive()

    @property
    def current(self) -> Proof | None:
        """The last proof, if it is what was wished for last."""
        return self.last if self.last and self.last.request == self._wish else None

    def ask(self, request: PrintRequest, *, soon: bool = True) -> None:
        """Have a job set; with `soon`, when no other wish follows within a moment."""
        if request == self._wish and (self.current or self.busy):
            return
        self._stop.set()
        self._wish = request
        if soon:
            self._pause.start()
        else:
            self._begin()

    def stop(self) -> None:
        """Let the request be; what was made of it is dropped."""
        self._stop.set()
        self._pause.stop()
        self._watch.stop()
        if self._running:
            self._running = None
            self.stopped.emit()

    def wait(self, patient: Patience = lambda: True) -> Proof | None:
        """Wait for the last wish, as long as one is patient; return its proof, None if refused or stopped."""
        if self._pause.isActive():
            self._begin()
        if self._running:
            if not _ended(self._running, patient):
                self.stop()
                return None
            self._look()
        return self.current

    def copy(self, request: PrintRequest, number: int, count: int, patient: Patience = lambda: True) -> Proof:
        """Set one of several numbered copies of a job, and wait for it; Stopped, if one is not patient."""
        form, stop = replace(request.form, copy=number, copies=count), Event()
        future = self.compositor.begin(replace(request, form=form), stop)
        if not _ended(future, patient):
            stop.set()
            raise Stopped
        return future.result()

    def _begin(self) -> None:
        assert self._wish
        self._pause.stop()
        self._stop = Event()
        self._running = self.compositor.begin(self._wish, self._stop)
        self.began.emit()
        self._watch.start()

    def _look(self) -> None:
        future = self._running
        if future is None or not future.done():
            return
        self._watch.stop()
        self._running = None
        if self._stop.is_set():
            return  # overtaken: another wish is on its way
        try:
            self.last = future.result()
        except ReaderError as error:
            self.refused.emit(error)
        else:
            self.made.emit(self.last)


def _ended(future: "Future[Proof]", patient: Patience) -> bool:
    """Wait for the end of what is being set; return False if it was not awaited."""
    while not wait((future,), _GLANCE).done:
        if not patient():
            return False
    return True
