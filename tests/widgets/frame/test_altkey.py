# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Alt and the menu bar, as keys come with a screen reader on Linux: once more, be it late, and of no time."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenuBar
from support.driver import Driver
from support.surface import press

PRESSED, SENT, RELEASED = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def alt(driver: Driver, *kinds: QEvent.Type) -> None:
    """Send events of Alt to what has the keys; that it is pressed has a time."""
    for kind in kinds:
        held = Qt.KeyboardModifier.NoModifier if kind is PRESSED else Qt.KeyboardModifier.AltModifier
        event = QKeyEvent(kind, Qt.Key.Key_Alt, held)
        event.setTimestamp(int(kind is PRESSED))
        event.ignore()  # so that it goes on to the window
        QCoreApplication.sendEvent(driver.widget.focusWidget() or driver.widget, event)


@pytest.fixture
def page(driver: Driver) -> Driver:
    """The window with the keys on its page."""
    driver.activate().page.take_keys()
    return driver


def test_alt_that_is_only_sent_again_leaves_the_keys_on_the_page(page: Driver) -> None:
    alt(page, SENT, RELEASED)
    assert page.page.has_keys


def test_alt_alone_leads_to_the_menus_each_time(page: Driver) -> None:
    for _ in range(2):
        alt(page, PRESSED, SENT, RELEASED)
        assert isinstance(page.widget.focusWidget(), QMenuBar)
        press(page.widget.focusWidget(), "Escape")
        assert page.page.has_keys
