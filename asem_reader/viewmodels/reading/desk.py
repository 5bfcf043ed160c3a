# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Desk: what lies open, and the one verb that moves the reader."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from asem_reader.core.content import Article, Illustration, Page
from asem_reader.core.errors import ReaderError
from asem_reader.core.made import made_place
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.core.trail import Trail
from asem_reader.pages import topic
from asem_reader.store.libraries import Reading

DEFAULT_SIZE = 12.0


class Desk(QObject):
    """Opens pages. Tree, hit, mark, link, back, forward and command line all say `go`.

    Attributes:
        resumed: whether the page that lies open was opened where it was left.
    """

    opened = Signal(object)  # Page: lies open, and did not, or at another place
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
        self._rest_of = rest_of
        self._figures_of: Callable[[Article], tuple[Illustration, ...]] = lambda _: ()
        self._makers: Mapping[Slug, Callable[[], Article]] = {}
        self.page: Page | None = None
        self.trail = Trail()
        self._theme = LIGHT
        self._size = DEFAULT_SIZE

    def go(self, place: Place, words: tuple[str, ...] = ()) -> bool:
        """Open a place, with `words` marked, and remember the way; return whether it could be opened.

        A topic that was left half-way is opened there; a second time, from the top. The way leads from page
        to page, without views.
        """
        left = None if words else self._left(place)
        self.resumed = left is not None
        there = left or place._replace(view="")
        opened = self._open(there, self.trail.went(there), words)
        if opened and place.view:
            self.viewed.emit(place)
        return opened

    def back(self) -> None:
        """Return to the place before this one."""
        self._follow(self.trail.back())

    def forward(self) -> None:
        """Go on to the place from which `back` came."""
        self._follow(self.trail.forward())

    def up(self) -> None:
        """Go to the topic that holds this one."""
        if self.page and self.page.article.topic.parent:
            self.go(Place(self.page.article.topic.parent))

    def rest_at(self, block: BlockId | None) -> None:
        """Remember the block at which the reader rests, so that the way back leads to it."""
        self.trail = self.trail.resting_at(block)

    def forget_way(self) -> None:
        """Remember no place any more but the one that lies open."""
        here = self.trail.here
        self.trail = Trail().went(here) if here else Trail()

    def restore(self, trail: Trail) -> bool:
        """Lie open as it was left; return whether the place still exists."""
        return trail.here is not None and self._open(trail.here, trail)

    def illustrate(self, figures_of: Callable[[Article], tuple[Illustration, ...]]) -> None:
        """Show figures from now on, on the page that lies open too; the start does not wait for them."""
        self._figures_of = figures_of
        page = self.page
        figures = figures_of(page.article) if page else ()
        if page and figures:
            self.page = page._replace(figures=figures)
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
            self.page = topic.page(page.article, self.trail.here, theme, size, page.words, page.figures)
            self.restyled.emit(self.page)

    def _left(self, place: Place) -> Place | None:
        """The place where the reader left a topic that does not lie open."""
        if place.block or (self.page and self.page.place.slug == place.slug):
            return None
        left = Place(place.slug, self._rest_of(place.slug))
        return left if self.library.holds(left) else None

    def _follow(self, trail: Trail) -> None:
        if trail.here and trail != self.trail:
            self._open(trail.here, trail)

    def _open(self, place: Place, trail: Trail, words: tuple[str, ...] = ()) -> bool:
        try:
            make = self._makers.get(place.slug)
            article = make() if make else self.library.article(place.slug)
        except ReaderError as error:
            self.refused.emit(error)
            return False
        self.trail = trail
        figures = self._figures_of(article)
        self.page = topic.page(article, place, self._theme, self._size, words, figures)
        self.opened.emit(self.page)
        return True
