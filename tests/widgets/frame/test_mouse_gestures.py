# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the mouse does anywhere in the window: Ctrl and the wheel, Back and Forward."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.driver import Driver

from asem_reader.viewmodels.session.settings import SIZES


@pytest.mark.parametrize("turned", [120, -120])
def test_the_wheel_goes_through_the_steps_of_the_text_size(driver: Driver, turned: int) -> None:
    window, at, no = driver.widget.windowHandle(), QPointF(600, 400), QPoint()
    step = SIZES[SIZES.index(driver.text_size) + turned // 120]
    held, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    for part in (turned // 2, turned // 2):
        button = Qt.MouseButton.NoButton
        QApplication.sendEvent(window, QWheelEvent(at, at, no, QPoint(0, part), button, held, phase, False))
    assert driver.text_size == step


def test_the_buttons_back_and_forward_go_there(driver: Driver) -> None:
    window, first = driver.widget.windowHandle(), driver.title
    driver.open("migration")
    at = QPoint(600, 400)
    QTest.mousePress(window, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, at)
    assert driver.title == first
    QTest.mousePress(window, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, at)
    assert driver.title == "Migration"
