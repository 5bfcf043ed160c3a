# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The place where a note is written."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from asem_reader.core.content import Article
from asem_reader.core.place import BlockId
from asem_reader.viewmodels.marking import Marking, Spot
from asem_reader.viewmodels.marks import Marks

_QUOTE = 90


class NoteEditor(QWidget):
    """Where a note is written: it is kept when the writer leaves, by Esc, Ctrl+Enter or a click elsewhere.

    Signals:
        left: the writer is done, and the page may have the keys again.
    """

    left = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = Marking(marks)
        self._article: Article | None = None
        self._block: BlockId | None = None
        self._title = QLabel()
        self._text = QPlainTextEdit()
        self._build()

    def write_on(self, article: Article, block: BlockId | None) -> None:
        """Take the note on a block, or begin one."""
        if not self.keep():
            return
        self._article, self._block = article, block
        quote = article.blocks[block].text if block else article.topic.title
        short = quote if len(quote) <= _QUOTE else quote[:_QUOTE].rsplit(" ", 1)[0] + " …"
        self._title.setText(f"Note on “{short}”")
        note = self._marking.note_on(Spot(article, block))
        self._text.setPlainText(note.body if note else "")
        self._text.setAccessibleDescription(self._title.text())
        self.show()
        self._text.setFocus()

    def keep(self) -> bool:
        """Keep what is written, if anything changed; return whether it is on disk."""
        if self._article is None:
            return True
        return self._marking.note(Spot(self._article, self._block), self._text.toPlainText())

    def close_note(self) -> None:
        """Keep what is written and go away; what cannot be kept stays where it can be copied."""
        if self._article is not None and self.keep():
            self._article = None
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave with Esc or Ctrl+Enter; keep when the focus goes."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Escape or (
                entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.close_note()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setObjectName("note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title.setWordWrap(True)
        self._title.setObjectName("heading")
        self._text.setAccessibleName("Note")
        self._text.setPlaceholderText("Write; Esc keeps it.")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(150)
        self._text.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.hide()
