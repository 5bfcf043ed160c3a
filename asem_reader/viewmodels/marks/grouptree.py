# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Groups of marks as a tree for Qt, which stays as it is unfolded while marks come, go and move."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark
from asem_reader.viewmodels.marks.markrows import BATCH, Node, RowKey, Rows

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class GroupTree(QAbstractItemModel):
    """The structure of a tree; a subclass says what its rows show.

    Of a long group the first rows are given; a view asks `give_more` when it comes near their end.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows(Group("", ""))

    def put(self, whole: Group) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._rows = Rows(whole)
        self.endResetModel()

    def follow(self, whole: Group, *, folders: bool) -> None:
        """Show the same groups as they are now; what was expanded, chosen or current stays so.

        Args:
            whole: all of it.
            folders: whether keys are paths, of which one may have become another.
        """
        rows = self._rows.followed_by(whole, folders=folders)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        row_keys = [self.seat_at(index) for index in before]
        self._rows = rows
        places = [rows.place(row_key, anywhere=True) for row_key in row_keys]
        after = [self.createIndex(row, 0, node.id) if node else QModelIndex() for node, row in places]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @property
    def count(self) -> int:
        """How many marks there are in all groups; one that stands in two counts twice."""
        return self._rows.root.group.count

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
        holder, row = self._rows.place(row_key)
        if holder is None:
            return QModelIndex()
        if row >= holder.given:
            self.give_more(self._index(holder), row + 1 - holder.given)
        return self.createIndex(row, 0, holder.id)

    def groups(self) -> Iterator[QModelIndex]:
        """All groups, each before those in it."""
        for node in self._rows.nodes.values():
            holder = self._rows.nodes.get(node.above)
            if holder and node.row < holder.given:
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
        return self.createIndex(row, 0, node.id)

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

    def _holder(self, index: Index) -> Node | None:
        """The group that holds a row."""
        node = self._rows.nodes.get(index.internalId()) if index.isValid() else None
        return node if node and index.row() < node.given else None

    def _node(self, index: Index) -> Node | None:
        """The group that a row is, the root for no row; None for a mark."""
        if not index.isValid():
            return self._rows.root
        holder = self._holder(index)
        return self._rows.inner(holder, index.row()) if holder else None

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._rows.root else self.createIndex(node.row, 0, node.above)
