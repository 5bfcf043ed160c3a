# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader says of the page: its paragraphs in words, and each of them once."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.language import _
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.reading.markpaint import MarkPaint
from asem_reader.widgets.reading.pagefigures import PageFigures
from asem_reader.widgets.reading.pagelinks import PageLink
from asem_reader.widgets.reading.pagemap import Stop, words_of
from asem_reader.widgets.reading.pagetips import PageTips

_SOURCE = "source-"  # how the anchors of sources begin
_ENDS = ".!?:;…"


class PageSpeech:
    """Says where one is on a page.

    A screen reader reads the caret's line by itself where an arrow moved it; then only the rest is told: Qt's
    text browser has no headings, lists, tables and links for it.
    """

    def __init__(self, page: QTextBrowser, marks: MarkPaint, figures: PageFigures, tips: PageTips) -> None:
        self._page = page
        self._tips = tips
        self._marks = marks
        self._figures = figures

    def tell(self, stop: Stop, *, line_is_heard: bool = False) -> None:
        """Say a stop with what is marked on it; without its first line, if that is heard anyhow."""
        from asem_reader.widgets.reading.marktext import heard  # noqa: PLC0415 (nothing is said at the start)

        line = stop.parts[0].layout().lineAt(0)
        after = line.textLength() if line_is_heard and line.isValid() else 0
        told = " ".join(_ended(text) for text in self._told(stop, after) if text)
        self.say(heard(told, self._marks.on(stop)))

    def tell_link(self, link: PageLink) -> None:
        """Say a link, that it is one, and what is told of it."""
        figure = self._figures.of(link.address)
        said = _("{text}, link").format(text=figure.figure.title if figure else link.text)
        self.say(". ".join(filter(None, (said, self._tips.of(link)))))

    def tell_letter(self) -> None:
        """Say the letter after the caret."""
        self.say(self._page.document().characterAt(self._page.textCursor().position()))

    def tell_line(self) -> None:
        """Say the line of the caret, which nothing says when no arrow moved it."""
        caret = self._page.textCursor()
        line = caret.block().layout().lineForTextPosition(caret.positionInBlock())
        if line.isValid():
            first = line.textStart()
            self.say(caret.block().text()[first : first + line.textLength()].strip())

    def say(self, sentence: str) -> None:
        """Say a sentence about where one is."""
        say(self._page, sentence)

    def _told(self, stop: Stop, after: int) -> Iterator[str]:
        """The texts of a stop after so many letters, and what it is."""
        part = stop.parts[0]
        table, items = QTextCursor(part).currentTable(), part.textList()
        figure = self._figures.heard(stop)
        if figure:
            yield figure
            return
        yield words_of(part, after)
        if table:
            yield from _of_row(stop, table)
        elif items:
            number = items.itemNumber(part) + 1
            yield _("Item {number} of {count}").format(number=number, count=items.count())
        elif part.blockFormat().headingLevel():
            yield _("Heading level {level}").format(level=part.blockFormat().headingLevel())


def _of_row(stop: Stop, table: QTextTable) -> Iterator[str]:
    """What a row is, and its other cells, each with the head of its column."""
    heads = table.format().headerRowCount()
    cells = [(cell, table.cellAt(cell.position())) for cell in stop.parts]
    number, count = cells[0][1].row() - heads + 1, table.rows() - heads
    if table.columns() == 1:
        return  # a frame round a remark, which says itself what it is
    if heads and number > 0:
        row = _("{head}, row {number} of {count}")
        yield row.format(head=_head(table, cells[0][1].column()), number=number, count=count)
        for part, cell in cells[1:]:
            yield _("{head}: {cell}").format(head=_head(table, cell.column()), cell=words_of(part))
        return
    yield from (words_of(part) for part, _cell in cells[1:])
    if number < 1:
        yield _("Heads of a table of {count} rows").format(count=count)
    else:
        row = (
            _("Source {number} of {count}")
            if stop.anchor.startswith(_SOURCE)
            else _("Row {number} of {count}")
        )
        yield row.format(number=number, count=count)


def _head(table: QTextTable, column: int) -> str:
    return words_of(table.cellAt(0, column).firstCursorPosition().block())


def _ended(text: str) -> str:
    """A text as a sentence, so that a voice pauses after it."""
    return text if text[-1] in _ENDS else f"{text}."
