# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Backups of the Notebook as values, and what restoring one would change."""

from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass

from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Folder, Mark, MarkId

_SOME = 1_000  # marks that are compared in some milliseconds


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


def comparing(
    now: Collection[Mark],
    then: Collection[Mark],
    folders_now: Iterable[Folder],
    folders_then: Iterable[Folder],
) -> Generator[None, None, RestorePreview]:
    """Find in short steps what makes the marks in use now those of a backup, before it is done."""
    used, kept = dict[MarkId, Mark](), dict[MarkId, Mark]()
    for by_id, marks in ((used, now), (kept, then)):
        for number, mark in enumerate(marks):
            if not mark.deleted:
                by_id[mark.id] = mark
            if number % _SOME == 0:
                yield
    old_and_new = list[tuple[Mark | None, Mark]]()
    for number, mark in enumerate(kept.values()):
        there = used.get(mark.id)
        if there is not mark and there != mark:
            old_and_new.append((there, mark))
        if number % _SOME == 0:
            yield
    gone = tuple(mark for mark in used.values() if mark.id not in kept)
    yield
    back = tuple(new for old, new in old_and_new if old is None)
    other = tuple(new for old, new in old_and_new if old is not None)
    replaced = tuple(old for old, new in old_and_new if old is not None)
    change = Change(
        _("Restoring a backup"),
        (*replaced, *gone),
        (*other, *back),
        tuple(folders_now),
        tuple(folders_then),
    )
    return RestorePreview(back, other, gone, change)
