# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Arrows that walk a list while the letters go into the field above it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from asem_reader.widgets.controls.announce import say_row

WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def walk(view: QAbstractItemView, event: QKeyEvent) -> None:
    """Move in a view as a key says, and have the row that it leads to heard: the view has not the keys."""
    view.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, event.key(), Qt.KeyboardModifier.NoModifier))
    say_row(view)


class Walking(QObject):
    """Event filter that lets the arrows in a field walk a view."""

    def __init__(self, field: QLineEdit, view: QAbstractItemView) -> None:
        super().__init__(field)
        self._view = view
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: hand walking keys to the view."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in WALKING:
            walk(self._view, event)
            return True
        return super().eventFilter(watched, event)
