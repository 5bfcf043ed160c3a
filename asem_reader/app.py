# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The composition root: makes each object once, and joins them."""

import datetime
import locale
import os
import sys
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from asem_reader import __version__, paths
from asem_reader.core.dates import spoken
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.errors import HomeUnwritable, NotebookDamaged, NotebookReplaced
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.core.theme import Theme
from asem_reader.store.files import reason
from asem_reader.store.instance.mailbox import Mailbox
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.private import tighten
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.mailbox import MailboxWatch
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.context import Context, Factories, Handlers
from asem_reader.widgets.frame.look import Look, system_theme
from asem_reader.widgets.frame.window import Window

if TYPE_CHECKING:
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.exchange.exchange import Exchange
    from asem_reader.viewmodels.marks.marktree import MarkTree
    from asem_reader.viewmodels.printing.compositor import Compositor
    from asem_reader.viewmodels.reading.history import HistoryModel
    from asem_reader.viewmodels.search.hits import HitsModel
    from asem_reader.widgets.frame.panes import Panes

# The first page waits for nothing that it does not need.
# ruff: noqa: PLC0415

_SMALL = 500_000  # bytes: about a thousand marks, 10 ms


def application() -> QApplication:
    """Return the one QApplication, with its name and style."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        _speak_utf8()
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
    topics = library.topics()
    notebook, fault, told = open_notebook(home.notebook)
    replaced = fault
    if isinstance(replaced, NotebookReplaced):  # its log lay here, and was set aside
        notebook, fault, told = open_notebook(home.notebook)
    titles = {topic.slug: topic.title for topic in topics}
    settings = Settings(home.session)
    look = Look(paths.resources())

    def title_of(slug: Slug) -> str:
        return titles.get(slug, slug)

    marks = Marks(notebook, title_of, fault)
    readings = Readings(ReadingLog(home.reading), library.digests)
    context = Context(
        Desk(library, readings.rest),
        OutlineModel(topics, readings.state),
        marks,
        readings,
        MailboxWatch(Mailbox(home.state)),
        settings,
        look,
        about(library, home),
        Factories(
            hits=lambda: make_hits(library, marks),
            mark_tree=lambda: make_mark_tree(library, marks),
            history=lambda: make_history(readings, title_of),
            compositor=lambda: make_compositor(library, marks, home),
            editions=lambda: make_editions(library, marks),
            exchange=lambda: make_exchange(library, marks, home),
        ),
    )

    def colours() -> Theme:
        return system_theme(app, settings.theme)

    def answer(window: Window, panes: "Panes") -> Handlers:
        from asem_reader.widgets.commands.dispatch import Dispatcher

        return Dispatcher(window, panes, context, colours)

    window = Window(context, colours, answer)

    def dress() -> None:
        look.dress(app, colours())
        window.dress()

    look.dress(app, colours())
    settings.changed.connect(lambda: look.dress(app, colours()))
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
    tell(window, replaced, told)
    return window


def tell(window: Window, fault: ReaderError | None, told: str) -> None:
    """Say in the window what is wrong with the Notebook, or what was done about it."""
    if isinstance(fault, NotebookReplaced):
        window.dispatcher.offer(fault, told)
    elif fault:
        window.notice.tell(fault)
    elif told:
        window.notice.say(told)


def make_hits(library: Library, marks: Marks) -> "HitsModel":
    """Return what answers a search, in the Library and in what the reader wrote."""
    from asem_reader.store.search.search import Search
    from asem_reader.viewmodels.search.hits import HitsModel

    return HitsModel(Search(library), marks)


def make_mark_tree(library: Library, marks: Marks) -> "MarkTree":
    """Return all marks in groups; the first that comes from the bin imports what gives it its place."""
    from asem_reader.viewmodels.marks.filing import Filing
    from asem_reader.viewmodels.marks.marktree import MarkTree

    def settle(arriving: Iterable[Mark]) -> tuple[Mark, ...]:
        from asem_reader.store.arrivals import settled

        return settled(arriving, library)

    return MarkTree(Filing(marks, settle), guide=library.guide)


def make_history(readings: Readings, title_of: Callable[[Slug], str]) -> "HistoryModel":
    """Return what was open on which day."""
    from asem_reader.viewmodels.reading.history import HistoryModel

    return HistoryModel(readings, title_of)


def make_compositor(library: Library, marks: Marks, home: paths.Home) -> "Compositor":
    """Return what sets sheets for printing."""
    from asem_reader.paper.typeset import Press
    from asem_reader.store.output import Output
    from asem_reader.viewmodels.printing.compositor import Compositor

    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    output = Output(home.folders, library.path)
    return Compositor(library, marks, Press(paths.resources() / "fonts"), template, output)


def make_editions(library: Library, marks: Marks) -> "Editions":
    """Return what gives marks their places in another edition; only such a one needs it."""
    from asem_reader.viewmodels.editions.editions import Editions

    return Editions(library, marks)


def make_exchange(library: Library, marks: Marks, home: paths.Home) -> "Exchange":
    """Return what takes marks out and in."""
    from asem_reader.store.output import Output
    from asem_reader.viewmodels.exchange.exchange import Exchange

    return Exchange(marks, library, Output(home.folders, library.path))


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


def about(library: Library, home: paths.Home) -> str:
    """Return what Help, About says, as HTML."""
    edition = library.edition()
    return (
        f"<h3>ASEM Reader {__version__}</h3>"
        f"<p>Library edition {escape(edition.name)}, closed on {spoken(edition.date)}.<br>"
        f"SHA-256 of its sources: {escape(edition.digest[:16])}…</p>"
        f"<p>Your notes are kept in<br>{escape(str(home.notebook))}</p>"
        "<p>The program opens no network connection, with one exception: Print… asks the print service of "
        "your system, which may be set to a server in your network.</p>"
        "<p>Program: MIT. Texts: CC BY 4.0. "
        "Typeface: Source Serif 4, SIL Open Font License.</p>"
    )


def _speak_utf8() -> None:
    """Take UTF-8 where the locale is C, or one that is not installed: Qt does so too, and complains of it."""
    try:
        named = locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        named = "C"
    if named in ("C", "POSIX") and sys.platform.startswith("linux"):
        os.environ["LC_ALL"] = "C.UTF-8"


def _is_small(path: Path) -> bool:
    """Whether all of a Notebook can be looked through at the start; a large one is later, bit by bit."""
    return not path.is_file() or path.stat().st_size <= _SMALL


def _unwritable(folder: Path) -> ReaderError | None:
    """What stands in the way of keeping marks in a folder, found without writing."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return None
    why = "it may not be written to" if there.is_dir() else reason(NotADirectoryError(20, "Not a directory"))
    return HomeUnwritable(str(folder), why)
