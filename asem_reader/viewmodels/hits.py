# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the search found, as a Qt model; asked anew at every key."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from asem_reader.core.errors import ReaderError
from asem_reader.core.hit import Found, Hit
from asem_reader.core.place import Slug
from asem_reader.core.query import Query, parse
from asem_reader.store.search import Search
from asem_reader.viewmodels.answer import MOST, Heading, Offer, Past, Row, answer, remembered
from asem_reader.viewmodels.jottings import Jottings
from asem_reader.viewmodels.marks import Marks

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HIT = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
_ROLES = frozenset(map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, HIT, ROW)))
_PAUSE = 120  # milliseconds without a key
_BATCH = 8  # rows that a view is given at a time
_FIRST, _LIMIT = 16, 50  # hits looked for at a key, and when one walks on


class HitsModel(QAbstractListModel):
    """What answers the text typed last, in groups under headings, best first.

    Signals:
        found (int): a search was made and had so many hits, the reader's own notes among them.
        counted: the ways to narrow the answer are known.
        recalled: searches of before stand there.
        refused (ReaderError): the Library could not be searched.
    """

    found = Signal(int)
    counted = Signal()
    recalled = Signal()
    refused = Signal(object)

    def __init__(self, search: Search, marks: Marks | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.answer = Found()
        self._search = search
        self._jottings = Jottings(marks) if marks else None
        self._offers: Callable[[], Iterable[Offer]] = tuple
        self._query = Query()
        self._rows: tuple[Row, ...] = ()
        self._given = 0
        self._all = True
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._counting.timeout.connect(self.count_scopes)

    @property
    def literal(self) -> bool:
        """Whether the text was taken letter by letter."""
        return self._query.literal

    def offer(self, offers: Callable[[], Iterable[Offer]]) -> None:
        """Find these commands too; they are asked for at every search."""
        self._offers = offers

    @Slot(str)
    def ask(self, text: str, literal: bool = False) -> None:
        """Search for what `text` says, on this thread: it takes a few milliseconds and is bounded."""
        query = parse(text, literal=literal)
        try:
            found = self._found(query, _FIRST)
        except ReaderError as error:
            self.refused.emit(error)
            return
        notes = self._notes(query, found)
        self.beginResetModel()
        self.text, self._query, self.answer = text, query, found
        self._rows = self._answered(found, notes)
        self._given, self._all = min(_BATCH, len(self._rows)), len(found) < _FIRST
        self.endResetModel()
        self.found.emit(len(found) + len(notes))
        self._counting.start()

    def count_scopes(self) -> None:
        """Count the ways to narrow the answer: that costs as much as finding it, so it waits for a pause."""
        self._counting.stop()
        try:
            scopes = self._search.scopes(self._query, self._noted(self._query))
        except ReaderError:
            return  # the answer is whole without them
        self.answer = replace(self.answer, scopes=scopes)
        self.counted.emit()

    def recall(self, recent: Iterable[str], saved: Iterable[str]) -> None:
        """Show searches made before."""
        self._counting.stop()
        self.beginResetModel()
        self.text, self._query, self.answer = "", Query(), Found()
        self._rows = remembered(recent, saved)
        self._given, self._all = len(self._rows), True
        self.endResetModel()
        self.recalled.emit()

    def words(self, hit: Hit) -> tuple[str, ...]:
        """The words to be marked when a hit is opened."""
        return self._search.words(self._query, hit.place.slug)

    def row_at(self, index: Index) -> Row | None:
        """What a row shows."""
        return self._rows[index.row()] if index.isValid() and index.row() < self._given else None

    def hit_at(self, index: Index) -> Hit | None:
        """The hit of a row; None for one that shows something else."""
        row = self.row_at(index)
        return row if isinstance(row, Hit) else None

    @property
    def all_found(self) -> bool:
        """Whether there are no more hits than those of `answer`, or no more are wanted."""
        return self._all

    @property
    def best(self) -> QModelIndex:
        """The first row that can be chosen."""
        rows = (number for number, row in enumerate(self._rows) if not isinstance(row, Heading))
        return self.index(next(rows, -1), 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows were fetched, headings among them."""
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index) -> bool:
        """Qt: whether there are more rows; a view measures each it has, and nobody sees fifty at once."""
        return not parent.isValid() and (self._given < len(self._rows) or not self._all)

    def fetchMore(self, parent: Index) -> None:
        """Qt: give the next rows, and in time look for the hits that a key had no time for."""
        if not self._all and not parent.isValid() and self._given >= _FIRST:
            self._look_further()
        if self.canFetchMore(parent):
            more = min(self._given + _BATCH, len(self._rows))
            self.beginInsertRows(ROOT, self._given, more - 1)
            self._given = more
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: headings can neither be chosen nor walked on."""
        if isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title, what a screen reader says, the row under `ROW`, and a hit under `HIT` as well."""
        row = self.row_at(index)
        if row is None or role not in _ROLES:
            return None
        if role == ROW:
            return row
        if role == HIT:
            return self.hit_at(index)
        shown, spoken = _said(row)
        return shown if role == Qt.ItemDataRole.DisplayRole else spoken

    def _found(self, query: Query, limit: int) -> Found:
        """What the Library has; the Notebook says which topics have a note."""
        return self._search.find(query, limit, self._noted(query), scoped=False)

    def _noted(self, query: Query) -> frozenset[Slug]:
        return self._jottings.noted if query.noted and self._jottings else frozenset()

    def _answered(self, found: Found, notes: tuple[Hit, ...]) -> tuple[Row, ...]:
        return answer(self.text, found, notes, () if self.literal else self._offers())

    def _look_further(self) -> None:
        """Find more hits, and show them if those that are given already still come first."""
        self._all = True
        try:
            found = self._found(self._query, _LIMIT)
        except ReaderError as error:
            self.refused.emit(error)
            return
        rows = self._answered(found, self._notes(self._query, found))
        if rows[: self._given] == self._rows[: self._given]:
            self.answer, self._rows = found, rows

    def _notes(self, query: Query, found: Found) -> tuple[Hit, ...]:
        """A few notes, or all where they are asked for; in a narrowed search, those on what it found."""
        if self._jottings is None:
            return ()
        notes = self._jottings.find(query)
        if query.kind or query.within or query.years:
            there = {hit.place.slug for hit in found}
            notes = tuple(hit for hit in notes if hit.place.slug in there)
        return notes if query.noted else notes[:MOST]


def _said(row: Row) -> tuple[str, str]:
    """What a row shows in a word, and what a screen reader says of it."""
    if isinstance(row, Heading):
        return row.title, row.title
    if isinstance(row, Offer):
        return row.text, f"Command: {row.text}, {row.keys}".rstrip(", ")
    if isinstance(row, Past):
        return row.text, f"{'Saved' if row.saved else 'Last'} search: {row.text}"
    where = ", ".join(part for part in (row.title, row.symbol, row.pillar, row.section) if part)
    why = f" ({row.why})" if row.why else ""
    return row.title, f"{where}: {row.plain}{why}"
