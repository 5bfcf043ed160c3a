# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The days and what was open on them, on the glass."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTreeView, QWidget

from asem_reader.core.language import _
from asem_reader.viewmodels.reading.history import HistoryModel

_OPEN_DAYS = 3


class HistoryView(QTreeView):
    """Asks for the topic that is clicked or entered.

    Signals:
        chosen (Place): the reader wishes to go there.
    """

    chosen = Signal(object)

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._build()
        self._join()

    def take_in(self) -> None:
        """Show what was opened since, the last days unfolded."""
        self._model.show_all()
        if self._model.rowCount() and not self.isExpanded(self._model.index(0, 0)):
            for day in range(min(_OPEN_DAYS, self._model.rowCount())):
                self.expand(self._model.index(day, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row: a screen reader says nothing of a tree without one (NVDA 12476)."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def _build(self) -> None:
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setAccessibleName(_("History"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _join(self) -> None:
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self._model.due.connect(self._take_in_when_seen, Qt.ConnectionType.QueuedConnection)

    def _take_in_when_seen(self) -> None:
        if self.isVisible():
            self.take_in()

    def _choose(self, index: QModelIndex) -> None:
        place = self._model.place_at(index)
        if place:
            self.chosen.emit(place)
