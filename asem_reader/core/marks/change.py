# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Change of the Notebook as a value: what was there, and what is to be there instead."""

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
            old=self.new, new=self.old, old_folders=self.new_folders, new_folders=self.old_folders
        )
