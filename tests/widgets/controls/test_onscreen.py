# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A window is on its screen with all of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from asem_reader.widgets.controls.onscreen import fit

TITLE_BAR = 15  # pixels, at least


def test_a_window_that_is_too_large_is_drawn_in_and_its_title_bar_is_seen(qapp: QApplication) -> None:
    window = QDialog(None, Qt.WindowType.Window)
    fit(window, 1320, 860)
    window.show()
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry().adjusted(0, -TITLE_BAR, 0, TITLE_BAR))
    window.close()
