# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tables of a page, sorted by their heads."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.language import _
from asem_reader.widgets.reading.pagelinks import TO_SORT, PageLink, PageLinks
from asem_reader.widgets.reading.pagemap import words_of
from asem_reader.widgets.reading.pagespeech import PageSpeech


class PageTables(QObject):
    """Sorts the tables of one page by the column whose head is clicked, or whose sign has the keys."""

    wished = Signal(int, int)  # the table of that run is to be sorted by that column, or no longer

    def __init__(self, page: QTextBrowser, links: PageLinks, speech: PageSpeech) -> None:
        super().__init__(page)
        self._page = page
        self._links = links
        self._speech = speech

    def sort(self, address: str) -> bool:
        """Sort as an address says, and stay where one is; return whether it is one that sorts."""
        if not address.startswith(TO_SORT):
            return False
        run, column = map(int, address.removeprefix(TO_SORT).split("-"))
        bar = self._page.verticalScrollBar()
        scrolled = bar.value()
        self.wished.emit(run, column)
        bar.setValue(scrolled)
        link = next((each for each in self._links.all if each.address == address), None)
        if link:
            self._links.go(link)
            self._speech.say(_said(link))
        return True

    def head_at(self, point: QPoint) -> str:
        """The address that sorts by the column whose head is at a point; empty if none is there."""
        caret = self._page.cursorForPosition(point)
        table = caret.currentTable()
        cell = table.cellAt(caret) if table else None
        if not table or not cell or cell.row() >= table.format().headerRowCount():
            return ""
        box = self._page.document().documentLayout().blockBoundingRect(caret.block())
        if point.y() + self._page.verticalScrollBar().value() > box.bottom():  # in a row below that is empty
            return ""
        links = (link for link in self._links.all if link.words.part == caret.block())
        return next((link.address for link in links if link.address.startswith(TO_SORT)), "")


def _said(link: PageLink) -> str:
    sign, column = link.words.part.text()[link.words.end - 1], words_of(link.words.part)
    if sign == "↑":
        return _("Sorted by {column}, rising").format(column=column)
    if sign == "↓":
        return _("Sorted by {column}, falling").format(column=column)
    return _("In the Library’s own order")
