# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proxy model of the tree of topics with boxes to tick: what is in a pack, and what shall be."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal

from asem_reader.core.content import Topic
from asem_reader.core.folding import plain
from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.viewmodels.reading.outline import OutlineModel

Index = QModelIndex | QPersistentModelIndex

_COUNTED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

_TICKS = {
    Qt.CheckState.Checked: N_("{row}, ticked"),
    Qt.CheckState.PartiallyChecked: N_("{row}, ticked in part"),
    Qt.CheckState.Unchecked: N_("{row}, not ticked"),
}


def tick_said(row: str, tick: Qt.CheckState) -> str:
    """Return a row as it is heard, with its tick: no screen reader hears of a box in a tree."""
    return _(_TICKS[tick]).format(row=row)


class TickingModel(QSortFilterProxyModel):
    """Proxy model narrowed to titles with some letters. A tick is a wish: whoever keeps the binder does it.

    A group stands for those topics in it that are shown, and says how many they are.

    Signals:
        ticked (tuple[Slug, ...], bool): these shall be in the pack, or not.
    """

    ticked = Signal(object, bool)

    def __init__(self, outline: OutlineModel, topics: Iterable[Topic], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline = outline
        self._readable = _readable(topics)
        self._chosen: frozenset[Slug] = frozenset()
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self._letters = ""
        self.setSourceModel(outline)

    def narrow(self, text: str) -> None:
        """Show what has these letters, as marks are filtered by them, and what holds it or is held by it."""
        self.beginFilterChange()
        self._letters = plain(text.strip())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Qt: whether a row has the letters itself."""
        return self._has_letters(self._outline.index(row, 0, parent))

    def _has_letters(self, source: Index) -> bool:
        return self._letters in plain(str(source.data()))

    def show_chosen(self, slugs: Iterable[Slug]) -> None:
        """Show which topics are in the pack."""
        self._chosen = frozenset(slugs)
        roles = [int(role) for role in (Qt.ItemDataRole.CheckStateRole, *_COUNTED)]
        for index in filter(QModelIndex.isValid, map(self.index_of, self._readable)):
            self.dataChanged.emit(index, index, roles)

    def index_of(self, slug: Slug) -> QModelIndex:
        """The index of a topic; an invalid one if it is not in the tree, or not among what is shown."""
        return self.mapFromSource(self._outline.index_of(slug))

    def readable(self, index: Index) -> tuple[Slug, ...]:
        """The topics that a row stands for: itself and those below it, if they can be read and are shown."""
        place = self._outline.place_at(self.mapToSource(self.index(index.row(), 0, index.parent())))
        slugs = self._readable.get(place.slug, ()) if place else ()
        return tuple(slug for slug in slugs if self.index_of(slug).isValid()) if self._letters else slugs

    def found(self) -> QModelIndex:
        """The first topic that has the letters itself, else the first group; invalid if none has."""
        hits = [index for index in self._shown(QModelIndex()) if self._has_letters(self.mapToSource(index))]
        return next((hit for hit in hits if not self.hasChildren(hit)), next(iter(hits), QModelIndex()))

    def _shown(self, above: QModelIndex) -> Iterator[QModelIndex]:
        """All rows below one, from top to bottom."""
        for row in range(self.rowCount(above)):
            index = self.index(row, 0, above)
            yield index
            yield from self._shown(index)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: rows that stand for something can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.readable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a tick, if all that a row stands for is in the pack, or a sign for some; a group's number."""
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(index)
        told = super().data(index, role)
        if role not in _COUNTED:
            return told
        told = self._counted(index, str(told))
        tick = self._tick(index) if role == Qt.ItemDataRole.AccessibleTextRole else None
        return tick_said(told, tick) if tick else told

    def _counted(self, index: Index, told: str) -> str:
        if not self.hasChildren(self.index(index.row(), 0, index.parent())):
            return told
        slugs = self.readable(index)
        there, count = self._there(slugs), len(slugs)
        some = _("{group} ({there} of {count})") if 0 < there < count else _("{group} ({count})")
        return some.format(group=told, there=there, count=count)

    def _there(self, slugs: Iterable[Slug]) -> int:
        return sum(slug in self._chosen for slug in slugs)

    def _tick(self, index: Index) -> Qt.CheckState | None:
        slugs = self.readable(index)
        if not slugs:
            return None
        there = self._there(slugs)
        if there == len(slugs):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if there else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: a tick was made or taken away."""
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(self.readable(index), Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        return super().setData(index, value, role)


def _readable(topics: Iterable[Topic]) -> dict[Slug, tuple[Slug, ...]]:
    """For each topic, in the order of the tree, itself and those below it that can be read."""
    known = {topic.slug: topic for topic in topics}
    below: dict[Slug, tuple[Slug, ...]] = {}
    for topic in known.values():
        above: Topic | None = topic if topic.words else None
        while above:
            below[above.slug] = (*below.get(above.slug, ()), topic.slug)
            above = known[above.parent] if above.parent else None
    return below
