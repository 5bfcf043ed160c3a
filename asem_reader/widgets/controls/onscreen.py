# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Has a window stand on its screen with all of it, title bar and buttons too."""

from PySide6.QtWidgets import QWidget

_SIDES, _BARS = 12, 60  # pixels that a window's frame may take, and its title with the desktop's bar


def fit(window: QWidget, wide: int, high: int) -> None:
    """Size a window, smaller if its screen has no more room; then say where, too.

    Left to itself, Qt puts a dialog that is nearly as high as the screen so far up that its title is cut off.
    """
    room = window.screen().availableGeometry()
    window.resize(min(wide, room.width() - _SIDES), min(high, room.height() - _BARS))
    spare = room.size() - window.size()
    if spare.height() < 3 * _BARS:
        window.move(room.x() + spare.width() // 2, room.y() + spare.height() // 4)
