# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of tabs: a method for each gesture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.language import N_, _
from asem_reader.core.made import START
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.pagepane import PagePane


@dataclass(eq=False)
class TabCommands:
    """The commands of the tabs of the page that has the keys."""

    _window: QMainWindow
    _tab: Callable[[], PagePane]

    def open_tab(self) -> None:
        """Open one more tab, on the start page."""
        self._show(self._tab().stand().added(Tab(Trail().went(START))))

    def close_tab(self) -> None:
        """Close the tab in front, and with the last one the window."""
        pane = self._tab()
        several = len(pane.desk.tabs.all) > 1
        pane.close_tab(pane.desk.tabs.at)
        if several:
            self._say()

    def reopen_tab(self) -> None:
        """Open the tab again that was closed last, where it was left."""
        tabs = self._tab().stand()
        if tabs.closed:
            self._show(tabs.reopened())
        else:
            remark(self._window, _("No tab was closed yet."))

    def go_on(self, steps: int) -> None:
        """Go to the next tab, or back to the one before, round and round."""
        self._show(self._tab().stand().beside(steps))

    def _show(self, tabs: Tabs) -> None:
        self._tab().show_tabs(tabs)
        self._say()

    def _say(self) -> None:
        """Let the page have the keys, and say which tab it is in."""
        self._tab().reader.setFocus()
        remark(self._window, self._tab().said)

    commands: "ClassVar[tuple[Command[TabCommands], ...]]" = (
        Command("new_tab", N_("&New tab"), ("Ctrl+T",), open_tab),
        Command("next_tab", N_("Ne&xt tab"), ("Ctrl+Tab", "Ctrl+PgDown"), lambda self: self.go_on(1)),
        Command(
            "previous_tab",
            N_("Pr&evious tab"),
            ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
            lambda self: self.go_on(-1),
        ),
        Command("reopen_tab", N_("Re&open closed tab"), ("Ctrl+Shift+T",), reopen_tab),
        Command("close_tab", N_("C&lose tab"), ("Ctrl+W",), close_tab),
    )
