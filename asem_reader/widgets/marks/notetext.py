# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Field in which a note is written: plain text, with keys for Markdown's light emphasis and lists."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from asem_reader.core.marks.notemarkup import BOLD, ITALIC, continued, opening, toggled

_SIGNS = {QKeySequence("Ctrl+B"): BOLD, QKeySequence("Ctrl+I"): ITALIC}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FOR_A_WHILE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_LEAST_LINES, _ROOM = 3, 12  # lines shown of a short note; pixels round the text


class NoteText(QPlainTextEdit):
    """Grows with what is written, as far as there is room.

    Signals:
        left: Esc or Ctrl+Enter: the writer is done.
        paused: the keys go elsewhere for a while: to a menu, or to another window.
        quitted: they go elsewhere in this window.
        grown: it would be as high as `wanted` now.
    """

    left = Signal()
    paused = Signal()
    quitted = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self.grown)

    @property
    def wanted(self) -> int:
        """The height at which all of it is seen, in pixels."""
        lines = max(_LEAST_LINES, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + _ROOM + int(2 * self.document().documentMargin())

    def event(self, event: QEvent) -> bool:
        """Qt: claim keys that are commands elsewhere, and letters that AltGr types."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            typed = event.modifiers() & _ALTGR == _ALTGR and event.text().isprintable() and event.text()
            if pressed in _SIGNS or typed:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, set words apart, or go on with a list."""
        sign, is_enter = _SIGNS.get(QKeySequence(event.keyCombination())), event.key() in _ENTER
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_ctrl):
            self.left.emit()
        elif sign:
            self._set_apart(sign)
        elif not (is_enter and is_plain and self._go_on_with_list()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keys go elsewhere."""
        super().focusOutEvent(event)
        (self.paused if event.reason() in _FOR_A_WHILE else self.quitted).emit()

    def _set_apart(self, sign: str) -> None:
        """Put a sign round what is selected, or take it away; with nothing selected, begin between two."""
        cursor = self.textCursor()
        text = cursor.selectedText().replace("\u2029", "\n")
        if not text.strip():
            cursor.insertText(text + sign + sign)
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(sign))
            self.setTextCursor(cursor)
            return
        start = cursor.selectionStart()
        cursor.insertText(toggled(text, sign))
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _go_on_with_list(self) -> bool:
        """Begin the next item; an item without words is taken back, and ends the list."""
        cursor = self.textCursor()
        line = cursor.block().text()
        start = opening(line)
        if not start or cursor.positionInBlock() < len(start) or cursor.hasSelection():
            return False
        if line.strip() == start.strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText(f"\n{continued(line)}")
        self.ensureCursorVisible()
        return True
