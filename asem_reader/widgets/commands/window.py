# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of the window itself: a method for each gesture, named for it."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from asem_reader.core.language import N_, _
from asem_reader.viewmodels.session.choices import THEME
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Actions, Command, plain_text
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pages import Pages
from asem_reader.widgets.frame.panes import CONTENTS, HISTORY, MARKS, SidePanes
from asem_reader.widgets.search.field import SearchField

# Dialogs are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415

_Role = QAction.MenuRole


def _side(name: str, text: str, key: str) -> "Command[WindowCommands]":
    return Command(name, text, (key,), lambda self: self.show_side(name), checkable=True)


def _theme(name: str, text: str, key: str) -> "Command[WindowCommands]":
    return Command(f"theme_{name}", text, (key,), lambda self: self.use_theme(name), group="theme")


@dataclass(eq=False)
class WindowCommands:
    """The commands of the window itself: its panes, its look, what it says of itself."""

    _window: QMainWindow
    _notice: Notice
    _sides: SidePanes
    _field: SearchField
    _actions: Actions
    _settings: Settings
    _about: str
    _pages: Pages

    def next_pane(self, step: int = 1) -> None:
        """Give the keys to the next pane: search, left, notice, page, right."""
        left, right = self._sides.left, self._sides.right
        around: tuple[QWidget, ...] = (self._field, left, self._notice, *self._pages.all, right)
        stops = [pane for pane in around if pane.isVisible()]
        focused = QApplication.focusWidget() or self._window
        at = next((i for i, pane in enumerate(stops) if pane is focused or pane.isAncestorOf(focused)), 0)
        target = stops[(at + step) % len(stops)]
        if target is left:
            if not self._field.text().strip():
                left.leave_results()  # searches of before are no pane
            left.focus_view()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_view(self, view: int) -> None:
        """Show contents, marks or history, and give it the keys."""
        self._sides.show_left(view)
        self._sides.left.focus_view()

    def show_side(self, command: str) -> None:
        """Show a pane beside the page, or put it away, as its command is ticked."""
        pane = self._sides.left if command == "left_pane" else self._sides.right
        if self._sides.leave_mode():
            self._actions.tick(command, True)
        if self._actions[command].isChecked():
            self._sides.show(pane)
        else:
            pane.hide()

    def grow(self, steps: int) -> None:
        """Make the text larger by so many steps, or smaller; 0 sets it back."""
        self._settings.grow(steps)
        remark(self._window, _("Text of {size:g} points.").format(size=self._settings.size))

    def use_theme(self, name: str) -> None:
        """Take a theme, or follow the system."""
        self._settings.choose(THEME, name)
        remark(self._window, _("Colours: {theme}.").format(theme=plain_text(self._actions[f"theme_{name}"])))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_reading_mode(self) -> None:
        """Show the text alone, and say how to leave that; or show all round it again."""
        if not self._sides.leave_mode():
            self._sides.enter_mode()
            key = self._actions["reading_mode"].shortcut().toString()
            said = _("{key} or Esc leaves the reading mode.") if key else _("Esc leaves the reading mode.")
            remark(self._window, said.format(key=key))

    def show_commands(self, title: str = N_("All commands")) -> None:
        """Show all commands with their keys, and do the one that is chosen."""
        from asem_reader.widgets.frame.palette import CommandPalette

        palette = CommandPalette(self._actions, _(title), self._window)
        if palette.exec() and palette.chosen and palette.chosen.isEnabled():
            palette.chosen.trigger()
        palette.deleteLater()

    def show_about(self) -> None:
        """Say which program and which Library this is."""
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self._window, "ASEM Reader", self._about)

    commands: "ClassVar[tuple[Command[WindowCommands], ...]]" = (
        Command("quit", N_("&Quit"), ("Ctrl+Q",), lambda self: self._window.close(), role=_Role.QuitRole),
        Command("contents", N_("&Contents"), ("Ctrl+1",), lambda self: self.show_view(CONTENTS)),
        Command("marks", N_("&Marks"), ("Ctrl+B", "Ctrl+2"), lambda self: self.show_view(MARKS)),
        Command("history", N_("&History"), ("Ctrl+3",), lambda self: self.show_view(HISTORY)),
        Command("next_pane", N_("Next &pane"), ("F6",), next_pane),
        Command("previous_pane", N_("P&revious pane"), ("Shift+F6",), lambda self: self.next_pane(-1)),
        Command("larger", N_("&Larger text"), ("Ctrl+=", "Ctrl++"), lambda self: self.grow(1)),
        Command("smaller", N_("&Smaller text"), ("Ctrl+-",), lambda self: self.grow(-1)),
        Command("normal", N_("&Normal text size"), ("Ctrl+0",), lambda self: self.grow(0)),
        _side("left_pane", N_("&Contents pane"), "F9"),
        _side("right_pane", N_("&Page pane"), "Shift+F9"),
        Command("full_screen", N_("&Full screen"), ("F11",), toggle_full_screen, checkable=True),
        Command("reading_mode", N_("Readin&g mode"), ("F12",), toggle_reading_mode, checkable=True),
        _theme("system", N_("As the s&ystem"), "Ctrl+Alt+0"),
        _theme("light", N_("L&ight"), "Ctrl+Alt+1"),
        _theme("dark", N_("&Dark"), "Ctrl+Alt+2"),
        _theme("contrast", N_("&High contrast, light"), "Ctrl+Alt+3"),
        _theme("dark-contrast", N_("High contrast, da&rk"), "Ctrl+Alt+4"),
        Command("palette", N_("&All commands…"), ("Ctrl+Shift+P",), show_commands),
        Command("keys", N_("&Keys"), ("Ctrl+?",), lambda self: self.show_commands(N_("Keys"))),
        Command("about", N_("A&bout ASEM Reader"), ("Ctrl+F1",), show_about, role=_Role.AboutRole),
    )
