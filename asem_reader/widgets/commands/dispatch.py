# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dispatcher of commands; the first page is painted before it is made."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any
from urllib.parse import unquote_plus

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from asem_reader.core.language import _
from asem_reader.core.made import MADE, PACK, SEARCH, START
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.reading.narrator import Narrator
from asem_reader.viewmodels.reading.voice import Voice
from asem_reader.viewmodels.session.choices import BEGIN
from asem_reader.widgets.commands.aloud import AloudCommands
from asem_reader.widgets.commands.exchange import EditionCommands, ExchangeCommands
from asem_reader.widgets.commands.explorer import ExplorerCommands
from asem_reader.widgets.commands.filing import FilingCommands
from asem_reader.widgets.commands.help import HelpCommands
from asem_reader.widgets.commands.marks import MarkCommands
from asem_reader.widgets.commands.printing import PrintCommands
from asem_reader.widgets.commands.reading import ReadingCommands
from asem_reader.widgets.commands.search import SearchCommands
from asem_reader.widgets.commands.tabs import TabCommands
from asem_reader.widgets.commands.view import ViewCommands
from asem_reader.widgets.commands.window import WindowCommands
from asem_reader.widgets.controls.announce import say_row
from asem_reader.widgets.controls.keyboard import Keyboard
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.controls.taborder import order_tabs
from asem_reader.widgets.frame.actions import joined
from asem_reader.widgets.frame.altkey import AltKey
from asem_reader.widgets.frame.focusring import FocusRing
from asem_reader.widgets.frame.mousegestures import MouseGestures
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.marks.noteeditor import NoteEditor

HANDLERS = (
    WindowCommands,
    TabCommands,
    ReadingCommands,
    AloudCommands,
    MarkCommands,
    SearchCommands,
    ExchangeCommands,
    PrintCommands,
    FilingCommands,
    ExplorerCommands,
    HelpCommands,
    ViewCommands,
    EditionCommands,
)
_ON_TOPICS = (
    "print save_pdf add_to_pack export_sources bookmark bookmark_block highlight highlight_yellow "
    "highlight_green highlight_blue highlight_rose note note_topic copy_marks"
)
COMMANDS = joined(*(handler.commands for handler in HANDLERS))


class Dispatcher(QObject):
    """Dispatches each command, and what the panes ask for, to whoever does it; each is given what it uses."""

    def __init__(self, window: Window, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        context, actions = window.context, window.actions_by_name
        actions.furnish(COMMANDS, context.settings.keys)
        self._window = window
        self._ring, self._keyboard = FocusRing(window), Keyboard(window)
        self._keyboard.follow(None, window)
        AltKey(window)
        MouseGestures(window, actions)
        self._context, self._ahead = context, Background(self)
        sides, field, notice = window.sides, window.field, window.notice
        marks, settings, tab = context.marks, context.settings, lambda: window.page
        self.explorer_commands = ExplorerCommands(
            window, notice, tab, settings, lambda: context.explorer, colours, marks
        )
        self.reading = ReadingCommands(window, notice, window.findbar, tab)
        marking, narrator = Marking(marks), Narrator(Voice(self), self)
        self.aloud = AloudCommands(window, notice, actions, marking, settings, tab, narrator)
        self.mark_commands = MarkCommands(
            window, actions, window.sidebar.notes, marking, marks, settings, tab
        )
        self.search_commands = SearchCommands(
            field, sides, context.hits, settings, tab, actions, COMMANDS.values()
        )
        self.exchange_commands = ExchangeCommands(
            window, notice, tab, marks, settings, lambda: context.exchange
        )
        self.print_commands = PrintCommands(
            window, notice, tab, context.outline, context.hits, marks, settings, lambda: context.compositor
        )
        self.filing_commands = FilingCommands(window, sides, actions, context.mark_tree, marks, settings, tab)
        waiting, editions = actions["waiting"], lambda: context.editions
        self.edition_commands = EditionCommands(
            window, notice, waiting, context.desk, marks, settings, editions, colours
        )
        self.view_commands = ViewCommands(
            window, notice, sides, actions, settings, context.readings, window.pages
        )
        self.help_commands = HelpCommands(
            window, notice, tab, settings, colours, context.release, actions["news"]
        )
        handlers: tuple[Any, ...] = (
            WindowCommands(window, notice, sides, field, actions, settings, context.about, window.pages),
            TabCommands(window, window.pages, actions),
            *(self.reading, self.aloud, self.mark_commands, self.search_commands, self.exchange_commands),
            *(self.print_commands, self.filing_commands, self.explorer_commands, self.edition_commands),
            *(self.help_commands, self.view_commands),
        )
        self._handlers = {row.name: partial(row.do, each) for each in handlers for row in each.commands}
        self._join()
        self._join_undo()
        self._order_keys()
        QTimer.singleShot(0, self, self._restore_second)  # when figures are known, too

    def do(self, name: str) -> None:
        """Do a command, by its name."""
        self._handlers[name]()

    def go_to(self, address: str) -> None:
        """Open what an address leads to, or say that it leads nowhere."""
        self.reading.go_to(address)

    def explore(self, place: Place) -> None:
        """Show a view of the figures, or what a line of the start page leads to."""
        key, _sign, value = place.view.partition("=")
        if place.slug != START.slug:
            self.explorer_commands.go(place)
        elif key == SEARCH:
            self.search_commands.ask(unquote_plus(value))
        elif key == PACK:
            self.print_commands.open_kept(unquote_plus(value))

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""
        self.exchange_commands.offer(replaced, told)

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours too."""
        self._window.field.dress(*(self._context.look.icon(name, colours) for name in ("star", "starred")))
        found, marks = self._window.left.found, self._window.left.marks
        for part in (found, marks, self.mark_commands, self.explorer_commands):
            part.dress(colours)

    def keep(self) -> bool:
        """Keep what is being written and composed; return whether it is on disk."""
        kept = [pane.editor.keep() for pane in self._window.pages.all]
        return all(kept) and self.print_commands.keep()

    def stop(self) -> None:
        """Do nothing more by itself."""
        self.aloud.stop()
        self.edition_commands.stop()
        self.explorer_commands.close()

    def _restore_second(self) -> None:
        """Show the second page again that lay open at the end, as the first one is."""
        settings, pages = self._context.settings, self._window.pages
        if settings.second and settings.chosen(BEGIN) == "last" and not pages.are_two:
            pages.restore(settings.second)

    def _order_keys(self) -> None:
        """Let Tab go from the field to what it brought up, and through the panes from left to right."""
        found = self._window.left.found
        results: tuple[QWidget, ...] = (found.told, *found.scopes.around, found.results, found.empty)
        for one, following in pairwise((self._window.field, *results)):
            QWidget.setTabOrder(one, following)
        window, page = self._window, self._window.pages.parentWidget()
        order_tabs(window.field, window.left, page, window.sidebar)

    def _join(self) -> None:
        window, hits, reading = self._window, self._context.hits, self.reading
        hits.refused.connect(lambda error: window.notice.tell(error, hits.found, window.field.left))
        window.watch.known.connect(self.edition_commands.begin)
        window.watch.known.connect(self.help_commands.tell_news)
        window.watch.known.connect(hits.prepare)
        window.watch.known.connect(self._prepare_glossary)
        window.watch.known.connect(self.aloud.ask)
        window.findbar.typed.connect(reading.find)
        window.findbar.stepped.connect(reading.find_next)
        window.findbar.left.connect(reading.leave_find)
        self._join_page(window.page)
        window.pages.joined.connect(self._join_page)
        window.pages.joined.connect(self._order_keys)
        window.pages.taken.connect(self._show_what_can_be_done)
        self._show_what_can_be_done()
        self.search_commands.join()
        self.filing_commands.join()
        self.mark_commands.join()
        self.aloud.join()
        # These outlive the window, and end with this object.
        QGuiApplication.clipboard().dataChanged.connect(self._show_cut)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keys)
            app.focusChanged.connect(self._ring.follow)
            app.focusChanged.connect(self._keyboard.follow)

    def _join_page(self, pane: PagePane) -> None:
        """Give a page its editor of notes, and answer what comes from it."""
        pane.editor = NoteEditor(self._context.marks, pane.reader)
        pane.leaving.connect(pane.editor.leave_page)
        pane.shown.connect(pane.editor.follow_page)
        pane.editor.left.connect(pane.reader.setFocus)
        pane.escaped.connect(self._escape)
        pane.reader.outside.connect(self.reading.ask_outside)
        pane.reader.figured.connect(self.reading.show_figure)
        pane.reader.tables.wished.connect(pane.desk.sort_table)
        pane.reader.tips.means = pane.desk.glossary.means
        pane.shown.connect(self._show_what_can_be_done)
        self.mark_commands.join_page(pane.reader)

    def _escape(self) -> None:
        """Take away what stands round the text, one thing at each Esc: marked words first."""
        around = (self.reading.clear_words, self.search_commands.close, self._window.sides.leave_mode)
        any(leave() for leave in around)

    def _show_what_can_be_done(self) -> None:
        """Offer marks and print on pages of the Library alone."""
        page = self._window.page.desk.page
        for name in _ON_TOPICS.split():
            self._window.actions_by_name[name].setEnabled(page is None or page.place.slug not in MADE)

    def _prepare_glossary(self) -> None:
        self._ahead.begin_when_idle(self._context.desk.glossary.preparing())

    def _show_cut(self) -> None:
        self.filing_commands.show_cut()

    def _follow_keys(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.search_commands.follow_keys(new)
        self.help_commands.follow_keys(new)
        if isinstance(new, QTreeView):
            # Of a row below another, Qt tells screen readers a wrong one; the right one has the last word.
            QTimer.singleShot(0, new, partial(self._say_row, new))

    def _say_row(self, tree: QTreeView) -> None:
        if tree.hasFocus():  # still, for a dialog gives them back to it before it goes elsewhere
            say_row(tree)

    def _join_undo(self) -> None:
        """Let Undo and Redo say what they would do, and be there when they can do it."""
        stack, actions = self._context.marks.undo, self._window.actions_by_name
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(actions["undo"].setEnabled)
        stack.canRedoChanged.connect(actions["redo"].setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        text = _("&Undo: {what}").format(what=unkeyed(what)) if what else _("&Undo")
        self._window.actions_by_name["undo"].setText(text)

    def _name_redo(self, what: str) -> None:
        text = _("&Redo: {what}").format(what=unkeyed(what)) if what else _("&Redo")
        self._window.actions_by_name["redo"].setText(text)
