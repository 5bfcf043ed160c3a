# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of the search field and its results: a method for each gesture."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from asem_reader.core.language import N_
from asem_reader.core.place import Place
from asem_reader.core.search.hit import Hit
from asem_reader.core.search.query import toggled
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.viewmodels.search.rows import CommandRow, PastSearch, Row
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.placemenu import Opening
from asem_reader.widgets.controls.walking import walk
from asem_reader.widgets.frame.actions import Actions, Command, plain_text
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.frame.panes import RESULTS, SidePanes
from asem_reader.widgets.search.field import SearchField


@dataclass(eq=False)
class SearchCommands:
    """The commands of search: joins the field, the results, and what they lead to."""

    _field: SearchField
    _sides: SidePanes
    _hits: HitsModel
    _settings: Settings
    _tab: Callable[[], PagePane]
    _actions: Actions
    _offered: Iterable[Command[Any]]
    _before: tuple[bool, bool] | None = field(default=None, init=False)  # whether the panes were shown

    def __post_init__(self) -> None:
        self._left = self._sides.left
        own = {command.name for command in self.commands}  # nobody looks for them in the search
        self._known = tuple(
            CommandRow(command.name, plain_text(self._actions[command.name]), command.keys[0])
            for command in self._offered
            if command.name not in own
        )
        self._hits.offer(self._offers)

    def join(self) -> None:
        """Connect the field and the results with what they ask for."""
        asking, pane = self._field, self._left.found
        asking.asked.connect(self.search)
        asking.emptied.connect(self.recall)
        asking.left.connect(self.leave)
        asking.walked.connect(self.walk)
        asking.entered.connect(self.open_current)
        asking.starred.connect(self.save_search)
        asking.dropped.connect(pane.results.drop_current)
        pane.results.chosen.connect(self.open_row)
        pane.results.dropped.connect(self.drop)
        pane.results.menu.wished.connect(self._open)
        pane.scopes.toggled.connect(lambda narrow: asking.setText(toggled(asking.text(), narrow)))
        pane.literal_wished.connect(self.search_literally)
        pane.search_wished.connect(asking.setText)
        pane.left.connect(self.close)

    def search(self, text: str) -> None:
        """Show what answers a text, in place of the tree."""
        self._hits.ask(text)
        self._show_results()
        self.show_saved()

    def recall(self) -> None:
        """Show the searches of before, if there are any, while the field is empty."""
        recent, saved = self._settings.recent_searches, self._settings.saved_searches
        if recent or saved:
            self._hits.recall(recent, saved)
            self._show_results()
        else:
            self._put_back()
        self.show_saved()

    def leave(self) -> None:
        """Bring back what stood there before the search, and give it the keys if the search had them."""
        had_keys = self._is_inside(self._sides.window.focusWidget())
        self._put_back()
        self.show_saved()
        if had_keys and not self._left.isHidden():
            self._left.focus_view()
        elif had_keys:
            self._tab().reader.setFocus()

    def close(self) -> bool:
        """Empty the field and put the results away; return whether there were any."""
        are_there = self._left.shown == RESULTS and not self._left.isHidden()
        if are_there:
            self._field.clear()
            self.leave()
        return are_there

    def follow_keys(self, new: QWidget | None) -> None:
        """Put searches of before away when the keys go elsewhere."""
        if new and not self._is_inside(new) and not self._field.text().strip():
            self._put_back()

    def focus_search(self) -> None:
        """Take the keys to the search field."""
        self._sides.leave_mode()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field.text():
            self._field.selectAll()  # of nothing it would be heard in place of the field
        if not self._field.text().strip():
            self.recall()  # the field may have had the keys, and then says nothing

    def ask(self, text: str) -> None:
        """Put a text into the search field, as if it were typed."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setText(text)

    def search_literally(self) -> None:
        """Search for the text as it is written, nothing mended or widened; once more, as usual again."""
        hits, text = self._hits, self._field.text()
        if text.strip():
            hits.ask(text, literal=not (hits.literal and hits.text == text))
            self._show_results()

    def walk(self, event: QKeyEvent) -> None:
        """Move in the results, when they are there."""
        self._hits.finish()
        walk(self._left.found.results, event)

    def open_current(self) -> None:
        """Open the chosen row, or the best there is for what was typed."""
        self._hits.finish()
        self._left.found.results.choose_current()

    def open_row(self, row: Row) -> None:
        """Open a hit with its words marked, do a command, or search again as before."""
        if isinstance(row, Hit):
            self._open(row.place)
        elif isinstance(row, CommandRow):
            self._tab().reader.setFocus()
            self._field.clear()
            self._actions[row.name].trigger()
        elif isinstance(row, PastSearch):
            self._field.setFocus()
            self._field.setText(row.text)

    def _open(self, place: Place, way: Opening | None = None) -> None:
        self._settings.remember_search(self._hits.text)
        self._tab().open(place, way, self._hits.words(place))

    def save_search(self) -> None:
        """Save the search that stands in the field, or take it from the saved ones."""
        text = " ".join(self._field.text().split())
        if text:
            self._settings.save_search(text, text not in self._settings.saved_searches)
        self.show_saved()

    def drop(self, row: PastSearch) -> None:
        """Take a search of before away."""
        if row.saved:
            self._settings.save_search(row.text, wished=False)
        else:
            self._settings.forget_search(row.text)
        self.recall()

    def show_saved(self) -> None:
        """Let the star say whether the search in the field is saved."""
        text = " ".join(self._field.text().split())
        saved = text in self._settings.saved_searches
        self._actions["save_search"].setEnabled(bool(text))
        self._actions["literal"].setEnabled(bool(text))
        self._field.show_star(bool(text), saved)

    def _offers(self) -> Iterator[CommandRow]:
        """The commands that can be done now."""
        there = ((offer, self._actions[offer.name]) for offer in self._known)
        return (offer for offer, action in there if action.isEnabled() and action.isVisible())

    def _is_inside(self, focused: QWidget | None) -> bool:
        return focused is self._field or (focused is not None and self._left.isAncestorOf(focused))

    def _show_results(self) -> None:
        if self._left.shown != RESULTS:
            self._before = (not self._left.isHidden(), not self._sides.right.isHidden())
        self._sides.show_left(RESULTS)

    def _put_back(self) -> None:
        """Show tree and panes exactly as they were."""
        if self._left.shown != RESULTS:
            return
        self._left.leave_results()
        left, right = self._before or (True, True)
        self._left.setVisible(left)
        if right and (not left or self._sides.has_room):
            self._sides.right.show()

    commands: "ClassVar[tuple[Command[SearchCommands], ...]]" = (
        Command("search", N_("&Search everything"), ("Ctrl+K", "Ctrl+L"), focus_search),
        Command("literal", N_("Search &as typed"), ("Alt+Enter", "Alt+Return"), search_literally),
        Command("save_search", N_("Sa&ve this search"), ("Ctrl+S",), save_search),
    )
