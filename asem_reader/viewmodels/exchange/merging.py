# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Another Notebook on its way into the window's, and the texts between which the reader is to choose."""

from collections.abc import Generator
from pathlib import Path

from asem_reader.operations.merging import Merge, choosing, conflicts, keep_rest, merge_lines, merging
from asem_reader.store.libraries import Reading
from asem_reader.store.notebook.recovery import state_elsewhere
from asem_reader.store.output import Output
from asem_reader.viewmodels.background.background import run_in_thread
from asem_reader.viewmodels.marks.marks import Marks


class Merging:
    """Joins other Notebooks to the window's; each is one step to undo, but for binders.

    Attributes:
        found: what joining the one that was looked at last would do.
    """

    def __init__(self, marks: Marks, library: Reading, output: Output) -> None:
        self.marks = marks
        self._library = library
        self._output = output
        self.found: Merge | None = None

    def finding(self, path: Path) -> Generator[None, None, str]:
        """Find in steps what joining a Notebook would change, and say it in words; BadMerge if it is none."""
        self.found = None
        theirs = yield from run_in_thread(lambda: state_elsewhere(path))
        self.found = yield from merging(self.marks.notebook, theirs, self._library)
        return ", ".join(merge_lines(self.found.counts))

    def keeping(self) -> Generator[None, None, bool]:
        """Do what was found in steps; return whether it was kept, else `Marks.refused` said why."""
        return (yield from self._keeping(self.found)) if self.found else True

    def _keeping(self, found: Merge) -> Generator[None, None, bool]:
        _ = self.marks.index  # all of them: what comes back from the bin has its place among them
        kept = yield from self.marks.making(found.change)
        if kept:
            keep_rest(self.marks.notebook, found)
        if kept and found.forgotten:  # which nothing brings back
            self.marks.undo.clear()
            self.marks.reload()
        return kept

    def write(self, path: Path) -> None:
        """Write all of the Notebook as one file, in the place of what is there, or raise NotWritten."""
        self._output.write(path, self.marks.notebook.file.content(), replace=True)

    def conflicts(self) -> dict[str, tuple[str, ...]]:
        """Return the texts between which the reader is to choose, by the id of their mark or binder."""
        return conflicts(self.marks.notebook)

    def choose(self, name: str, number: int) -> Generator[None, None, bool]:
        """Keep the text of a number, from 1, alone, in steps; return whether it was kept."""
        return (yield from self._keeping(choosing(self.marks.notebook, name, number)))
