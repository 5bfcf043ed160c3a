# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A mark with a number, and the moment at which all is made."""

import datetime
from collections.abc import Iterable

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Folder, Mark, MarkId, MarkKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.notebook.notebook import Notebook

NOON = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)


def mark(number: int = 1, body: str = "A note", block: str | None = "b7k2") -> Mark:
    """A note whose id is its number."""
    place = BlockId(block) if block else None
    when = "2026-11-23T12:00:00Z"
    texts = ("What it is on", "before", "after", body, "Folder", ("one", "two"))
    return Mark(MarkId(f"{number:032x}"), MarkKind.NOTE, Slug("maritime-security"), place, *texts, when, when)


def lost(number: int = 1, body: str = "A note") -> Mark:
    """A note on words that no edition of the Library holds."""
    return mark(number, body)._replace(quote="Quaggas graze in Zealandia")


def keep(notebook: Notebook, marks: Iterable[Mark], folders: Iterable[Folder] = ()) -> tuple[Mark, ...]:
    """Put new marks, and folders, into a Notebook; return the marks."""
    change = Change("", new=tuple(marks), new_folders=tuple(folders))
    notebook.change(change)
    return change.new


def wait_for_checkpoint(notebook: Notebook) -> None:
    """Wait for what a look at a Notebook began on a thread."""
    notebook.file._connection.checkpoint.finish()
