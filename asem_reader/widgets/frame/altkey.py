# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Alt key, as the menu bar is to hear of it: once, and when it is pressed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow


class AltKey(QObject):
    """Hides from the menu bar of a window that Alt is sent again.

    On Linux Qt lets a screen reader have each key first, and sends it again once that has answered, with no
    time. Where it answers late, Alt comes after the command of Alt+Left, and the menu bar takes the keys.
    """

    def __init__(self, window: QMainWindow) -> None:
        """Take a window that has its menu bar: of event filters the last one is asked first."""
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: whether nobody else hears of an event."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Alt and not event.timestamp()
        return super().eventFilter(watched, event)
