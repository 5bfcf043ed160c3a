# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the window says and does when the Library is of another edition."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from asem_reader.core.language import N_, _
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice

if TYPE_CHECKING:
    from asem_reader.core.anchoring.reanchor import Report
    from asem_reader.viewmodels.editions.editions import Editions

# The start loads nothing of what only another edition needs.
# ruff: noqa: PLC0415

_SAID = 8_000  # milliseconds that it stands in the status bar that all is well


@dataclass(eq=False)
class EditionCommands:
    """The commands of editions: tells what became of the marks, and shows those that need their reader."""

    _window: QMainWindow
    _notice: Notice
    _waiting: QAction
    _desk: Desk
    _marks: Marks
    _settings: Settings
    _editions: "Callable[[], Editions]"
    _colours: Callable[[], Theme]
    _begun: bool = field(default=False, init=False)

    def begin(self) -> None:
        """Give the marks their places, if the Library is another."""
        if self._begun or self._marks.is_placed_in(self._desk.library.edition()):
            return
        self._begun = True
        editions = self._editions()
        editions.placed.connect(self.tell)
        editions.begin()

    def stop(self) -> None:
        """Do no more, for the window closes."""
        if self._begun:
            self._editions().stop()

    def tell(self, report: "Report", kept: bool) -> None:
        """Say what became of the marks; quietly if all are where they were."""
        from asem_reader.core.anchoring.reanchor import Fate

        edition = self._editions().edition.name
        moved = report.of(Fate.MOVED) or report.of(Fate.WAITING)
        if not moved:
            if not self._editions().is_first:
                self._window.statusBar().showMessage(
                    _("Edition {edition}. Your marks: {report}").format(edition=edition, report=report), _SAID
                )
            return
        lost = "" if kept else _("This could not be saved, and holds until you close the window.")
        waiting = self._waiting if report.of(Fate.WAITING) else None
        said = _("The Library is edition {edition}. Your marks: {report}").format(
            edition=edition, report=report
        )
        self._notice.say(f"{said} {lost}".rstrip(), waiting)

    def show_waiting(self) -> None:
        """Go through the marks that need their reader."""
        from asem_reader.viewmodels.editions.waiting import WaitingMarks
        from asem_reader.widgets.editions.waiting import WaitingDialog

        waiting = WaitingMarks(self._editions(), self._marks)
        size = self._settings.size
        dialog = WaitingDialog(waiting, self._marks.title_of, self._colours(), size, self._window)
        dialog.exec()
        dialog.deleteLater()

    commands: "ClassVar[tuple[Command[EditionCommands], ...]]" = (
        Command("waiting", N_("Marks that need yo&u…"), ("F8",), show_waiting),
    )
