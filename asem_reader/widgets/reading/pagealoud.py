# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page as it is read aloud: its sentences in words, and the one that is spoken marked on it."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.language import _, ngettext
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.markpaint import lines_of
from asem_reader.widgets.reading.pagefigures import PageFigures
from asem_reader.widgets.reading.pagemap import PageMap, Stop, TextRange, letters_of, units_of, words_of
from asem_reader.widgets.reading.paragraphcursor import ParagraphCursor

_SOURCES = "sources"  # the anchor of the heading above them
_BELOW = 3.0  # from the letters' foot to the line under them
_AROUND = 40.0  # pixels kept free above and below a sentence
_HIGH = 0.25  # of the window, where one stands for which the page was scrolled
_UNHEARD = str.maketrans({"\ufffc": "", "\u2060": "", "\u200b": "", "\xad": "", "·": ","})


class Utterance(NamedTuple):
    """What is said at one go, and where it stands.

    Attributes:
        text: what is said.
        stop: the paragraph, item or row that it is of.
        ranges: the letters that are marked meanwhile; one range but for the head of a table.
    """

    text: str
    stop: Stop
    ranges: tuple[TextRange, ...]

    @property
    def cursor(self) -> QTextCursor:
        """A selection of what is marked."""
        first, last = self.ranges[0], self.ranges[-1]
        cursor = QTextCursor(first.part)
        cursor.setPosition(first.part.position() + first.start)
        cursor.setPosition(last.part.position() + last.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class PageAloud(QObject):
    """Says what a page holds as utterances, marks one of them on it, and scrolls to it.

    Attributes:
        utterances: those of the page in reading order, once it was opened.
    """

    left = Signal()  # the page is another now, or is not seen any more
    laid = Signal(int)  # it is the same in another dress: the number that the marked one has now; -1 for none

    def __init__(self, page: QTextBrowser, paragraph: ParagraphCursor, figures: PageFigures) -> None:
        super().__init__(page)
        self._page, self._paragraph, self._figures = page, paragraph, figures
        self._map: PageMap | None = None
        self._at = -1
        self._with_sources = False
        self.utterances: tuple[Utterance, ...] = ()

    @property
    def marked(self) -> Utterance | None:
        """The utterance that is marked."""
        return self.utterances[self._at] if self._at >= 0 else None

    def begin(self, page_map: PageMap) -> None:
        """Take the map of a page that was laid, and look there for what is marked."""
        self._map = page_map
        if self.marked:
            said, before = self.marked.text, self._at
            self.utterances = tuple(self._uttered(page_map))
            same = [at for at, each in enumerate(self.utterances) if each.text == said]
            self._at = min(same, key=lambda at: abs(at - before), default=-1)
            self.laid.emit(self._at)

    def open(self) -> int:
        """Make the utterances; return the number of the first from the paragraph of the caret on.

        The list of sources is among them only for who is there.
        """
        if self._map is None:
            return 0
        first = here.number if (here := self._paragraph.here) else 0
        sources = self._map.named(_SOURCES)
        self._with_sources = sources is not None and first >= sources.number
        self.utterances = tuple(self._uttered(self._map))
        return next((at for at, each in enumerate(self.utterances) if each.stop.number >= first), 0)

    def show(self, at: int) -> None:
        """Mark an utterance, bring it into view, and take the paragraph cursor there."""
        if not self.marked:
            self._page.installEventFilter(self)
        self._at = at
        stop = self.utterances[at].stop
        if stop is not self._paragraph.stop and not self._page.textCursor().hasSelection():
            self._paragraph.reach(stop)
        self._bring_into_view()
        self._page.viewport().update()

    def leave(self) -> None:
        """Mark nothing, for nothing is read any more or another page comes."""
        if self.marked:
            self._at = -1
            self._page.removeEventFilter(self)
            self._page.viewport().update()
            self.left.emit()

    def paint(self, painter: QPainter, colours: Theme) -> None:
        """Lay a ground under what is marked, and a line that tells it to those who see no colours."""
        for box, baseline in self._boxes():
            painter.fillRect(box, QColor(colours.tint))
            foot = round(baseline + _BELOW) + 0.5
            painter.setPen(QPen(QColor(colours.focus), 2.0))
            painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a page that goes behind another is read no more; a window that is made small is."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.leave()
        return super().eventFilter(watched, event)

    def _boxes(self) -> Iterator[tuple[QRectF, float]]:
        """A box for each line of what is marked, on the page as it is scrolled, and where letters stand."""
        scrolled = self._page.verticalScrollBar().value()
        for each in self.marked.ranges if self.marked else ():
            for box, baseline in lines_of(each):
                yield box.translated(0, -scrolled), baseline - scrolled

    def _bring_into_view(self) -> None:
        boxes, height = [box for box, _baseline in self._boxes()], self._page.viewport().height()
        if boxes and (boxes[0].top() < _AROUND or boxes[-1].bottom() > height - _AROUND):
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + int(boxes[0].top() - _HIGH * height))

    def _uttered(self, page_map: PageMap) -> Iterator[Utterance]:
        for stop in page_map.stops:
            if stop.anchor == _SOURCES and not self._with_sources:
                return
            drawn = self._figures.on(stop)
            if drawn:
                said = _("Figure: {title}. {alt}").format(title=drawn.figure.title, alt=drawn.figure.alt)
                yield Utterance(said, stop, _whole(stop))
            else:
                yield from _of_stop(stop)


def _of_stop(stop: Stop) -> Iterator[Utterance]:
    """What is said of a stop: its sentences, in a list or a table after words that say what they are of."""
    part = stop.parts[0]
    table, items = QTextCursor(part).currentTable(), part.textList()
    if table and table.columns() > 1:
        yield from _of_row(stop, table)
        return
    is_first = items is not None and items.itemNumber(part) == 0
    count = items.count() if items else 0
    before = ngettext("A list of {count} item.", "A list of {count} items.", count) if is_first else ""
    yield from _of_part(stop, part, before.format(count=count))


def _of_row(stop: Stop, table: QTextTable) -> Iterator[Utterance]:
    """What is said of a row: its cells, each after the head of its column; of the heads how many follow."""
    heads = table.format().headerRowCount()
    if table.cellAt(stop.position).row() < heads:
        count = table.rows() - heads
        said = ngettext("A table of {count} row.", "A table of {count} rows.", count)
        yield Utterance(said.format(count=count), stop, _whole(stop))
        return
    for part in stop.parts:
        column = table.cellAt(part.position()).column()
        head = words_of(table.cellAt(0, column).firstCursorPosition().block()) if heads else ""
        yield from _of_part(stop, part, _("{head}:").format(head=head) if head else "")


def _of_part(stop: Stop, part: QTextBlock, before: str) -> Iterator[Utterance]:
    """The sentences of a block of the document, without numbers of sources; words stand before the first."""
    from asem_reader.core.sentences import sentences  # noqa: PLC0415 (the start reads nothing aloud)

    shown = list(letters_of(part))
    text = "".join(letter for letter, _position in shown)
    for start, end in sentences(text):
        said = " ".join(text[start:end].translate(_UNHEARD).split()).replace(" ,", ",")
        if any(map(str.isalnum, said)):
            last, base = shown[end - 1], part.position()
            marked = TextRange(part, shown[start][1] - base, last[1] + units_of(last[0]) - base)
            yield Utterance(f"{before} {said}".strip(), stop, (marked,))
            before = ""


def _whole(stop: Stop) -> tuple[TextRange, ...]:
    return tuple(TextRange(part, 0, part.length() - 1) for part in stop.parts)
