# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The painting of marks: for each colour a ground and a line of its own under the words, and signs beside."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTextLine
from PySide6.QtWidgets import QTextBrowser

from asem_reader.core.marks.mark import Colour, Mark, MarkKind
from asem_reader.core.place import BlockId
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.pagemap import PageMap, Stop, TextRange

SIZE = 12.0  # of a sign, in pixels
_BELOW = 3.0  # from the letters' foot to the line under them
_DASHES = {Colour.GREEN: [7.0, 4.0], Colour.BLUE: [2.0, 3.0]}
_WAVE = 4.0  # half of a wave's length
_APART, _BETWEEN = 15.0, 3.0  # from the column to the first sign, and from one to the next
_EDGE = 1.0  # of the window, kept free


class MarkerShape(Enum):
    """The shape of a marker in the margin, told apart without colours."""

    RIBBON = auto()
    SHEET = auto()


def paint_ground(painter: QPainter, box: QRectF, baseline: float, mark: Mark, colours: Theme) -> None:
    """Lay one line of words on their ground, with the line that is the colour's under them.

    Yellow has a line, green dashes, blue dots, rose a wave; words with a note have a hairline and no ground.
    """
    painter.save()
    foot = round(baseline + _BELOW) + 0.5  # on a row of pixels, so that it is sharp
    if mark.kind is MarkKind.HIGHLIGHT:
        painter.fillRect(box, QColor(colours.ground(mark.colour)))
        paint_line(painter, QPointF(box.left(), foot), box.width(), mark.colour, colours.muted)
    else:
        painter.setPen(QPen(QColor(colours.accent), 1.0))
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
    painter.restore()


def paint_line(painter: QPainter, start: QPointF, width: float, colour: Colour | None, ink: str) -> None:
    """Draw the line that tells a highlight's colour to those who see none."""
    pen = QPen(QColor(ink), 1.0)
    if colour in _DASHES:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES[colour])
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, colour is Colour.ROSE)
    if colour is Colour.ROSE:
        painter.translate(start)
        painter.drawPath(_wave(int(width / _WAVE)))
        painter.translate(-start)
    else:
        painter.drawLine(start, start + QPointF(width, 0))


@cache
def _wave(halves: int) -> QPainterPath:
    """A wave from the origin to the right; painting calls for the same ones again and again."""
    path = QPainterPath()
    for number in range(halves):
        up, end = -1.0 if number % 2 else 1.0, (number + 1) * _WAVE
        path.quadTo(end - _WAVE / 2, 2.4 * up, end, 0)
    return path


def paint_sign(
    painter: QPainter, box: QRectF, shape: MarkerShape, lit: Colour | None, colours: Theme
) -> None:
    """Draw a ribbon for a bookmark, a sheet for a note, and a sheet on a ground for a highlight's note."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape is MarkerShape.RIBBON:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawPolygon(_ribbon(box))
    else:
        painter.setPen(QPen(QColor(colours.accent), 1.2))
        if lit:
            painter.setBrush(QColor(colours.ground(lit)))
            painter.drawRect(box.adjusted(0.5, 2.5, -3.5, 0.5))
            box = box.adjusted(2.5, -1, 1, -2)
        painter.setBrush(QColor(colours.paper))
        painter.drawPolygon(_sheet(box))
        for line in (0.5, 0.72):
            height = box.top() + line * box.height()
            painter.drawLine(QPointF(box.left() + 3, height), QPointF(box.right() - 3, height))
    painter.restore()


def _ribbon(box: QRectF) -> QPolygonF:
    inner = box.adjusted(2, 0, -2, 0)
    notch = QPointF(inner.center().x(), inner.bottom() - 4)
    corners = (inner.topLeft(), inner.topRight(), inner.bottomRight(), notch, inner.bottomLeft())
    return QPolygonF(list(corners))


def _sheet(box: QRectF) -> QPolygonF:
    """A leaf with its upper right corner folded."""
    inner, fold = box.adjusted(1, 0.5, -1, -0.5), 4.0
    right = inner.topRight()
    corners = (
        inner.topLeft(),
        right - QPointF(fold, 0),
        right + QPointF(0, fold),
        inner.bottomRight(),
        inner.bottomLeft(),
    )
    return QPolygonF(list(corners))


def paint_chip(painter: QPainter, box: QRectF, colour: Colour | None, colours: Theme) -> None:
    """Draw a highlight's colour as a small field, with the line that is its own."""
    painter.save()
    painter.setPen(QPen(QColor(colours.muted), 1.0))
    painter.setBrush(QColor(colours.ground(colour)))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    paint_line(painter, QPointF(box.left() + 2, box.bottom() - 3.5), box.width() - 4, colour, colours.ink)
    painter.restore()


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
        self._signs: list[tuple[QRectF, _Sign]] = []
        self._placed = cache(self._find)
        self._lines = cache(self._measured)

    def begin(self, page_map: PageMap | None) -> None:
        """Draw on another page, or on none; its marks come by `show`."""
        self._map = page_map
        self._placed.cache_clear()
        self.measure()

    def measure(self) -> None:
        """Find anew where the words stand: the lines are others."""
        self._lines.cache_clear()

    def show(self, marks: Iterable[Mark]) -> None:
        """Draw these marks, but for those that wait for their reader: their place is not sure.

        Those on a view of the figures are not on the page either.
        """
        placed: dict[BlockId | None, list[Mark]] = {}
        for mark in marks:
            if mark.waiting is None and not mark.view:
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

    def _measured(self, mark: Mark) -> tuple[tuple[QRectF, float], ...]:
        """A box for each line of the words that a mark is on, and the height that the letters stand on."""
        return tuple(line for words in self._placed(mark) for line in lines_of(words))

    def _find(self, mark: Mark) -> tuple[TextRange, ...]:
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


def lines_of(words: TextRange) -> Iterator[tuple[QRectF, float]]:
    """A box for each line of some words, and the height that the letters stand on."""
    corner = words.part.document().documentLayout().blockBoundingRect(words.part).topLeft()
    lines = words.part.layout()
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if words.start < last and first < words.end:
            left = _x(line, words.start) if words.start > first else line.x()
            right = _x(line, words.end) if words.end < last else line.x() + line.naturalTextWidth()
            box = QRectF(left, line.y(), right - left, line.height()).translated(corner)
            yield box, corner.y() + line.y() + line.ascent()


def _depth(mark: Mark) -> tuple[bool, bool]:
    """The order of drawing: grounds before lines, whole paragraphs before words."""
    return mark.kind is not MarkKind.HIGHLIGHT, bool(mark.words)


def _x(line: QTextLine, position: int) -> float:
    # Qt for Python gives the letter back with the place where it begins.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
