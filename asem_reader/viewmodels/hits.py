# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the search found, as a Qt model; asked anew at every key."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from asem_reader.core.errors import ReaderError
from asem_reader.core.hit import Hit
from asem_reader.core.query import Query, parse
from asem_reader.store.search import Search

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HIT = Qt.ItemDataRole.UserRole


class HitsModel(QAbstractListModel):
    """The hits of the query typed last, best first.

    Signals:
        found (int): a search was made and had so many hits.
        refused (ReaderError): the Library could not be searched.
    """

    found = Signal(int)
    refused = Signal(object)

    def __init__(self, search: Search, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._query = Query()
        self._hits: tuple[Hit, ...] = ()

    @Slot(str)
    def ask(self, text: str) -> None:
        """Search for what `text` says, on this thread: it takes a few milliseconds and is bounded."""
        query = parse(text)
        try:
            hits = self._search.find(query)
        except ReaderError as error:
            self.refused.emit(error)
            return
        self.beginResetModel()
        self._query, self._hits = query, hits.hits
        self.endResetModel()
        self.found.emit(len(hits))

    def words(self, hit: Hit) -> tuple[str, ...]:
        """The words to be marked when a hit is opened."""
        return self._search.words(self._query, hit.place.slug)

    def hit_at(self, index: Index) -> Hit | None:
        """The hit of a row."""
        return self._hits[index.row()] if index.isValid() and index.row() < len(self._hits) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title, what a screen reader says, and the hit under `HIT`."""
        hit = self.hit_at(index)
        if hit is None:
            return None
        where = f"{hit.title}, {hit.section}" if hit.section else hit.title
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: hit.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{where}: {hit.plain}",
            HIT: hit,
        }
        return values.get(role)
