# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Undo command of a change of the Notebook that was made."""

from PySide6.QtGui import QUndoCommand

from asem_reader.core.marks.change import Change

ALONE = -1  # of a change that is a step by itself
PLACING = 0  # of those by which marks are given their places; the numbers of writings begin at 1


class UndoCommand(QUndoCommand):
    """A change that was made, as Qt's undo command.

    The disk comes first and the stack only remembers: a change that the disk refuses to take back stays
    on the stack, and can be taken back when there is room.
    """

    def __init__(self, change: Change, writing: int = ALONE) -> None:
        super().__init__(change.text)
        self.change = change
        self._writing = writing

    def id(self) -> int:
        """Qt: commands of one number may become one."""
        return self._writing

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Qt: be one step with what followed, if it went on from here, or is about other marks alone."""
        if not isinstance(other, UndoCommand):
            return False
        change, following = self.change, other.change
        if following.old == change.new:
            self.change = change._replace(new=following.new)
            return True
        old, new = (*change.old, *following.old), (*change.new, *following.new)
        mine, theirs = ({mark.id for mark in (*each.old, *each.new)} for each in (change, following))
        if following.old_folders or following.new_folders or not mine.isdisjoint(theirs):
            return False
        self.change = change._replace(old=old, new=new)
        return True
