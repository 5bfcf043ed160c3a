# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The composition root: makes each object once, and joins them."""

import datetime
import locale
import os
import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from asem_reader import __version__, catalogue, paths
from asem_reader.core.content import Article, Illustration
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.core.made import KeptPack, Release
from asem_reader.core.marks.errors import HomeUnwritable, NotebookDamaged, NotebookReplaced
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import BUNDLED, Slug
from asem_reader.core.theme import Theme
from asem_reader.pages.about import about
from asem_reader.store.files import reason, tighten
from asem_reader.store.instance import Mailbox
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.frontpages import FrontPages
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.viewmodels.session.watch import Watch
from asem_reader.widgets.frame.context import Context, Handlers
from asem_reader.widgets.frame.look import Look, system_theme
from asem_reader.widgets.frame.window import Window

if TYPE_CHECKING:
    from asem_reader.operations.illustrations import Illustrations
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.exchange.exchange import Exchange
    from asem_reader.viewmodels.explorer.explorer import Explorer
    from asem_reader.viewmodels.marks.marktree import MarkTree
    from asem_reader.viewmodels.printing.compositor import Compositor
    from asem_reader.viewmodels.reading.history import HistoryModel
    from asem_reader.viewmodels.search.hits import HitsModel

# The first page waits for nothing that it does not need.
# ruff: noqa: PLC0415

_SMALL = 500_000  # bytes: about a thousand marks, 10 ms


def application() -> QApplication:
    """Return the one QApplication, with its name and style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        _speak_utf8()
        catalogue.load(paths.resources())
        # Of text-input-v3 Qt complains at each change of focus where no input method runs.
        QLoggingCategory.setFilterRules("qt.qpa.wayland.textinput.warning=false")
        # An argument: setStyle returns the style, and PySide would make its type, with 700 names, for it.
        app = QApplication(["asem-reader", "-style", "fusion"])
    app.setApplicationName("asem-reader")
    app.setApplicationDisplayName("ASEM Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("org.asem_reader.AsemReader")
    return app


def make_window(app: QApplication, library: Library, home: paths.Home) -> Window:
    """Return the window over a Library and a home, with what was wrong with the home told in it."""
    for folder in {home.data, home.state}:
        tighten(folder)
    context = _Made(library, home)
    marks, settings, look = context.marks, context.settings, context.look

    def colours() -> Theme:
        return system_theme(app, settings.theme)

    def answer(window: Window) -> Handlers:
        from asem_reader.widgets.commands.dispatch import Dispatcher

        return Dispatcher(window, colours)

    def dress_all() -> None:
        look.dress(app, colours(), settings.panes)

    settings.changed.connect(dress_all)  # before the page takes its own size: Qt gives it that of the panes
    dress_all()
    window = Window(context, colours, answer)

    def dress() -> None:
        dress_all()
        window.dress()

    hints = app.styleHints()
    hints.colorSchemeChanged.connect(dress)
    hints.accessibility().contrastPreferenceChanged.connect(dress)

    def put_right(error: ReaderError) -> None:
        marks.close()
        is_replaced = isinstance(error, NotebookReplaced)
        another, why, said = open_notebook(home.notebook) if is_replaced else recovered(home.notebook)
        marks.put_right(another, why)
        tell(window, error if is_replaced else why, said)

    marks.lost.connect(put_right)
    tell(window, context.trouble, context.told)
    return window


def tell(window: Window, fault: ReaderError | None, told: str) -> None:
    """Say in the window what is wrong with the Notebook, or what was done about it."""
    if isinstance(fault, NotebookReplaced):
        window.dispatcher.offer(fault, told)
    elif fault:
        window.notice.tell(fault, window.context.marks.written)
    elif told:
        window.notice.say(told)


class _Made(Context):
    """The context, in which all but what the first page needs is made when it is first wanted."""

    def __init__(self, library: Library, home: paths.Home) -> None:
        topics = library.topics()  # a damaged one is found before the Notebook is opened
        notebook, fault, self.told = open_notebook(home.notebook)
        self.trouble = fault
        if isinstance(fault, NotebookReplaced):  # its log lay here, and was set aside
            notebook, fault, self.told = open_notebook(home.notebook)
        titles = {topic.slug: topic.title for topic in topics}
        self._library = library
        self._home = home
        self._title_of: Callable[[Slug], str] = lambda slug: titles.get(slug, slug)
        self.marks = Marks(notebook, self._title_of, fault, self._view_said)
        self.readings = Readings(ReadingLog(home.reading), library.digests)
        self.desk = Desk(library, self.readings.rest)
        self.outline = OutlineModel(topics, self.readings.state)
        self.watch = Watch(self.marks, Mailbox(home.state), self.readings)
        self.settings = Settings(home.session)
        self.look = Look(paths.resources())
        edition = library.edition()
        self.release = Release(__version__, edition.name if library.id == BUNDLED else "")
        self.about = about(__version__, edition, str(home.notebook))
        front = FrontPages(library, self.readings, self._packs, self.release, paths.changelog())
        self.desk.make(front.makers)

    def _packs(self) -> tuple[KeptPack, ...]:
        if not self._home.notebook.is_file():
            return ()
        from asem_reader.store.notebook.binders import Binders

        return tuple(KeptPack(binder.id, binder.name) for binder in Binders(self.marks.notebook.file).all())

    @cached_property
    def hits(self) -> "HitsModel":
        from asem_reader.viewmodels.search.hits import HitsModel

        return HitsModel(self._library.search, self.marks)

    @cached_property
    def mark_tree(self) -> "MarkTree":
        # The first that comes from the bin imports what gives it its place.
        from asem_reader.viewmodels.marks.filing import Filing
        from asem_reader.viewmodels.marks.marktree import MarkTree

        def settle(arriving: Iterable[Mark]) -> tuple[Mark, ...]:
            from asem_reader.core.steps import done
            from asem_reader.operations.editions import settling

            return done(settling(arriving, self._library))

        return MarkTree(Filing(self.marks, settle), guide=self._library.guide)

    def figures_of(self, article: Article) -> tuple[Illustration, ...]:
        return self._illustrations.of(article)

    @cached_property
    def _illustrations(self) -> "Illustrations":
        from asem_reader.operations.illustrations import Illustrations

        return Illustrations(self._library)

    @cached_property
    def history(self) -> "HistoryModel":
        from asem_reader.viewmodels.reading.history import HistoryModel

        return HistoryModel(self.readings, self._title_of)

    @cached_property
    def compositor(self) -> "Compositor":
        return make_compositor(self._library, self.marks, self._home)

    @cached_property
    def editions(self) -> "Editions":
        from asem_reader.viewmodels.editions.editions import Editions

        return Editions(self._library, self.marks)

    @cached_property
    def exchange(self) -> "Exchange":
        from asem_reader.store.output import Output
        from asem_reader.viewmodels.exchange.exchange import Exchange

        return Exchange(self.marks, self._library, Output(self._home.folders, self._library.path))

    def _view_said(self, view: str) -> str:
        from asem_reader.core.marks.guide import view_said

        return view_said(view, self._names) if view else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        from asem_reader.store.indicators import read_names

        return read_names(self._library)

    @cached_property
    def explorer(self) -> "Explorer":
        from asem_reader.store.output import Output
        from asem_reader.viewmodels.explorer.explorer import Explorer

        return Explorer(self._library, Output(self._home.folders, self._library.path))

    def close(self) -> None:
        if "compositor" in vars(self):
            self.compositor.close()


def make_compositor(library: Library, marks: Marks, home: paths.Home) -> "Compositor":
    """Return what sets sheets for printing."""
    from asem_reader.paper.typeset import Press
    from asem_reader.store.output import Output
    from asem_reader.viewmodels.printing.compositor import Compositor

    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    output = Output(home.folders, library.path)
    return Compositor(library, marks, Press(paths.resources() / "fonts"), template, output)


def open_notebook(path: Path) -> tuple[Notebook, ReaderError | None, str]:
    """Open the Notebook; a damaged one is set aside and its backup opened.

    Return it with the reason why nothing can be kept in it, if there is one, and a sentence to tell, or "".
    """
    try:
        notebook = Notebook.open(path, thorough=_is_small(path))
        return notebook, notebook.newer or _unwritable(path.parent), ""
    except NotebookDamaged:
        return recovered(path)
    except ReaderError as error:
        return Notebook(path), error, ""


def recovered(path: Path) -> tuple[Notebook, ReaderError | None, str]:
    """Set the damaged Notebook aside and open its backup; return as `open_notebook` does."""
    from asem_reader.store.notebook.recovery import recover

    try:
        told = recover(path, datetime.datetime.now().astimezone())
        return Notebook.open(path), None, told
    except (OSError, ReaderError):
        return Notebook(path), NotebookDamaged(str(path)), ""


def _speak_utf8() -> None:
    """Take UTF-8 where the locale is C, or one that is not installed: Qt does so too, and complains of it."""
    try:
        named = locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        named = "C"
    if named in ("C", "POSIX") and sys.platform.startswith("linux"):
        os.environ["LC_ALL"] = "C.UTF-8"


def _is_small(path: Path) -> bool:
    """True for a Notebook that can be looked through at the start; a large one is later, bit by bit."""
    return not path.is_file() or path.stat().st_size <= _SMALL


def _unwritable(folder: Path) -> ReaderError | None:
    """The error that stands in the way of keeping marks in a folder, found without writing."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if not there.is_dir():
        return HomeUnwritable(str(folder), reason(NotADirectoryError(20, "Not a directory")))
    if os.access(there, os.W_OK | os.X_OK):
        return None
    return HomeUnwritable(str(folder), _("it may not be written to"))
