# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The form of each mark: a shape in the margin, and for each colour a line of its own under the words."""

from enum import Enum, auto
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from asem_reader.core.marks.mark import Colour, Mark, MarkKind
from asem_reader.core.theme import Theme

SIZE = 12.0  # of a sign, in pixels
_BELOW = 3.0  # from the letters' foot to the line under them
_DASHES = {Colour.GREEN: [7.0, 4.0], Colour.BLUE: [2.0, 3.0]}
_WAVE = 4.0  # half of a wave's length


class MarkerShape(Enum):
    """What stands in the margin, told apart without colours."""

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
