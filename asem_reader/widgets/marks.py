# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The panel of marks, and the place where a note is written."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from asem_reader.core.content import Article
from asem_reader.core.marks import Mark
from asem_reader.core.place import BlockId
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marking import Marking, Spot
from asem_reader.viewmodels.marklist import MarkList
from asem_reader.viewmodels.marks import Marks
from asem_reader.widgets.snippet import MarkRow

_QUOTE = 90


class MarksView(QListView):
    """All marks, newest first.

    Signals:
        chosen (Place): the reader wishes to go to a mark.
    """

    chosen = Signal(object)

    def __init__(self, model: MarkList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = MarkRow(self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName("Marks")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @property
    def current_mark(self) -> Mark | None:
        """The mark of the current row."""
        return self._model.mark_at(self.currentIndex())

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.dress(colours)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current mark away with Delete; Ctrl+Z brings it back."""
        mark = self.current_mark
        if event.key() == Qt.Key.Key_Delete and mark:
            self._model.marks.remove(mark)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width; Qt does so for another height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        mark = self._model.mark_at(index)
        if mark:
            self.chosen.emit(mark.place)


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
