# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of how the window looks, and of what it remembers: a method for each gesture."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.language import N_, _, ngettext
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Actions, Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pages import Pages
from asem_reader.widgets.frame.panes import SidePanes

# The dialog is imported by the gesture that opens it: the start does not wait for it.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class ViewCommands:
    """The commands of what can be chosen, on one window."""

    _window: QMainWindow
    _notice: Notice
    _sides: SidePanes
    _actions: Actions
    _settings: Settings
    _readings: Readings
    _pages: Pages

    def show_preferences(self) -> None:
        """Show all settings; each acts at once."""
        from asem_reader.widgets.frame.preferences import Clearing, PreferencesDialog

        clearings = (
            Clearing(N_("Clear hi&story…"), self._lost_history, self.clear_history),
            Clearing(N_("Clear past sea&rches…"), self._lost_searches, self.clear_searches),
        )
        dialog = PreferencesDialog(self._settings, self._actions, clearings, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._settings.sync()

    def _lost_history(self) -> str:
        """What will be lost with the history; "" if there is none."""
        visits = self._readings.visits
        if not visits:
            return ""
        days = len({visit.day for visit in visits})
        said = ngettext(
            "What you opened on {count} day will be forgotten: the History, the ways for Back, closed tabs, "
            "where you left each topic, the ticks beside what you read, and the folder of the last file.\n"
            "This cannot be undone. Your marks stay.",
            "What you opened on {count} days will be forgotten: the History, the ways for Back, closed tabs, "
            "where you left each topic, the ticks beside what you read, and the folder of the last file.\n"
            "This cannot be undone. Your marks stay.",
            days,
        )
        return said.format(count=days)

    def clear_history(self) -> None:
        """Forget what was open and read, and the way there."""
        if not self._readings.clear():
            self._notice.say(_("The history could not be cleared: its file cannot be written to."))
            self._notice.until(self._pages.current.opened)
            return
        self._settings.forget_folder()
        for pane in self._pages.all:
            pane.desk.forget_way()
        for way in ("back", "forward"):
            self._actions[way].setEnabled(False)
        remark(self._window, _("The history is cleared."))

    def _lost_searches(self) -> str:
        """What will be lost with the past searches; "" if there are none."""
        count = len(self._settings.recent_searches)
        if not count:
            return ""
        said = ngettext(
            "{count} past search will be forgotten. This cannot be undone. Searches that you saved stay.",
            "{count} past searches will be forgotten. This cannot be undone. Searches that you saved stay.",
            count,
        )
        return said.format(count=count)

    def clear_searches(self) -> None:
        """Forget the last searches."""
        self._settings.forget_searches()
        remark(self._window, _("The past searches are cleared."))

    commands: "ClassVar[tuple[Command[ViewCommands], ...]]" = (
        Command("preferences", N_("Pr&eferences…"), ("Ctrl+,",), show_preferences),
    )
