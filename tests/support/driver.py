# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The driver of the window: does what a reader does, and reads what stands on the screen.

Tests know the window by this alone; where its parts are, only the files driver and driven_* know.
"""

from pathlib import Path
from typing import Self

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QSplitter, QToolButton, QWidget

from asem_reader.app import application, make_window
from asem_reader.core.content import Article, Block
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Place
from asem_reader.paths import Home
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.widgets.controls.label import RichLabel
from asem_reader.widgets.frame.leftpane import CONTENTS, HISTORY, MARKS, RESULTS
from asem_reader.widgets.frame.window import Window
from support.driven_page import DrivenPage
from support.driven_panes import DrivenList, DrivenNote, DrivenResults
from support.surface import Surface, press

VIEWS = {CONTENTS: "contents", MARKS: "marks", HISTORY: "history", RESULTS: "results"}


class Driver(Surface):
    """The real window, by its keys, commands and panes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page = DrivenPage(window)

    @classmethod
    def opened(cls, library: Path, home: Home, place: Place | None) -> Self:
        """Open the window as the program does, and wait for nothing: all is there at once."""
        window = make_window(application(), Library.open(library), home)
        window.restore_shape()
        window.show()
        show_first(window, place)
        assert window.hands  # as once the first page is painted
        return cls(window)

    # Doing.

    def press(self, *keys: str, times: int = 1) -> Self:
        """Press keys such as "Ctrl+K" where the keys go."""
        for _ in range(times):
            for key in keys:
                press(QApplication.focusWidget() or self._window, key)
        return self

    def type(self, text: str) -> Self:
        """Type where the keys go."""
        QTest.keyClicks(QApplication.focusWidget() or self._window, text)
        return self

    def command(self, name: str) -> Self:
        """Do a command, as a click in its menu does."""
        self.action(name).trigger()
        return self

    def open(self, address: str | Place, *words: str) -> Self:
        """Open a place, as a link to it does, or as a result does with words that are marked."""
        place = Place.parse(address) if isinstance(address, str) else address
        self._window.parts.desk.go(place, words)
        return self

    def search(self, text: str) -> DrivenResults:
        """Type into the search field after Ctrl+K, and pause."""
        self.command("search")
        QTest.keyClicks(self._window.field, text)
        if text:
            self._window.parts.hits.count_scopes()
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
        parts = self._window.parts
        self._window.close()
        for each in (parts, parts.marks, parts.readings, parts.desk.library):
            each.close()

    # Reading.

    @property
    def title(self) -> str:
        """The title of the topic that lies open."""
        return self._window.windowTitle().removesuffix(" · ASEM Reader")

    @property
    def status(self) -> str:
        return self._window.statusBar().currentMessage()

    @property
    def notice(self) -> str:
        """What the bar over the page says; "" while it is closed."""
        return self._window.notice.text

    @property
    def counted(self) -> str:
        """What is said of marked words at the foot of the window."""
        label = self._window.findChild(QLabel, "counted")
        return label.text() if label else ""

    @property
    def shows_count(self) -> bool:
        label = self._window.findChild(QLabel, "counted")
        return bool(label and label.isVisible())

    @property
    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    @property
    def article(self) -> Article:
        """The article that lies open."""
        page = self._window.parts.desk.page
        assert page
        return page.article

    @property
    def library(self) -> Library:
        return self._window.parts.desk.library

    @property
    def marks(self) -> list[Mark]:
        """All marks that are kept and not in the bin, on every topic."""
        return list(self._window.parts.marks.all)

    @property
    def marks_here(self) -> list[Mark]:
        """The marks on the topic that lies open, in reading order."""
        return list(self._window.parts.marks.on(self.article.topic.slug))

    @property
    def knows_marks(self) -> bool:
        """Whether all marks were read from the Notebook."""
        return self._window.parts.marks.are_known

    @property
    def text_size(self) -> float:
        """The size of the page's type, in points."""
        return self._window.reader.document().defaultFont().pointSizeF()

    @property
    def size(self) -> tuple[int, int]:
        return self._window.width(), self._window.height()

    def action(self, name: str) -> QAction:
        """A command as it stands in its menu."""
        return self._window.actions_by_name[name]

    @property
    def menu_bar(self) -> QMenuBar:
        return self._window.menuBar()

    @property
    def answered(self) -> set[str]:
        """The commands that somebody does."""
        return set(self._window.hands.deeds)

    # Its panes.

    @property
    def view(self) -> str:
        """What the left pane shows: contents, marks, history or results."""
        return VIEWS[self._window.left.shown]

    @property
    def shows_left(self) -> bool:
        return not self._window.left.isHidden()

    @property
    def shows_right(self) -> bool:
        return not self._window.aside.isHidden()

    @property
    def query(self) -> str:
        """What stands in the search field."""
        return self._window.field.text()

    @property
    def field_has_keys(self) -> bool:
        return self._window.field.hasFocus()

    @property
    def star(self) -> QAction:
        """The star at the end of the search field."""
        return self._window.field.actions()[-1]

    @property
    def results(self) -> DrivenResults:
        return DrivenResults(self._window)

    @property
    def contents(self) -> DrivenList:
        return DrivenList(self._window.left.outline)

    @property
    def tree(self) -> DrivenList:
        """The tree of marks."""
        return DrivenList(self._window.left.marks.tree)

    @property
    def marks_pane(self) -> Surface:
        """What stands round the tree of marks: the filter, the line of tags."""
        return Surface(self._window.left.marks)

    @property
    def history(self) -> DrivenList:
        return DrivenList(self._window.left.history)

    @property
    def notes(self) -> DrivenList:
        """The list of notes and highlights beside the page."""
        return DrivenList(self._window.aside.notes)

    @property
    def aside(self) -> Surface:
        """The pane beside the page."""
        return Surface(self._window.aside)

    def aside_links(self, title: str) -> str:
        """The links under a title in that pane, as they are set."""
        return self.aside.named(RichLabel, title).text()

    @property
    def editor(self) -> DrivenNote:
        """The note that is being written."""
        return DrivenNote(self._window)

    @property
    def findbar(self) -> Surface:
        """The bar in which letters are looked for on the page."""
        return Surface(self._window.hands.findbar)

    @property
    def toolbar_at_selection(self) -> QWidget:
        """The few tools beside selected words."""
        return self._window.findChild(QWidget, "selectionbar")

    def click_notice(self) -> None:
        """Press the button in the bar over the page."""
        action = self._window.notice.findChild(QToolButton).defaultAction()
        action.trigger() if action else self.click("More")

    # The world round it.

    def place_marks(self) -> Self:
        """Let marks find their places in this edition, as they do once the window is seen."""
        self._window.watch.known.emit()
        self._window.parts.editions.finish()
        return self

    def read_again(self) -> Self:
        """Read the Notebook anew, as after a change by another program."""
        self._window.parts.marks.reload()
        return self

    def look_outside(self) -> Self:
        """Look whether another program changed something, and begin to listen."""
        self._window.watch.start()
        return self
