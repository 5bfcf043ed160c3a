# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reader's marks as a Qt model, with undo for every change."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from asem_reader.core.content import Article
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks import Mark, MarkKind, anchor
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.notebook import Notebook

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MARK = Qt.ItemDataRole.UserRole


class MarksModel(QAbstractListModel):
    """All marks, newest first. What is shown is on disk already.

    Signals:
        changed: a mark came, went or was rewritten.
        refused (ReaderError): a change could not be kept; nothing was lost of what was there.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        notebook: Notebook,
        title_of: Callable[[Slug], str],
        fault: ReaderError | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take the Notebook, and with `fault` the reason why it must not be touched."""
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.title_of = title_of
        self._notebook = notebook
        self._fault = fault
        self._marks: tuple[Mark, ...] = ()
        self.reload()

    def reload(self) -> None:
        """Read the Notebook again."""
        if self._fault:
            return
        try:
            marks = self._notebook.marks()
        except ReaderError as error:
            self.refused.emit(error)
            return
        self.beginResetModel()
        self._marks = marks[::-1]
        self.endResetModel()
        self.changed.emit()

    def close(self) -> None:
        """Let go of the Notebook's file; all that was kept is on disk."""
        self._notebook.close()

    @property
    def all(self) -> tuple[Mark, ...]:
        """All marks, newest first."""
        return self._marks

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """The marks on a topic and its blocks, oldest first."""
        return tuple(mark for mark in reversed(self._marks) if mark.slug == slug)

    def bookmark_on(self, slug: Slug) -> Mark | None:
        """The bookmark on a whole topic."""
        found = (m for m in self.on(slug) if m.kind is MarkKind.BOOKMARK and m.block is None)
        return next(found, None)

    def note_on(self, slug: Slug, block: BlockId | None) -> Mark | None:
        """The note on a block, or on the whole topic."""
        found = (m for m in self.on(slug) if m.kind is MarkKind.NOTE and m.block == block)
        return next(found, None)

    def toggle_bookmark(self, article: Article) -> None:
        """Set a bookmark on a topic, or take it away."""
        there = self.bookmark_on(article.topic.slug)
        if there:
            self.remove(there)
        else:
            mark = self._notebook.draft(MarkKind.BOOKMARK, anchor(article, None))
            self._change("Bookmark", [], [mark])

    def note(self, article: Article, block: BlockId | None, body: str) -> bool:
        """Keep the reader's words on a block, none at all takes the note away; return whether it was kept."""
        there = self.note_on(article.topic.slug, block)
        if there is None and body.strip():
            return self._change(
                "Note", [], [self._notebook.draft(MarkKind.NOTE, anchor(article, block), body)]
            )
        if there and not body.strip():
            return self.remove(there)
        if there and body != there.body:
            return self._change("Note", [there], [there.with_body(body, self._notebook.now())])
        return True

    def remove(self, mark: Mark) -> bool:
        """Take a mark away; Ctrl+Z brings it back."""
        return self._change(f"Removal of {mark.kind}", [mark], [])

    def take_back(self) -> bool:
        """Undo the last change; return whether it could be."""
        change = self.undo.command(self.undo.index() - 1) if self.undo.canUndo() else None
        if not isinstance(change, _Change) or not self.exchange(change.new, change.old):
            return False
        self.undo.undo()
        return True

    def do_again(self) -> bool:
        """Redo what was taken back last; return whether it could be."""
        change = self.undo.command(self.undo.index()) if self.undo.canRedo() else None
        if not isinstance(change, _Change) or not self.exchange(change.old, change.new):
            return False
        self.undo.redo()
        return True

    def mark_at(self, index: Index) -> Mark | None:
        """The mark of a row."""
        return self._marks[index.row()] if index.isValid() and index.row() < len(self._marks) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many marks there are."""
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the topic's title, what a screen reader says, and the mark under `MARK`."""
        mark = self.mark_at(index)
        if mark is None:
            return None
        title = self.title_of(mark.slug)
        said = mark.body or (mark.quote if mark.block else "")
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.ToolTipRole: mark.quote,
            Qt.ItemDataRole.AccessibleTextRole: f"{mark.kind}, {title}: {said}".rstrip(": "),
            MARK: mark,
        }
        return values.get(role)

    def exchange(self, old: list[Mark], new: list[Mark]) -> bool:
        """Put `new` in the place of `old`, on disk first, then on the glass; return whether it was kept."""
        try:
            if self._fault:
                raise self._fault
            self._notebook.exchange([mark.id for mark in old], new)
        except ReaderError as error:
            self.refused.emit(error)
            return False
        self.reload()
        return True

    def _change(self, text: str, old: list[Mark], new: list[Mark]) -> bool:
        """Make a change that can be undone; one that could not be kept leaves no trace to undo."""
        if not self.exchange(old, new):
            return False
        self.undo.push(_Change(text, old, new))
        return True


class _Change(QUndoCommand):
    """Some marks in the place of others.

    The model makes and unmakes it, on disk first; the stack only remembers. So a change that the disk
    refuses to take back stays on the stack, and can be taken back when there is room.
    """

    def __init__(self, text: str, old: list[Mark], new: list[Mark]) -> None:
        super().__init__(text)
        self.old, self.new = old, new
