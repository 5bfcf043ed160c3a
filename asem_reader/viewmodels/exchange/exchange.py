# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on their way out of the window and into it, and what they were in a backup."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from asem_reader.core.dates import spoken
from asem_reader.core.exchange import plaintext
from asem_reader.core.exchange.format import MarksFormat, written
from asem_reader.core.exchange.parcel import Parcel, otherwise
from asem_reader.core.exchange.wanted import Wanted
from asem_reader.core.marks.backup import Backup, RestorePreview, comparing
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Mark, folders_of
from asem_reader.core.place import Slug
from asem_reader.core.steps import done
from asem_reader.store.arrivals import settling
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.recovery import held, kept
from asem_reader.store.output import Output
from asem_reader.store.parcelfile import read_binders, read_parcel
from asem_reader.viewmodels.background.thread import run_in_thread
from asem_reader.viewmodels.marks.marks import Marks

_SOME = 200  # marks that are looked at in some milliseconds


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of a file of marks.

    Attributes:
        new, there: how many marks came in, and how many were there already.
        other: how many of those that were there say something else in the file; they stayed as they are.
        waiting: how many of the new ones have no sure place in this Library.
        left_out: how many entries lead to no place in a Library.
        kept: whether it is on disk; where not, `Marks.refused` said why.
    """

    new: int
    there: int
    other: int
    waiting: int
    left_out: int
    kept: bool


class Exchange:
    """A method for each way out and in; an import and a restored backup are one step to undo each."""

    def __init__(self, marks: Marks, library: Library, output: Output) -> None:
        self.marks = marks
        self.library = library
        self._output = output

    @cached_property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self.library.guide()

    def chosen(self, wanted: Wanted) -> tuple[Mark, ...]:
        """Return the marks that are wanted, oldest first."""
        return done(self.choosing(wanted))

    def choosing(self, wanted: Wanted) -> Generator[None, None, tuple[Mark, ...]]:
        """Choose them in steps of some milliseconds."""
        yield from self.marks.learning()
        marks, titles, found = reversed(self.marks.all), self.guide.titles, list[Mark]()
        while some := list(islice(marks, _SOME)):
            found += wanted.of(some, titles)
            yield
        return tuple(found)

    def export(self, path: Path, kind: MarksFormat, wanted: Wanted, *, replace: bool = False) -> int:
        """Write the marks that are wanted into a file; return how many they are.

        Raises:
            AlreadyThere: the file is there, and was not to be replaced.
            NotWritten: the file could not be written; what was there stays.
        """
        return done(self.exporting(path, kind, wanted, replace=replace))

    def exporting(
        self, path: Path, kind: MarksFormat, wanted: Wanted, *, replace: bool = False
    ) -> Generator[None, None, int]:
        """Do the same in steps; whoever leaves them before their end may find the file written, but whole.

        Raises:
            AlreadyThere, NotWritten: as `export`.
        """
        marks = yield from self.choosing(wanted)
        parcel = Parcel(marks, wanted.folders(self.marks.folders, marks))
        day, guide = spoken(self.marks.notebook.now()[:10]), self.guide
        content = yield from run_in_thread(lambda: written(parcel, kind, guide, day).encode())
        yield from run_in_thread(lambda: self._output.write(path, content, replace=replace))
        return len(marks)

    def import_(self, path: Path) -> ImportOutcome:
        """Take marks in from a file; those that are there stay as they are, those in the bin come back.

        They may come from another edition: each gets its place in this Library, or waits for its reader.

        Raises:
            BadImport: the file cannot be read; nothing was changed.
        """
        return done(self.importing(path))

    def importing(self, path: Path) -> Generator[None, None, ImportOutcome]:
        """Do the same in steps; whoever leaves them before their end leaves all as it was.

        Raises:
            BadImport: as `import_`.
        """
        now = self.marks.notebook.now()
        parcel = yield from run_in_thread(lambda: read_parcel(path, None, now))
        binders = yield from run_in_thread(lambda: read_binders(path))
        yield from self.marks.learning()
        binned, used = {mark.id for mark in self.marks.bin}, self.marks.index.by_id
        fresh = tuple(
            mark for mark in parcel.marks if mark.id not in used and not (mark.deleted and mark.id in binned)
        )
        other, entries = 0, iter(parcel.marks)
        while some := list(islice(entries, _SOME)):
            other += otherwise(some, used)
            yield
        new = yield from settling(fresh, self.library)
        known = {folder.path for folder in self.marks.folders}
        named = tuple(folder for folder in parcel.folders if folder.path not in known)
        folders = (*named, *folders_of(new, (*self.marks.folders, *named)))
        yield
        text = f"Import of {len(new)} mark{'s' * (len(new) != 1)}"
        kept = yield from self.marks.making(Change(text, new=new, new_folders=folders))
        if kept:
            Binders(self.marks.notebook.file).take_in(binders)
        there, waiting = len(parcel.marks) - len(new), sum(bool(mark.waiting) for mark in new)
        return ImportOutcome(len(new), there, other, waiting, parcel.left_out, kept)

    def text_of(self, slug: Slug) -> str:
        """Return the marks on a topic as text, in the order of reading; empty if there are none."""
        return "\n".join(map(plaintext.written, self.guide.chapters(self.marks.on(slug))))

    # Backups.

    def backups(self) -> tuple[Backup, ...]:
        """The backups of the Notebook, newest first; whether one is whole is seen when it is looked at."""
        return done(self.listing())

    def listing(self) -> Generator[None, None, tuple[Backup, ...]]:
        """Look for them in steps: those of many marks take some time to count."""
        file = self.marks.notebook.path
        return (yield from run_in_thread(lambda: kept(file, thorough=False)))

    def preview(self, backup: Backup) -> RestorePreview:
        """Return what restoring a backup would change.

        Raises:
            NoSuchBackup: it is not whole, or gone.
        """
        return done(self.previewing(backup))

    def previewing(self, backup: Backup) -> Generator[None, None, RestorePreview]:
        """Find the same in steps, which may be left at any time.

        Raises:
            NoSuchBackup: as `preview`.
        """
        file = self.marks.notebook.path
        marks, folders = yield from run_in_thread(lambda: held(file, backup.name))
        yield from self.marks.learning()
        used = tuple(self.marks.index.by_id.values())
        return (yield from comparing(used, marks, self.marks.folders, folders))

    def restoring(self, found: RestorePreview) -> Generator[None, None, bool]:
        """Make the marks in steps those of a backup, each where it belongs in this Library.

        Return whether it was kept.
        """
        change = found.change
        new = yield from settling(change.new, self.library)
        return (yield from self.marks.making(change._replace(new=new)))

    def restore(self, found: RestorePreview) -> bool:
        """Do the same at once."""
        return done(self.restoring(found))
