# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of tabs and of two pages side by side: a method for each gesture."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QMenu

from asem_reader.core.language import N_, _
from asem_reader.core.made import START
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Actions, Command
from asem_reader.widgets.frame.pages import Pages

_AT_TAB = ("close_tab", "new_tab", "reopen_tab", "", "split", "", "print", "add_to_pack")


@dataclass(eq=False)
class TabCommands:
    """The commands of tabs, and of a second page beside the first."""

    _window: QMainWindow
    _pages: Pages
    _actions: Actions

    def __post_init__(self) -> None:
        for changed in (self._pages.joined, self._pages.parted):
            changed.connect(self._show_split)
        self._pages.asked.connect(self._offer)
        self._show_split()

    def toggle_second(self) -> None:
        """Show a second page beside the first, or no longer, and say which one has the keys now."""
        if self._pages.are_two:
            self._pages.join()
            remark(self._window, _("One page."))
        else:
            self._pages.split()
            remark(self._window, self._pages.current.reader.accessibleName())
        self._show_split()

    def toggle_together(self) -> None:
        """Let both pages scroll together, or no longer."""
        wished = self._actions["scroll_together"].isChecked()
        self._pages.scroll_together(wished)
        remark(
            self._window, _("Both pages scroll together.") if wished else _("Each page scrolls for itself.")
        )

    def _offer(self, point: QPoint) -> None:
        """Offer what can be done with the tab in front of the current page."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _AT_TAB:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(point)

    def _show_split(self) -> None:
        self._actions.tick("split", self._pages.are_two)
        self._actions["scroll_together"].setEnabled(self._pages.are_two)
        if not self._pages.are_two:
            self._actions.tick("scroll_together", False)

    def open_tab(self) -> None:
        """Open one more tab, on the start page."""
        self._show(self._pages.current.stand().added(Tab(Trail().went(START))))

    def close_tab(self) -> None:
        """Close the tab in front, and with the last one the window."""
        pane = self._pages.current
        several = len(pane.desk.tabs.all) > 1
        pane.close_tab(pane.desk.tabs.at)
        if several:
            self._say()

    def reopen_tab(self) -> None:
        """Open the tab again that was closed last, where it was left."""
        tabs = self._pages.current.stand()
        if tabs.closed:
            self._show(tabs.reopened())
        else:
            remark(self._window, _("No tab was closed yet."))

    def go_on(self, steps: int) -> None:
        """Go to the next tab, or back to the one before, round and round."""
        self._show(self._pages.current.stand().beside(steps))

    def _show(self, tabs: Tabs) -> None:
        self._pages.current.show_tabs(tabs)
        self._say()

    def _say(self) -> None:
        """Let the page have the keys, and say which tab it is in and where one is there."""
        self._pages.current.reader.jumps.land()
        remark(self._window, self._pages.current.said)

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
        Command("split", N_("Split: co&mpare side by side"), ("F4",), toggle_second, checkable=True),
        Command(
            "scroll_together", N_("Scroll &both together"), ("Shift+F4",), toggle_together, checkable=True
        ),
    )
