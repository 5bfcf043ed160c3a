# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The driver of the window: does what a reader does, and reads what stands on the screen.

Tests know the window by this alone; where its parts are, only the files driver and driven_* know.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from PySide6.QtWidgets import QApplication, QSplitter, QToolButton

from asem_reader.app import application, make_window
from asem_reader.core.content import Block
from asem_reader.core.errors import ReaderError
from asem_reader.core.place import Place
from asem_reader.paths import Home
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.viewmodels.session.watch import Watch
from support.driven_panes import DrivenResults
from support.driven_window import DrivenWindow
from support.surface import Surface, in_dialog, press, the, type_into


class Driver(DrivenWindow):
    """The real window, by its keys, commands and panes."""

    @classmethod
    def opened(cls, library: Path, home: Home, place: Place | None) -> Self:
        """Open the window as the program does, and wait for nothing: all is there at once."""
        window = make_window(application(), Library.open(library), home)
        window.restore_shape()
        window.show()
        show_first(window, place)
        assert window.dispatcher  # as once the first page is painted
        return cls(window)

    def show_first(self, place: Place | None) -> Self:
        """Open the first page of a window that was made without one."""
        show_first(self._window, place)
        return self

    def restore_shape(self) -> Self:
        """Take the shape of last time, as the program does before it shows the window."""
        self._window.restore_shape()
        return self

    # Doing.

    def press(self, *keys: str, times: int = 1) -> Self:
        """Press keys such as "Ctrl+K" where the keys go."""
        for _ in range(times):
            for key in keys:
                press(QApplication.focusWidget() or self._window, key)
        return self

    def type(self, text: str) -> Self:
        """Type where the keys go."""
        type_into(QApplication.focusWidget() or self._window, text)
        return self

    def command(self, name: str) -> Self:
        """Do a command, as a click in its menu does."""
        self.action(name).trigger()
        return self

    def dialog(self, command: str, do: Callable[[Surface], object]) -> Self:
        """Do a command that opens a dialog, and something in that; it is closed afterwards."""
        met = in_dialog(do)
        self.command(command)
        assert met
        return self

    def open(self, address: str | Place, *words: str) -> Self:
        """Open a place, as a link to it does, or as a result does with words that are marked."""
        place = Place.parse(address) if isinstance(address, str) else address
        self._window.page.desk.go(place, words)
        return self

    def search(self, text: str) -> DrivenResults:
        """Type into the search field after Ctrl+K, and pause."""
        self.command("search")
        type_into(self._window.field, text)
        if text:
            self._window.context.hits.count_scopes()
        return self.results

    def clear_field(self) -> Self:
        """Take out what stands in the search field."""
        self._window.field.clear()
        return self

    def paste_search(self, text: str) -> DrivenResults:
        """Have a text in the search field at once."""
        self._window.field.setText(text)
        return self.results

    def mark(self, words: str) -> Self:
        """Select words on the page, for what follows: `note`, `highlight` or `bookmark`."""
        self.page.select_words(words)
        return self

    def at(self, block: Block | str) -> Self:
        """Have a block at the top, for what follows: `note`, `highlight` or `bookmark`."""
        self.page.go_to(block if isinstance(block, str) else block.id)
        return self

    def note(self, text: str) -> Self:
        """Write a note where one is, and keep it."""
        self.command("note")
        self.editor.write(text).leave()
        return self

    def highlight(self, colour: str = "") -> Self:
        """Highlight what is selected, or the paragraph."""
        return self.command(f"highlight_{colour}" if colour else "highlight")

    def bookmark(self) -> Self:
        """Set a bookmark on what is selected, or on the paragraph."""
        return self.command("bookmark_block")

    def resize(self, width: int, height: int) -> Self:
        self._window.resize(width, height)
        return self

    def split(self, left: int, page: int, right: int) -> Self:
        """Draw the panes so wide."""
        splitter = self._window.centralWidget()
        assert isinstance(splitter, QSplitter)
        splitter.setSizes([left, page, right])
        return self

    def close(self) -> bool:
        """Close the window; return whether it went."""
        return self._window.close()

    def let_go(self) -> None:
        """Close the window and the files that it looked into."""
        parts = self._window.context
        self._window.close()
        for each in (parts, parts.marks, parts.readings, parts.desk.library):
            each.close()

    def click_notice(self) -> None:
        """Press the button in the bar over the page."""
        action = the(self._window.notice, QToolButton).defaultAction()
        action.trigger() if action else self.click("More")

    # The world round it.

    def place_marks(self) -> Self:
        """Let marks find their places in this edition, as they do once the window is seen."""
        self._window.watch.known.emit()
        self._window.context.editions.finish()
        return self

    def settle(self) -> Self:
        """Be as the window is some seconds after its start, when all marks were read."""
        self._window.watch.known.emit()
        return self

    def read_again(self) -> Self:
        """Read the Notebook anew, as after a change by another program."""
        self._window.context.marks.reload()
        return self

    def look(self) -> Self:
        """Look whether another program changed the Notebook, as is done every second."""
        self._window.context.marks.look()
        return self

    def listen(self) -> Self:
        """Begin to listen to other programs and other starts, as the program does after its start."""
        self._window.watch.start()
        return self

    def fail_to_keep(self, fault: ReaderError) -> Self:
        """Have no change be kept any more, as on a full disk."""
        self._window.context.marks.fault = fault
        return self

    @property
    def outside(self) -> Watch:
        """What hears of a second start."""
        return self._window.watch
