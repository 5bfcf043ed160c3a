# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The links of a page, and which of them has the keys."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.language import _
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.markpaint import lines_of
from asem_reader.widgets.reading.pagemap import BACK, TextRange, words_of

_TO_SOURCE, TO_SORT = "#source-", "#sort-"
_RING = 1.5  # pixels


class PageLink(NamedTuple):
    """A link on the page: its words, and where it leads."""

    words: TextRange
    address: str

    @property
    def position(self) -> int:
        """The position in the document at which it begins."""
        return self.words.part.position() + self.words.start

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.words.part.position() + self.words.end

    @property
    def is_number(self) -> bool:
        """True for the number of a source."""
        return self.address.startswith(_TO_SOURCE)

    @property
    def is_inside(self) -> bool:
        """True if it leads to another place of the page, or sorts a table."""
        return self.address.startswith("#")

    @property
    def target(self) -> str:
        """The anchor of the page that it leads to; of a source, its number."""
        return self.address.removeprefix(_TO_SOURCE).removeprefix("#")

    @property
    def text(self) -> str:
        """What a reader reads; of a number or sign, what it is."""
        text = self.words.part.text()[self.words.start : self.words.end]
        if self.is_number:
            return _("Source {number}").format(number=text)
        if self.address.startswith(TO_SORT):
            return _("Sort by {column}").format(column=words_of(self.words.part))
        return _("Cited at {place}").format(place=text[1:]).strip() if text.startswith(BACK) else text


class PageLinks(QObject):
    """Keyboard focus on the links of a page, which goes on from where one is, also in tables.

    Qt's own starts at the top of the page where a row of a table begins, and tells no screen reader of it.

    Attributes:
        here: the link that has the keys; None for none.
    """

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self.here: PageLink | None = None
        self._page = page
        page.cursorPositionChanged.connect(self.leave)

    @cached_property
    def all(self) -> tuple[PageLink, ...]:
        """All of them, in reading order."""
        found, part = list[PageLink](), self._page.document().begin()
        while part.isValid():
            found += _links(part)
            part = part.next()
        return tuple(found)

    def begin(self) -> None:
        """Forget those of the page before."""
        self.here = None
        vars(self).pop("all", None)

    def leave(self) -> None:
        """Have no link with the keys."""
        self.here = None

    def at(self, position: int) -> PageLink | None:
        """The link at a position of the document."""
        found = (each for each in self.all if each.position <= position < each.end)
        return next(found, None)

    def beyond(self, forward: bool) -> PageLink | None:
        """The next link from the caret on, or the last before it; None at the end."""
        caret = self._page.textCursor().position()
        if forward:
            first = caret + bool(self.here)
            return next((each for each in self.all if each.position >= first), None)
        return next((each for each in reversed(self.all) if each.position < caret), None)

    def go(self, link: PageLink) -> None:
        """Give a link the keys, and the caret to it."""
        caret = QTextCursor(link.words.part)
        caret.setPosition(link.position)
        self._page.setTextCursor(caret)
        self._page.setCursorWidth(0)  # the ring says where one is
        self.here = link
        self._page.viewport().update()

    def paint(self, painter: QPainter, colours: Theme) -> None:
        """Draw a ring round the one that has the keys."""
        if self.here and self._page.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), _RING))
            scrolled = self._page.verticalScrollBar().value()
            for box, _baseline in lines_of(self.here.words):
                ring = QRectF(box).adjusted(-1, 0, 1, 1)  # no more: letters stand beside it
                painter.drawRoundedRect(ring.translated(0, -scrolled), _RING, _RING)


def _links(part: QTextBlock) -> Iterator[PageLink]:
    """The links in a block; an anchor in its words cuts a link in two for Qt, not for a reader."""
    pieces, last = part.begin(), None
    while not pieces.atEnd():
        piece = pieces.fragment()
        address = piece.charFormat().anchorHref()
        start = piece.position() - part.position()
        end = start + piece.length()
        if last and last.address == address and last.words.end == start:
            last = PageLink(last.words._replace(end=end), address)
        else:
            if last:
                yield last
            last = PageLink(TextRange(part, start, end), address) if address else None
        pieces += 1
    if last:
        yield last
