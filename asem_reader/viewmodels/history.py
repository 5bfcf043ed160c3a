# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The way the reader came in this session, as a Qt model: newest first."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from asem_reader.core.place import Place, Slug
from asem_reader.core.trail import Trail

ROOT = QModelIndex()
PLACE = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """Topics by when they were last open; each stands once."""

    def __init__(self, title_of: Callable[[Slug], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._places: list[Place] = []

    def follow(self, trail: Trail) -> None:
        """Show the trail as it is now."""
        newest = {place.slug: place for place in trail.places}
        order = dict.fromkeys(place.slug for place in reversed(trail.places))
        self.beginResetModel()
        self._places = [newest[slug] for slug in order]
        self.endResetModel()

    def place_at(self, index: QModelIndex | QPersistentModelIndex) -> Place | None:
        """The place of a row."""
        return self._places[index.row()] if index.isValid() and index.row() < len(self._places) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        """Qt: how many topics there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt: the title, and the place under `PLACE`."""
        place = self.place_at(index)
        if place is None:
            return None
        values: dict[int, object] = {Qt.ItemDataRole.DisplayRole: self._title_of(place.slug), PLACE: place}
        return values.get(role)
