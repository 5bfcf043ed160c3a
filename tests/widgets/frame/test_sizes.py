# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The sizes of the window and its panes, on small screens too."""

from PySide6.QtWidgets import QApplication, QSplitter
from support.driver import Driver

_LAPTOP_AT_TWICE_THE_SCALE, _BARS = (683, 384), 60  # 1366x768; what title bar and desktop take


def test_the_window_fits_a_small_screen_at_twice_the_scale(driver: Driver) -> None:
    wide, high = _LAPTOP_AT_TWICE_THE_SCALE
    window = driver.resize(wide, high - _BARS).widget
    assert (window.width(), window.height()) == (wide, high - _BARS)
    assert driver.page.rect.height() > high / 3


def sizes(driver: Driver) -> list[int]:
    QApplication.processEvents()  # which lays them out
    return list(driver.widget.findChild(QSplitter).sizes())


def test_a_pane_is_never_drawn_so_narrow_that_its_words_are_cut(driver: Driver) -> None:
    driver.resize(1200, 700).split(20, 1160, 20).activate()
    words = driver.widget.fontMetrics().horizontalAdvance("Cybersecurity and")
    assert min(sizes(driver)) > words


def test_at_the_least_width_a_pane_and_the_page_have_room(driver: Driver) -> None:
    driver.resize(480, 500).activate().press("Ctrl+1")
    assert sizes(driver)[0] > driver.widget.fontMetrics().horizontalAdvance("Cybersecurity and")
    assert driver.widget.findChild(QSplitter).widget(1).geometry().right() < driver.widget.width()
