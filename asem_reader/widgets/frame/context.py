# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a window is made of: what it looks at, and the panes it consists of."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.session.mailbox import MailboxWatch
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.look import Look

if TYPE_CHECKING:
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.exchange.exchange import Exchange
    from asem_reader.viewmodels.marks.marktree import MarkTree
    from asem_reader.viewmodels.printing.compositor import Compositor
    from asem_reader.viewmodels.reading.history import HistoryModel
    from asem_reader.viewmodels.search.hits import HitsModel

SAID = 4_000  # milliseconds that a passing remark stands
ROOM_FOR_ALL = 960  # width of the window at which both panes fit beside the page


class Handlers(Protocol):
    """What answers the commands of a window; the window knows it by this alone."""

    def do(self, name: str) -> None:
        """Do a command, by its name."""

    def go_to(self, address: str) -> None:
        """Open what an address leads to."""

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in the one before it."""

    def dress(self, colours: Theme) -> None:
        """Show what was made late in these colours."""

    def keep(self) -> bool:
        """Keep what is being written; return whether it is on disk."""

    def stop(self) -> None:
        """Do nothing more by itself."""


class Factories(NamedTuple):
    """How the composition root makes what the first page does not wait for, each when it is first wanted."""

    hits: Callable[[], "HitsModel"]
    mark_tree: Callable[[], "MarkTree"]
    history: Callable[[], "HistoryModel"]
    compositor: Callable[[], "Compositor"]
    editions: Callable[[], "Editions"]
    exchange: Callable[[], "Exchange"]


class _Given(NamedTuple):
    """What the composition root makes at once."""

    desk: Desk
    outline: OutlineModel
    marks: Marks
    readings: Readings
    mailbox: MailboxWatch
    settings: Settings
    look: Look
    about: str
    make: Factories


class Context(_Given):
    """What the window looks at: given by the composition root, or made by one of its makers."""

    @cached_property
    def hits(self) -> "HitsModel":
        """What answers a search."""
        return self.make.hits()

    @cached_property
    def mark_tree(self) -> "MarkTree":
        """All marks, in groups."""
        return self.make.mark_tree()

    @cached_property
    def history(self) -> "HistoryModel":
        """What was open on which day."""
        return self.make.history()

    @cached_property
    def compositor(self) -> "Compositor":
        """What sets sheets for printing."""
        return self.make.compositor()

    @cached_property
    def editions(self) -> "Editions":
        """What gives marks their places in another edition."""
        return self.make.editions()

    def close(self) -> None:
        """Let the compositor's thread end, if there ever was one."""
        if "compositor" in vars(self):
            self.compositor.close()
