# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A step that can be undone: a change of the Notebook that was made."""

from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from asem_reader.core.change import Change

ALONE = -1  # of a change that is a step by itself


class Step(QUndoCommand):
    """A change that was made.

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
        """Qt: be one step with what followed, if it went on from here."""
        if not isinstance(other, Step) or other.change.old != self.change.new:
            return False
        self.change = replace(self.change, new=other.change.new)
        return True
