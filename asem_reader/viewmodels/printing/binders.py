# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reader's binders as a Qt model, each change on disk before it is shown, and undone by a key."""

from dataclasses import replace
from typing import Any, Self

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from asem_reader.core.dates import spoken
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _, ngettext
from asem_reader.core.printing.binder import Binder, BinderId
from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binders import Binders
from asem_reader.viewmodels.marks.marks import Marks

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class BindersModel(QAbstractListModel):
    """All binders, those first that were changed last.

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
        self._known: tuple[Binder, ...] = ()
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
        self._known = known
        self.endResetModel()

    @property
    def all(self) -> tuple[Binder, ...]:
        """All binders in use."""
        return self._known

    def at(self, index: Index) -> Binder | None:
        """The binder of a row."""
        return self._known[index.row()] if index.isValid() else None

    def index_of(self, binder: BinderId) -> QModelIndex:
        """The index of a binder; an invalid one if it is not in use."""
        return self.index(next((row for row, b in enumerate(self._known) if b.id == binder), -1), 0)

    def draft(self, name: str, edition: str, cover: Cover | None = None) -> Binder:
        """Return a new binder, which is kept by the first change of it."""
        return self._binders.draft(name, cover or Cover(""), edition)

    # What is done.

    def keep(self, binder: Binder) -> Binder | None:
        """Keep a binder as it shall be now; return it as it was kept, or None if it could not be."""
        before = self._as_known(binder.id)
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

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

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
        others = tuple(other for other in self._known if other.id != kept.id)
        self.beginResetModel()
        self._known = others if kept.deleted else (kept, *others)
        self.endResetModel()
        self.changed.emit(kept)
        return kept

    def _as_known(self, binder: BinderId) -> Binder | None:
        return next((each for each in self._known if each.id == binder), None)

    # What Qt asks.

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many binders there are."""
        return 0 if parent.isValid() else len(self._known)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the name, and below it how much is in it and when it was changed."""
        binder = self.at(index)
        if binder is None:
            return None
        count = len(binder.items)
        told = ngettext("{count} topic, changed {day}", "{count} topics, changed {day}", count)
        told = told.format(count=count, day=spoken(binder.modified[:10]))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{binder.name}\n{told}"
        return f"{binder.name}, {told}" if role == Qt.ItemDataRole.AccessibleTextRole else None
