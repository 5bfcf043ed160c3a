# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader can do in a window: a method for each gesture, named for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.core.outside import is_link
from asem_reader.core.page import Page
from asem_reader.core.place import Place
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.context import ROOM_FOR_ALL, SAID, Context
from asem_reader.widgets.frame.leftpane import CONTENTS, HISTORY, MARKS
from asem_reader.widgets.frame.panes import Panes

# Dialogs are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415


class WindowCommands:
    """Does what commands and fields ask for, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        self._window = window
        self._panes = panes
        self._context = context

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of `actions.COMMANDS` does, by its name."""
        window, panes = self._window, self._panes
        desk, settings = self._context.desk, self._context.settings
        return {
            "copy_address": self.copy_address,
            "close": window.close,
            "quit": window.close,
            "undo": self.undo,
            "redo": self.redo,
            "find": panes.findbar.open_field,
            "find_next": lambda: self.find_next(1),
            "find_previous": lambda: self.find_next(-1),
            "jump": self.jump,
            "back": desk.back,
            "forward": desk.forward,
            "up": desk.up,
            "contents": lambda: self.show_view(CONTENTS),
            "marks": lambda: self.show_view(MARKS),
            "history": lambda: self.show_view(HISTORY),
            "next_pane": self.next_pane,
            "previous_pane": lambda: self.next_pane(-1),
            "bookmark": self.toggle_bookmark,
            "larger": lambda: settings.grow(1),
            "smaller": lambda: settings.grow(-1),
            "normal": lambda: settings.grow(0),
            "left_pane": lambda: self.show_beside(panes.left, "left_pane"),
            "right_pane": lambda: self.show_beside(panes.sidebar, "right_pane"),
            "full_screen": self.toggle_full_screen,
            "theme_system": lambda: settings.use_theme("system"),
            "theme_light": lambda: settings.use_theme("light"),
            "theme_dark": lambda: settings.use_theme("dark"),
            "palette": lambda: self.show_commands("All commands"),
            "keys": lambda: self.show_commands("Keys"),
            "about": self.show_about,
        }

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)

    @property
    def _page(self) -> Page | None:
        return self._context.desk.page

    # Finding.

    def find(self, text: str) -> None:
        """Mark a text on the page, and go to it."""
        self._panes.reader.find_text(text)
        self._panes.findbar.count(self._panes.reader.words.here, self._panes.reader.words.found)

    def find_next(self, step: int) -> None:
        """Go on to the next marked word, or back."""
        reader = self._panes.reader
        reader.find_next(step)
        self._panes.findbar.count(reader.words.here, reader.words.found)

    def leave_find(self) -> None:
        """Take the marks off the page."""
        self._panes.reader.mark_words(())
        self._panes.reader.setFocus()

    # Moving.

    def jump(self) -> None:
        """Ask for a symbol, an address or a block's code, and go there."""
        from PySide6.QtWidgets import QInputDialog

        question = "Symbol, address or code of a paragraph:"
        text, given = QInputDialog.getText(self._window, "Go to", question)
        if given and text.strip():
            self.go_to(text)

    def go_to(self, text: str) -> bool:
        """Go to what an address, a symbol or a code leads to; return whether it leads anywhere."""
        try:
            place = self._context.desk.find(text)
        except ReaderError as error:
            self._panes.notice.tell(error)
            return False
        return self._context.desk.go(place)

    def ask_outside(self, address: str) -> None:
        """Ask what to do with an address outside the Library, if it is a link at all."""
        if not is_link(address):
            self._panes.notice.say(
                f"Only web pages and mail addresses are opened from a text; this is neither: {address}"
            )
            return
        from asem_reader.widgets.frame.alerts import ask_outside

        ask_outside(self._window, address)

    def next_pane(self, step: int = 1) -> None:
        """Give the keys to the next pane: search, left, page, right."""
        panes = self._panes
        around: tuple[QWidget, ...] = (panes.field, panes.left, panes.reader, panes.sidebar)
        stops = [pane for pane in around if pane.isVisible()]
        focused = QGuiApplication.focusObject()
        at = next((i for i, pane in enumerate(stops) if pane is focused or _holds(pane, focused)), 0)
        target = stops[(at + step) % len(stops)]
        if target is panes.left:
            if not panes.field.text().strip():
                panes.left.leave_results()  # searches of before are no pane
            panes.left.focus_view()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_view(self, view: int) -> None:
        """Show contents, marks or history, and give it the keys."""
        self._make_room(self._panes.left)
        self._panes.left.show()
        self._panes.left.show_view(view)
        self._panes.left.focus_view()

    def show_beside(self, pane: QWidget, command: str) -> None:
        """Show a pane beside the page, or put it away, as its command is ticked."""
        wished = self._panes.actions[command].isChecked()
        if wished:
            self._make_room(pane)
        pane.setVisible(wished)

    def _make_room(self, pane: QWidget) -> None:
        """Put the other pane away where the window has room for one alone."""
        if self._window.width() < ROOM_FOR_ALL:
            other = self._panes.left if pane is self._panes.sidebar else self._panes.sidebar
            other.hide()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Marking.

    def toggle_bookmark(self) -> None:
        """Set or take away the bookmark on the topic that lies open."""
        if self._page:
            Marking(self._context.marks).toggle_bookmark(Target(self._page.article))
            there = self._context.marks.bookmark_on(self._page.place.slug)
            self._say("Bookmarked." if there else "No bookmark here; Ctrl+Z brings one back.")

    def undo(self) -> None:
        """Take the last change of a mark back."""
        text = self._context.marks.undo.undoText()
        if Progress(self._window).run("Undoing …", self._context.marks.taking_back()):
            self._say(f"Undone: {text.lower()}")

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        text = self._context.marks.undo.redoText()
        if Progress(self._window).run("Doing it again …", self._context.marks.doing_again()):
            self._say(f"Done again: {text.lower()}")

    # Taking away.

    def copy_address(self) -> None:
        """Copy the address of the paragraph where the cursor is."""
        if self._page:
            address = Place(self._page.place.slug, self._panes.reader.current_block).address
            QGuiApplication.clipboard().setText(address)
            self._say(f"Copied {address}")

    # Knowing.

    def show_commands(self, title: str) -> None:
        """Show all commands with their keys, and do the one that is chosen."""
        from asem_reader.widgets.frame.palette import CommandPalette

        palette = CommandPalette(self._panes.actions, title, self._window)
        if palette.exec() and palette.chosen and palette.chosen.isEnabled():
            palette.chosen.trigger()
        palette.deleteLater()

    def show_about(self) -> None:
        """Say which program and which Library this is."""
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self._window, "ASEM Reader", self._context.about)


def _holds(pane: QWidget, focused: object) -> bool:
    return isinstance(focused, QWidget) and pane.isAncestorOf(focused)
