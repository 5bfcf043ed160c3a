# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Change of the Notebook as a value: what was there, and what is to be there instead."""

from typing import NamedTuple, Self

from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.mark import Folder, Mark, MarkKind

_REMOVAL = {
    MarkKind.BOOKMARK: N_("Removal of bookmark"),
    MarkKind.HIGHLIGHT: N_("Removal of highlight"),
    MarkKind.NOTE: N_("Removal of note"),
}


class Change(NamedTuple):
    """Some marks and folders in the place of others; what is only in `old` goes, into the bin if a mark.

    Attributes:
        text: what was done, as a menu says it after "Undo".
        old_histories, new_histories: of what another Notebook was joined to (core/marks/history.py), by key,
            as they were and are to be; all else gets its history from what is changed.
    """

    text: str
    old: tuple[Mark, ...] = ()
    new: tuple[Mark, ...] = ()
    old_folders: tuple[Folder, ...] = ()
    new_folders: tuple[Folder, ...] = ()
    old_histories: tuple[tuple[str, str], ...] = ()
    new_histories: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """True if it changes anything."""
        was = self.old, self.old_folders, self.old_histories
        return was != (self.new, self.new_folders, self.new_histories)

    @property
    def reverse(self) -> Self:
        """The change that takes this one back."""
        text, old, new, old_folders, new_folders, old_histories, new_histories = self
        return type(self)(text, new, old, new_folders, old_folders, new_histories, old_histories)


def removal(marks: tuple[Mark, ...]) -> Change:
    """Return the change that takes some marks away."""
    if len(marks) == 1:
        return Change(_(_REMOVAL[marks[0].kind]), marks)
    text = ngettext("Removal of {count} mark", "Removal of {count} marks", len(marks))
    return Change(text.format(count=len(marks)), marks)
