# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The field of one line: a line edit that is heard when the keys come to it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from asem_reader.core.language import _

_WHOLE = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LineField(QLineEdit):
    """Line edit that selects its text after its focus was told, and none where there is none.

    Qt does so before, and Orca 43 says nothing of a field whose caret moves first.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, *, placeholderText: str = "") -> None:  # noqa: N803
        super().__init__(text, parent, placeholderText=placeholderText)
        self._selecting = QTimer(self, singleShot=True, interval=0)
        self._selecting.timeout.connect(self.selectAll)

    def add_clear_button(self) -> None:
        """Show a button that empties the field while there is text in it; Qt leaves it without a name."""
        self.setClearButtonEnabled(True)
        action = self.findChild(QAction, "_q_qlineeditclearaction")
        if action:
            action.setText(_("Clear"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: leave the selecting until Qt has told of the focus."""
        selects = event.reason() in _WHOLE and not self.hasSelectedText()
        super().focusInEvent(QFocusEvent(event.type()) if selects else event)
        if selects and self.text():
            self._selecting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what is typed at once replaces the text, too."""
        if self._selecting.isActive():
            self._selecting.stop()
            self.selectAll()
        super().keyPressEvent(event)
