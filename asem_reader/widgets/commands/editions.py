# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the window says and does when the Library is of another edition."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.theme import Theme
from asem_reader.widgets.frame.context import Context
from asem_reader.widgets.frame.panes import Panes

if TYPE_CHECKING:
    from asem_reader.core.anchoring.reanchor import Report

# The start loads nothing of what only another edition needs.
# ruff: noqa: PLC0415

_SAID = 8_000  # milliseconds that it stands in the status bar that all is well


class EditionCommands:
    """Tells what became of the marks, and shows those that need their reader."""

    def __init__(
        self, window: QMainWindow, panes: Panes, context: Context, colours: Callable[[], Theme]
    ) -> None:
        self._window = window
        self._colours = colours
        self._panes = panes
        self._context = context
        self._begun = False

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command does, by its name."""
        return {"waiting": self.show_waiting}

    def begin(self) -> None:
        """Give the marks their places, if the Library is another."""
        if self._begun or self._context.marks.is_placed_in(self._context.desk.library.edition()):
            return
        self._begun = True
        editions = self._context.editions
        editions.placed.connect(self.tell)
        editions.begin()

    def stop(self) -> None:
        """Do no more, for the window closes."""
        if self._begun:
            self._context.editions.stop()

    def tell(self, report: "Report", kept: bool) -> None:
        """Say what became of the marks; quietly if all are where they were."""
        from asem_reader.core.anchoring.reanchor import Fate

        edition = self._context.editions.edition.name
        moved = report.of(Fate.MOVED) or report.of(Fate.WAITING)
        if not moved:
            if not self._context.editions.is_first:
                self._window.statusBar().showMessage(f"Edition {edition}. Your marks: {report}", _SAID)
            return
        lost = "" if kept else " This could not be saved, and holds until you close the window."
        waiting = self._panes.actions["waiting"] if report.of(Fate.WAITING) else None
        self._panes.notice.say(f"The Library is edition {edition}. Your marks: {report}{lost}", waiting)

    def show_waiting(self) -> None:
        """Go through the marks that need their reader."""
        from asem_reader.viewmodels.editions.waiting import WaitingMarks
        from asem_reader.widgets.editions.waiting import WaitingDialog

        marks = self._context.marks
        waiting = WaitingMarks(self._context.editions, marks)
        dialog = WaitingDialog(
            waiting, marks.title_of, self._colours(), self._context.settings.size, self._window
        )
        dialog.exec()
        dialog.deleteLater()
