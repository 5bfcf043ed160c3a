# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader can do with the search field and its results: a method for each gesture."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from asem_reader.core.search.filters import toggled
from asem_reader.core.search.hit import Hit
from asem_reader.viewmodels.search.rows import CommandRow, PastSearch, Row
from asem_reader.widgets.frame.actions import COMMANDS, plain_text
from asem_reader.widgets.frame.context import ROOM_FOR_ALL, Context
from asem_reader.widgets.frame.leftpane import RESULTS
from asem_reader.widgets.frame.panes import Panes

_ON_SEARCH = ("search", "literal", "save_search")  # nobody looks for them in the search


class SearchCommands(QObject):
    """Joins the field, the results, and what they lead to, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._context = context
        self._before: tuple[bool, bool] | None = None  # whether the panes beside the page were shown
        self._known = tuple(
            CommandRow(command.name, plain_text(panes.actions[command.name]), command.keys[0])
            for command in COMMANDS
            if command.name not in _ON_SEARCH
        )
        context.hits.offer(self._offers)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the commands about searching do, by their name."""
        return {
            "search": self.focus_search,
            "literal": self.search_literally,
            "save_search": self.save_search,
        }

    def join(self) -> None:
        """Connect the field and the results with what they ask for."""
        field, pane = self._panes.field, self._panes.left.found
        field.asked.connect(self.search)
        field.emptied.connect(self.recall)
        field.left.connect(self.leave)
        field.walked.connect(self.walk)
        field.entered.connect(self.open_current)
        field.starred.connect(self.save_search)
        field.dropped.connect(pane.results.drop_current)
        pane.results.chosen.connect(self.open_row)
        pane.results.dropped.connect(self.drop)
        pane.scopes.toggled.connect(self.toggle_filter)
        pane.literal_wished.connect(self.search_literally)
        pane.left.connect(field.clear)
        pane.left.connect(self.leave)

    def search(self, text: str) -> None:
        """Show what answers a text, in place of the tree."""
        self._context.hits.ask(text)
        self._show_results()
        self.show_saved()

    def recall(self) -> None:
        """Show the searches of before, if there are any, while the field is empty."""
        settings = self._context.settings
        if settings.recent_searches or settings.saved_searches:
            self._context.hits.recall(settings.recent_searches, settings.saved_searches)
            self._show_results()
        else:
            self._put_back()
        self.show_saved()

    def leave(self) -> None:
        """Bring back what stood there before the search, and give it the keys if the search had them."""
        panes, focused = self._panes, self._window.focusWidget()
        had_keys = focused is panes.field or (focused is not None and panes.left.isAncestorOf(focused))
        self._put_back()
        self.show_saved()
        if had_keys and not panes.left.isHidden():
            panes.left.focus_view()
        elif had_keys:
            panes.reader.setFocus()

    def follow_keys(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Put searches of before away when the keys go elsewhere."""
        panes = self._panes
        inside = new is None or new is panes.field or panes.left.isAncestorOf(new)
        if not inside and panes.left.shown == RESULTS and not panes.field.text().strip():
            self._put_back()

    def focus_search(self) -> None:
        """Take the keys to the search field."""
        field = self._panes.field
        if not field.text().strip():
            self.recall()  # the field may have the keys already, and then says nothing
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def search_literally(self) -> None:
        """Search for the text as it is written, nothing mended or widened; once more, as usual again."""
        hits, field = self._context.hits, self._panes.field
        if field.text().strip():
            hits.ask(field.text(), literal=not (hits.literal and hits.text == field.text()))
            self._show_results()

    def toggle_filter(self, narrow: str) -> None:
        """Put a filter into the query, or take it out."""
        self._panes.field.setText(toggled(self._panes.field.text(), narrow))

    def walk(self, event: QKeyEvent) -> None:
        """Move in the results, when they are there."""
        self._context.hits.finish()
        self._panes.left.found.results.walk(event)

    def open_current(self) -> None:
        """Open the chosen row, or the best there is for what was typed."""
        self._context.hits.finish()
        self._panes.left.found.results.choose_current()

    def open_row(self, row: Row) -> None:
        """Open a hit with its words marked, do a command, or search again as before."""
        if isinstance(row, Hit):
            self.open_hit(row)
        elif isinstance(row, CommandRow):
            self._panes.reader.setFocus()
            self._panes.field.clear()
            self._panes.actions[row.name].trigger()
        elif isinstance(row, PastSearch):
            self._panes.field.setFocus()
            self._panes.field.setText(row.text)

    def open_hit(self, hit: Hit) -> None:
        """Open a hit with its words marked, and remember what led there."""
        self._context.settings.remember_search(self._context.hits.text)
        self._context.desk.go(hit.place, self._context.hits.words(hit))
        self._panes.reader.setFocus()

    def save_search(self) -> None:
        """Save the search that stands in the field, or take it from the saved ones."""
        text = " ".join(self._panes.field.text().split())
        settings = self._context.settings
        if text:
            settings.save_search(text, text not in settings.saved_searches)
        self.show_saved()

    def drop(self, row: PastSearch) -> None:
        """Take a search of before away."""
        if row.saved:
            self._context.settings.save_search(row.text, wished=False)
        else:
            self._context.settings.forget_search(row.text)
        self.recall()

    def show_saved(self) -> None:
        """Let the star say whether the search in the field is saved."""
        text = " ".join(self._panes.field.text().split())
        saved = text in self._context.settings.saved_searches
        self._panes.actions["save_search"].setEnabled(bool(text))
        self._panes.actions["literal"].setEnabled(bool(text))
        self._panes.field.show_star(bool(text), saved)

    def _offers(self) -> Iterator[CommandRow]:
        """The commands that can be done now."""
        return (offer for offer in self._known if self._panes.actions[offer.name].isEnabled())

    def _show_results(self) -> None:
        panes = self._panes
        if panes.left.shown != RESULTS:
            self._before = (not panes.left.isHidden(), not panes.sidebar.isHidden())
        if self._window.width() < ROOM_FOR_ALL:
            panes.sidebar.hide()
        panes.left.show()
        panes.left.show_view(RESULTS)

    def _put_back(self) -> None:
        """Show tree and panes exactly as they were."""
        panes = self._panes
        if panes.left.shown != RESULTS:
            return
        panes.left.leave_results()
        left, aside = self._before or (True, True)
        panes.left.setVisible(left)
        if aside and (not left or self._window.width() >= ROOM_FOR_ALL):
            panes.sidebar.show()
