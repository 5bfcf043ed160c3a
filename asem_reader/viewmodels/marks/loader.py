# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads all marks of a Notebook, some at a time, before anybody asks for them."""

from collections.abc import Iterable, Iterator

from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import Mark
from asem_reader.store.notebook.notebook import Notebook


class MarkLoader:
    """Fills a register; what changes meanwhile is known in it, too."""

    def __init__(self) -> None:
        self._coming = MarkIndex()
        self._slices: Iterator[tuple[Mark, ...]] | None = None

    def read(self, notebook: Notebook) -> MarkIndex | None:
        """Read some more; return the register when all marks are in it, in order.

        Raises:
            NotebookDamaged, NotKept: they cannot be read.
        """
        self._slices = self._slices or notebook.slices()
        found = next(self._slices, None)
        if found is not None:
            self._coming.add(found)
            return None
        whole = self._coming
        _ = whole.all  # put in order now: whoever asks for them does something else too
        self.begin_again(whole)
        return whole

    def begin_again(self, known: MarkIndex | None = None) -> None:
        """Read anew next time; marks that were known are as old as they were."""
        self._slices, self._coming = None, (known or self._coming).emptied()

    def take_in(self, old: Iterable[Mark], new: Iterable[Mark]) -> None:
        """Know what was changed of what is read already."""
        if self._slices is not None:
            self._coming.take_in(old, new)
