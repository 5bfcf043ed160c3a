# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The panes beside the page: on the left contents, marks and history, and while one searches the results."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from asem_reader.core.language import N_, _
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.frame.context import ROOM_FOR_ALL
from asem_reader.widgets.frame.pages import Pages
from asem_reader.widgets.frame.readingmode import ReadingMode
from asem_reader.widgets.frame.sidebar import SideBar
from asem_reader.widgets.reading.outline import HistoryView, OutlineView

if TYPE_CHECKING:
    from asem_reader.viewmodels.marks.marktree import MarkTree
    from asem_reader.viewmodels.reading.history import HistoryModel
    from asem_reader.viewmodels.search.hits import HitsModel
    from asem_reader.widgets.filing.markspane import MarksPane
    from asem_reader.widgets.search.resultpane import ResultPane

CONTENTS, MARKS, HISTORY, RESULTS = range(4)
ROOM_FOR_LEFT = 660  # width of the window at which contents fit beside the page
_SECOND_PAGE = 480  # of which a second page takes so much
_LEAST_LETTERS, _LEAST_PIXELS = 26, 200  # of a pane beside the page
_NO_HISTORY = N_("What you open stands here, day by day.")


class LeftPane(QWidget):
    """Tabs over views; the results stand before them while one searches.

    The contents come with it, the other views when the pane is furnished.
    """

    handbook = "window"  # its chapter

    chosen = Signal(object)  # Place: the reader wishes to go there
    placed = Signal(object, object)  # Place, Opening: it is to be opened so
    entered = Signal()  # it was chosen by a key: the page is to have the keys
    marks: "MarksPane"
    history: HistoryView
    found: "ResultPane"

    def __init__(self, outline: OutlineModel) -> None:
        super().__init__()
        self.outline = OutlineView(outline)
        self._tabs = QTabBar(drawBase=False, expanding=False)
        self._stack = QStackedLayout()
        self._build()
        self._join()

    def furnish(self, marks: "MarkTree", history: "HistoryModel", hits: "HitsModel") -> None:
        """Make the views beside the contents; the start does not wait for what they import."""
        from asem_reader.widgets.controls.emptystate import WithEmptyState  # noqa: PLC0415
        from asem_reader.widgets.filing.markspane import MarksPane  # noqa: PLC0415
        from asem_reader.widgets.search.resultpane import ResultPane  # noqa: PLC0415

        self.marks = MarksPane(marks)
        self.history = HistoryView(history)
        self.found = ResultPane(hits)
        self._visits = WithEmptyState(self.history, _(_NO_HISTORY))
        for view in (self.marks, self._visits, self.found):
            self._stack.addWidget(view)
        self._stack.setCurrentIndex(self._tabs.currentIndex())
        self.history.chosen.connect(self.chosen)
        self.history.entered.connect(self.entered)
        self.history.menu.wished.connect(self.placed)

    @property
    def shown(self) -> int:
        """The view that is shown: `CONTENTS`, `MARKS`, `HISTORY` or `RESULTS`."""
        return self._stack.currentIndex()

    def show_view(self, view: int) -> None:
        """Show one of the views."""
        if view != RESULTS:
            self._tabs.setCurrentIndex(view)
        self._tabs.setVisible(view != RESULTS)
        self._stack.setCurrentIndex(view)

    def leave_results(self) -> None:
        """Show again what stood there before the search."""
        if self.shown == RESULTS:
            self.show_view(self._tabs.currentIndex())

    def focus_view(self) -> None:
        """Give the keys to the view that is shown."""
        if self.shown == MARKS:
            self.marks.focus_tree()
        elif self.shown == RESULTS:
            self.found.focus_answer()
        else:
            view = self.outline if self.shown == CONTENTS else self._visits.shown
            (view or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        for title in (_("Contents"), _("Marks"), _("History")):
            self._tabs.addTab(title)
        self._tabs.setAccessibleName(_("Left pane"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.outline)  # now: else it would be a window for a moment

    def _join(self) -> None:
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.outline.chosen.connect(self.chosen)
        self.outline.entered.connect(self.entered)
        self.outline.menu.wished.connect(self.placed)
        self._stack.currentChanged.connect(self._take_in)

    def _take_in(self, view: int) -> None:
        """Fill the history when it is looked at: it costs nothing while nobody does."""
        if view == HISTORY:
            self.history.take_in()


class SidePanes:
    """The panes on both sides of the page: beside each other where there is room, else one alone.

    Attributes:
        least: each by the command that shows it, with the room from which on it fits.
    """

    def __init__(
        self, window: QMainWindow, left: LeftPane, right: SideBar, pages: Pages, actions: Actions
    ) -> None:
        self.window, self.left, self.right = window, left, right
        self._mode = ReadingMode(window, left, right)
        self._pages = pages
        self._actions = actions
        self._before = 0
        pages.headed.connect(right.show_heading)
        self.least: dict[str, tuple[QWidget, int]] = {
            "left_pane": (left, ROOM_FOR_LEFT),
            "right_pane": (right, ROOM_FOR_ALL),
        }

    @property
    def room(self) -> int:
        """The width that they and a page have: the window's, without what a second page takes."""
        return self.window.width() - (_SECOND_PAGE if self._pages.are_two else 0)

    @property
    def has_room(self) -> bool:
        """True if both fit beside the page."""
        return self.room >= ROOM_FOR_ALL

    def restore(self) -> None:
        """Show those that are wished for and for which there is room."""
        for name, (pane, least) in self.least.items():
            pane.setVisible(self.room >= least and self._actions[name].isChecked())
        self._measure()
        self._before = self.room

    def _measure(self) -> None:
        """Let neither be drawn so narrow that its words are cut; the page needs room, too."""
        for pane in (self.left, self.right):
            pane.setMinimumWidth(min(_LEAST_LETTERS * pane.fontMetrics().averageCharWidth(), _LEAST_PIXELS))

    def make_room(self) -> None:
        """Put away those for which there is no room any more, and take out those for which there is again."""
        self._measure()
        if self._mode.is_on:
            return
        for name, (pane, least) in self.least.items():
            if (self._before >= least) != (self.room >= least):
                pane.setVisible(self.room >= least and self._actions[name].isChecked())
        self._before = self.room

    def enter_mode(self) -> None:
        """Leave the text alone: the page has the keys."""
        self._pages.current.reader.setFocus()
        self._mode.enter()
        self._actions.tick("reading_mode", True)

    def leave_mode(self) -> bool:
        """Show all as it was round the text, where there still is room; return whether that was alone."""
        was_on = self._mode.leave()
        if was_on:
            self.make_room()
            self._actions.tick("reading_mode", False)
        return was_on

    def show(self, pane: QWidget) -> None:
        """Show one of the two, and put the other away where there is room for one alone."""
        self.leave_mode()
        if not self.has_room:
            (self.left if pane is self.right else self.right).hide()
        pane.show()

    def show_left(self, view: int) -> None:
        """Show the left pane with one of its views."""
        self.show(self.left)
        self.left.show_view(view)
