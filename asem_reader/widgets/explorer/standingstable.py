# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The table of a ranking on the screen; it owns the keyboard, and the picture follows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.viewmodels.explorer.standingsmodel import (
    CHANGE,
    INTERVAL,
    MISSING,
    PARTNER,
    RANK,
    StandingsModel,
    missing_shown,
)
from asem_reader.widgets.controls.boxedges import BoxEdges, Index

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AIR = 7  # pixels that a row is higher than its letters
_BESIDE = 8  # pixels beside the letters of a cell, all but one of them at their right
_EDGES = 4  # pixels of the frame, left and right
_BOX = 18  # pixels that a box to tick takes beside its height


class _Numbers(QStyledItemDelegate):
    """Short texts at the right of their cells, painted in half the time that a style takes for any item."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the text, and the ground of a chosen row."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
            painter.setPen(option.palette.color(QPalette.ColorRole.Link))  # as round the partner's name
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(0, 0, 1 - _BESIDE, 0), _RIGHT, index.data())


class StandingsTable(QTableView):
    """A ranking: arrows reach a partner, Space marks it for comparison, Enter asks for its page."""

    reached = Signal(str)  # the code of a partner
    opened = Signal(str)

    def __init__(self, model: StandingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings = model
        self.setModel(model)
        self._build()
        self.clicked.connect(self._tell)
        self.activated.connect(self._open)

    def show_partner(self, iso3: str) -> None:
        """Have a partner's row be the current one, and be seen."""
        row = self._standings.row_of(iso3)
        if row >= 0 and row != self.currentIndex().row():
            index = self._standings.index(row, max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Qt: as wide as its columns."""
        return QSize(self._wanted, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: give the names what room is left; where there is none, the last columns are scrolled to."""
        super().resizeEvent(event)
        others = self.horizontalHeader().length() - self.columnWidth(PARTNER)
        self.setColumnWidth(PARTNER, max(self._least, event.size().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: mark with Space from any column; what the other keys reach is told."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            box = self.currentIndex().siblingAtColumn(PARTNER)
            self._standings.setData(box, None, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)
        self._tell(self.currentIndex())

    def _tell(self, index: QModelIndex) -> None:
        one = self._standings.standing(index)
        if one:
            self.reached.emit(one.country.iso3)

    def _open(self, index: QModelIndex) -> None:
        one = self._standings.standing(index)
        if one:
            self.opened.emit(one.country.iso3)

    def _fit_columns(self) -> None:
        """Have columns as wide as what stands in them and their heads, whose arrow stands above the words."""
        model, letters = self._standings, self.fontMetrics()
        widest = {
            INTERVAL: "40–50",
            CHANGE: "↓ 40",
            MISSING: missing_shown(40, 40),
        }
        for column in range(model.columnCount()):
            head = str(model.headerData(column, Qt.Orientation.Horizontal))
            texts = (str(model.index(row, column).data()) for row in range(model.rowCount()))
            room = letters.height() + _BOX if column == PARTNER else 0
            wide = max(map(letters.horizontalAdvance, (head, widest.get(column, ""), *texts)))
            self.setColumnWidth(column, wide + room + _BESIDE)

    def _build(self) -> None:
        self.setObjectName("standings")
        self.setAccessibleName(_("Ranking"))
        self.setAccessibleDescription(
            _("Space marks a partner for comparison, Enter opens its page, 1 to 6 choose the picture.")
        )
        self.setItemDelegate(_Numbers(self))
        self.setItemDelegateForColumn(PARTNER, BoxEdges(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(RANK, Qt.SortOrder.AscendingOrder)
        self._fit_columns()
        self._least = self.columnWidth(PARTNER) * 4 // 5  # where there is little room, the longest are cut
        self._wanted = heads.length() + self.verticalScrollBar().sizeHint().width() + _EDGES
