# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Compositor: composes and sets what is to be printed, on a worker thread."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from asem_reader.core.dates import stamp
from asem_reader.core.errors import Stopped
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem, titled
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.format import DocumentFormat
from asem_reader.core.printing.pack import Outfit, Pack
from asem_reader.core.printing.proof import Proof
from asem_reader.core.printing.request import PrintRequest
from asem_reader.core.printing.sheet import Portion
from asem_reader.operations.printing import composed, portions
from asem_reader.operations.topics import in_folders, readable
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.writers import WRITERS
from asem_reader.store.libraries import Reading
from asem_reader.store.output import Output
from asem_reader.viewmodels.marks.marks import Marks


def local_now() -> datetime.datetime:
    """The time in the zone where the computer stands."""
    return datetime.datetime.now(datetime.UTC).astimezone()


class Compositor:
    """Sets jobs, one after the other. Preview, file and printer all get the same bytes.

    Typst lets the other threads run while it sets, so the window stays alive. SQLite's connections belong
    to one thread: the thread has a Library of its own. PDFium is for one thread, too, the window's.

    Attributes:
        formats: those that can be written, PDF first.
        topics: all of the Library.
    """

    formats = (DocumentFormat.PDF, *WRITERS)

    def __init__(
        self,
        library: Reading,
        marks: Marks,
        press: typeset.Press,
        template: str,
        output: Output,
        clock: Callable[[], datetime.datetime] = local_now,
    ) -> None:
        self.library = library
        self.edition = library.edition()
        self.topics = {topic.slug: topic for topic in library.topics()}
        self._marks = marks
        self._press = press
        self._template = template
        self.output = output
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "compositor")
        self._own: Reading | None = None
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
        """Begin to set a job, and return what will be its proof.

        The future's exception may be NoSuchPlace, NothingToPrint, NotTypeset, or Stopped after
        `stop` was set.
        """
        notes = tuple(reversed(self._marks.all)) if request.notes else ()
        return self._thread.submit(self._set, request, notes, stamp(self._clock()), stop)

    def pdf(self, slugs: Sequence[Slug], form: Form, *, with_notes: bool = False) -> bytes:
        """Return topics as PDF/UA-1, each from a new page.

        Raises:
            NoSuchPlace: a topic is not in the Library.
            NotTypeset: the typesetter refused.
        """
        return self.begin(PrintRequest(tuple(slugs), form, notes=with_notes), Event()).result().pdf

    def portions(self, slug: Slug) -> tuple[Portion, ...]:
        """The portions of a topic of the Library, to choose from."""
        return portions(self.library, [slug])

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
        wish = Wish(printed, request.prepared_for, request.form.profile)
        pack = composed(self._library, items, wish, cover, outfit, notes, stop)
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
