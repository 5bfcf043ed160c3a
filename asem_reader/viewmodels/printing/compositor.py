# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Compositor: composes and sets what is to be printed, on a thread of its own."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from asem_reader.core.content import Kind, Topic
from asem_reader.core.dates import stamp
from asem_reader.core.errors import NothingToPrint, Stopped
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem, titled
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.format import DocumentFormat
from asem_reader.core.printing.pack import Pack, bound_as, mentioned
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.printing.proof import Proof
from asem_reader.core.printing.request import PrintRequest
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Portion, Sheet
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.writers import WRITERS
from asem_reader.store.library import Library
from asem_reader.store.output import Output
from asem_reader.store.referencetables import ReferenceTables
from asem_reader.viewmodels.marks.marks import Marks

Notes = Mapping[Slug, tuple[Mark, ...]]


def local_now() -> datetime.datetime:
    """The time in the zone where the computer stands."""
    return datetime.datetime.now(datetime.UTC).astimezone()


class Compositor:
    """Sets jobs, one after the other. Preview, file and printer all get the same bytes.

    Typst lets the other threads run while it sets, so the window stays alive. SQLite's connections belong
    to one thread: the thread has a Library of its own. PDFium is for one thread, too, the window's.
    """

    def __init__(
        self,
        library: Library,
        marks: Marks,
        press: typeset.Press,
        template: str,
        output: Output,
        clock: Callable[[], datetime.datetime] = local_now,
    ) -> None:
        self.library = library
        self.edition = library.edition()
        self.topics: dict[Slug, Topic] = {topic.slug: topic for topic in library.topics()}
        self._marks = marks
        self._press = press
        self._template = template
        self.output = output
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "compositor")
        self._own: Library | None = None
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
        notes = {slug: self._marks.on(slug) for slug in self.slugs(request)} if request.notes else {}
        return self._thread.submit(self._set, request, notes, stamp(self._clock()), stop)

    def pdf(self, slugs: Sequence[Slug], form: Form, *, with_notes: bool = False) -> bytes:
        """Return topics as PDF/UA-1, each from a new page.

        Raises:
            NoSuchPlace: a topic is not in the Library.
            NotTypeset: the typesetter refused.
        """
        return self.begin(PrintRequest(tuple(slugs), form, notes=with_notes), Event()).result().pdf

    def portions(self, slug: Slug) -> tuple[Portion, ...]:
        """What a topic has, to choose from.

        Raises:
            NoSuchPlace: it is not in the Library.
        """
        meetings = ReferenceTables(self.library).meetings()
        return portions_of(self.library.article(slug), self.edition, meetings)[0]

    def slugs(self, request: PrintRequest) -> tuple[Slug, ...]:
        """The topics of a job that the Library has; those of a binder that it has not are left out."""
        return tuple(item.slug for item in self._items(request.binder)) if request.binder else request.slugs

    @property
    def formats(self) -> tuple[DocumentFormat, ...]:
        """What can be written, PDF first."""
        return (DocumentFormat.PDF, *WRITERS)

    def written(self, pack: Pack, form: Form, wanted: DocumentFormat) -> bytes:
        """Return a pack in another format than PDF.

        Raises:
            KeyError: it is none of `formats`.
        """
        return WRITERS[wanted](pack, form)

    # On its own thread.

    def _set(self, request: PrintRequest, notes: Notes, printed: str, stop: Event) -> Proof:
        pack = self._composed(request, notes, printed, stop)
        text = source(pack, request.form, self._template)
        if stop.is_set():
            raise Stopped
        return Proof(request, pack, self._press.pdf(text, pack.title))

    def _composed(self, request: PrintRequest, notes: Notes, printed: str, stop: Event) -> Pack:
        reference_tables = ReferenceTables(self._library)
        meetings = reference_tables.meetings()
        bound = request.binder is not None and request.binder.outfit.joined

        def sheet(slug: Slug, selection: Selection) -> Sheet:
            if stop.is_set():
                raise Stopped
            wish = Wish(printed, request.prepared_for, request.form.profile, selection, bound)
            return compose(self._library.article(slug), self.edition, wish, meetings, notes.get(slug, ()))

        if request.binder is None:
            return Pack(tuple(sheet(slug, request.selection) for slug in request.slugs))
        outfit = request.binder.outfit
        composed = ((item, sheet(item.slug, item.selection)) for item in self._items(request.binder))
        # Of what was chosen by its code, another edition may have nothing.
        sheets = [each for item, each in composed if each.portions or not item.only]
        if not sheets:
            raise NothingToPrint
        for wished, kind in ((outfit.meetings, Kind.MEETING), (outfit.partners, Kind.PARTNER)):
            more = mentioned(sheets, self.topics.values(), kind) if wished else ()
            sheets += [sheet(slug, Selection()) for slug in more]
        return bound_as(sheets, titled(request.binder), outfit, reference_tables.terms())

    def _items(self, binder: Binder) -> Iterable[BinderItem]:
        return (item for item in binder.items if item.slug in self.topics)

    @property
    def _library(self) -> Library:
        if self._own is None:
            self._own = Library.open(self.library.path)
        return self._own

    def _let_go(self) -> None:
        if self._own:
            self._own.close()
            self._own = None
