# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Desk: what lies open, and the one verb that moves the reader."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from asem_reader.core.content import Arrangement, Article, Illustration, Page
from asem_reader.core.errors import ReaderError
from asem_reader.core.made import made_place
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.core.trail import Steps, Trail
from asem_reader.pages import topic
from asem_reader.store.libraries import Reading
from asem_reader.viewmodels.reading.glossary import Glossary

DEFAULT_SIZE = 12.0


class Desk(QObject):
    """Opens pages. Tree, hit, mark, link, back, forward and command line all say `go`.

    Attributes:
        tabs: what lies open, one topic behind another; all of this is said of the one in front.
        glossary: what its words mean.
        resumed: whether the page that lies open was opened where it was left.
    """

    leaving = Signal()  # another place may be opened: who shows the page says where the reader stands
    opened = Signal(object)  # Page: lies open, and did not, or at another place
    tabbed = Signal()  # the tabs are others, or another is in front
    restyled = Signal(object)  # Page: lies open, and has another look
    viewed = Signal(object)  # Place: a view of figures is wished for; the page of their topic lies open
    refused = Signal(object)  # ReaderError: a place could not be opened; what lay open still does

    def __init__(
        self,
        library: Reading,
        rest_of: Callable[[Slug], BlockId | None] = lambda _: None,
        parent: QObject | None = None,
    ) -> None:
        """Take what may be read; `rest_of` tells where a topic was left, to go on there."""
        super().__init__(parent)
        self.library = library
        self.resumed = False
        self.glossary = Glossary(library)
        self._rest_of = rest_of
        self._figures_of: Callable[[Article], tuple[Illustration, ...]] = lambda _: ()
        self._makers: Mapping[Slug, Callable[[], Article]] = {}
        self.page: Page | None = None
        self.tabs = Tabs()
        self._theme = LIGHT
        self._size = DEFAULT_SIZE

    def twin(self) -> "Desk":
        """Return another Desk over the same Library, in the same look, on which nothing lies open."""
        desk = Desk(self.library, self._rest_of)
        desk._figures_of, desk._makers = self._figures_of, self._makers
        desk._theme, desk._size, desk.glossary = self._theme, self._size, self.glossary
        return desk

    @property
    def trail(self) -> Trail:
        """The way to the page that lies open."""
        return self.tabs.front.trail

    def go(self, place: Place, words: tuple[str, ...] = ()) -> bool:
        """Open a place, with `words` marked, and remember the way; return whether it could be opened.

        A topic that was left half-way is opened there; a second time, from the top. The way leads from page
        to page, without views.
        """
        self.leaving.emit()
        left = None if words else self._left(place)
        self.resumed = left is not None
        there = left or place._replace(view="")
        opened = self._open(there, self.tabs.fronted(Tab(self.trail.went(there), words)))
        if opened and place.view:
            self.viewed.emit(place)
        return opened

    def back(self) -> None:
        """Return to the place before this one, where the reader stood there."""
        self.leaving.emit()
        self._follow(self.trail.back())

    def forward(self) -> None:
        """Go on to the place from which `back` came."""
        self.leaving.emit()
        self._follow(self.trail.forward())

    def up(self) -> None:
        """Go to the topic that holds this one."""
        if self.page and self.page.article.topic.parent:
            self.go(Place(self.page.article.topic.parent))

    def rest_at(self, block: BlockId | None) -> None:
        """Remember the block at which the reader rests, so that the way back leads to it."""
        self.tabs = self.tabs.fronted(self.tabs.front._replace(trail=self.trail.resting_at(block)))

    def stand_at(self, steps: Steps) -> None:
        """Remember where on the page the reader is, for the time when it lies open again."""
        self.tabs = self.tabs.fronted(self.tabs.front._replace(trail=self.trail.standing_at(steps)))

    def show(self, tabs: Tabs) -> bool:
        """Have these tabs lie open; the front one alone is read. Return whether its place still exists."""
        self.resumed = False
        there = tabs.front.trail.here
        if self.page and tabs.front == self.tabs.front:
            self.tabs = tabs
            self.tabbed.emit()
            return True
        return there is not None and self._open(there, tabs)

    def open_behind(self, place: Place, words: tuple[str, ...] = ()) -> None:
        """Open a place in one more tab, behind the front one; it is read when it is first shown."""
        there = (None if words else self._left(place)) or place._replace(view="")
        self.tabs = self.tabs.added(Tab(Trail().went(there), words), behind=True)
        self.tabbed.emit()

    def forget_words(self) -> None:
        """Have no words marked on the page that lies open, from now on; who shows it takes them off."""
        if self.page:
            self.page = self.page._replace(words=())
        self.tabs = self.tabs.fronted(self.tabs.front._replace(words=()))

    def forget_way(self) -> None:
        """Remember no place any more but those that lie open, and no tab that was closed."""
        self.tabs = self.tabs.forgotten()
        self.tabbed.emit()

    def illustrate(self, figures_of: Callable[[Article], tuple[Illustration, ...]]) -> None:
        """Show figures from now on, on the page that lies open too; the start does not wait for them."""
        self._figures_of = figures_of
        page = self.page
        figures = figures_of(page.article) if page else ()
        if page and figures:
            self.page = page._replace(figures=figures)
            self.show_in(self._theme, self._size)

    def sort_table(self, run: int, column: int) -> None:
        """Sort a table of the page by a column: rising, falling, then as it was."""
        from asem_reader.core.sorting import pressed  # noqa: PLC0415 (the start sorts nothing)

        if self.page:
            now = self.page.arrangement
            self._arrange(now._replace(orders=pressed(now.orders, run, column)))

    def filter_entries(self, typed: str) -> None:
        """Show the entries of the page alone that have the words typed, or all again for none."""
        if self.page:
            self._arrange(self.page.arrangement._replace(filtered=typed))

    def _arrange(self, arrangement: Arrangement) -> None:
        if self.page:
            self.page = self.page._replace(arrangement=arrangement)
            self.show_in(self._theme, self._size)

    def make(self, makers: Mapping[Slug, Callable[[], Article]]) -> None:
        """Know from now on pages that are in no Library, each by its slug."""
        self._makers = makers

    def find(self, text: str) -> Place:
        """Return what an address, a symbol or a code leads to; raises as `Library.find`."""
        return made_place(text) or self.library.find(text)

    def show_in(self, theme: Theme, size: float) -> None:
        """Show pages in these colours, with a body of `size` points."""
        self._theme, self._size = theme, size
        if self.page and self.trail.here:
            page = self.page
            self.page = topic.page(
                page.article, self.trail.here, theme, size, page.words, page.figures, page.arrangement
            )
            self.restyled.emit(self.page)

    def _left(self, place: Place) -> Place | None:
        """The place where the reader left a topic that does not lie open."""
        if place.block or (self.page and self.page.place.slug == place.slug):
            return None
        left = Place(place.slug, self._rest_of(place.slug))
        return left if self.library.holds(left) else None

    def _follow(self, trail: Trail) -> None:
        if trail.here and trail != self.trail:
            self.resumed = False
            self._open(trail.here, self.tabs.fronted(Tab(trail)))

    def _open(self, place: Place, tabs: Tabs) -> bool:
        try:
            make = self._makers.get(place.slug)
            article = make() if make else self.library.article(place.slug)
        except ReaderError as error:
            self.refused.emit(error)
            return False
        self.tabs = tabs
        figures = self._figures_of(article)
        self.page = topic.page(article, place, self._theme, self._size, tabs.front.words, figures)
        self.opened.emit(self.page)
        self.tabbed.emit()
        return True
