# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What answers the reader's commands; the first page is painted before it is made."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.theme import Theme
from asem_reader.widgets.commands.editions import EditionGestures
from asem_reader.widgets.commands.exchange import Exchanging
from asem_reader.widgets.commands.filing import Ordering
from asem_reader.widgets.commands.marks import Pen
from asem_reader.widgets.commands.printing import Paperwork
from asem_reader.widgets.commands.search import Searching
from asem_reader.widgets.commands.window import Gestures
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.frame.context import Parts
from asem_reader.widgets.frame.panes import Panes
from asem_reader.widgets.frame.window import Window


class Hands(QObject):
    """Joins each command, and what the panes ask for, to whoever does it."""

    def __init__(self, window: Window, panes: Panes, parts: Parts, colours: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._parts = parts
        self.editor = panes.editor
        self.findbar = panes.findbar
        self.gestures = Gestures(window, panes, parts)
        self.pen = Pen(window, panes, parts)
        self.searching = Searching(window, panes, parts)
        self.exchanging = Exchanging(window, panes, parts)
        self.paperwork = Paperwork(window, panes, parts)
        self.ordering = Ordering(window, panes, parts)
        self.editions = EditionGestures(window, panes, parts, colours)
        self._deeds = self._gathered()
        self._join()
        self._join_undo()
        self._build()

    def do(self, name: str) -> None:
        """Do a command.

        Raises:
            KeyError: nobody does it.
        """
        self._deeds[name]()

    def go_to(self, address: str) -> None:
        """Open what an address leads to, or say that it leads nowhere."""
        self.gestures.go_to(address)

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""
        self.exchanging.offer(replaced, told)

    @property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What does each command, by its name."""
        return self._deeds

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours too."""
        self._panes.field.dress(*(self._parts.look.icon(name, colours) for name in ("star", "starred")))
        for part in (self._panes.left.found, self._panes.left.marks, self.pen):
            part.dress(colours)

    def keep(self) -> bool:
        """Keep what is being written and composed; return whether it is on disk."""
        return self.editor.keep() and self.paperwork.keep()

    def stop(self) -> None:
        """Do nothing more by itself."""
        self.editions.stop()

    def _gathered(self) -> dict[str, Callable[[], object]]:
        parts = (self.gestures, self.pen, self.searching, self.exchanging, self.paperwork)
        deeds: dict[str, Callable[[], object]] = {}
        for part in (*parts, self.ordering, self.editions):
            deeds |= part.commands()
        return deeds

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
        window, gestures = self._window, self.gestures
        self._parts.hits.refused.connect(self._panes.notice.tell)
        window.leaving.connect(self.editor.leave_page)
        window.shown.connect(self.editor.follow_page)
        window.watch.known.connect(self.editions.begin)
        window.watch.known.connect(self._parts.hits.prepare)
        self.editor.left.connect(self._panes.reader.setFocus)
        self._panes.reader.outside.connect(gestures.ask_outside)
        self.findbar.typed.connect(gestures.find)
        self.findbar.stepped.connect(gestures.find_next)
        self.findbar.left.connect(gestures.leave_find)
        self.searching.join()
        self.ordering.join()
        self.pen.join()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.searching.follow_keys)

    def _join_undo(self) -> None:
        """Let Undo and Redo say what they would do, and be there when they can do it."""
        undo, actions = self._parts.marks.undo, self._panes.actions
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
