# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reader's marks as a Qt model, newest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from asem_reader.core.marks import Mark
from asem_reader.viewmodels.marks import Marks

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MARK = Qt.ItemDataRole.UserRole


class MarkList(QAbstractListModel):
    """A row for each mark in use."""

    def __init__(self, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = marks
        self._shown: tuple[Mark, ...] = marks.all
        marks.changed.connect(self._show)

    def mark_at(self, index: Index) -> Mark | None:
        """The mark of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many marks there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the topic's title, what a screen reader says, and the mark under `MARK`."""
        mark = self.mark_at(index)
        if mark is None:
            return None
        title = self.marks.title_of(mark.slug)
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.ToolTipRole: mark.quote,
            Qt.ItemDataRole.AccessibleTextRole: f"{mark.kind}, {title}: {mark.said}".rstrip(": "),
            MARK: mark,
        }
        return values.get(role)

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self.marks.all
        self.endResetModel()
