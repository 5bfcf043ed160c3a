# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""List models of the binders, whose changes are on disk before they are shown, and of their items."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any, Self

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from asem_reader.core.content import Topic
from asem_reader.core.dates import spoken
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _, ngettext
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem
from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binders import Binders
from asem_reader.viewmodels.described import Described
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_MIME = "application/x-asem-topics"


class BindersModel(Described, QAbstractListModel):
    """List model of all binders, those first that were changed last; changes are undone and redone.

    Signals:
        changed (Binder): one is another now; deleted, if it says so.
        refused (ReaderError): a change could not be kept, or the binders not be read; nothing was lost.
        mended (str): what was done with those that were damaged, in sentences.
    """

    changed = Signal(object)
    refused = Signal(object)
    mended = Signal(str)

    def __init__(
        self, binders: Binders, fault: ReaderError | None = None, parent: QObject | None = None
    ) -> None:
        """Take the binders, and with `fault` the reason why nothing can be kept."""
        super().__init__(parent)
        self._binders = binders
        self._fault = fault
        self.all: tuple[Binder, ...] = ()  # in use
        self._done: list[tuple[Binder | None, Binder]] = []
        self._undone: list[tuple[Binder | None, Binder]] = []

    @classmethod
    def of(cls, marks: Marks) -> Self:
        """Return the binders that are in the Notebook beside the marks."""
        return cls(Binders(marks.notebook.file), marks.fault)

    def load(self) -> None:
        """Read the binders anew: another program may have changed them. Damaged ones are set aside."""
        try:
            if self._fault is None and (told := self._binders.mend()):
                self.mended.emit(" ".join(told))
            known = self._binders.all()
        except ReaderError as error:
            self.refused.emit(error)
            return
        self.beginResetModel()
        self.all = known
        self.endResetModel()

    def at(self, index: Index) -> Binder | None:
        """The binder of a row."""
        return self.all[index.row()] if index.isValid() else None

    def index_of(self, binder: BinderId) -> QModelIndex:
        """The index of a binder; an invalid one if it is not in use."""
        return self.index(next((row for row, b in enumerate(self.all) if b.id == binder), -1), 0)

    def draft(self, name: str, edition: str, cover: Cover | None = None) -> Binder:
        """Return a new binder, which is kept by the first change of it; a name that is taken has a number."""
        taken = {binder.name for binder in self.all}
        names = (_("{name} ({number})").format(name=name, number=number) for number in count(2))
        free = next(each for each in chain((name,), names) if each not in taken)
        return self._binders.draft(free, cover or Cover(""), edition)

    def new(self, edition: str) -> Binder:
        """Return a new binder with the day for a name, which is kept by the first change of it."""
        return self.draft(
            _("Pack of {day}").format(day=spoken(datetime.datetime.now().astimezone().date().isoformat())),
            edition,
        )

    def keep(self, binder: Binder) -> Binder | None:
        """Keep a binder as it shall be now; return it as it was kept, or None if it could not be."""
        before = self.at(self.index_of(binder.id))
        if before and before == replace(binder, modified=before.modified):
            return before
        kept = self._put(binder)
        if kept:
            self._done.append((before, kept))
            self._undone.clear()
        return kept

    def rename(self, binder: Binder, name: str) -> Binder | None:
        """Give a binder another name; one of blanks changes nothing."""
        name = " ".join(name.split())
        return self.keep(replace(binder, name=name)) if name else binder

    def duplicate(self, binder: Binder) -> Binder | None:
        """Make another of the same content."""
        new = self.draft(_("{name} (copy)").format(name=binder.name), binder.edition, binder.cover)
        return self.keep(replace(new, items=binder.items, outfit=binder.outfit, layout=binder.layout))

    def delete(self, binder: Binder) -> bool:
        """Take a binder away; `undo` brings it back."""
        return self.keep(replace(binder, deleted=self._binders.now())) is not None

    def undo(self) -> Binder | None:
        """Take the last change back; return the binder as it is then, or None if it could not be."""
        if not self._done:
            return None
        before, after = self._done[-1]
        kept = self._put(before or replace(after, deleted=self._binders.now()))
        if kept:
            self._undone.append(self._done.pop())
        return kept

    def redo(self) -> Binder | None:
        """Make the change again that was taken back last."""
        if not self._undone:
            return None
        kept = self._put(self._undone[-1][1])
        if kept:
            self._done.append(self._undone.pop())
        return kept

    def _put(self, binder: Binder) -> Binder | None:
        kept = replace(binder, modified=self._binders.now())
        try:
            if self._fault:
                raise self._fault
            self._binders.put(kept)
        except ReaderError as error:
            self.refused.emit(error)
            return None
        others = tuple(other for other in self.all if other.id != kept.id)
        self.beginResetModel()
        self.all = others if kept.deleted else (kept, *others)
        self.endResetModel()
        self.changed.emit(kept)
        return kept

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: the number of binders."""
        return 0 if parent.isValid() else len(self.all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the name, and below it how much is in it and when it was changed."""
        binder = self.at(index)
        if binder is None:
            return None
        number = len(binder.items)
        told = ngettext("{count} topic, changed {day}", "{count} topics, changed {day}", number)
        told = told.format(count=number, day=spoken(binder.modified[:10]))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{binder.name}\n{told}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{binder.name}, {told}"
        return super().data(index, role)


class BinderItemsModel(Described, QAbstractListModel):
    """List model of the topics of one binder. A drop is a wish: whoever keeps the binder moves them.

    Signals:
        moved (tuple[Slug, ...], int): these shall stand before the row that is now at a place.
    """

    moved = Signal(object, int)

    def __init__(self, topics: Mapping[Slug, Topic], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._topics = topics
        self._items: tuple[BinderItem, ...] = ()

    def show_binder(self, binder: Binder) -> None:
        """Show the topics of a binder."""
        if binder.items != self._items:
            self.beginResetModel()
            self._items = binder.items
            self.endResetModel()

    def slug_at(self, index: Index) -> Slug | None:
        """The topic of a row."""
        return self._items[index.row()].slug if index.isValid() else None

    def index_of(self, slug: Slug) -> QModelIndex:
        """The index of a topic; an invalid one if it is not in the binder."""
        return self.index(next((row for row, item in enumerate(self._items) if item.slug == slug), -1), 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: the number of topics."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: number, symbol and title; of a topic that is gone, that it is."""
        item = self._items[index.row()]
        topic = self._topics.get(item.slug)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            symbol = f"{topic.symbol} " if topic and topic.symbol else ""
            name = f"{index.row() + 1}. {symbol}{topic.title if topic else item.title}"
            if topic:
                return _("{topic} (in part)").format(topic=name) if item.only else name
            return _("{topic} (not in this Library)").format(topic=name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(topic.summary if topic else _("This topic is not in this edition of the Library."))
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: rows can be dragged, and dropped between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Qt: rows of our own."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: the slugs of the rows that are dragged."""
        data = QMimeData()
        slugs = (self._items[row].slug for row in sorted(index.row() for index in indexes))
        data.setData(_MIME, " ".join(slugs).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Qt: say where the rows shall stand; False, so that the view takes none away itself."""
        if data.hasFormat(_MIME) and action is Qt.DropAction.MoveAction and column <= 0:
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self._items)
            slugs = tuple(map(Slug, bytes(data.data(_MIME).data()).decode().split()))
            self.moved.emit(slugs, at)
        return False
