# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The panes on both sides of the page: beside each other where there is room, else one alone."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from asem_reader.widgets.frame.context import ROOM_FOR_ALL
from asem_reader.widgets.frame.leftpane import LeftPane
from asem_reader.widgets.frame.sidebar import SideBar


@dataclass(frozen=True, slots=True)
class SidePanes:
    """The two panes of a window."""

    window: QWidget
    left: LeftPane
    right: SideBar

    @property
    def has_room(self) -> bool:
        """Whether both fit beside the page."""
        return self.window.width() >= ROOM_FOR_ALL

    def show(self, pane: QWidget) -> None:
        """Show one of the two, and put the other away where there is room for one alone."""
        if not self.has_room:
            (self.left if pane is self.right else self.right).hide()
        pane.show()

    def show_left(self, view: int) -> None:
        """Show the left pane with one of its views."""
        self.show(self.left)
        self.left.show_view(view)
