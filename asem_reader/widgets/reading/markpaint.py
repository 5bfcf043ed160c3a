# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Paints marks: grounds under highlighted words, and signs in the margin."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLine
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.marks.mark import Colour, Mark, MarkId, MarkKind
from asem_reader.core.place import BlockId
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.marker import SIZE, MarkerShape, paint_ground, paint_sign
from asem_reader.widgets.reading.pagemap import PageMap, Stop, TextRange

_APART, _BETWEEN = 15.0, 3.0  # from the column to the first sign, and from one to the next
_EDGE = 1.0  # of the window, kept free


class _Sign(NamedTuple):
    """A sign in the margin, the marks that it stands for, and the colour that they lie on, if they do."""

    shape: MarkerShape
    marks: tuple[Mark, ...]
    top: float
    lit: Colour | None = None


class MarkPaint:
    """Draws the marks of a page under its text, where they can be seen; the document is never written."""

    def __init__(self, page: QTextBrowser) -> None:
        self._page = page
        self._map: PageMap | None = None
        self._marks: dict[BlockId | None, tuple[Mark, ...]] = {}
        self._boxes: dict[MarkId, tuple[tuple[QRectF, float], ...]] = {}
        self._signs: list[tuple[QRectF, _Sign]] = []

    def begin(self, page_map: PageMap | None) -> None:
        """Draw on another page, or on none, or one with other lines; its marks come by `show`."""
        self._map = page_map
        self._boxes.clear()

    def show(self, marks: Iterable[Mark]) -> None:
        """Draw these marks, but for those that wait for their reader: their place is not sure."""
        placed: dict[BlockId | None, list[Mark]] = {}
        for mark in marks:
            if mark.waiting is None:
                placed.setdefault(mark.block, []).append(mark)
        self._marks = {block: tuple(there) for block, there in placed.items()}

    @property
    def highlights(self) -> bool:
        """True if anything on the page is highlighted."""
        return any(mark.kind is MarkKind.HIGHLIGHT for there in self._marks.values() for mark in there)

    def on(self, stop: Stop) -> tuple[Mark, ...]:
        """The marks on a paragraph and on words of it; on the title stand those of the topic."""
        if stop.block or not stop.number:
            return self._marks.get(stop.block, ())
        return ()

    def under(self, position: int) -> Mark | None:
        """The mark on a few words that a place in the document is in; the newest of several."""
        stop = self._map.at(position) if self._map else None
        there = reversed(self.on(stop)) if stop else ()
        return next((mark for mark in there if mark.words and self._covers(mark, position)), None)

    def at(self, point: QPointF) -> tuple[Mark, ...]:
        """The marks whose sign is at a point of the viewport."""
        there = point + QPointF(0, self._page.verticalScrollBar().value())
        grown = ((box.adjusted(-2, -2, 2, 2), sign) for box, sign in self._signs)
        return next((sign.marks for box, sign in grown if box.contains(there)), ())

    def paint(self, painter: QPainter, colours: Theme) -> None:
        """Draw what can be seen of the marks."""
        self._signs.clear()
        if self._map is None or not self._marks:
            return
        scrolled = self._page.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        for stop in self._map.seen(scrolled, scrolled + self._page.viewport().height()):
            marks = self.on(stop)
            if marks:
                self._paint_words(painter, marks, colours)
                self._paint_signs(painter, stop, marks, colours)
        painter.translate(0, scrolled)

    def _paint_words(self, painter: QPainter, marks: tuple[Mark, ...], colours: Theme) -> None:
        """Whole paragraphs first, so that words in another colour stand over them, and lines over grounds.

        Of marks of one kind on the same words the newest is seen.
        """
        grounds = (mark for mark in marks if mark.kind is MarkKind.HIGHLIGHT or mark.words)
        seen = {(mark.kind, mark.words, mark.nth): mark for mark in grounds}
        for mark in sorted(seen.values(), key=_depth):
            for box, baseline in self._lines(mark):
                paint_ground(painter, box, baseline, mark, colours)

    def _lines(self, mark: Mark) -> tuple[tuple[QRectF, float], ...]:
        """A box for each line of the words that a mark is on, and the height that the letters stand on."""
        if mark.id not in self._boxes:
            self._boxes[mark.id] = tuple(self._measured(mark))
        return self._boxes[mark.id]

    def _measured(self, mark: Mark) -> Iterator[tuple[QRectF, float]]:
        layout = self._page.document().documentLayout()
        for span in self._placed(mark):
            corner = layout.blockBoundingRect(span.part).topLeft()
            lines = span.part.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                first, last = line.textStart(), line.textStart() + line.textLength()
                if span.start < last and first < span.end:
                    left = _x(line, span.start) if span.start > first else line.x()
                    right = _x(line, span.end) if span.end < last else line.x() + line.naturalTextWidth()
                    box = QRectF(left, line.y(), right - left, line.height()).translated(corner)
                    yield box, corner.y() + line.y() + line.ascent()

    def _placed(self, mark: Mark) -> tuple[TextRange, ...]:
        return self._map.spans(mark.block, mark.words, mark.nth) if self._map else ()

    def _covers(self, mark: Mark, position: int) -> bool:
        return any(span.start <= position - span.part.position() <= span.end for span in self._placed(mark))

    def _paint_signs(self, painter: QPainter, stop: Stop, marks: tuple[Mark, ...], colours: Theme) -> None:
        """Signs stand beside the line of their words; where one stands already, outwards, then below."""
        column = self._page.document().rootFrame().frameFormat().leftMargin()
        first = column - _APART - SIZE
        top = stop.box.top()
        for sign in self._signs_of(marks, top):
            box = QRectF(first, sign.top, SIZE, SIZE)
            while any(box.intersects(other) for other, _ in self._signs):
                box.translate(-SIZE - _BETWEEN, 0)
                if box.left() < _EDGE:
                    box.moveTo(first, box.top() + SIZE + _BETWEEN)
            paint_sign(painter, box, sign.shape, sign.lit, colours)
            self._signs.append((box, sign))

    def _signs_of(self, marks: tuple[Mark, ...], top: float) -> Iterator[_Sign]:
        """A sign for all bookmarks beside each line, and one for all that was written there."""
        written: dict[float, list[Mark]] = {}
        bookmarks: dict[float, list[Mark]] = {}
        for mark in marks:
            there = bookmarks if mark.kind is MarkKind.BOOKMARK else written
            if mark.kind is MarkKind.BOOKMARK or mark.body.strip():
                first = next(iter(self._lines(mark)), None) if mark.words else None
                there.setdefault(first[0].top() if first else top, []).append(mark)
        for height, ribbons in sorted(bookmarks.items()):
            yield _Sign(MarkerShape.RIBBON, tuple(ribbons), height + 2)
        highlights = (mark for mark in marks if mark.kind is MarkKind.HIGHLIGHT)
        lit = {(mark.words, mark.nth): mark.colour or Colour.YELLOW for mark in highlights}
        for height, notes in sorted(written.items()):
            colour = next((lit[on] for mark in notes if (on := (mark.words, mark.nth)) in lit), None)
            yield _Sign(MarkerShape.SHEET, tuple(notes), height + 2, colour)


def _depth(mark: Mark) -> tuple[bool, bool]:
    """The order of drawing: grounds before lines, whole paragraphs before words."""
    return mark.kind is not MarkKind.HIGHLIGHT, bool(mark.words)


def _x(line: QTextLine, position: int) -> float:
    # Qt for Python gives the letter back with the place where it begins.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
