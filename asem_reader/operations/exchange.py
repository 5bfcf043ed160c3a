# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Export and import of marks: what goes into a file, and what a file changes."""

from collections.abc import Container, Mapping

from asem_reader.core.dates import spoken
from asem_reader.core.exchange.format import MarksFormat, written
from asem_reader.core.exchange.parcel import ImportOutcome, Parcel, Wanted, otherwise
from asem_reader.core.language import ngettext
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Folder, Mark, MarkId, folders_of
from asem_reader.core.steps import Steps
from asem_reader.operations.editions import settling
from asem_reader.operations.quoting import quoting
from asem_reader.store.libraries import Reading


def exported(
    marks: tuple[Mark, ...],
    wanted: Wanted,
    folders: tuple[Folder, ...],
    kind: MarksFormat,
    guide: Guide,
    now: str,
) -> bytes:
    """Return a file of the marks that are wanted, with their folders; `now` is the time as marks carry it."""
    parcel = Parcel(marks, wanted.folders(folders, marks))
    return written(parcel, kind, guide, spoken(now[:10])).encode()


def importing(
    parcel: Parcel,
    used: Mapping[MarkId, Mark],
    binned: Container[MarkId],
    folders: tuple[Folder, ...],
    library: Reading,
) -> Steps[tuple[Change, ImportOutcome]]:
    """Find in short steps what a file of marks changes, before it is done.

    Marks in use stay as they are, those whose ids are in the bin come back. They may come from another
    edition: each gets its place in the Library of today, or waits for its reader.
    """
    parcel = yield from quoting(parcel, library)
    fresh = [m for m in parcel.marks if m.id not in used and not (m.deleted and m.id in binned)]
    other = otherwise(parcel.marks, used)
    yield
    new = yield from settling(fresh, library)
    known = {folder.path for folder in folders}
    named = tuple(folder for folder in parcel.folders if folder.path not in known)
    made = (*named, *folders_of(new, (*folders, *named)))
    yield
    text = ngettext("Import of {count} mark", "Import of {count} marks", len(new)).format(count=len(new))
    change = Change(text, new=new, new_folders=made)
    there, waiting = len(parcel.marks) + parcel.again - len(new), sum(bool(mark.waiting) for mark in new)
    return change, ImportOutcome(len(new), there, other, waiting, parcel.left_out)
