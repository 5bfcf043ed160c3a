# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The start: from nothing to the first page on the glass, and on until the window is closed."""

import gc
import importlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from asem_reader import paths
from asem_reader.core.errors import NoWindows, ReaderError
from asem_reader.core.made import START, made_place
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.store.connect import Comparison
from asem_reader.viewmodels.session.choices import BEGIN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from asem_reader.viewmodels.reading.desk import Desk
    from asem_reader.widgets.frame.window import Window

# While Qt and the program are imported, the Library is compared with its digest.
# ruff: noqa: PLC0415

_LOOK = "_mod_uses_pyside"
_YOUNG = 10_000  # objects that may come before the collector looks at them


def _leave_sources_unread() -> None:
    """Have Qt for Python take each module for one that may use Qt, without a look at its source.

    It looks for users of its `__feature__`, which we are not, in every module that is imported after it, and
    the sources stay in memory: 5 MB, and a fifteenth of the start. See findings/pyside-reads-sources.sh.
    """
    import PySide6.QtCore  # noqa: F401 (it makes the other)

    feature = importlib.import_module("PySide6.support.feature")
    if hasattr(feature, _LOOK):
        setattr(feature, _LOOK, lambda _module: True)


def start(library_file: Path, home: paths.Home, wanted: str | None) -> "tuple[QApplication, Window]":
    """Show the window; it is painted as soon as events run.

    Raises:
        NoWindows: there is nothing to draw it with.
        ReaderError: there can be no window, or not at the place that is wanted.
    """
    gc.disable()  # nothing that the start makes is garbage
    try:
        comparison = Comparison(library_file)
        try:
            _leave_sources_unread()
            from asem_reader.app import application, make_window
        except ImportError as error:
            raise NoWindows(str(error)) from error
        from asem_reader.store.library import Library
        from asem_reader.widgets.controls.onscreen import fit

        app = application()
        library = Library.open(library_file, comparison)
        try:
            place = (made_place(wanted) or library.find(wanted)) if wanted else None
            window = make_window(app, library, home)
        except BaseException:
            library.close()
            raise
        window.restore_shape()
        if window.size() != window.size().boundedTo(window.screen().availableSize()):
            fit(window, window.width(), window.height())
        window.show()
        show_first(window, place)  # after show: laid out once, at the size it has
        window.watch.start()
        window.watch.known.connect(gc.freeze)  # the marks stay too: to look at 50,000 takes it 0.1 s
        tune_collector()
    finally:
        gc.enable()
    return app, window


def tune_collector() -> None:
    """Tune the garbage collector: it leaves alone what is there, and looks at what comes by ten thousands.

    As Python sets it, it looks at all objects so often that 50,000 marks hold the window for 0.1 s each time.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG)


def show_first(window: "Window", wanted: Place | None) -> None:
    """Open what was asked for, else where one left off, else the start page."""
    desk = window.context.desk
    window.reader.setFocus()
    if wanted and _go(desk, window.context.settings.tabs, wanted):
        return
    settings = window.context.settings
    tabs = settings.tabs if settings.chosen(BEGIN) == "last" else Tabs()
    while not desk.show(tabs) and len(tabs.all) > 1:
        tabs = tabs.without(tabs.at)
    if not desk.page:
        desk.go(START)


def _go(desk: "Desk", tabs: Tabs, wanted: Place) -> bool:
    """Open what was asked for: where several tabs are remembered, in one more."""
    if len(tabs.all) > 1:
        desk.tabs = tabs.added(Tab())
    return desk.go(wanted)


def run(library_file: Path, home: paths.Home, wanted: str | None) -> int:
    """Show the window until it is closed, or the system asks for its end.

    Return the exit code: 0; 1 where there could be none, or what was being written could not be kept;
    after a signal 128 and its number.

    Raises:
        NoWindows: there is nothing to draw one with.
    """
    sys.excepthook = report
    try:
        app, window = start(library_file, home, wanted)
    except NoWindows:
        raise
    except ReaderError as error:
        from asem_reader.app import application
        from asem_reader.viewmodels.session.ending import EndSignals
        from asem_reader.widgets.frame.alerts import tell_fatal

        sys.stderr.write(f"{error}\n")
        with EndSignals(application()):
            tell_fatal(error)
        return 1
    code = until_the_end(app, window)
    window.context.close()
    window.context.desk.library.close()
    return code


def until_the_end(app: "QApplication", window: "Window") -> int:
    """Run the window, and keep what is dear however it ends; return the exit code as `run` does."""
    from asem_reader.viewmodels.session.ending import EndSignals

    with EndSignals(app) as ending:
        for asked in (app.commitDataRequest, app.saveStateRequest):  # the session ends, or may
            asked.connect(window.keep)
        app.aboutToQuit.connect(window.end)  # where a session ends, exec() need not return: Qt's manual
        code = app.exec()
        window.context.marks.close()
        window.context.readings.close()
        fault = window.context.marks.notebook.file.fault_on_closing
        if fault:  # nothing is lost if there is a copy
            code = code if isinstance(fault, NotebookReplaced) else 1
            sys.stderr.write(f"{fault}\n")
        if not window.kept:
            code = 1
            sys.stderr.write(f"{window.notice.text}\n")
        if ending.code is not None:
            sys.stderr.flush()
            os._exit(code)  # nobody waits for what a thread still sets
    return code


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of the program, and let it go on: for sys.excepthook."""
    from asem_reader.widgets.frame import alerts

    alerts.report(kind, error, trace)
