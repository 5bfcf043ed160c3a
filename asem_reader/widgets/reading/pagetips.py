# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the page tells of a number, a way back or a word without leading there: tips, by mouse and by keys."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QToolTip

from asem_reader.core.content import Article, Source
from asem_reader.core.language import _
from asem_reader.core.printing.citation import said
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.reading.pagelinks import PageLink, PageLinks

_STANDS = 60_000  # milliseconds that a tip stands which keys asked for
_FIRST_WORDS = 90  # letters
_RANGE = "–"


class PageTips:
    """The tips of one page.

    Attributes:
        means: what the terms mean that stand between two places of a text; with `asked`, everyday words too.
    """

    def __init__(self, page: QTextBrowser, links: PageLinks) -> None:
        self.means: Callable[[str, int, int, bool], str] = lambda *_: ""
        self._page = page
        self._links = links
        self._article: Article | None = None

    def begin(self, article: Article) -> None:
        """Tell of another page."""
        self._article = article

    def of(self, link: PageLink) -> str:
        """What a link tells before one follows it: a number its source, a way back its paragraph."""
        if self._article is None or not link.is_inside:
            return ""
        if link.is_number:
            return "\n".join(map(_said, self._sources(self._article, link)))
        return _paragraph(self._article, link.target)

    def at(self, point: QPoint) -> str:
        """What is told at a point of the page: of the link there, or the word."""
        below = point + QPoint(0, self._page.verticalScrollBar().value())
        layout = self._page.document().documentLayout()
        written = layout.formatAt(below.toPointF()).toCharFormat().toolTip()
        position = layout.hitTest(below.toPointF(), Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return written
        link = self._links.at(position)
        block = self._page.document().findBlock(position)
        at = position - block.position()
        return (self.of(link) if link else "") or written or self.means(block.text(), at, at + 1, False)

    def asked(self) -> str:
        """What is told of the words that are selected, of that at the caret, or of the bar's paragraph."""
        caret = self._page.textCursor()
        block, start = caret.block(), caret.selectionStart() - caret.block().position()
        if self._page.cursorWidth() or caret.hasSelection():
            return self.means(block.text(), max(start, 0), caret.selectionEnd() - block.position(), True)
        return self.means(block.text(), 0, block.length(), True)

    def show(self, told: str, caret: QTextCursor | None = None) -> None:
        """Show what keys asked for below the caret, until the next key."""
        if told:
            box: QRect = self._page.cursorRect(caret or self._page.textCursor())
            below = self._page.viewport().mapToGlobal(box.bottomLeft())
            QToolTip.showText(below, tooltip(told), self._page.viewport(), QRect(), _STANDS)

    def hide(self) -> None:
        """Show no tip any more."""
        QToolTip.hideText()

    def _sources(self, article: Article, link: PageLink) -> Iterator[Source]:
        """The sources of a number; of one at the end of a range, all of it."""
        ends = [link.target]
        text = link.words.part.text()
        for sign, step in ((link.words.start - 1, -1), (link.words.end, 1)):
            other = self._links.at(link.words.part.position() + sign + step)
            if 0 <= sign < len(text) and text[sign] == _RANGE and other and other.is_number:
                ends.append(other.target)
        numbers = [int(end) for end in ends]
        yield from (each for each in article.sources if min(numbers) <= each.number <= max(numbers))


def _said(source: Source) -> str:
    return f"{source.number}. {said(source)}"


def _paragraph(article: Article, target: str) -> str:
    """Section and first words of a block; nothing for a heading, which says itself what it is."""
    for section in article.sections:
        for block in section.blocks:
            if block.id == target:
                words = block.text if len(block.text) <= _FIRST_WORDS else f"{block.text[:_FIRST_WORDS]}…"
                return _("{section}: {words}").format(section=section.title, words=words)
    return ""
