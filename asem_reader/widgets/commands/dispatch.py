# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What answers the reader's commands; the first page is painted before it is made."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.widgets.commands.editions import EditionGestures
from asem_reader.widgets.commands.exchange import Exchanging
from asem_reader.widgets.commands.filing import Ordering
from asem_reader.widgets.commands.marks import Pen
from asem_reader.widgets.commands.printing import Paperwork
from asem_reader.widgets.commands.reading import ReadingCommands
from asem_reader.widgets.commands.search import Searching
from asem_reader.widgets.commands.window import Gestures
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.frame.actions import joined
from asem_reader.widgets.frame.panes import SidePanes
from asem_reader.widgets.frame.tab import Tab
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.marks.noteeditor import NoteEditor

HANDLERS = (Gestures, ReadingCommands, Pen, Searching, Exchanging, Paperwork, Ordering, EditionGestures)
COMMANDS = joined(*(handler.commands for handler in HANDLERS))


class Hands(QObject):
    """Joins each command, and what the panes ask for, to whoever does it; each is given what it uses.

    Attributes:
        tab: the current one, on which commands act.
    """

    def __init__(self, window: Window, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        parts, actions = window.parts, window.actions_by_name
        actions.furnish(COMMANDS)
        self._window = window
        self._parts = parts
        self.tab = Tab(parts.desk, window.reader, NoteEditor(parts.marks, window.reader))
        sides, field, notice = SidePanes(window, window.left, window.aside), window.field, window.notice
        marks, settings, tab = parts.marks, parts.settings, lambda: self.tab
        self.gestures = Gestures(window, sides, field, actions, settings, parts.about, tab)
        self.reading = ReadingCommands(window, notice, window.findbar, tab)
        self.pen = Pen(window, actions, window.aside.notes, Marking(marks), marks, settings, tab)
        self.searching = Searching(field, sides, parts.hits, settings, tab, actions, COMMANDS.values())
        self.exchanging = Exchanging(window, notice, tab, marks, lambda: parts.exchange)
        self.paperwork = Paperwork(
            window, notice, tab, parts.outline, parts.hits, marks, settings, lambda: parts.compositor
        )
        self.ordering = Ordering(window, sides, actions, parts.mark_tree, marks, settings, tab)
        self.editions = EditionGestures(
            window, notice, actions["waiting"], parts.desk, marks, settings, lambda: parts.editions, colours
        )
        handlers: tuple[Any, ...] = (self.gestures, self.reading, self.pen, self.searching, self.exchanging)
        handlers += (self.paperwork, self.ordering, self.editions)
        self._deeds = {row.name: partial(row.do, each) for each in handlers for row in each.commands}
        self._join()
        self._join_tab(self.tab)
        self._join_undo()
        self._build()

    @property
    def editor(self) -> NoteEditor:
        """Where notes are written on the current tab's page."""
        return self.tab.editor

    def do(self, name: str) -> None:
        """Do a command.

        Raises:
            KeyError: nobody does it.
        """
        self._deeds[name]()

    def go_to(self, address: str) -> None:
        """Open what an address leads to, or say that it leads nowhere."""
        self.reading.go_to(address)

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""
        self.exchanging.offer(replaced, told)

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours too."""
        self._window.field.dress(*(self._parts.look.icon(name, colours) for name in ("star", "starred")))
        for part in (self._window.left.found, self._window.left.marks, self.pen):
            part.dress(colours)

    def keep(self) -> bool:
        """Keep what is being written and composed; return whether it is on disk."""
        return self.editor.keep() and self.paperwork.keep()

    def stop(self) -> None:
        """Do nothing more by itself."""
        self.editions.stop()

    def _build(self) -> None:
        """Let Tab go from the field to what it brought up."""
        found = self._window.left.found
        order: tuple[QWidget, ...] = (
            self._window.field,
            found.told,
            *found.scopes.around,
            found.results,
            found.empty,
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _join(self) -> None:
        watch, reading = self._window.watch, self.reading
        self._parts.hits.refused.connect(self._window.notice.tell)
        watch.known.connect(self.editions.begin)
        watch.known.connect(self._parts.hits.prepare)
        self._window.findbar.typed.connect(reading.find)
        self._window.findbar.stepped.connect(reading.find_next)
        self._window.findbar.left.connect(reading.leave_find)
        self.searching.join()
        self.ordering.join()
        self.pen.join()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.searching.follow_keys)

    def _join_tab(self, tab: Tab) -> None:
        self._window.leaving.connect(tab.editor.leave_page)
        self._window.shown.connect(tab.editor.follow_page)
        tab.editor.left.connect(tab.reader.setFocus)
        tab.reader.outside.connect(self.reading.ask_outside)
        self.pen.join_tab(tab)

    def _join_undo(self) -> None:
        """Let Undo and Redo say what they would do, and be there when they can do it."""
        undo, actions = self._parts.marks.undo, self._window.actions_by_name
        for name, can, changed in (
            ("undo", undo.canUndo, undo.canUndoChanged),
            ("redo", undo.canRedo, undo.canRedoChanged),
        ):
            actions[name].setEnabled(can())
            changed.connect(actions[name].setEnabled)
        undo.undoTextChanged.connect(self._name_undo)
        undo.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self._window.actions_by_name["undo"].setText(f"&Undo: {unkeyed(what)}" if what else "&Undo")

    def _name_redo(self, what: str) -> None:
        self._window.actions_by_name["redo"].setText(f"&Redo: {unkeyed(what)}" if what else "&Redo")
