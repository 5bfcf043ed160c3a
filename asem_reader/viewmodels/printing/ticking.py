# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proxy model of the tree of topics with boxes to tick: what is in a pack, and what shall be."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal

from asem_reader.core.content import Topic
from asem_reader.core.folding import plain
from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.viewmodels.reading.outline import OutlineModel

Index = QModelIndex | QPersistentModelIndex


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

    What holds other topics stands for all of them that can be read.

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
        return self._letters in plain(str(self._outline.index(row, 0, parent).data()))

    def show_chosen(self, slugs: Iterable[Slug]) -> None:
        """Show which topics are in the pack."""
        self._chosen = frozenset(slugs)
        roles = [int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.AccessibleTextRole)]
        for index in filter(QModelIndex.isValid, map(self.index_of, self._readable)):
            self.dataChanged.emit(index, index, roles)

    def index_of(self, slug: Slug) -> QModelIndex:
        """The index of a topic; an invalid one if it is not in the tree, or not among what is shown."""
        return self.mapFromSource(self._outline.index_of(slug))

    def readable(self, index: Index) -> tuple[Slug, ...]:
        """The topics that a row stands for: itself and those below it, as far as they can be read."""
        place = self._outline.place_at(self.mapToSource(self.index(index.row(), 0, index.parent())))
        return self._readable.get(place.slug, ()) if place else ()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: rows that stand for something can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.readable(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a tick, if all of what a row stands for is in the pack, or a sign for some of it."""
        told = super().data(index, role) if role != Qt.ItemDataRole.CheckStateRole else self._tick(index)
        tick = self._tick(index) if role == Qt.ItemDataRole.AccessibleTextRole else None
        return tick_said(str(told), tick) if tick else told

    def _tick(self, index: Index) -> Qt.CheckState | None:
        slugs = self.readable(index)
        if not slugs:
            return None
        there = sum(slug in self._chosen for slug in slugs)
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
