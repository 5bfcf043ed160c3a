# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fixtures of the screen: the real window over the real Library, in a home of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from asem_reader import paths
from asem_reader.core.place import Place
from asem_reader.viewmodels.background.background import Background
from support.driver import Driver

OpenDriver = Callable[..., Driver]
MARITIME = Place.parse("maritime-security")


@pytest.fixture(autouse=True)
def patient(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every answer stand there when it was asked for, however busy the machine is."""
    monkeypatch.setattr(Background, "patience", 60_000)


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> None:
    """Let go of the widgets of tests before: Qt waits for the end of an event loop, and there is none."""
    sweep()


@pytest.fixture
def home(tmp_path: Path) -> paths.Home:
    return paths.home(tmp_path / "home")


@pytest.fixture
def open_driver(qapp: QApplication, library_file: Path, home: paths.Home) -> Iterator[OpenDriver]:
    """Opens the window as the program does; what was opened is closed, and nothing may stay open."""
    drivers: list[Driver] = []

    def open_driver(place: Place | None = MARITIME) -> Driver:
        drivers.append(Driver.opened(library_file, home, place))
        return drivers[-1]

    yield open_driver
    for driver in drivers:
        driver.let_go()
        driver.widget.deleteLater()
    sweep()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left, f"still open: {left}"


@pytest.fixture
def driver(open_driver: OpenDriver) -> Driver:
    """The window, on the article on maritime security."""
    return open_driver()


def sweep() -> None:
    """Delete what is to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
