# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The history as a Qt tree model: days, newest first, and the topics that were open on each."""

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from asem_reader.core.dates import spoken
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.core.reading import Visit
from asem_reader.viewmodels.reading.readings import Readings

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PLACE = Qt.ItemDataRole.UserRole
_DAY = 0  # the internal id of a day; a topic has its day's row, from 1


class HistoryModel(QAbstractItemModel):
    """A row for each day, and below it one for each topic that was open then.

    Signals:
        due: something was opened that is not shown yet.
    """

    due = Signal()

    def __init__(
        self, readings: Readings, title_of: Callable[[Slug], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._readings = readings
        self._title_of = title_of
        self._days: list[tuple[str, list[Visit]]] = []
        self._due = True
        readings.opened.connect(self._wait)

    def show_all(self) -> None:
        """Take in what was opened since: it costs nothing while nobody looks."""
        if not self._due:
            return
        days: dict[str, list[Visit]] = {}
        for visit in self._readings.visits:
            days.setdefault(visit.day, []).append(visit)
        self.beginResetModel()
        self._days = list(days.items())
        self._due = False
        self.endResetModel()

    def place_at(self, index: Index) -> Place | None:
        """The place of a topic's row; None for a day."""
        visit = self._visit(index)
        return Place(visit.slug) if visit else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _DAY)

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Qt: the day of a topic."""
        day = child.internalId() if child.isValid() else _DAY
        return self.createIndex(int(day) - 1, 0, _DAY) if day != _DAY else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many days, or topics of a day."""
        if not parent.isValid():
            return len(self._days)
        return len(self._days[parent.row()][1]) if parent.internalId() == _DAY else 0

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 (Qt's signature)
        """Qt: always one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a day as it is called, or a topic's title with its place under `PLACE`."""
        if not index.isValid():
            return None
        visit = self._visit(index)
        if visit is None:
            day = self._days[index.row()][0]
            return self._called(day) if role == Qt.ItemDataRole.DisplayRole else None
        state = self._readings.state(visit.slug)
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: self._title_of(visit.slug),
            Qt.ItemDataRole.ToolTipRole: _(state).capitalize(),
            PLACE: Place(visit.slug),
        }
        return values.get(role)

    def _visit(self, index: Index) -> Visit | None:
        day = int(index.internalId()) if index.isValid() else _DAY
        return self._days[day - 1][1][index.row()] if day != _DAY else None

    def _called(self, day: str) -> str:
        ago = (self._readings.today - datetime.date.fromisoformat(day)).days
        return {0: _("Today"), 1: _("Yesterday")}.get(ago, spoken(day))

    def _wait(self) -> None:
        if not self._due:
            self._due = True
            self.due.emit()
