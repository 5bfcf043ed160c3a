# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader wrote and highlighted on the topic that lies open, as a Qt model, in reading order."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from asem_reader.core.content import Article
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.order import in_reading_order

Index = QModelIndex | QPersistentModelIndex

MARK = Qt.ItemDataRole.UserRole
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TopicMarks(QAbstractListModel):
    """Notes and highlights of one topic; bookmarks too, if something is written on them."""

    def __init__(self, told: Callable[[Mark], str], parent: QObject | None = None) -> None:
        """Take what is told of a mark, in words."""
        super().__init__(parent)
        self._told = told
        self._shown: tuple[Mark, ...] = ()

    def show(self, article: Article, marks: Iterable[Mark]) -> bool:
        """Show these marks, if they are others than before; return whether they are."""
        kept = (mark for mark in marks if mark.kind is not MarkKind.BOOKMARK or mark.body.strip())
        shown = in_reading_order(article, kept)
        if shown == self._shown:
            return False
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        return True

    def mark_at(self, index: Index) -> Mark | None:
        """The mark of a row."""
        return self._shown[index.row()] if 0 <= index.row() < len(self._shown) else None

    def row_of(self, mark: Mark) -> int:
        """The row of a mark, whatever was changed of it; -1 if it is gone."""
        return next((row for row, other in enumerate(self._shown) if other.id == mark.id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Qt: how many there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what is told of the mark, or the mark itself."""
        mark = self.mark_at(index)
        if mark is None:
            return None
        if role == MARK:
            return mark
        return self._told(mark) if role in _TOLD else None
