# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The topics of a binder in their order, to be moved by drag and by keys."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from asem_reader.core.content import Topic
from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem
from asem_reader.viewmodels.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_MIME = "application/x-asem-topics"


class BinderItemsModel(QAbstractListModel):
    """The items of one binder as rows. A drop is a wish: whoever keeps the binder moves them.

    Signals:
        moved (tuple[Slug, ...], int): these shall stand before the row that is now at a place.
    """

    moved = Signal(object, int)

    def __init__(self, topics: Mapping[Slug, Topic], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._topics = topics
        self._items: tuple[BinderItem, ...] = ()

    def show_binder(self, binder: Binder) -> None:
        """Show the topics of a binder."""
        if binder.items != self._items:
            self.beginResetModel()
            self._items = binder.items
            self.endResetModel()

    def item_at(self, index: Index) -> BinderItem | None:
        """The item of a row."""
        return self._items[index.row()] if index.isValid() else None

    def index_of(self, slug: Slug) -> QModelIndex:
        """The index of a topic; an invalid one if it is not in the binder."""
        return self.index(next((row for row, item in enumerate(self._items) if item.slug == slug), -1), 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many topics there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: number, symbol and title; of a topic that is gone, that it is."""
        item = self.item_at(index)
        if item is None:
            return None
        topic = self._topics.get(item.slug)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            symbol = f"{topic.symbol} " if topic and topic.symbol else ""
            name = f"{index.row() + 1}. {symbol}{topic.title if topic else item.title}"
            if topic:
                return _("{topic} (in part)").format(topic=name) if item.only else name
            return _("{topic} (not in this Library)").format(topic=name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(topic.summary if topic else _("This topic is not in this edition of the Library."))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: rows can be dragged, and dropped between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt: rows of our own."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the slugs of the rows that are dragged."""
        data = QMimeData()
        slugs = (self._items[row].slug for row in sorted(index.row() for index in indexes))
        data.setData(_MIME, " ".join(slugs).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Qt: say where the rows shall stand; False, so that the view takes none away itself."""
        if data.hasFormat(_MIME) and action is Qt.DropAction.MoveAction and column <= 0:
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self._items)
            slugs = tuple(map(Slug, bytes(data.data(_MIME).data()).decode().split()))
            self.moved.emit(slugs, at)
        return False
