# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The history as a Qt tree model: days, newest first, and the topics that were open on each."""

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from asem_reader.core.dates import spoken
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.viewmodels.reading.outline import SLUG, Index
from asem_reader.viewmodels.reading.readings import Readings


class HistoryModel(QStandardItemModel):
    """Item model with a row for each day, and below it one for each topic that was open then."""

    due = Signal()  # something was opened that is not shown yet

    def __init__(
        self, readings: Readings, title_of: Callable[[Slug], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._readings = readings
        self._title_of = title_of
        self._due = True
        readings.opened.connect(self._wait)

    def show_all(self) -> None:
        """Take in what was opened since: it costs nothing while nobody looks."""
        if not self._due:
            return
        self._due = False
        days: dict[str, QStandardItem] = {}
        for visit in self._readings.visits:
            if visit.day not in days:
                days[visit.day] = _row(self._called(visit.day))
            topic = _row(self._title_of(visit.slug))
            topic.setData(visit.slug, SLUG)
            days[visit.day].appendRow(topic)
        self.clear()
        self.invisibleRootItem().appendRows(list(days.values()))

    def place_at(self, index: Index) -> Place | None:
        """The place of a topic's row; None for a day."""
        slug = index.data(SLUG)
        return Place(Slug(slug)) if slug else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a day as it is called, or a topic's title, with a tip that says whether it was read."""
        place = self.place_at(index) if role == Qt.ItemDataRole.ToolTipRole else None
        if place is None:
            return super().data(index, role)
        state = self._readings.state(place.slug)
        return _(state).capitalize()

    def headerData(self, _section: int, _way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the head of the column, which is heard alone."""
        return _("Topic") if role == Qt.ItemDataRole.DisplayRole else None

    def _called(self, day: str) -> str:
        ago = (self._readings.today - datetime.date.fromisoformat(day)).days
        return {0: _("Today"), 1: _("Yesterday")}.get(ago, spoken(day))

    def _wait(self) -> None:
        if not self._due:
            self._due = True
            self.due.emit()


def _row(text: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setEditable(False)
    return row
