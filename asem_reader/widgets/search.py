# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search field, and the list of what it finds."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from asem_reader.core.theme import Theme
from asem_reader.viewmodels.answer import Past
from asem_reader.viewmodels.hits import HitsModel
from asem_reader.widgets.snippet import EDGE, AnswerRow, Index

_AHEAD = 4  # rows that are fetched before one walks to them
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
# The field had the keys before the window or a menu was left: nothing is asked for.
_RETURNING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class SearchField(QLineEdit):
    """Asks at every key; arrows walk the results while the cursor stays in the field.

    Signals:
        asked (str): the text is another.
        emptied: the cursor stands in the field, and nothing else does.
        left: Esc, or the text was taken out from elsewhere.
        walked (QKeyEvent): a key that moves in the list.
        entered: the chosen row, or the best, is to be opened.
        dropped: the chosen row is to be taken away.
        starred: the search is to be saved, or no longer.
    """

    asked = Signal(str)
    emptied = Signal()
    left = Signal()
    walked = Signal(QKeyEvent)
    entered = Signal()
    dropped = Signal()
    starred = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search everything   Ctrl+K")
        self.setAccessibleName("Search everything")
        self.setClearButtonEnabled(True)
        self._star_icons = (QIcon(), QIcon())
        self._saved = False
        self._star = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._star.setVisible(False)
        self._star.triggered.connect(self.starred)
        self.textChanged.connect(self._say)

    def dress(self, star: QIcon, starred: QIcon) -> None:
        """Draw the star so, and so when the search is saved."""
        self._star_icons = (star, starred)
        self._star.setIcon(self._star_icons[self._saved])

    def show_star(self, shown: bool, saved: bool) -> None:
        """Show a star at the end of the field, filled when the search is saved."""
        if shown != self._star.isVisible():
            self._star.setVisible(shown)
        if saved != self._saved or not self._star.toolTip():
            self._saved = saved
            self._star.setIcon(self._star_icons[saved])
            self._star.setToolTip("Take this search from the saved ones" if saved else "Save this search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand walking keys to the list; Esc empties the field and brings the tree back."""
        if event.key() in _WALKING:
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


class Results(QListView):
    """What was found, best first, under headings.

    Signals:
        chosen (Row): the reader wishes to open it.
        dropped (Past): the reader wishes to take a search of before away.
        left: Esc.
    """

    chosen = Signal(object)
    dropped = Signal(object)
    left = Signal()

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = AnswerRow(self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName("Search results")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        model.found.connect(self._show_best)
        model.recalled.connect(self.scrollToTop)

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.dress(colours)
        self.viewport().update()

    def walk(self, event: QKeyEvent) -> None:
        """Move as the key says."""
        self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, event.key(), Qt.KeyboardModifier.NoModifier))

    def choose_current(self) -> None:
        """Open the current row."""
        self._choose(self.currentIndex())

    def drop_current(self) -> None:
        """Take the current row away, if it is a search of before."""
        row = self._model.row_at(self.currentIndex())
        if isinstance(row, Past):
            self.dropped.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt: at the first row, show the heading over it as well; near the last, fetch more."""
        super().currentChanged(current, previous)
        if current.row() >= self._model.rowCount() - _AHEAD:
            self._model.fetchMore(QModelIndex())
        if current.isValid() and current == self._model.best:
            self.scrollToTop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.best)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; take a search of before away with Delete."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a search of before away by its cross."""
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, Past) and event.position().x() > self.viewport().width() - EDGE:
            self.dropped.emit(row)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width; Qt does so for another height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _show_best(self) -> None:
        self.setCurrentIndex(self._model.best)
        self.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.chosen.emit(row)
