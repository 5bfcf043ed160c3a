# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One page, or two side by side; one of them is that to which everything is done."""

from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail
from asem_reader.widgets.controls.placemenu import Opening
from asem_reader.widgets.frame.context import Context
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.reading.scrolltogether import ScrollTogether

_LEAST = 180  # pixels of a page beside another
_SECOND = N_("{title}, second page")


class Pages(QSplitter):
    """Splitter of one page or two; the other parts of the window are about the one that has the keys.

    Attributes:
        all: the pages from left to right.
        current: the one that has the keys, or had them last.
    """

    joined = Signal(object)  # PagePane: is there beside the first, and shows nothing yet
    parted = Signal()  # the second one is gone
    taken = Signal()  # another one is the current one
    headed = Signal(str)  # the anchor of the heading under which one reads on the current one
    asked = Signal(QPoint)  # what can be done with the tab in front of the current one is asked for
    emptied = Signal()  # the last tab of the last page is wished away

    def __init__(self, context: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context = context
        self.current = PagePane(context, context.desk)
        self.all: tuple[PagePane, ...] = (self.current,)
        self._together: ScrollTogether | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._add(self.current)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_keys)

    @property
    def are_two(self) -> bool:
        """True while there is a second page beside the first."""
        return len(self.all) > 1

    def split(self, tabs: Tabs | None = None) -> None:
        """Show a second page beside the first, with the keys: with tabs, else where the current page is."""
        if tabs is None:
            here = self.current.stand().front
            way = Trail().went(here.trail.here) if here.trail.here else Trail()
            tabs = Tabs((Tab(way.standing_at(here.trail.steps[-1:]), here.words),))
        self._part()
        self.current.show_tabs(tabs)
        self.current.reader.setFocus()

    def restore(self, tabs: Tabs) -> None:
        """Show the second page of last time beside the first, which keeps the keys."""
        first = self.current
        self._part()
        self.current.show_tabs(tabs)
        if self.current.desk.page is None:
            self.join()
        self.take(first)

    def join(self) -> None:
        """Let the second page go, unless a note on it cannot be kept; its tabs can be opened again."""
        first, second = self.all
        closed = tuple((len(first.desk.tabs.all), tab) for tab in second.stand().all)
        if self._drop(second):
            tabs = first.desk.tabs
            first.show_tabs(tabs._replace(closed=(*tabs.closed, *closed)))

    def open_beside(self, place: Place, words: tuple[str, ...] = ()) -> None:
        """Open a place on the page beside the current one, and let that have the keys."""
        if self.are_two:
            self.take(self._other)
        else:
            self._part()
        self.current.open(place, Opening.HERE, words)
        if self.current.desk.page is None:
            self.join()

    def take(self, pane: PagePane) -> None:
        """Have a page be the current one."""
        if pane is not self.current:
            self.current = pane
            self._show_current()
            self.taken.emit()
            pane.tell_heading()

    def scroll_together(self, wished: bool) -> None:
        """Let both pages scroll together, or each for itself."""
        if self._together:
            self._together.end()
        leads = wished and self.are_two
        self._together = ScrollTogether(self.current.reader, self._other.reader) if leads else None

    def _show_current(self) -> None:
        for pane in self.all:
            pane.show_current(pane is self.current, beside=self.are_two)

    @property
    def _other(self) -> PagePane:
        return next(pane for pane in self.all if pane is not self.current)

    def _part(self) -> None:
        """Put an empty second page beside the first, as the current one."""
        (first,) = self.all
        second = PagePane(self._context, first.desk.twin())
        second.reader.called = _(_SECOND)
        self._add(second)
        first.lower()  # for screen readers, too, it is the first
        self.all = first, second
        self.setSizes([self.width() // 2] * 2)
        self.joined.emit(second)
        self.take(second)

    def _add(self, pane: PagePane) -> None:
        pane.setMinimumWidth(_LEAST)
        pane.emptied.connect(self._close)
        pane.headed.connect(lambda anchor: self.headed.emit(anchor) if pane is self.current else None)
        pane.beside.connect(self.open_beside)
        pane.asked.connect(partial(self._ask, pane))
        self.addWidget(pane)

    def _ask(self, pane: PagePane, point: QPoint) -> None:
        self.take(pane)
        self.asked.emit(point)

    def _close(self, pane: PagePane) -> None:
        """Close a page of which the last tab was closed; what lies open on the second moves to the first."""
        first, *others = self.all
        if not others:
            self.emptied.emit()
        elif pane is not first:
            self.join()
        else:
            (second,), left = others, first.stand()
            tabs = second.stand()._replace(closed=(*left.closed, (0, left.front)))
            if self._drop(second):
                first.show_tabs(tabs)

    def _drop(self, second: PagePane) -> bool:
        """Take the second page away, and give the keys to the first; return whether its note was kept."""
        if not second.leave():
            return False
        self.scroll_together(False)
        self.all = self.all[:1]
        self.take(self.all[0])
        self._show_current()
        self.current.reader.setFocus()
        second.hide()
        second.deleteLater()
        self.parted.emit()
        return True

    def _follow_keys(self, _old: QWidget | None, new: QWidget | None) -> None:
        for pane in self.all:
            if new and pane.isAncestorOf(new):
                self.take(pane)
