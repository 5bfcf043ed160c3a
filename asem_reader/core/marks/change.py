# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A change of the Notebook as a value: what was there, and what is to be there instead."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from asem_reader.core.marks.mark import Folder, Mark


class Change(NamedTuple):
    """Some marks and folders in the place of others; what is only in `old` goes, into the bin if a mark.

    Attributes:
        text: what was done, as a menu says it after "Undo".
    """

    text: str
    old: tuple[Mark, ...] = ()
    new: tuple[Mark, ...] = ()
    old_folders: tuple[Folder, ...] = ()
    new_folders: tuple[Folder, ...] = ()

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return (self.old, self.old_folders) != (self.new, self.new_folders)

    @property
    def reverse(self) -> Self:
        """The change that takes this one back."""
        return self._replace(
            old=self.new,
            new=self.old,
            old_folders=self.new_folders,
            new_folders=self.old_folders,
        )


def replaced(text: str, old: Iterable[Mark], new: Iterable[Mark]) -> Change:
    """Return the change that puts marks in the place of others, without those that stay as they are."""
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    return Change(text, tuple(one for one, _ in pairs), tuple(other for _, other in pairs))
