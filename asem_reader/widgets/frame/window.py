# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window: panes joined to the Desk, and every command to what it does."""

import os
from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from asem_reader.core.language import _
from asem_reader.core.marks.mark import WHOLE, MarkKind
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.controls.keysnow import write
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.placemenu import Opening, asked
from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.frame.context import Context, Handlers
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.frame.pages import Pages
from asem_reader.widgets.frame.panes import LeftPane, SidePanes
from asem_reader.widgets.frame.sidebar import SideBar
from asem_reader.widgets.reading.foundwords import FindBar
from asem_reader.widgets.reading.reader import Reader
from asem_reader.widgets.search.field import SearchField

_LEAST_PAGE = 260


class Window(QMainWindow):
    """Main window: says `desk.go(place)` for every gesture that moves the reader, shows what the Desk opens.

    What the first page needs is made at once; what answers commands, when that page has been painted.

    Attributes:
        kept: whether what was being written is on disk, once it was closed.
        findbar: where one searches in the page; there once commands are answered.
    """

    findbar: FindBar

    def __init__(
        self, context: Context, colours: Callable[[], Theme], answer: "Callable[[Window], Handlers]"
    ) -> None:
        super().__init__()
        self.context = context
        self._colours = colours
        self._handlers_for = answer
        self.actions_by_name = Actions(self, self.do)
        self.field = SearchField()
        self.left = LeftPane(context.outline)
        self.notice = Notice()
        self.pages = Pages(context)
        self.sidebar = SideBar()
        self.sides = SidePanes(self, self.left, self.sidebar, self.pages, self.actions_by_name)
        self._split = QSplitter(Qt.Orientation.Horizontal, handleWidth=1)
        self._column = QVBoxLayout()
        self._counted = PlainLabel()
        self._warned = self.kept = False
        self.watch = context.watch
        self._build()
        self._join()
        self.dress()

    @cached_property
    def dispatcher(self) -> Handlers:
        """The dispatcher of commands, made when it is first wanted, and what it needs."""
        self.findbar = FindBar()
        self._column.addWidget(self.findbar)
        self.field.furnish()
        self.left.furnish(self.context.mark_tree, self.context.history, self.context.hits)
        dispatcher = self._handlers_for(self)
        dispatcher.dress(self._colours())
        self.context.desk.illustrate(self.context.figures_of)
        return dispatcher

    @property
    def page(self) -> PagePane:
        """The page that has the keys, or had them last; all that stands round it is about that one."""
        return self.pages.current

    @property
    def reader(self) -> Reader:
        """The reader of that page."""
        return self.page.reader

    @property
    def _is_complete(self) -> bool:
        return "dispatcher" in vars(self)

    def do(self, command: str) -> None:
        """Do a command, by its name."""
        self.dispatcher.do(command)

    def dress(self) -> None:
        """Show everything in the colours and the size of now."""
        colours = self._colours()
        self.actions_by_name.dress(lambda name: self.context.look.icon(name, colours))
        self.left.outline.symbols.colours = colours
        self.sidebar.dress(colours)
        if self._is_complete:
            self.dispatcher.dress(colours)
        for pane in self.pages.all:
            pane.reader.dress(colours)
            pane.reader.column.use_type(*self.context.settings.typeface)
            pane.desk.show_in(colours, self.context.settings.size)
        self.actions_by_name.tick(f"theme_{self.context.settings.theme}", True)

    def restore_shape(self) -> None:
        """Take the shape of the last session, clamped by Qt to the screens that there are."""
        settings = self.context.settings
        if not self.restoreGeometry(settings.shape("geometry")):
            self.resize(1240, 820)
        if not self._split.restoreState(settings.shape("panes")):
            self._split.setSizes([270, 720, 250])
        self.sides.restore()

    def keep_session(self) -> None:
        """Write down where one is and the window's shape."""
        settings = self.context.settings
        settings.keep_shape("geometry", self.saveGeometry())
        settings.keep_shape("panes", QByteArray(self._split.saveState()))
        for name in self.sides.least:
            settings.keep_shown(name, self.actions_by_name[name].isChecked())
        settings.keep_tabs(*(pane.desk.tabs for pane in self.pages.all))
        settings.sync()
        self.context.readings.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panes beside the page away where there is no room for them, and take them out again."""
        super().resizeEvent(event)
        self.sides.make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, and where one was; what cannot be kept wants to be closed twice."""
        self.kept = self.keep()
        if not self.kept and not self._warned:
            self._warned = True
            event.ignore()
            return
        self.watch.stop()
        if self._is_complete:
            self.dispatcher.stop()
        super().closeEvent(event)

    def keep(self) -> bool:
        """Keep what is being written, and where one is; return whether what was written is on disk."""
        kept = not self._is_complete or self.dispatcher.keep()
        for pane in self.pages.all:
            pane.rest_at(pane.reader.top_block)
        self.keep_session()
        return kept

    def end(self) -> None:
        """Close for good, with all dialogs; what cannot be kept is tried twice."""
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self:
                other.close()
        if self.isVisible() and not self.close():
            self.close()

    def _build(self) -> None:
        self.setWindowTitle("ASEM Reader")
        self.setWindowIcon(self.context.look.emblem())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.actions_by_name.head(self.menuBar())
        self.addToolBar(self.actions_by_name.tool_bar(self.field))
        page = QWidget()
        page.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.pages, 1)
        for pane in (self.left, page, self.sidebar):
            self._split.addWidget(pane)
        for pane in (self.sidebar, page, self.left):
            pane.lower()  # for screen readers, too, the left one is the first
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self.setCentralWidget(self._split)
        page.setMinimumWidth(_LEAST_PAGE)
        for name in self.sides.least:
            self.actions_by_name.tick(name, self.context.settings.shown(name))
        self.setMinimumSize(480, 300)  # of 1366x768 at twice the scale 683x384 are left
        self._counted.setObjectName("counted")

    def _join(self) -> None:
        self._join_page(self.page)
        self.pages.joined.connect(self._join_page)
        self.pages.parted.connect(self.sides.make_room)
        self.pages.taken.connect(self._describe)
        self.pages.emptied.connect(self.close)
        marks = self.context.marks
        marks.refused.connect(lambda error: self.notice.tell(error, marks.written))
        self.left.chosen.connect(partial(self._open, lands=False))
        self.left.entered.connect(self._land)
        self.sidebar.chosen.connect(self._open)
        for pane in (self.left, self.sidebar):
            pane.placed.connect(self._open)
        self.sidebar.wished.connect(self._jump)
        self.reader.painted.connect(self._complete, Qt.ConnectionType.SingleShotConnection)
        self.watch.came.connect(self._answer)
        self.watch.due.connect(self.keep_session)
        self.watch.read.connect(self._note_as_read)
        self.context.readings.changed.connect(self.context.outline.show_states)
        for marked in (self.context.marks.changed, self.context.marks.refused):
            marked.connect(self._show_marks)
        self.context.settings.changed.connect(self.dress)

    def _join_page(self, pane: PagePane) -> None:
        """Follow a page, and make room for a second one."""
        pane.desk.viewed.connect(self._explore)
        pane.desk.refused.connect(lambda error: self.notice.tell(error, pane.opened))
        pane.opened.connect(self._describe)
        pane.told.connect(lambda sentence: remark(self, sentence))
        pane.reader.jumps.changed.connect(self._show_ways)
        pane.reader.words.counted.connect(self._show_count)
        pane.reader.column.use_type(*self.context.settings.typeface)
        pane.reader.dress(self._colours())
        self.sides.make_room()

    def _complete(self) -> None:
        """Make the rest as soon as what was painted is on the glass."""
        QTimer.singleShot(0, self, lambda: self.dispatcher)

    def _describe(self) -> None:
        """Say round the page that has the keys what it is, and what there is on it."""
        page = self.page.desk.page
        if page is None:
            return
        self.setWindowTitle(f"{page.title} · ASEM Reader")
        self.sidebar.show_page(page)
        self.left.outline.show_topic(page.place.slug)
        self._show_ways()
        self.actions_by_name["up"].setEnabled(bool(page.article.topic.parent))
        self._list_marks()
        self._show_count()

    def _open(self, place: Place, way: Opening | None = None, *, lands: bool = True) -> None:
        self.page.open(place, way, lands=lands)

    def _land(self) -> None:
        if asked() is Opening.HERE:
            self.reader.jumps.land()

    def _jump(self, anchor: str) -> None:
        self.reader.jumps.go(anchor)

    def _show_ways(self) -> None:
        """Show which ways there are: back in the page, or to the one before."""
        trail = self.page.desk.trail
        self.actions_by_name["back"].setEnabled(trail.can_go_back or self.reader.jumps.can_go_back)
        self.actions_by_name["forward"].setEnabled(trail.can_go_forward)

    def _note_as_read(self) -> None:
        for page in filter(None, (pane.desk.page for pane in self.pages.all)):
            self.context.readings.read(page.place.slug)

    def _answer(self, address: str, token: str) -> None:
        """Show the window, at the place that a second start was given, by the token that it was given."""
        if token and token.isascii() and token.isprintable():
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # for Qt, which would else ask for one without a click
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if address:
            self.dispatcher.go_to(address)

    def _explore(self, place: Place) -> None:
        """Show a view of figures in front of the page of their topic, be it before that is painted."""
        self.dispatcher.explore(place)

    def _show_count(self) -> None:
        """Say which of the marked words was reached, for as long as there are some."""
        here, found = self.reader.words.here, self.reader.words.found
        if found and self._counted.parentWidget() is None:
            self.statusBar().setSizeGripEnabled(False)
            self.statusBar().addPermanentWidget(self._counted)
        at = _("{here} of {found} on this page · F3 goes on")
        said = at if here else _("{found} marked on this page · F3 goes on")
        write(self._counted, said.format(here=here, found=found) if found else "")

    def _show_marks(self) -> None:
        """Show which marks there are on each page, and round it."""
        for pane in self.pages.all:
            pane.show_marks()
        self._list_marks()

    def _list_marks(self) -> None:
        page, there = self.page.desk.page, self.page.marks
        if page:
            on_topic = any(mark.kind is MarkKind.BOOKMARK and mark.spot == WHOLE for mark in there)
            self.actions_by_name.tick("bookmark", on_topic)
            self.sidebar.show_marks(there, self.context.marks.view_said)
