# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Find on page: marks what is typed, in this page alone. Searching everything is another thing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from asem_reader.core.language import _
from asem_reader.widgets.controls.label import PlainLabel


class FindBar(QWidget):
    """A field below the page."""

    typed = Signal(str)  # find this
    stepped = Signal(int)  # on to the next with 1, back with -1
    left = Signal()  # the bar was put away

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self._count = PlainLabel()
        self._build()

    def open_field(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def count(self, here: int, found: int) -> None:
        """Say where one is among the places found."""
        at = _("{number} of {count}").format(number=here, count=found)
        self._count.setText("" if not self.field.text() else at if found else _("Not on this page"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter and Shift+Enter; leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field.setAccessibleName(_("Find on page"))
        self.field.setPlaceholderText(_("Find on page"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(360)
        self.field.textChanged.connect(self.typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addStretch(1)
        self.hide()
