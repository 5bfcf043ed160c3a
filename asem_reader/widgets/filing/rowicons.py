# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Small signs beside the rows of the tree of marks; a colour is the chip that the page shows."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from asem_reader.core.marks.mark import Colour, MarkKind
from asem_reader.core.theme import Theme
from asem_reader.widgets.reading.markpaint import paint_chip

_WIDTH = 1.4
_EIGHTH = 0.125


def draw_kind(painter: QPainter, box: QRect, kind: MarkKind, colour: Colour | None, colours: Theme) -> None:
    """Draw a ribbon for a bookmark, a sheet for a note, a chip for a highlight."""
    if kind is MarkKind.HIGHLIGHT:
        paint_chip(painter, QRectF(box), colour, colours)
    else:
        _outline(painter, colours)
        area = QRectF(box)
        shape = _RIBBON if kind is MarkKind.BOOKMARK else _SHEET
        painter.drawPolygon(_placed(shape, area))
        if kind is MarkKind.NOTE:
            for line in _WRITING:
                painter.drawPolyline(_placed(line, area))


def draw_swatch(painter: QPainter, box: QRect, name: str, colours: Theme) -> bool:
    """Draw a colour by its name; return whether it is one."""
    if name not in set(Colour):
        return False
    paint_chip(painter, QRectF(box), Colour(name), colours)
    return True


def draw_folder(painter: QPainter, box: QRect, colours: Theme) -> None:
    """Draw a folder."""
    _outline(painter, colours)
    painter.drawPolygon(_placed(_FOLDER, QRectF(box)))


def draw_chevron(painter: QPainter, box: QRect, colours: Theme, *, unfolded: bool) -> None:
    """Draw what unfolds a group, or folds it."""
    _outline(painter, colours)
    side = min(box.width(), box.height())
    area = QRectF(box.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 0.5, side, side)
    painter.drawPolyline(_placed(_DOWN if unfolded else _RIGHT, area))


def draw_warning(painter: QPainter, box: QRect, colours: Theme) -> None:
    """Draw the sign of what needs its reader."""
    _outline(painter, colours)
    painter.setPen(QPen(QColor(colours.accent), _WIDTH))
    area = QRectF(box)
    painter.drawPolygon(_placed(_TRIANGLE, area))
    painter.drawLine(_point(area, 4, 3.2), _point(area, 4, 5))
    painter.drawPoint(_point(area, 4, 6.2))


# Drawn in a square of eight by eight.
_RIBBON = ((2, 0.8), (6, 0.8), (6, 7.2), (4, 5.6), (2, 7.2))
_SHEET = ((1.4, 0.8), (5, 0.8), (6.6, 2.4), (6.6, 7.2), (1.4, 7.2))
_WRITING = (((2.6, 3.6), (5.4, 3.6)), ((2.6, 5.3), (4.6, 5.3)))
_FOLDER = ((0.8, 1.6), (3.2, 1.6), (4, 2.6), (7.2, 2.6), (7.2, 6.6), (0.8, 6.6))
_TRIANGLE = ((4, 1), (7.4, 7), (0.6, 7))
_DOWN = ((2, 3), (4, 5), (6, 3))
_RIGHT = ((3, 2), (5, 4), (3, 6))


def _outline(painter: QPainter, colours: Theme) -> None:
    painter.setPen(QPen(QColor(colours.muted), _WIDTH, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _placed(shape: tuple[tuple[float, float], ...], area: QRectF) -> QPolygonF:
    return QPolygonF([_point(area, x, y) for x, y in shape])


def _point(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * _EIGHTH * area.width(), area.top() + y * _EIGHTH * area.height())
