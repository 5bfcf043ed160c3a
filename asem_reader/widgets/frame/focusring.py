# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The ring round a choice or a number that has the keys: Fusion's own line there is hardly seen."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFocusFrame, QWidget

_WIDTH, _ROUND = 2, 4
_KINDS = (QComboBox, QAbstractSpinBox)  # all others have a ring by the style sheet


class FocusRing(QObject):
    """Puts a focus frame round whatever has the keys, in any window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: QFocusFrame | None = None

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Stand round what has the keys now; to be connected with `QApplication.focusChanged`."""
        if self._ring:
            self._ring.destroyed.disconnect(self._forget)
            self._ring.deleteLater()
        self._forget()
        if isinstance(new, _KINDS):
            self._ring = ring = _Ring(new.window())
            ring.destroyed.connect(self._forget)  # it goes with its window
            ring.setWidget(new)

    def _forget(self) -> None:
        self._ring = None


class _Ring(QFocusFrame):
    """Drawn just outside the widget's own edge."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _WIDTH))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.end()
