# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The picture beside the table: which of six, the figure itself, and what is in it as a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.drawing.figure import Figure
from asem_reader.core.indicators.view import Show
from asem_reader.core.language import N_, _
from asem_reader.core.theme import Theme
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.drawing import FigureView

_PICTURES = {
    Show.RANKING: N_("1 Ranking"),
    Show.SCATTER: N_("2 Scatter"),
    Show.TILES: N_("3 Tiles"),
    Show.PROFILE: N_("4 Profile"),
    Show.COMPARISON: N_("5 Comparison"),
    Show.CORRELATIONS: N_("6 Correlations"),
}
SHOWS = tuple(_PICTURES)
_SEEN = 40  # pixels above and below the current partner that are to be seen too


class FigureData(QTableWidget):
    """The table of a figure: all that it shows, as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()

    def fill(self, figure: Figure) -> None:
        """Show the data of a figure."""
        table = figure.table.joined()
        head, rows = table.head, table.rows
        self.setAccessibleName(figure.title)
        self.setColumnCount(max(map(len, (head, *rows))))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(head)
        for row, texts in enumerate(rows):
            for column in range(self.columnCount()):
                self.setItem(row, column, QTableWidgetItem(texts[column] if column < len(texts) else ""))
        self.resizeColumnsToContents()
        self.setCurrentCell(max(self.currentRow(), 0), figure.table.telling)


class Picture(QWidget):
    """Shows a figure, or its data as a table, under tabs for each; a click on a partner in it is told."""

    wished = Signal(object)  # Show
    chosen = Signal(str)  # the code of a partner

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabBar(expanding=False, usesScrollButtons=True)
        self._view = FigureView()
        self._room = QScrollArea(widgetResizable=True)
        self._data = FigureData()
        self._as_table = QPushButton(_("7 Data"), autoDefault=False)
        self._stack = QStackedLayout()
        self._build()

    @property
    def wanted_width(self) -> int:
        """How many pixels a figure needs across, with what is beside it."""
        bar = self._room.verticalScrollBar().sizeHint().width()
        return self._view.minimumSizeHint().width() + bar

    def draw(self, show: Show, figure: Figure, here: str) -> None:
        """Show a figure, from its top if another picture than before, and have the partner be seen."""
        is_other = SHOWS[self._tabs.currentIndex()] != show
        self._tabs.setCurrentIndex(SHOWS.index(show))
        self._view.draw(figure)
        if self._as_table.isChecked():
            self._data.fill(figure)
        if is_other:
            self._room.verticalScrollBar().setValue(0)
        self._see(figure, here)

    def switch(self) -> None:
        """Show the data in place of the picture, or the picture again."""
        self._as_table.click()

    def dress(self, colours: Theme) -> None:
        """Show it in the colours of a theme."""
        self._view.dress(colours)

    def _show_data(self, wished: bool) -> None:
        if wished:
            self._data.fill(self._view.figure)
        self._stack.setCurrentWidget(self._data if wished else self._room)

    def _see(self, figure: Figure, here: str) -> None:
        target = next((each for each in figure.targets if each.key == here), None)
        if target:
            middle = (target.y + target.height / 2) / figure.height
            self._room.ensureVisible(
                0, round(middle * self._view.heightForWidth(self._view.width())), 0, _SEEN
            )

    def _build(self) -> None:
        for text in _PICTURES.values():
            self._tabs.addTab(_(text))
        self._tabs.setAccessibleName(_("Picture"))
        self._tabs.currentChanged.connect(lambda at: self.wished.emit(SHOWS[at]))
        self._view.chosen.connect(self.chosen)
        self._as_table.setObjectName("scope")
        self._as_table.setCheckable(True)
        self._as_table.setToolTip(_("What is in the picture, as a table"))
        self._as_table.toggled.connect(self._show_data)
        self._room.setWidget(self._view)
        self._room.setObjectName("figure")
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        above = filled(QHBoxLayout(), self._tabs, self._as_table, grows=self._tabs, margins=(0, 0, 6, 0))
        filled(QVBoxLayout(self), above, self._stack, grows=self._stack, margins=(0, 0, 0, 0))
        for part in (self._room, self._data):  # now: else each would be a window for a moment
            self._stack.addWidget(part)
