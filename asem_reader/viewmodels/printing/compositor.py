# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compositor: composes and sets what is to be printed, on a worker thread; and the proofs that come of it."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from asem_reader.core.content import Source
from asem_reader.core.dates import stamp
from asem_reader.core.errors import ReaderError, Stopped
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Place, Slug
from asem_reader.core.printing.binder import BinderItem, titled
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.form import DocumentFormat, Form
from asem_reader.core.printing.pack import Outfit, Pack
from asem_reader.core.printing.proof import PrintRequest, Proof
from asem_reader.core.printing.sheet import Portion
from asem_reader.operations.printing import Makeup
from asem_reader.operations.references import sources_of
from asem_reader.operations.topics import by_slug, in_folders, readable
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.writers import WRITERS
from asem_reader.store.libraries import Reading
from asem_reader.store.output import Output
from asem_reader.viewmodels.marks.marks import Marks

_PAUSE = 80  # milliseconds without another wish
_LOOK = 8  # milliseconds from one look at the thread to the next
_GLANCE = 0.02  # seconds from one question whether to wait on to the next

Patience = Callable[[], bool]  # says whether to wait on; what the window has to do meanwhile, it does


class Compositor:
    """Sets jobs, one after the other. Preview, file and printer all get the same bytes.

    Typst lets the other threads run while it sets, so the window stays alive. SQLite's connections belong
    to one thread: the thread has a Library of its own. PDFium is for one thread, too, the window's.
    """

    formats = (DocumentFormat.PDF, *WRITERS)  # that can be written

    def __init__(
        self,
        library: Reading,
        marks: Marks,
        press: typeset.Press,
        template: str,
        output: Output,
        clock: Callable[[], datetime.datetime] = lambda: datetime.datetime.now().astimezone(),
    ) -> None:
        self.library = library
        self.edition = library.edition()
        self.topics = by_slug(library)
        self._marks = marks
        self._press = press
        self._template = template
        self.output = output
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "compositor")
        self._own: Reading | None = None
        self._makeup: Makeup | None = None
        self._closed = False

    def close(self) -> None:
        """Let the thread end, once; what it sets just now is set to its end."""
        if not self._closed:
            self._closed = True
            self._thread.submit(self._let_go).result()
            self._thread.shutdown()

    def warm(self) -> "Future[bool]":
        """Begin to make ready what the first job would wait for; return what will say whether it is."""
        return self._thread.submit(lambda: bool(self._library) and self._press.warm())

    def begin(self, request: PrintRequest, stop: Event) -> "Future[Proof]":
        """Begin to set a job; its future may raise NoSuchPlace, NothingToPrint, NotTypeset, or Stopped."""
        notes = tuple(reversed(self._marks.all)) if request.notes else ()
        return self._thread.submit(self._set, request, notes, stamp(self._clock()), stop)

    def pdf(self, slugs: Sequence[Slug], form: Form, *, with_notes: bool = False) -> bytes:
        """Return topics as PDF/UA-1, each from a new page, or raise what `begin` names."""
        return self.begin(PrintRequest(tuple(slugs), form, notes=with_notes), Event()).result().pdf

    def portions(self, slug: Slug) -> tuple[Portion, ...]:
        """The portions of a topic of the Library, to choose from."""
        return Makeup(self.library).portions([slug])

    def sources(self, slugs: Iterable[Slug]) -> tuple[Source, ...]:
        """The sources of topics, each once; raises as `sources_of`."""
        return sources_of(self.library, map(Place, slugs))

    def readable(self, slugs: Iterable[Slug]) -> tuple[Slug, ...]:
        """Those of some topics that can be printed, each once."""
        return readable(slugs, self.topics)

    def folders(self) -> dict[str, tuple[Slug, ...]]:
        """The topics of each folder of marks, in the order of its rows; "" is for all marks."""
        return in_folders(reversed(self._marks.all), self._marks.folders, self.topics)

    def written(self, pack: Pack, form: Form, wanted: DocumentFormat) -> bytes:
        """Return a pack in another of the `formats` than PDF."""
        return WRITERS[wanted](pack, form)

    # On its own thread.

    def _set(self, request: PrintRequest, notes: tuple[Mark, ...], printed: str, stop: Event) -> Proof:
        chosen, binder = request.selection, request.binder
        items = [BinderItem(slug, "", chosen.omit, chosen.only) for slug in request.slugs]
        cover, outfit = None, Outfit()
        if binder:
            items = [item for item in binder.items if item.slug in self.topics]
            cover, outfit = titled(binder), binder.outfit
        wish = Wish(printed, request.prepared_for, request.form.profile, our_line=request.our_line)
        self._makeup = self._makeup or Makeup(self._library)
        pack = self._makeup.pack(items, wish, cover, outfit, notes, stop)
        text = source(pack, request.form, self._template)
        if stop.is_set():
            raise Stopped
        return Proof(request, pack, self._press.pdf(text, pack.title))

    @property
    def _library(self) -> Reading:
        self._own = self._own or self.library.opened_again()
        return self._own

    def _let_go(self) -> None:
        if self._own:
            self._own.close()


class Proofs(QObject):
    """Debounced queue of jobs that are set beside the window's own work: only the last wish counts.

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
        """True while the last proof is not that of the last wish, and another is on its way."""
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
