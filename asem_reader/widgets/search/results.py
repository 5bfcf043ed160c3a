# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The list of what a search finds."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from asem_reader.core.language import _
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.viewmodels.search.rows import PastSearch
from asem_reader.widgets.controls.richrow import EDGE, AnswerRow, Index

_AHEAD = 4  # rows that are fetched before one walks to them


class Results(QListView):
    """A list view of what was found, best first, under headings.

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
        self.setAccessibleName(_("Search results"))
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
        if isinstance(row, PastSearch):
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
        if isinstance(row, PastSearch) and event.position().x() > self.viewport().width() - EDGE:
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
