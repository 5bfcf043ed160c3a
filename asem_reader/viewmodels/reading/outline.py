# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tree of topics as a Qt model."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from asem_reader.core.content import Topic
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.core.reading import State
from asem_reader.viewmodels.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

SYMBOL = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1


class _Node:
    def __init__(self, topic: Topic | None, parent: "_Node | None", row: int) -> None:
        self.topic, self.parent, self.row = topic, parent, row
        self.children: list[_Node] = []


class OutlineModel(QAbstractItemModel):
    """Topics by their parents, read once: the Library does not change while it is open."""

    def __init__(
        self,
        topics: tuple[Topic, ...],
        state_of: Callable[[Slug], State] = lambda _: State.UNREAD,
        parent: QObject | None = None,
    ) -> None:
        """Take the topics, each after its parent; `state_of` tells which of them were read."""
        super().__init__(parent)
        self._state_of = state_of
        self._root = _Node(None, None, 0)
        self._nodes: dict[Slug, _Node] = {}
        for topic in topics:
            above = self._nodes[topic.parent] if topic.parent else self._root
            node = _Node(topic, above, len(above.children))
            above.children.append(node)
            self._nodes[topic.slug] = node
        self._told: dict[int, Callable[[Topic], str | None]] = {
            Qt.ItemDataRole.DisplayRole: lambda topic: topic.title,
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
        node = self._nodes.get(slug)
        return self.createIndex(node.row, 0, node) if node else QModelIndex()

    def place_at(self, index: Index) -> Place | None:
        """The place of a row."""
        topic = self._node(index).topic
        return topic.place if topic else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Qt: the index of what holds a child."""
        above = self._node(child).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many children there are."""
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 (Qt's signature)
        """Qt: always one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title, the summary as a tip, the symbol under `SYMBOL`; under `STATE` if it was read."""
        topic = self._node(index).topic
        told = self._told.get(role)
        return told(topic) if told and topic else None

    def _state(self, topic: Topic) -> State | None:
        return self._state_of(topic.slug) if topic.words else None

    def _heard(self, topic: Topic) -> str:
        state = self._state(topic)
        said = (topic.title, topic.symbol, _(state) if state and state is not State.UNREAD else None)
        return ", ".join(filter(None, said))

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root
