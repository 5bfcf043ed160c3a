# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The place on the page where one is, kept while the page is laid anew."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.trail import Whereabouts
from asem_reader.widgets.reading.column import Column
from asem_reader.widgets.reading.pagelinks import PageLinks
from asem_reader.widgets.reading.pagemap import PageMap
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor


class KeptPlace:
    """What is on top, and the bar or the caret: at its letter, with what is selected or the link there.

    It is taken when it is made; the map is that of the page as it lies then.
    """

    def __init__(
        self,
        page: QTextBrowser,
        page_map: PageMap,
        column: Column,
        paragraph: ParagraphCursor,
        links: PageLinks,
    ) -> None:
        self._page, self._column, self._paragraph, self._links = page, column, paragraph, links
        caret = page.textCursor()
        self._ends = [self._end(page_map, each) for each in (caret.anchor(), caret.position())]
        self._top, self._led, self._on_link = column.top, paragraph.leads, links.here is not None
        self._seen = paragraph.stop is not None and paragraph.stop is paragraph.here

    def restore(self, page_map: PageMap) -> None:
        """Be there again, on the page as it lies now; at the top if it has that paragraph no more."""
        self._column.show(self._top)
        bar = self._page.verticalScrollBar()
        scrolled = bar.value()
        anchor, position = (self._position(*end) for end in self._ends)
        if anchor is None or position is None:
            return
        caret = self._page.textCursor()
        caret.setPosition(anchor)
        caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._page.setTextCursor(caret)  # which scrolls there
        link = self._links.at(position) if self._on_link else None
        stop = page_map.at(position)
        if link:
            self._links.go(link)
        elif stop and self._led:
            self._paragraph.reach(stop)
        bar.setValue(scrolled)
        if stop and self._seen and self._paragraph.here is not stop:
            self._paragraph.show(stop)

    def _end(self, page_map: PageMap, position: int) -> tuple[Whereabouts | None, int]:
        """The paragraph of an end of what is selected, None above the title, and the letter in it."""
        stop = page_map.at(position)
        return (self._column.spot(stop), position - stop.position) if stop else (None, position)

    def _position(self, spot: Whereabouts | None, letter: int) -> int | None:
        """Where that is now; None if the page has it no more."""
        if spot is None:
            return letter
        stop = self._column.stop_at(spot)
        if stop is None:
            return None
        last = stop.parts[-1]
        return min(stop.position + letter, last.position() + last.length() - 1)
