# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The context of a window: the models and services of which it is made, and the tab that lies open."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from asem_reader.core.content import Article, Illustration
from asem_reader.core.made import Release
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.viewmodels.session.watch import Watch
from asem_reader.widgets.frame.look import Look

if TYPE_CHECKING:
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.exchange.exchange import Exchange
    from asem_reader.viewmodels.explorer.explorer import Explorer
    from asem_reader.viewmodels.marks.marktree import MarkTree
    from asem_reader.viewmodels.printing.compositor import Compositor
    from asem_reader.viewmodels.reading.history import HistoryModel
    from asem_reader.viewmodels.search.hits import HitsModel
    from asem_reader.widgets.marks.noteeditor import NoteEditor
    from asem_reader.widgets.reading.reader import Reader

ROOM_FOR_ALL = 960  # width of the window at which both panes fit beside the page


class Tab(NamedTuple):
    """A Desk, the reader that shows its page, and the editor of notes on that page.

    Commands ask for the current one at each use, so that there may be several.
    """

    desk: Desk
    reader: "Reader"
    editor: "NoteEditor"


class Handlers(Protocol):
    """The protocol of the dispatcher, which answers commands; the window knows it by this alone."""

    def do(self, name: str) -> None:
        """Do a command, by its name."""

    def go_to(self, address: str) -> None:
        """Open what an address leads to."""

    def explore(self, place: Place) -> None:
        """Show a view of the figures."""

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours."""

    def keep(self) -> bool:
        """Keep what is being written; return whether it is on disk."""

    def stop(self) -> None:
        """Do nothing more by itself."""


class Context(Protocol):
    """The context of a window; what the first page does not wait for is made when it is first wanted."""

    desk: Desk
    outline: OutlineModel
    marks: Marks
    readings: Readings
    watch: Watch
    settings: Settings
    look: Look
    about: str
    release: Release

    @property
    def hits(self) -> "HitsModel":
        """The list model of a search, in the Library and in what the reader wrote."""

    @property
    def mark_tree(self) -> "MarkTree":
        """All marks, in groups."""

    @property
    def history(self) -> "HistoryModel":
        """The model of what was open on which day."""

    @property
    def compositor(self) -> "Compositor":
        """The compositor, which sets sheets for printing."""

    @property
    def editions(self) -> "Editions":
        """The service that gives marks their places in another edition."""

    @property
    def exchange(self) -> "Exchange":
        """The service that takes marks out and in."""

    @property
    def explorer(self) -> "Explorer":
        """The explorer of the connectivity figures; NoFigures if the Library holds none."""

    def figures_of(self, article: Article) -> tuple[Illustration, ...]:
        """What is drawn on the page of a topic."""

    def close(self) -> None:
        """Let the compositor's thread end, if there ever was one."""
