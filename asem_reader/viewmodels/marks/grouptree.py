# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Groups of marks as a tree for Qt, which stays as it is unfolded while marks come, go and move."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.marks.workingcopy import renamed

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
BATCH = 60  # rows of a group that are given at once: a view measures each, and a screen holds some twenty


class RowKey(NamedTuple):
    """The key of a row: what it shows, which stays true when rows move.

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
        given: how many of its own rows the view was told of.
        number: its place among all groups, which indexes carry.
        inner: the groups in it.
    """

    group: Group
    above: "Node | None" = None
    row: int = 0
    given: int = 0
    number: int = 0
    inner: list["Node"] = field(default_factory=list)

    @property
    def key(self) -> str | None:
        """What it is known by; None for the root."""
        return self.group.key if self.above else None

    def mark(self, row: int) -> Mark | None:
        """The mark in a row of its own; None for a group, and where nothing stands."""
        at = row - len(self.inner)
        return self.group.marks[at] if 0 <= at < len(self.group.marks) else None

    @cached_property
    def row_of(self) -> dict[MarkId, int]:
        """The row of each of its marks."""
        return {mark.id: row for row, mark in enumerate(self.group.marks, len(self.inner))}


class GroupTree(QAbstractItemModel):
    """The structure of a tree; a subclass says what its rows show.

    Of a long group the first rows are given; a view asks `give_more` when it comes near their end.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lay(Group("", ""))

    def put(self, whole: Group) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._lay(whole)
        self.endResetModel()

    def follow(self, whole: Group, *, folders: bool) -> None:
        """Show the same groups as they are now; what was expanded, chosen or current stays so.

        Args:
            whole: all of it.
            folders: whether keys are paths, of which one may have become another.
        """
        self.layoutAboutToBeChanged.emit()
        indexes, known = self.persistentIndexList(), self._by_key
        row_keys = [self.seat_at(index) for index in indexes]
        self._lay(whole)
        heirs = renamed(*(set(filter(None, keys)) for keys in (known, self._by_key))) if folders else {}
        for key, node in known.items():
            now = self._by_key.get(heirs.get(key or "", key))
            if now:
                now.given = min(max(node.given, BATCH), now.group.rows)
        self.changePersistentIndexList(indexes, [self._followed(row_key, heirs) for row_key in row_keys])
        self.layoutChanged.emit()

    @property
    def count(self) -> int:
        """How many marks there are in all groups; one that stands in two counts twice."""
        return self._nodes[0].group.count

    def mark_at(self, index: Index) -> Mark | None:
        """The mark of a row; None for a group."""
        holder = self._holder(index)
        return holder.mark(index.row()) if holder else None

    def group_at(self, index: Index) -> Group | None:
        """The group of a row; None for a mark."""
        node = self._node(index) if index.isValid() else None
        return node.group if node else None

    def seat_at(self, index: Index) -> RowKey:
        """What a row shows, which stays true when marks change."""
        mark, node = self.mark_at(index), self._node(index) or self._holder(index)
        return RowKey(node.key if node else None, mark.id if mark else None)

    def index_of(self, row_key: RowKey) -> QModelIndex:
        """Where something stands, given to Qt if it was not yet; an invalid index if it is not there."""
        holder, row = self._place(row_key, {})
        if holder is None:
            return QModelIndex()
        if row >= holder.given:
            self.give_more(self._index(holder), row + 1 - holder.given)
        return self.createIndex(row, 0, holder.number)

    def groups(self) -> Iterator[QModelIndex]:
        """All groups, each before those in it."""
        for node in self._nodes:
            if node.above and node.row < node.above.given:
                yield self._index(node)

    def lacks_more(self, index: Index) -> bool:
        """Whether a row is the last of its group that was given, and there are more."""
        holder = self._holder(index)
        return bool(holder and index.row() == holder.given - 1 and holder.given < holder.group.rows)

    def give_more(self, parent: Index, rows: int = BATCH) -> bool:
        """Give more rows of a group; return whether there were any."""
        node = self._node(parent)
        more = min(node.given + rows, node.group.rows) if node else 0
        if node is None or more <= node.given:
            return False
        self.beginInsertRows(self._index(node), node.given, more - 1)
        node.given = more
        self.endInsertRows()
        return True

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
        if node is None or column or not 0 <= row < node.given:
            return QModelIndex()
        return self.createIndex(row, 0, node.number)

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Qt: the index of the group that holds a row."""
        holder = self._holder(child)
        return self._index(holder) if holder else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows of a group were given."""
        node = self._node(parent)
        return node.given if node else 0

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Qt: whether it is a group with something in it."""
        return self.rowCount(parent) > 0

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
            node.number, node.given = len(self._nodes), min(node.group.rows, BATCH)
            self._nodes.append(node)
            node.inner = [Node(group, node, row) for row, group in enumerate(node.group.groups)]
            waiting += reversed(node.inner)
        self._by_key = {node.key: node for node in self._nodes}

    def _followed(self, row_key: RowKey, heirs: Mapping[str, str]) -> QModelIndex:
        """Where a row stands now, be it in another group; an invalid index if it is gone."""
        holder, row = self._place(row_key, heirs)
        if holder is None and row_key.mark:
            holder = next((node for node in self._nodes if row_key.mark in node.row_of), None)
            row = holder.row_of[row_key.mark] if holder else 0
        if holder is None:
            return QModelIndex()
        holder.given = max(holder.given, row + 1)
        return self.createIndex(row, 0, holder.number)

    def _place(self, row_key: RowKey, heirs: Mapping[str, str]) -> tuple[Node | None, int]:
        """The group that holds a row, and which of its rows it is; `heirs` are the keys of now."""
        node = self._by_key.get(heirs.get(row_key.group or "", row_key.group))
        if node is None or (row_key.mark and row_key.mark not in node.row_of):
            return None, 0
        return (node, node.row_of[row_key.mark]) if row_key.mark else (node.above, node.row)

    def _holder(self, index: Index) -> Node | None:
        """The group that holds a row."""
        number = index.internalId() if index.isValid() else len(self._nodes)
        node = self._nodes[number] if number < len(self._nodes) else None
        return node if node and index.row() < node.given else None

    def _node(self, index: Index) -> Node | None:
        """The group that a row is, the root for no row; None for a mark."""
        if not index.isValid():
            return self._nodes[0]
        holder = self._holder(index)
        return holder.inner[index.row()] if holder and index.row() < len(holder.inner) else None

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.above.number) if node.above else QModelIndex()
