# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A figure with its table: keys walk the table, the picture follows, Enter opens what a row stands for."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.content import Illustration
from asem_reader.core.drawing.figure import Figure, FigureTarget, Stroke, Tone
from asem_reader.core.language import _
from asem_reader.core.theme import Theme
from asem_reader.widgets.controls.drawing import FigureView
from asem_reader.widgets.controls.onscreen import fit

_SIZE = (1080, 640)
_EDGE = 1.6  # points of the frame round what is current


class FigureWindow(QDialog):
    """The figure on the left, its data as a table on the right; the table has the keyboard."""

    handbook = "pictures"  # its chapter

    chosen = Signal(object)  # Place: a row, or a part of the figure, was opened, and the window closed

    def __init__(self, illustration: Illustration, colours: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._illustration = illustration
        figure, targets = illustration.figure, illustration.figure.targets
        self._data = figure.table.joined()
        self._targets = targets if len(targets) == len(self._data.rows) else ()
        self._view = FigureView()
        self._view.draw(figure)
        self.dress(colours)
        self._view.chosen.connect(self._open)
        self.table = QTableWidget(len(self._data.rows), len(self._data.head))
        self._build()
        self.table.currentCellChanged.connect(lambda row, *_rest: self._mark(row))
        self.table.cellActivated.connect(lambda row, _column: self._open_row(row))
        self.table.setCurrentCell(0, figure.table.telling)

    def dress(self, colours: Theme) -> None:
        """Show the figure in the colours of a theme."""
        self._view.dress(colours)

    def _mark(self, row: int) -> None:
        """Frame in the figure what the current row stands for."""
        figure = self._illustration.figure
        target = self._targets[row] if 0 <= row < len(self._targets) else None
        self._view.draw(_framed(figure, target) if target else figure)

    def _open_row(self, row: int) -> None:
        if row < len(self._targets):
            self._open(self._targets[row].key)

    def _open(self, key: str) -> None:
        place = self._illustration.places.get(key)
        if place:
            self.accept()  # the page lies under this window
            self.chosen.emit(place)

    def _build(self) -> None:
        figure, table = self._illustration.figure, self.table
        self.setWindowTitle(figure.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table.setHorizontalHeaderLabels(self._data.head)
        for row, texts in enumerate(self._data.rows):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        table.setAccessibleName(figure.title)
        table.setAccessibleDescription(_("Enter opens the page of a row."))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.resizeColumnsToContents()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._view)
        split.addWidget(table)
        split.setSizes([560, 520])
        QVBoxLayout(self).addWidget(split)
        fit(self, *_SIZE)
        table.setFocus()


def _framed(figure: Figure, target: FigureTarget) -> Figure:
    left, top, right, bottom = target.x, target.y, target.x + target.width, target.y + target.height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    sides = (Stroke(*start, *end, Tone.ACCENT, _EDGE) for start, end in pairwise(corners))
    return replace(figure, shapes=(*figure.shapes, *sides))
