# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from asem_reader.core.language import _
from asem_reader.widgets.controls.keysnow import write
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.walking import WALKING

# The field had the keys before the window or a menu was left: nothing is asked for.
_RETURNING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class SearchField(LineField):
    """Asks at every key; arrows walk the results while the cursor stays in the field."""

    handbook = "search"  # its chapter

    asked = Signal(str)  # the text is another
    emptied = Signal()  # the cursor stands in the field, and nothing else does
    left = Signal()  # Esc, or the text was taken out from elsewhere
    walked = Signal(QKeyEvent)  # a key that moves in the list
    entered = Signal()  # the chosen row, or the best, is to be opened
    dropped = Signal()  # the chosen row is to be taken away
    starred = Signal()  # the search is to be saved, or no longer
    _star: QAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        write(self, _("Search everything   Ctrl+K"))
        self.setAccessibleName(_("Search everything"))
        self.setAccessibleDescription(_("Arrows walk the results, Enter opens one."))
        self._star_icons = (QIcon(), QIcon())
        self._saved = False
        self.textChanged.connect(self._say)

    def furnish(self) -> None:
        """Make what stands at its end while there is text: the start does not wait for it."""
        self.add_clear_button()
        self._star = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._star.setVisible(False)
        self._star.triggered.connect(self.starred)

    def dress(self, star: QIcon, starred: QIcon) -> None:
        """Draw the star so, and so when the search is saved."""
        self._star_icons = (star, starred)
        self._star.setIcon(self._star_icons[self._saved])

    def show_star(self, shown: bool, saved: bool) -> None:
        """Show a star at the end of the field, filled when the search is saved."""
        self._star.setVisible(shown)
        if saved != self._saved or not self._star.text():
            self._saved = saved
            self._star.setIcon(self._star_icons[saved])
            save, take = _("Save this search"), _("Take this search from the saved ones")
            self._star.setText(take if saved else save)  # its name, and its tip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand walking keys to the list; Esc empties the field and brings the tree back."""
        if event.key() in WALKING:
            self.walked.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and not self.text():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so when the keys come to the empty field."""
        super().focusInEvent(event)
        if not self.text().strip() and event.reason() not in _RETURNING:
            self.emptied.emit()

    def _say(self, text: str) -> None:
        if text.strip():
            self.asked.emit(text)
        elif self.hasFocus():
            self.emptied.emit()
        else:
            self.left.emit()
