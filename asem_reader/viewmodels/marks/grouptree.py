# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Item model of groups of marks, which stays as it is unfolded while marks come, go and move."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.marks.workingcopy import renamed
from asem_reader.viewmodels.described import Described

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class RowKey(NamedTuple):
    """Key of a row, which stays true when rows move.

    Attributes:
        group: the key of the group that the row is, or that holds its mark; None for the root.
        mark: None for a group.
    """

    group: str | None
    mark: MarkId | None


@dataclass(eq=False)
class Node:
    """A group where it stands.

    Attributes:
        above: the group that holds it; None for the root.
        row: its row there.
        rows: how many groups and marks it holds.
        number: its place among all groups, which the indexes of its rows carry.
        inner: the groups in it, which stand before its own marks.
    """

    group: Group
    above: "Node | None" = None
    row: int = 0
    rows: int = 0
    number: int = 0
    inner: list["Node"] = field(default_factory=list)

    @property
    def key(self) -> str | None:
        """The key of the group; None for the root."""
        return self.group.key if self.above else None

    def mark(self, row: int) -> Mark | None:
        """The mark in a row of its own; None for a group, and where nothing stands."""
        at = row - len(self.inner)
        return self.group.marks[at] if 0 <= at < len(self.group.marks) else None

    @cached_property
    def row_of(self) -> dict[MarkId, int]:
        """The row of each of its marks."""
        return {mark.id: row for row, mark in enumerate(self.group.marks, len(self.inner))}


class GroupTree(Described, QAbstractItemModel):
    """The structure of a tree; a subclass says what its rows show."""

    def __init__(self) -> None:
        super().__init__()
        self._lay(Group("", ""))

    def put(self, whole: Group) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._lay(whole)
        self.endResetModel()

    def follow(self, whole: Group, *, folders: bool) -> None:
        """Show the same groups as they are now; what was expanded, chosen or current stays so.

        Where keys are those of `folders`, one may have become another.
        """
        self.layoutAboutToBeChanged.emit()
        indexes, before = self.persistentIndexList(), set(filter(None, self._by_key))
        row_keys = [self.seat_at(index) for index in indexes]
        self._lay(whole)
        heirs = renamed(before, set(filter(None, self._by_key))) if folders else {}
        self.changePersistentIndexList(indexes, [self._followed(row_key, heirs) for row_key in row_keys])
        self.layoutChanged.emit()

    @property
    def count(self) -> int:
        """The number of marks in all groups; one that stands in two counts twice."""
        return self._nodes[0].group.count

    def mark_at(self, index: Index) -> Mark | None:
        """The mark of a row; None for a group."""
        holder = self._holder(index)
        return holder.mark(index.row()) if holder else None

    def is_mark(self, index: Index) -> bool:
        """True for the row of a mark."""
        number, row = index.internalId(), index.row()
        return row >= 0 and number < len(self._nodes) and row >= len(self._nodes[number].inner)

    def group_at(self, index: Index) -> Group | None:
        """The group of a row; None for a mark."""
        node = self._node(index) if index.isValid() else None
        return node.group if node else None

    def seat_at(self, index: Index) -> RowKey:
        """The key of a row."""
        mark, node = self.mark_at(index), self._node(index) or self._holder(index)
        return RowKey(node.key if node else None, mark.id if mark else None)

    def index_of(self, row_key: RowKey) -> QModelIndex:
        """The index of a row; an invalid one if it is not there."""
        node = self._by_key.get(row_key.group)
        if node and row_key.mark in node.row_of:
            return self.createIndex(node.row_of[row_key.mark], 0, node.number)
        return self._index(node) if node and row_key.mark is None else QModelIndex()

    def groups(self) -> Iterator[QModelIndex]:
        """All groups, each before those in it."""
        return map(self._index, self._nodes[1:])

    def path(self, index: Index) -> list[int]:
        """The rows that lead to one, from the top: it sorts as the tree stands."""
        path = []
        while index.isValid():
            path.append(index.row())
            index = self.parent(index)
        return path[::-1]

    # Qt's side.

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the index of a child; it carries the number of the group that holds it."""
        node = self._node(parent)
        if node and 0 <= row < node.rows and column == 0:
            return self.createIndex(row, 0, node.number)
        return QModelIndex()

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Qt: the index of the group that holds a row."""
        holder = self._holder(child)
        return self._index(holder) if holder else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows a group holds."""
        node = self._node(parent)
        return node.rows if node else 0

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 (Qt's signature)
        """Qt: always one."""
        return 1

    # How it is made.

    def _lay(self, whole: Group) -> None:
        """Put groups in their places; not by recursion, for folders may stand in one another deeply."""
        self._nodes: list[Node] = []
        waiting = [Node(whole)]
        while waiting:
            node = waiting.pop()
            node.number, node.rows = len(self._nodes), node.group.rows
            self._nodes.append(node)
            node.inner = [Node(group, node, row) for row, group in enumerate(node.group.groups)]
            waiting += reversed(node.inner)
        self._by_key = {node.key: node for node in self._nodes}

    def _followed(self, row_key: RowKey, heirs: Mapping[str, str]) -> QModelIndex:
        """The index of a row now, be it in another group; an invalid index if it is gone."""
        group, mark = row_key
        found = self.index_of(RowKey(heirs.get(group or "", group), mark))
        if found.isValid() or mark is None:
            return found
        holder = next((node for node in self._nodes if mark in node.row_of), None)
        return self.createIndex(holder.row_of[mark], 0, holder.number) if holder else QModelIndex()

    def _holder(self, index: Index) -> Node | None:
        """The group that holds a row."""
        number = index.internalId() if index.isValid() else len(self._nodes)
        return self._nodes[number] if number < len(self._nodes) else None

    def _node(self, index: Index) -> Node | None:
        """The group that a row is, the root for no row; None for a mark."""
        if not index.isValid():
            return self._nodes[0]
        holder, row = self._holder(index), index.row()
        return holder.inner[row] if holder and row < len(holder.inner) else None

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.above.number) if node.above else QModelIndex()
