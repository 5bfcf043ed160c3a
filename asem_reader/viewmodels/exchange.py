# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on their way out of the window and into it, and what they were in a backup."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from asem_reader.core.change import Backup, Change, Preview
from asem_reader.core.dates import spoken
from asem_reader.core.exchange import plaintext
from asem_reader.core.exchange.format import Format, written
from asem_reader.core.exchange.guide import Guide
from asem_reader.core.exchange.parcel import Parcel, otherwise
from asem_reader.core.exchange.wanted import Wanted
from asem_reader.core.marks import Mark
from asem_reader.core.place import Slug
from asem_reader.core.record import folders_of
from asem_reader.store.arrivals import settled
from asem_reader.store.disk import write_whole
from asem_reader.store.library import Library
from asem_reader.store.parcelfile import read_parcel
from asem_reader.store.recovery import kept, preview
from asem_reader.viewmodels.marks import Marks


@dataclass(frozen=True, slots=True)
class Taken:
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

    def __init__(self, marks: Marks, library: Library) -> None:
        self.marks = marks
        self.library = library

    @cached_property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self.library.guide()

    def chosen(self, wanted: Wanted) -> tuple[Mark, ...]:
        """Return the marks that are wanted, oldest first."""
        return wanted.of(reversed(self.marks.all), self.guide.titles)

    def export(self, path: Path, kind: Format, wanted: Wanted) -> int:
        """Write the marks that are wanted into a file; return how many they are.

        Raises:
            NotWritten: the file could not be written; what was there stays.
        """
        marks = self.chosen(wanted)
        parcel = Parcel(marks, wanted.folders(self.marks.folders, marks))
        day = spoken(self.marks.notebook.now()[:10])
        write_whole(path, written(parcel, kind, self.guide, day).encode())
        return len(marks)

    def import_(self, path: Path) -> Taken:
        """Take marks in from a file; those that are there stay as they are, those in the bin come back.

        They may come from another edition: each gets its place in this Library, or waits for its reader.

        Raises:
            BadImport: the file cannot be read; nothing was changed.
        """
        parcel = read_parcel(path, None, self.marks.notebook.now())
        used = {mark.id: mark for mark in self.marks.all}
        binned = {mark.id for mark in self.marks.bin}
        fresh = (
            mark for mark in parcel.marks if mark.id not in used and not (mark.deleted and mark.id in binned)
        )
        new = settled(fresh, self.library)
        known = {folder.path for folder in self.marks.folders}
        named = tuple(folder for folder in parcel.folders if folder.path not in known)
        folders = (*named, *folders_of(new, (*self.marks.folders, *named)))
        text = f"Import of {len(new)} mark{'s' * (len(new) != 1)}"
        done = self.marks.make(Change(text, new=new, new_folders=folders))
        there, waiting = len(parcel.marks) - len(new), sum(bool(mark.waiting) for mark in new)
        return Taken(len(new), there, otherwise(parcel.marks, used), waiting, parcel.left_out, done)

    def text_of(self, slug: Slug) -> str:
        """Return the marks on a topic as text, in the order of reading; empty if there are none."""
        return "\n".join(map(plaintext.written, self.guide.chapters(self.marks.on(slug))))

    # Backups.

    def backups(self) -> tuple[Backup, ...]:
        """The backups of the Notebook, newest first; whether one is whole is seen when it is looked at."""
        return kept(self.marks.notebook.path, thorough=False)

    def preview(self, backup: Backup) -> Preview:
        """Return what restoring a backup would change.

        Raises:
            NoSuchBackup: it is not whole, or gone.
        """
        return preview(self.marks.notebook, backup.name)

    def restore(self, found: Preview) -> bool:
        """Make the marks those of a backup, as its preview said, each where it belongs in this Library.

        Return whether it was kept.
        """
        change = found.change
        return self.marks.make(replace(change, new=settled(change.new, self.library)))
