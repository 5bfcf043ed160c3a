# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of the connectivity figures: their window, and places that are views in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Mark, Spot, Target
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane

if TYPE_CHECKING:
    from asem_reader.viewmodels.explorer.explorer import Explorer
    from asem_reader.widgets.explorer.explorerwindow import ExplorerWindow

# Windows are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class ExplorerCommands:
    """The commands of the explorer, beside one window."""

    _window: QMainWindow
    _notice: Notice
    _tab: Callable[[], PagePane]
    _settings: Settings
    _explorer: "Callable[[], Explorer]"
    _colours: Callable[[], Theme]
    _marks: Marks
    window: "ExplorerWindow | None" = field(default=None, init=False)

    def explore(self) -> None:
        """Show the figures, ranked by the topic that lies open if it has scores; of a partner, at its row."""
        try:
            explorer = self._explorer()
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
            return
        page = self._tab().desk.page
        code = explorer.code_at(page.place.slug) if page else ""
        partner = explorer.partner_at(page.place.slug) if page else ""
        if code:
            explorer.rank_by(code)
        if partner:
            explorer.go_to(partner)
        self._show(explorer)

    def go(self, place: Place) -> None:
        """Show the view of a place, or say that there is no such view."""
        try:
            explorer = self._explorer()
            explorer.go(place)
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
        else:
            self._show(explorer)

    def toggle_bookmark(self) -> None:
        """Set a bookmark on the view that is shown, or take it away: a saved scenario."""
        place, marks = self._explorer().place, self._marks
        article = self._tab().desk.library.article(place.slug)
        if self.window and Marking(marks).toggle_bookmark(Target(article, view=place.view)):
            said = _("Bookmarked: {view}.").format(view=marks.view_said(place.view))
            gone = _("No bookmark on this view; Ctrl+Z in the reader’s window brings one back.")
            self.window.remark(said if self._bookmark else gone)
        self._tick()

    def dress(self, colours: Theme) -> None:
        """Show the figures in these colours too."""
        if self.window:
            self.window.dress(colours)

    def close(self) -> None:
        """Close the window of the figures."""
        if self.window:
            self.window.close()

    def _show(self, explorer: "Explorer") -> None:
        from asem_reader.widgets.explorer.explorerwindow import ExplorerWindow

        if self.window is None:
            self.window = ExplorerWindow(explorer, self._settings, self._colours())
            self.window.setWindowIcon(self._window.windowIcon())
            self.window.opened.connect(self._open)
            self.window.viewed.connect(self._tick)
            self.window.bookmarked.connect(self.toggle_bookmark)
            self.window.quitted.connect(self._window.close)
            self._marks.changed.connect(self.window.show_view)
            self._marks.refused.connect(self.window.refuse)
            self.window.finished.connect(self._forget)
        self._tick()
        self.window.show()
        self.window.activateWindow()

    @property
    def _bookmark(self) -> Mark | None:
        """The bookmark on the view that is shown."""
        place = self._explorer().place
        return self._marks.bookmark_on(place.slug, Spot(view=place.view))

    def _tick(self) -> None:
        if self.window:
            self.window.tick_bookmark(self._bookmark is not None)

    def _open(self, place: Place) -> None:
        """Open a page in the window of the reader, and show that."""
        if self._tab().desk.go(place):
            self._window.raise_()
            self._window.activateWindow()

    def _forget(self) -> None:
        if self.window:
            self.window.deleteLater()
            self.window = None

    commands: "ClassVar[tuple[Command[ExplorerCommands], ...]]" = (
        Command("explore", N_("Connectivity fi&gures…"), ("Ctrl+Alt+I",), explore),
    )
