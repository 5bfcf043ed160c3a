# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Backups of the Notebook as values, and the preview of a restored one."""

from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Folder, Mark


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the Notebook as it was.

    Attributes:
        name: of its file.
        day: on which it was made, ``YYYY-MM-DD``.
        size: in bytes.
        marks: how many are in use in it; None if that cannot be read.
        whole: whether it can be restored, as far as was looked.
    """

    name: str
    day: str
    size: int
    marks: int | None
    whole: bool


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """A preview of a restored backup: what it would change.

    Attributes:
        back: marks that are in the backup alone, and would come back.
        other: marks that are otherwise in the backup, as they would be.
        gone: marks that are not in the backup, and would go into the bin.
    """

    back: tuple[Mark, ...]
    other: tuple[Mark, ...]
    gone: tuple[Mark, ...]
    change: Change


def preview(
    now: Iterable[Mark], then: Iterable[Mark], folders_now: Iterable[Folder], folders_then: Iterable[Folder]
) -> RestorePreview:
    """Return what would make the marks in use now those of a backup, before it is done."""
    used, kept = ({mark.id: mark for mark in marks if not mark.deleted} for marks in (now, then))
    back = tuple(mark for mark in kept.values() if mark.id not in used)
    other = tuple(mark for mark in kept.values() if mark.id in used and used[mark.id] != mark)
    gone = tuple(mark for mark in used.values() if mark.id not in kept)
    replaced = tuple(used[mark.id] for mark in other)
    text, folders = _("Restoring a backup"), (tuple(folders_now), tuple(folders_then))
    return RestorePreview(back, other, gone, Change(text, (*replaced, *gone), (*other, *back), *folders))
