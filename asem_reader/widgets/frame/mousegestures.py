# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the mouse does anywhere in the window: Ctrl and the wheel, and the buttons Back and Forward."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from asem_reader.widgets.frame.actions import Actions

_NOTCH = 120  # of a wheel, in eighths of a degree: QWheelEvent, angleDelta
_WAYS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


class MouseGestures(QObject):
    """Event filter on the native window, which hears of the mouse before any part of it does.

    Left to itself, Qt's text browser would scale its body without its headings.
    """

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._actions = actions
        self._turned = 0
        window.winId()  # has it be made
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: whether nobody else hears of an event."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._turn(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            way = _WAYS.get(event.button())
            if way and self._actions[way].isEnabled():
                self._actions[way].trigger()
            return bool(way)
        return super().eventFilter(watched, event)

    def _turn(self, event: QWheelEvent) -> bool:
        """Make the text larger or smaller by a step for each notch."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            up = self._turned > 0
            self._turned -= _NOTCH if up else -_NOTCH
            self._actions["larger" if up else "smaller"].trigger()
        return True
