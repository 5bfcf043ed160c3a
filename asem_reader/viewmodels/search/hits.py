# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The results of a search as a Qt list model; asked anew at every key."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from asem_reader.core.errors import ReaderError
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.hit import Answer, Found, Hit, Scope
from asem_reader.core.search.query import Query, parse
from asem_reader.store.search.search import Search as Searching
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.described import Described
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.search.notes import Hits, NoteSearch
from asem_reader.viewmodels.search.rows import MOST, CommandRow, Heading, Row, answer, noted, remembered, said

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
_PAUSE = 120  # milliseconds without a key
_BATCH = 8  # rows that a view is given at a time
_ALL = 1_000
_FIRST, _LIMIT = 16, 50  # hits looked for at a key, and when one walks on
_NOTES = 200  # of the notes that are asked for by themselves; the pane of marks has all of them


class HitsModel(Described, QAbstractListModel):
    """List model of what answers the text typed last, in groups under headings, best first.

    An answer that takes longer than the window can wait comes a little later; until then there is none, for
    one to another text would be wrong.

    Attributes:
        asking: whether the answer to `text` is still being looked for.
        all_found: whether there are no more hits than those of `answer`, or no more are wanted.
    """

    found = Signal(int)  # a search was made and had so many hits, the reader's own notes among them
    counted = Signal()  # the ways to narrow the answer are known
    recalled = Signal()  # searches of before stand there
    waiting = Signal()  # the answer is still being looked for, and nothing stands there
    refused = Signal(object)  # ReaderError: the Library could not be searched

    def __init__(self, search: Searching, marks: Marks) -> None:
        super().__init__()
        self.text = ""
        self.answer = Found()
        self._search = search
        self._own_notes = NoteSearch(marks)
        self._offers: Callable[[], Iterable[CommandRow]] = tuple
        self._query = Query()
        self._rows: tuple[Row, ...] = ()
        self._given = 0
        self.all_found = True
        self.asking = False
        self._work, self._ahead = Background(self), Background(self)
        self._work.refused.connect(self._refuse)
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._counting.timeout.connect(self.count_scopes)

    @property
    def literal(self) -> bool:
        """True if the text was taken letter by letter."""
        return self._query.literal

    def offer(self, offers: Callable[[], Iterable[CommandRow]]) -> None:
        """Find these commands too; they are asked for at every search."""
        self._offers = offers

    def ask(self, text: str, literal: bool = False) -> None:
        """Search for what `text` says; if that takes long, the answer comes when it is found."""
        self._counting.stop()
        self.asking, query = True, parse(text, literal=literal)
        self._work.begin(self._answering(text, query))
        if self._work.going and self.asking:
            self._put(text, query, Found(), ())
            self.asking = True
            self.waiting.emit()

    def finish(self) -> None:
        """Find now what is still being looked for."""
        if self.asking:
            self._work.finish()

    def count_scopes(self) -> None:
        """Count the ways to narrow the answer: that costs as much as finding it, so it waits for a pause."""
        self.finish()
        self._counting.stop()
        self._work.begin(self._counted())

    def _refuse(self, error: ReaderError) -> None:
        if self.asking:
            self._put(self.text, self._query, Found(), ())
        self.refused.emit(error)

    def recall(self, recent: Iterable[str], saved: Iterable[str]) -> None:
        """Show searches made before."""
        self._counting.stop()
        self._work.cancel()
        self._put("", Query(), Found(), remembered(recent, saved), _ALL)
        self.recalled.emit()

    def words(self, place: Place) -> tuple[str, ...]:
        """The words to be marked when a hit there is opened."""
        return self._search.words(self._query, place.slug)

    def row_at(self, index: Index) -> Row | None:
        """The row at an index, as a value."""
        return self._rows[index.row()] if index.isValid() and index.row() < self._given else None

    @property
    def hits(self) -> int:
        """The number of hits so far, the reader's own notes among them."""
        return sum(isinstance(row, Hit) and not isinstance(row, Answer) for row in self._rows)

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
        return not parent.isValid() and (self._given < len(self._rows) or not self.all_found)

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 (Qt's signature)
        """Qt: give the next rows, and in time look for the hits that a key had no time for."""
        if not self.all_found and self._given >= _FIRST and not self._work.going:
            self._work.begin(self._further())
        self._give()

    def _give(self) -> None:
        more = min(self._given + _BATCH, len(self._rows))
        if more > self._given:
            self.beginInsertRows(ROOT, self._given, more - 1)
            self._given = more
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: headings can neither be chosen nor walked on."""
        if isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the title, what a screen reader says, and the row under `ROW`."""
        row = self.row_at(index)
        if row is None or role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown, spoken = said(row)
            return shown if role == Qt.ItemDataRole.DisplayRole else spoken
        return super().data(index, role)

    def _put(self, text: str, query: Query, found: Found, rows: tuple[Row, ...], given: int = _BATCH) -> None:
        self.beginResetModel()
        self.text, self._query, self.answer, self._rows = text, query, found, rows
        self._given, self.all_found = min(given, len(rows)), len(found) < _FIRST
        self.asking = False
        self.endResetModel()

    def _answering(self, text: str, query: Query) -> Iterator[None]:
        found = yield from self._search.steps(query, _FIRST, (yield from self._noted(query)))
        found = replace(found, answer=None if query.literal else self._search.answer(text))
        notes = yield from self._notes(query, found)
        self._put(text, query, found, self._answered(text, query, found, notes))
        self.found.emit(len(found) + len(notes))
        self._counting.start()

    def prepare(self) -> None:
        """Make the reader's notes ready before anybody searches them; best when all marks were read."""
        self._ahead.begin_when_idle(self._own_notes.preparing())

    def _counted(self) -> Iterator[None]:
        query = self._query
        try:
            scopes = yield from self._search.scope_steps(query, (yield from self._noted(query)))
            with_notes = yield from self._with_notes(query)
        except ReaderError:
            return  # the answer is whole without them
        self.answer = replace(self.answer, scopes=scopes + with_notes)
        self.counted.emit()

    def _with_notes(self, query: Query) -> Generator[None, None, tuple[Scope, ...]]:
        """The way to narrow a query to topics with notes, if that leaves some of what was found."""
        if query.noted or not query.wanted:
            return ()
        yield from self._own_notes.preparing()
        slugs = self._own_notes.noted
        if not slugs:
            return ()
        asked = replace(query, noted=True)
        topics = yield from self._search.topic_steps(asked, slugs)
        mine = yield from self._own_notes.topics(asked)
        if query.narrowed:
            mine &= {hit.place.slug for hit in self.answer}
        there = topics | mine
        narrows = any(hit.place.slug not in there for hit in self.answer)
        return (Scope(*noted(), len(there)),) if there and narrows else ()

    def _noted(self, query: Query) -> Generator[None, None, frozenset[Slug]]:
        """The Notebook says which topics have a note, if that is asked."""
        if not query.noted:
            return frozenset()
        yield from self._own_notes.preparing()
        return self._own_notes.noted

    def _answered(self, text: str, query: Query, found: Found, notes: tuple[Hit, ...]) -> tuple[Row, ...]:
        return answer(text, found, notes, () if query.literal else self._offers())

    def _further(self) -> Iterator[None]:
        """Find more hits, and show them if those that are given already still come first."""
        query = self._query
        try:
            found = yield from self._search.steps(query, _LIMIT, (yield from self._noted(query)))
            found = replace(found, answer=self.answer.answer)
            notes = yield from self._notes(query, found)
        finally:
            self.all_found = True
        rows = self._answered(self.text, query, found, notes)
        if rows[: self._given] == self._rows[: self._given]:
            self.answer, self._rows = replace(found, scopes=self.answer.scopes), rows
            self._give()

    def _notes(self, query: Query, found: Found) -> Hits:
        """A few notes, or many where they are asked for; in a narrowed search, those on what it found."""
        narrowed = query.kind or query.within or query.years
        topics = {hit.place.slug for hit in found} if narrowed else None
        return (yield from self._own_notes.finding(query, _NOTES if query.noted else MOST, topics))
