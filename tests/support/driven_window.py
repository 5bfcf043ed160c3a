# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands in the window: what is read, said and offered, and its panes."""

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListWidget, QMenu, QMenuBar, QWidget

from asem_reader.core.content import Article
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Place
from asem_reader.store.library import Library
from asem_reader.widgets.controls.placemenu import Opening
from asem_reader.widgets.frame.pagetabs import PageTabs
from asem_reader.widgets.frame.panes import CONTENTS, HISTORY, MARKS, RESULTS
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.marks.selectionbar import SelectionBar
from asem_reader.widgets.printing.composer import Composer
from asem_reader.widgets.reading.filterbar import FilterBar
from asem_reader.widgets.reading.foundwords import FindBar
from support.driven_explorer import DrivenExplorer
from support.driven_note import DrivenNote
from support.driven_page import DrivenPage
from support.driven_panes import DrivenList, DrivenResults
from support.surface import Surface, the

VIEWS = {CONTENTS: "contents", MARKS: "marks", HISTORY: "history", RESULTS: "results"}


class DrivenWindow(Surface):
    """The real window, as it is seen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    @property
    def page(self) -> DrivenPage:
        """The page that has the keys, or had them last."""
        return DrivenPage(self._window)

    @property
    def title(self) -> str:
        """The title of the topic that lies open."""
        return self._window.windowTitle().removesuffix(" · ASEM Reader")

    @property
    def tabs(self) -> list[str]:
        """The tabs over the page as they are heard; none while there is no bar of them."""
        bars = [bar for bar in self.all(PageTabs) if bar.isVisible()]
        return [bar.accessibleTabName(number) for bar in bars for number in range(bar.count())]

    @property
    def pages(self) -> list[str]:
        """The titles of what lies open side by side."""
        return [pane.desk.page.title for pane in self._window.pages.all if pane.desk.page]

    @property
    def lines_over_pages(self) -> list[bool]:
        """Whether the line over each page says that this one has the keys."""
        edges = [the(pane, QFrame) for pane in self._window.pages.all]
        return [edge.isVisible() and edge.isEnabled() for edge in edges]

    def open_beside(self, place: Place) -> None:
        """Open a place on the page beside this one, as the menu of a link does."""
        self._window.page.open(place, Opening.BESIDE)

    def follow_aside(self, title: str, text: str) -> None:
        """Follow a link in the pane beside the page."""
        self.aside_links(title).click_row(text)

    @property
    def tab_bar(self) -> PageTabs:
        return the(self._window.page, PageTabs)

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
        page = self._window.page.desk.page
        assert page
        return page.article

    @property
    def library(self) -> Library:
        return self._window.context.desk.library

    @property
    def marks(self) -> list[Mark]:
        """All marks that are kept and not in the bin, on every topic."""
        return list(self._window.context.marks.all)

    @property
    def marks_here(self) -> list[Mark]:
        """The marks on the topic that lies open, in reading order."""
        return list(self._window.context.marks.on(self.article.topic.slug))

    @property
    def knows_marks(self) -> bool:
        """Whether all marks were read from the Notebook."""
        return self._window.context.marks.are_known

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
    def is_furnished(self) -> bool:
        """Whether the menus hold their commands: the first page does not wait for them."""
        menus = [menu for menu in self.menu_bar.findChildren(QMenu) if menu.title()]
        return all(menu.actions() for menu in menus)

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
        return not self._window.sidebar.isHidden()

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
        return DrivenList(self._window.sidebar.notes)

    @property
    def aside(self) -> Surface:
        """The pane beside the page."""
        return Surface(self._window.sidebar)

    def aside_links(self, title: str) -> DrivenList:
        """The list of links under a title in that pane."""
        return DrivenList(self.aside.named(QListWidget, title))

    @property
    def composer(self) -> Surface:
        """The window in which a pack is composed."""
        there = (each for each in QApplication.topLevelWidgets() if isinstance(each, Composer))
        return Surface(next(each for each in there if each.isVisible()))

    @property
    def explorer(self) -> DrivenExplorer:
        """The window of the connectivity figures."""
        return DrivenExplorer.shown()

    @property
    def editor(self) -> DrivenNote:
        """The note that is being written."""
        return DrivenNote(self._window.page)

    @property
    def findbar(self) -> Surface:
        """The bar in which letters are looked for on the page."""
        return Surface(the(self._window, FindBar))

    @property
    def filterbar(self) -> Surface:
        """The field over a long list."""
        return Surface(the(self._window, FilterBar))

    @property
    def toolbar_at_selection(self) -> QWidget:
        """The few tools beside selected words."""
        return the(self._window, SelectionBar)
