# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search field, and the list of what it finds."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from asem_reader.core.theme import Theme
from asem_reader.viewmodels.hits import HitsModel
from asem_reader.widgets.snippet import HitRow

_BATCH = 12
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchField(QLineEdit):
    """Asks at every key; arrows walk the results while the cursor stays in the field.

    Signals:
        asked (str): the text is another.
        left: Esc, or nothing is left in the field.
        walked (QKeyEvent): a key that moves in the list.
        entered: the chosen hit, or the best, is to be opened.
    """

    asked = Signal(str)
    left = Signal()
    walked = Signal(QKeyEvent)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search everything   Ctrl+K")
        self.setAccessibleName("Search everything")
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand walking keys to the list; Esc empties the field and brings the tree back."""
        if event.key() in _WALKING:
            self.walked.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        if text.strip():
            self.asked.emit(text)
        else:
            self.left.emit()


class Results(QListView):
    """The hits, best first.

    Signals:
        chosen (Hit): the reader wishes to open it.
    """

    chosen = Signal(object)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = HitRow(self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName("Search results")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows are measured a batch at a time: what can be seen stands before the next key.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        model.found.connect(self._show_best)

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.colours = colours
        self.viewport().update()

    def walk(self, event: QKeyEvent) -> None:
        """Move as the key says."""
        self.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, event.key(), Qt.KeyboardModifier.NoModifier))

    def choose_current(self) -> None:
        """Open the current hit."""
        self._choose(self.currentIndex())

    def _show_best(self) -> None:
        self.setCurrentIndex(self._model.index(0, 0))
        self.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        hit = self._model.hit_at(index)
        if hit:
            self.chosen.emit(hit)
