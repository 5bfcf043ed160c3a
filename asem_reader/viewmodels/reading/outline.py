# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tree of topics as a Qt model."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from asem_reader.core.content import Topic
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.core.reading import State
from asem_reader.viewmodels.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

SLUG = Qt.ItemDataRole.UserRole
SYMBOL = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2


class OutlineModel(QStandardItemModel):
    """Item model of topics by their parents, read once: the Library does not change while it is open."""

    def __init__(
        self,
        topics: tuple[Topic, ...],
        state_of: Callable[[Slug], State] = lambda _: State.UNREAD,
        parent: QObject | None = None,
    ) -> None:
        """Take the topics, each after its parent; `state_of` tells which of them were read."""
        super().__init__(parent)
        self._state_of = state_of
        self._topics = {str(topic.slug): topic for topic in topics}
        self._items: dict[Slug, QStandardItem] = {}
        self.setHorizontalHeaderLabels([_("Topic")])  # heard alone: no tree shows it
        for topic in topics:
            self._items[topic.slug] = item = QStandardItem(topic.title)
            item.setData(topic.slug, SLUG)
            item.setEditable(False)
            above = self._items[topic.parent] if topic.parent else self.invisibleRootItem()
            above.appendRow(item)
        self._told: dict[int, Callable[[Topic], str | None]] = {
            Qt.ItemDataRole.ToolTipRole: lambda topic: tooltip(topic.summary),
            Qt.ItemDataRole.AccessibleTextRole: self._heard,
            SYMBOL: lambda topic: topic.symbol,
            STATE: self._state,
        }

    def show_states(self) -> None:
        """Show anew which topics were read."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), [STATE])

    def index_of(self, slug: Slug) -> QModelIndex:
        """The index of a topic; an invalid one if it is not in the tree."""
        item = self._items.get(slug)
        return item.index() if item else QModelIndex()

    def title_of(self, slug: Slug) -> str:
        """The title of a topic; of one that is not in the tree its slug."""
        topic = self._topics.get(slug)
        return topic.title if topic else slug

    def place_at(self, index: Index) -> Place | None:
        """The place of a row; None for the root."""
        return self._topics[index.data(SLUG)].place if index.isValid() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title, the summary as a tip, the symbol under `SYMBOL`; under `STATE` if it was read."""
        told = self._told.get(role) if index.isValid() else None
        return told(self._topics[index.data(SLUG)]) if told else super().data(index, role)

    def _state(self, topic: Topic) -> State | None:
        return self._state_of(topic.slug) if topic.words else None

    def _heard(self, topic: Topic) -> str:
        state = self._state(topic)
        said = (topic.title, topic.symbol, _(state) if state and state is not State.UNREAD else None)
        return ", ".join(filter(None, said))
