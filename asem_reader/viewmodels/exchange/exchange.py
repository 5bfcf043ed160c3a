# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on their way out of the window and into it, and what they were in a backup."""

from collections.abc import Generator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from asem_reader.core.exchange import plaintext
from asem_reader.core.exchange.format import MarksFormat
from asem_reader.core.exchange.parcel import ImportOutcome, Wanted
from asem_reader.core.marks.backup import Backup, RestorePreview, preview
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.operations.editions import settling
from asem_reader.operations.exchange import exported, importing
from asem_reader.operations.parcelfile import read_parcel
from asem_reader.store.libraries import Reading
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.recovery import held, kept
from asem_reader.store.output import Output
from asem_reader.viewmodels.background.background import run_in_thread
from asem_reader.viewmodels.exchange.merging import Merging
from asem_reader.viewmodels.marks.marks import Marks

_SOME = 200  # marks that are looked at in some milliseconds


class Exchange:
    """A method for each way out and in; an import and a restored backup are one step to undo each."""

    def __init__(self, marks: Marks, library: Reading, output: Output) -> None:
        self.marks = marks
        self.library = library
        self._output = output

    @cached_property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self.library.guide()

    @cached_property
    def merging(self) -> Merging:
        """What joins another Notebook to this one."""
        return Merging(self.marks, self.library, self._output)

    def choosing(self, wanted: Wanted) -> Generator[None, None, tuple[Mark, ...]]:
        """Return in steps of some milliseconds the marks that are wanted, oldest first."""
        yield from self.marks.learning()
        marks, guide, found = reversed(self.marks.all), self.guide, list[Mark]()
        titles = guide.titles
        while some := list(islice(marks, _SOME)):
            found += wanted.of(some, titles, guide.view_said)
            yield
        return tuple(found)

    def exporting(
        self, path: Path, kind: MarksFormat, wanted: Wanted, *, replace: bool = False
    ) -> Generator[None, None, int]:
        """Write the marks that are wanted into a whole file, in steps; return how many they are.

        Raises:
            AlreadyThere: the file is there, and was not to be replaced.
            NotWritten: the file could not be written; what was there stays.
        """
        marks = yield from self.choosing(wanted)
        folders, guide, now = self.marks.folders, self.guide, self.marks.notebook.now()
        content = yield from run_in_thread(lambda: exported(marks, wanted, folders, kind, guide, now))
        yield from run_in_thread(lambda: self._output.write(path, content, replace=replace))
        return len(marks)

    def importing(self, path: Path) -> Generator[None, None, ImportOutcome]:
        """Take marks in from a file, in steps; those that are there stay as they are.

        Steps that are left leave all as it was. If it could not be kept, `Marks.refused` said why.

        Raises:
            BadImport: the file cannot be read; nothing was changed.
        """
        marks, now = self.marks, self.marks.notebook.now()
        parcel, binders = yield from run_in_thread(lambda: read_parcel(path, None, now))
        yield from marks.learning()
        binned = {mark.id for mark in marks.bin}
        change, taken = yield from importing(parcel, marks.index.by_id, binned, marks.folders, self.library)
        if not (yield from marks.making(change)):
            return replace(taken, kept=False)
        Binders(marks.notebook.file).take_in(binders)
        return taken

    def text_of(self, slug: Slug) -> str:
        """Return the marks on a topic as text, in the order of reading; empty if there are none."""
        return "\n".join(map(plaintext.written, self.guide.chapters(self.marks.on(slug))))

    def listing(self) -> Generator[None, None, tuple[Backup, ...]]:
        """Return in steps the backups of the Notebook, newest first; each is tested when it is looked at."""
        return (yield from run_in_thread(lambda: kept(self.marks.notebook.path, thorough=False)))

    def previewing(self, backup: Backup) -> Generator[None, None, RestorePreview]:
        """Return in steps, which may be left at any time, what restoring a backup would change.

        Raises:
            NoSuchBackup: it is not whole, or gone.
        """
        file = self.marks.notebook.path
        marks, folders = yield from run_in_thread(lambda: held(file, backup.name))
        yield from self.marks.learning()
        return preview(self.marks.index.by_id.values(), marks, self.marks.folders, folders)

    def restoring(self, found: RestorePreview) -> Generator[None, None, bool]:
        """Make the marks in steps those of a backup, placed in this Library; return whether it was kept."""
        new = yield from settling(found.change.new, self.library)
        return (yield from self.marks.making(found.change._replace(new=new)))
