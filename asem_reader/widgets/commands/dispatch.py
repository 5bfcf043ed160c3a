# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What answers the reader's commands; the first page is painted before it is made."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.theme import Theme
from asem_reader.widgets.commands.editions import EditionCommands
from asem_reader.widgets.commands.exchange import ExchangeCommands
from asem_reader.widgets.commands.filing import FilingCommands
from asem_reader.widgets.commands.marks import MarkCommands
from asem_reader.widgets.commands.printing import PrintCommands
from asem_reader.widgets.commands.search import SearchCommands
from asem_reader.widgets.commands.window import WindowCommands
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.frame.context import Context
from asem_reader.widgets.frame.panes import Panes
from asem_reader.widgets.frame.window import Window


class Dispatcher(QObject):
    """Joins each command, and what the panes ask for, to whoever does it."""

    def __init__(self, window: Window, panes: Panes, context: Context, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._context = context
        self.editor = panes.editor
        self.findbar = panes.findbar
        self.window_commands = WindowCommands(window, panes, context)
        self.mark_commands = MarkCommands(window, panes, context)
        self.search_commands = SearchCommands(window, panes, context)
        self.exchange_commands = ExchangeCommands(window, panes, context)
        self.print_commands = PrintCommands(window, panes, context)
        self.filing_commands = FilingCommands(window, panes, context)
        self.edition_commands = EditionCommands(window, panes, context, colours)
        self._handlers = self._gathered()
        self._join()
        self._join_undo()
        self._build()

    def do(self, name: str) -> None:
        """Do a command.

        Raises:
            KeyError: nobody does it.
        """
        self._handlers[name]()

    def go_to(self, address: str) -> None:
        """Open what an address leads to, or say that it leads nowhere."""
        self.window_commands.go_to(address)

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""
        self.exchange_commands.offer(replaced, told)

    @property
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What does each command, by its name."""
        return self._handlers

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours too."""
        self._panes.field.dress(*(self._context.look.icon(name, colours) for name in ("star", "starred")))
        for part in (self._panes.left.found, self._panes.left.marks, self.mark_commands):
            part.dress(colours)

    def keep(self) -> bool:
        """Keep what is being written and composed; return whether it is on disk."""
        return self.editor.keep() and self.print_commands.keep()

    def stop(self) -> None:
        """Do nothing more by itself."""
        self.edition_commands.stop()

    def _gathered(self) -> dict[str, Callable[[], object]]:
        context = (
            self.window_commands,
            self.mark_commands,
            self.search_commands,
            self.exchange_commands,
            self.print_commands,
        )
        handlers: dict[str, Callable[[], object]] = {}
        for part in (*context, self.filing_commands, self.edition_commands):
            handlers |= part.commands()
        return handlers

    def _build(self) -> None:
        """Let Tab go from the field to what it brought up."""
        found = self._panes.left.found
        order: tuple[QWidget, ...] = (
            self._panes.field,
            found.told,
            *found.scopes.around,
            found.results,
            found.empty,
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _join(self) -> None:
        window, window_commands = self._window, self.window_commands
        self._context.hits.refused.connect(self._panes.notice.tell)
        window.leaving.connect(self.editor.leave_page)
        window.shown.connect(self.editor.follow_page)
        window.watch.known.connect(self.edition_commands.begin)
        window.watch.known.connect(self._context.hits.prepare)
        self.editor.left.connect(self._panes.reader.setFocus)
        self._panes.reader.outside.connect(window_commands.ask_outside)
        self.findbar.typed.connect(window_commands.find)
        self.findbar.stepped.connect(window_commands.find_next)
        self.findbar.left.connect(window_commands.leave_find)
        self.search_commands.join()
        self.filing_commands.join()
        self.mark_commands.join()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.search_commands.follow_keys)

    def _join_undo(self) -> None:
        """Let Undo and Redo say what they would do, and be there when they can do it."""
        undo, actions = self._context.marks.undo, self._panes.actions
        for name, can, changed in (
            ("undo", undo.canUndo, undo.canUndoChanged),
            ("redo", undo.canRedo, undo.canRedoChanged),
        ):
            actions[name].setEnabled(can())
            changed.connect(actions[name].setEnabled)
        undo.undoTextChanged.connect(self._name_undo)
        undo.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self._panes.actions["undo"].setText(f"&Undo: {unkeyed(what)}" if what else "&Undo")

    def _name_redo(self, what: str) -> None:
        self._panes.actions["redo"].setText(f"&Redo: {unkeyed(what)}" if what else "&Redo")
