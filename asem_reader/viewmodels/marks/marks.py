# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Repository of the reader's marks as the window knows them, with undo for every change."""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from asem_reader.core.content import Edition
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change, removal
from asem_reader.core.marks.errors import MarkChanged, NotebookDamaged, NotebookReplaced, NotKept
from asem_reader.core.marks.haystack import Haystacks
from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import WHOLE, Folder, Mark, MarkKind, Spot
from asem_reader.core.place import Slug
from asem_reader.core.steps import done
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.background.background import run_in_thread

ALONE = -1  # of a change that is a step by itself
PLACING = 0  # of those by which marks are given their places; the numbers of writings begin at 1
_MANY = 1_000  # marks of which a change takes so long that a backup before it is made on a thread
Entry = TypeVar("Entry")
Steps = Generator[None, None, bool]


class UndoCommand(QUndoCommand):
    """Undo command that only remembers: a change that the disk refuses to take back stays on the stack."""

    def __init__(self, change: Change, writing: int = ALONE) -> None:
        super().__init__(change.text)
        self.change = change
        self._writing = writing

    def id(self) -> int:
        """Qt: commands of one number may become one."""
        return self._writing

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Qt: be one step with what followed, if it went on from here, or is about other marks alone."""
        if not isinstance(other, UndoCommand):
            return False
        change, following = self.change, other.change
        if following.old == change.new:
            self.change = change._replace(new=following.new)
            return True
        mine, theirs = ({mark.id for mark in (*each.old, *each.new)} for each in (change, following))
        if following.old_folders or following.new_folders or not mine.isdisjoint(theirs):
            return False
        old, new = (*change.old, *following.old), (*change.new, *following.new)
        self.change = change._replace(old=old, new=new)
        return True


class Marks(QObject):
    """All marks and folders. What is shown is on disk already.

    The marks of a topic are read when it is opened, all of them when a list or a search first asks.

    Attributes:
        haystacks: the texts in which words of marks are looked for.
        is_writing: whether a change is being kept in steps, so that no other can be.

    Signals:
        changed: a mark or a folder came, went or is another.
        written: a change is on the disk; one that is merely shown is not.
        refused (ReaderError): a change could not be kept; nothing was lost of what was there.
        lost (ReaderError): the file cannot be used any more: it is damaged, or another was put in its place.
    """

    changed, written = Signal(), Signal()
    refused = Signal(object)
    lost = Signal(object)

    def __init__(
        self,
        notebook: Notebook,
        title_of: Callable[[Slug], str],
        fault: ReaderError | None = None,
        view_said: Callable[[str], str] = str,
    ) -> None:
        """Take the Notebook, names of topics and views, and with `fault` why nothing can be kept in it."""
        super().__init__()
        self.undo = QUndoStack(self)
        self.notebook = notebook
        self.title_of = title_of
        self.fault = fault
        self.view_said = view_said
        self.haystacks = Haystacks(title_of, view_said)
        self.is_writing = self._telling = False
        self._known: MarkIndex | None = None
        self._folders: tuple[Folder, ...] | None = None
        self._bin: tuple[Mark, ...] | None = None
        self._nothing = MarkIndex()  # what is read again is as old as it was
        self._changes = 0  # who reads all marks begins anew when one changed meanwhile

    @property
    def are_known(self) -> bool:
        """True if all marks have been read, so that nobody waits who asks for them."""
        return self._known is not None or isinstance(self.fault, NotebookDamaged)

    def learning(self) -> Generator[None, None, None]:
        """Read all marks in short steps, before anybody asks for them."""
        while not self.are_known:
            changes, coming = self._changes, list[Mark]()
            try:
                for some in self.notebook.slices():
                    coming += some
                    yield
            except ReaderError as error:
                self._tell(error)
                return
            if changes == self._changes:
                self._known = self._nothing.after((), coming)

    def put_right(self, notebook: Notebook, fault: ReaderError | None = None) -> None:
        """Go on with another Notebook, after the old one was lost."""
        self.notebook, self.fault = notebook, fault
        self.undo.clear()
        self.reload()

    def reload(self) -> None:
        """Forget what was read: the Notebook is another."""
        self._known = self._folders = self._bin = None
        self._changes += 1
        self.changed.emit()

    def look(self) -> None:
        """See whether another program changed the Notebook, and show what it did."""
        if isinstance(self.fault, NotebookDamaged):
            return
        try:
            if self.notebook.changed_elsewhere():
                self.reload()
        except ReaderError as error:
            self._refuse(error)
        self._refuse(self.notebook.file.daily.take_fault())

    def close(self) -> None:
        """Let go of the Notebook's file; all that was kept is on disk."""
        self.notebook.close()

    # What there is.

    @property
    def all(self) -> tuple[Mark, ...]:
        """All marks in use, newest first."""
        return self.index.all

    @property
    def index(self) -> MarkIndex:
        """All marks in use; what is not known yet is read now. Where it cannot be read, there is nothing."""
        if self._known is None:
            done(self.learning())
        return self._known or self._nothing

    @property
    def folders(self) -> tuple[Folder, ...]:
        """All folders, in their order."""
        if self._folders is None:
            self._folders = self._asked(self.notebook.folders)
        return self._folders

    @property
    def bin(self) -> tuple[Mark, ...]:
        """The marks that were taken away in the last thirty days, those first that went last."""
        if self._bin is None:
            self._bin = self._asked(self.notebook.bin)
        return self._bin

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """The marks on a topic and its blocks, oldest first."""
        return self._known.on(slug) if self._known else self._asked(lambda: self.notebook.on(slug))

    @property
    def waiting(self) -> tuple[Mark, ...]:
        """The marks that wait for their reader, oldest first."""
        return self._asked(self.notebook.waiting)

    def is_placed_in(self, edition: Edition) -> bool:
        """True if the marks on its Library are known to have their places in an edition."""
        try:
            return LastEdition(self.notebook, edition.library).digest == edition.digest
        except ReaderError:
            return False  # whoever places them says why

    def bookmark_on(self, slug: Slug, spot: Spot = WHOLE) -> Mark | None:
        """The bookmark on a topic, or on a spot of it."""
        return self._only(MarkKind.BOOKMARK, slug, spot)

    def note_on(self, slug: Slug, spot: Spot = WHOLE) -> Mark | None:
        """The note on a topic, or on a spot of it."""
        return self._only(MarkKind.NOTE, slug, spot)

    def _only(self, kind: MarkKind, slug: Slug, spot: Spot) -> Mark | None:
        return next((mark for mark in self.on(slug) if mark.kind is kind and mark.spot == spot), None)

    # What is done.

    def make(self, change: Change, writing: int = ALONE) -> bool:
        """Make a change, on disk first; return whether it was kept. Those of one `writing` are one step."""
        return done(self.making(change, writing))

    def making(self, change: Change, writing: int = ALONE) -> Steps:
        """Make a change in steps, and no other meanwhile. Who leaves them early leaves all as it was."""
        if not change:
            return True
        try:
            yield from self._write(change)
        except ReaderError as error:
            self._refuse(error)
            return False
        self.undo.push(UndoCommand(change, writing))
        return True

    def show_only(self, change: Change) -> None:
        """Show a change that cannot be kept, until the Notebook is read again."""
        _ = self.index  # all of them: what is read later would not know it
        self._take_in(change)
        self.changed.emit()

    def remove(self, *marks: Mark) -> bool:
        """Put marks into the bin; Ctrl+Z brings them back."""
        return self.make(removal(marks))

    def taking_back(self) -> Steps:
        """Undo the last change in steps, as `making` makes one; return whether it could be."""
        return self._step(self.undo.index() - 1, self.undo.undo, lambda change: change.reverse)

    def doing_again(self) -> Steps:
        """Redo what was taken back last in steps, as `making` makes a change."""
        return self._step(self.undo.index(), self.undo.redo, lambda change: change)

    def _step(self, at: int, step: Callable[[], None], way: Callable[[Change], Change]) -> Steps:
        """Make a step on the disk, then on the stack; one that was overtaken elsewhere leaves the stack."""
        undone = self.undo.command(at)
        if not isinstance(undone, UndoCommand):
            return False
        try:
            yield from self._write(way(undone.change))
        except ReaderError as error:
            if isinstance(error, MarkChanged):
                undone.setObsolete(True)
                step()
            self._refuse(error)
            return False
        step()
        return True

    def _write(self, change: Change) -> Iterator[None]:
        if self.fault:
            raise self.fault
        if self.is_writing:
            raise NotKept(_("another change is still being written"))
        self.is_writing = True
        try:
            if len(change.old) + len(change.new) > _MANY:
                with suppress(NotKept):  # then it is tried with the change, which does not wait for it
                    yield from run_in_thread(self.notebook.file.back_up)
            yield from self.notebook.changing(change)
        finally:
            self.is_writing = False
        # From here on it is on the disk, and nobody can leave before it is known.
        self._take_in(change)
        self.changed.emit()
        self.written.emit()
        self._refuse(self.notebook.file.daily.take_fault())  # the change itself is kept

    def _refuse(self, error: ReaderError | None) -> None:
        if isinstance(error, NotebookDamaged | NotebookReplaced):
            self.lost.emit(error)
        elif error:
            self.refused.emit(error)

    def _take_in(self, change: Change) -> None:
        """Know what the disk knows now, without reading all of it again."""
        self._folders = self._bin = None
        self._changes += 1
        if self._known:
            self._known = self._known.after(change.old, change.new)

    def _asked(self, ask: Callable[[], tuple[Entry, ...]]) -> tuple[Entry, ...]:
        try:
            return () if isinstance(self.fault, NotebookDamaged) else ask()
        except ReaderError as error:
            self._tell(error)
            return ()

    def _tell(self, error: ReaderError) -> None:
        """Say why the Notebook cannot be read; those who are told may ask again."""
        if not self._telling:
            self._telling = True
            self._refuse(error)
            self._telling = False
