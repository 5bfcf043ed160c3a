# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fixtures of the glass: the real window over the real Library, in a home of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.place import Place
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.viewmodels.background.work import Work
from asem_reader.widgets.frame.window import Window

MARITIME = Place.parse("maritime-security")


@pytest.fixture(autouse=True)
def patient(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every answer stand there when it was asked for, however busy the machine is."""
    monkeypatch.setattr(Work, "patience", 60_000)


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> None:
    """Let go of the widgets of tests before: Qt waits for the end of an event loop, and there is none."""
    sweep()


@pytest.fixture
def home(tmp_path: Path) -> paths.Home:
    return paths.home(tmp_path / "home")


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, library_file: Path, home: paths.Home
) -> Iterator[Callable[..., Window]]:
    """Opens the window as the program does; what was opened is closed, and nothing may stay open."""
    windows: list[Window] = []

    def open_window(place: Place | None = MARITIME) -> Window:
        window = make_window(application(), Library.open(library_file), home)
        window.restore_shape()
        window.show()
        show_first(window, place)
        assert window.dispatcher  # as once the first page is painted
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        close(window)
        window.deleteLater()
    sweep()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left, f"still open: {left}"


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window()


def sweep() -> None:
    """Delete what is to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close(window: Window) -> None:
    """Close a window and the files it looked into."""
    window.close()
    window.context.close()
    window.context.marks.close()
    window.context.readings.close()
    window.context.desk.library.close()
