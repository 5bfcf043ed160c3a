# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The sizes of the window and its panes, on small screens too."""

from support.driver import Driver

_LAPTOP_AT_TWICE_THE_SCALE, _BARS = (683, 384), 60  # 1366x768; what title bar and desktop take


def test_the_window_fits_a_small_screen_at_twice_the_scale(driver: Driver) -> None:
    wide, high = _LAPTOP_AT_TWICE_THE_SCALE
    window = driver.resize(wide, high - _BARS).widget
    assert (window.width(), window.height()) == (wide, high - _BARS)
    assert driver.page.rect.height() > high / 3
