# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A page in the window, with its tabs over it: shows what its Desk opens, and says where the reader is."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asem_reader.core.content import Page
from asem_reader.core.language import N_, _
from asem_reader.core.made import NEWS, START
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import BlockId, Place
from asem_reader.core.tabs import Tabs
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.widgets.controls.placemenu import Opening, asked
from asem_reader.widgets.frame.context import Context
from asem_reader.widgets.frame.pagetabs import PageTabs, said
from asem_reader.widgets.reading.pagemap import Stop
from asem_reader.widgets.reading.reader import Reader

if TYPE_CHECKING:
    from asem_reader.widgets.marks.noteeditor import NoteEditor
    from asem_reader.widgets.reading.filterbar import FilterBar

_SOURCES = "sources"  # the anchor of the list at the end of a page
_EDGE = 3  # pixels of the line over the page that has the keys
_MADE = {START.slug: N_("Welcome"), NEWS.slug: N_("What’s new")}


class PagePane(QWidget):
    """Pane of one Desk: the reader that shows its page, its tabs, and the editor of notes on that page.

    Commands ask for the one that has the keys at each use, for there may be two.

    Attributes:
        editor: there once commands are answered.
    """

    opened = Signal(object)  # Page: is shown now
    leaving = Signal()  # another page is about to be shown
    shown = Signal()  # a page is shown, or the same one in another dress
    headed = Signal(str)  # the anchor of the heading under which one reads now, "" above the first
    told = Signal(str)  # what is to be said of it in passing
    beside = Signal(object, object)  # Place, and words on it: it is to be opened on the page beside this one
    escaped = Signal()  # Esc, and nothing is selected
    asked = Signal(QPoint)  # what can be done with the tab in front is asked for, at that point of the screen
    emptied = Signal(object)  # itself: the last tab is wished away
    editor: "NoteEditor"

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.marks: tuple[Mark, ...] = ()  # on the topic that lies open
        self.reader = Reader()
        self._context = context
        self._edge = QFrame()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._edge)
        self._column.addWidget(self.reader, 1)
        self._edge.setObjectName("pageedge")
        self._edge.setFixedHeight(_EDGE)
        self._edge.hide()
        self.setFocusProxy(self.reader)
        self._join()

    @property
    def said(self) -> str:
        """What is said of the tab in front."""
        return said(self._titles, self.desk.tabs.at)

    def open(
        self, place: Place, way: Opening | None = None, words: tuple[str, ...] = (), *, lands: bool = True
    ) -> None:
        """Open a place in a way, else in that which is asked for by what is held; here with the keys."""
        way = way or asked()
        if way is Opening.BESIDE:
            self.beside.emit(place, words)
        elif way is Opening.TAB:
            self.desk.open_behind(place, words)
            self.told.emit(said(self._titles, len(self._titles) - 1))
        elif self.desk.go(place, words) and lands:
            self.reader.jumps.land()

    def stand(self) -> Tabs:
        """Remember where on the page the reader is; return the tabs, of which others may be made."""
        self.rest_at(self.reader.top_block)
        self.desk.stand_at(self.reader.jumps.steps)
        return self.desk.tabs

    def show_tabs(self, tabs: Tabs) -> None:
        """Show the front one of tabs that `stand` led to, where it was left."""
        if not self.desk.show(tabs):
            self._show_tabs()  # as they are: the bar may have gone ahead

    def close_tab(self, number: int) -> None:
        """Close one of the tabs; the last one is the window's to close."""
        if len(self.desk.tabs.all) > 1:
            self.show_tabs(self.stand().without(number))
        else:
            self.emptied.emit(self)

    def show_current(self, there: bool, *, beside: bool) -> None:
        """Show by a line whether this page has the keys; there is none without another beside it."""
        self._edge.setVisible(beside)
        self._edge.setEnabled(there)

    def leave(self) -> bool:
        """Keep the note that is being written; return whether the page may go."""
        return self.editor.leave_page()

    def rest_at(self, block: BlockId | None) -> None:
        """Remember where the reader rests; who has come to the end begins anew next time."""
        bar = self.reader.verticalScrollBar()
        self.desk.rest_at(block)
        if self.desk.page:
            at_end = bar.value() >= bar.maximum()
            self._context.readings.rested(self.desk.page.place.slug, None if at_end else block)
            self._context.watch.moved()

    def tell_heading(self) -> None:
        """Say under which heading one reads: that of what is at the top, at the end of the page the last."""
        bar, reader = self.reader.verticalScrollBar(), self.reader
        if reader.map and reader.map.stops:
            at_end = bar.maximum() > 0 and bar.value() == bar.maximum()
            self._head(reader.map.stops[-1] if at_end else reader.column.first)

    def show_marks(self) -> None:
        """Show which marks the topic that lies open has; a refused one, too, is not there."""
        if self.desk.page:
            self.marks = self._context.marks.on(self.desk.page.place.slug)
            self.reader.show_marks(self.marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say of Esc, which the reader had no use for, that something is to be left."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @cached_property
    def bar(self) -> PageTabs:
        """The bar of tabs, made for the second one: the start does not wait for it."""
        bar = PageTabs()
        self._column.insertWidget(1, bar)
        bar.chosen.connect(self._choose)
        bar.closed.connect(self.close_tab)
        bar.asked.connect(self.asked)
        bar.tabMoved.connect(lambda start, end: self.show_tabs(self.stand().moved(start, end)))
        return bar

    @cached_property
    def filter(self) -> "FilterBar":
        """The filter over the page, made for the first long list."""
        from asem_reader.widgets.reading.filterbar import FilterBar  # noqa: PLC0415 (few pages are so long)

        bar = FilterBar()
        self._column.insertWidget(self._column.indexOf(self.reader), bar)
        QWidget.setTabOrder(bar.field, self.reader)
        bar.typed.connect(self._filter)
        bar.left.connect(self.reader.setFocus)
        self.reader.jumps.missed.connect(bar.field.clear)
        return bar

    def _join(self) -> None:
        self.desk.leaving.connect(lambda: self.desk.stand_at(self.reader.jumps.steps))
        self.desk.opened.connect(self._show_page)
        self.desk.restyled.connect(self._restyle)
        self.desk.tabbed.connect(self._show_tabs)
        self.reader.settled.connect(self.rest_at)
        self.reader.verticalScrollBar().valueChanged.connect(self.tell_heading)
        self.reader.paragraph.reached.connect(lambda stop, _read: self._head(stop))
        self.reader.jumps.changed.connect(self._head_after_jump)
        for wished in (self.reader.chosen, self.reader.mouse.wished):
            wished.connect(self.open)

    def _head(self, stop: Stop | None) -> None:
        page, page_map, here = self.desk.page, self.reader.map, ""
        if page and page_map and stop:
            for anchor in (*(section.heading.id for section in page.article.sections), _SOURCES):
                heading = page_map.named(anchor)
                here = anchor if heading and heading.number <= stop.number else here
        self.headed.emit(here)

    def _head_after_jump(self) -> None:
        """Near the end of the page what one jumped to need not have come to the top."""
        if self.reader.paragraph.leads:
            self._head(self.reader.paragraph.stop)
        else:
            self.tell_heading()

    def _show_page(self, page: Page) -> None:
        self.leaving.emit()
        self.reader.show_page(page)
        self._begin_filter(page)
        self.reader.jumps.resume(self.desk.trail.steps)
        self.shown.emit()
        self._context.readings.visited(page.place.slug)
        self.show_marks()
        self._context.watch.opened()
        self.opened.emit(page)
        self.tell_heading()
        if self.desk.resumed:
            self.told.emit(_("Where you left off; Ctrl+Home goes to the top."))

    def _restyle(self, page: Page) -> None:
        self.reader.restyle(page)
        if page.article.is_long_list:
            self.filter.count(page.article.sections, page.arrangement.filtered)
        self.show_marks()
        self.shown.emit()

    def _begin_filter(self, page: Page) -> None:
        if page.article.is_long_list:
            self.filter.begin()
        elif "filter" in vars(self):
            self.filter.hide()

    def _filter(self, typed: str) -> None:
        """Show some entries from the first on; a page that was just opened stays where it is."""
        if self.desk.page and typed != self.desk.page.arrangement.filtered:
            self.desk.filter_entries(typed)
            self.reader.go_to("")

    def _choose(self, number: int) -> None:
        self.show_tabs(self.stand()._replace(at=number))
        if not self.bar.hasFocus():  # it was chosen by the mouse
            self.reader.setFocus()

    @property
    def _titles(self) -> tuple[str, ...]:
        title_of = self._context.outline.title_of
        here = (tab.trail.here.slug for tab in self.desk.tabs.all if tab.trail.here)
        return tuple(_(_MADE[slug]) if slug in _MADE else title_of(slug) for slug in here)

    def _show_tabs(self) -> None:
        if len(self.desk.tabs.all) > 1 or "bar" in vars(self):
            self.bar.show_titles(self._titles, self.desk.tabs.at)
