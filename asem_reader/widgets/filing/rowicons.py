# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Icons beside the rows of the tree of marks."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_WIDTH = 1.4
_GRID = 8


class RowIcon(Enum):
    """Icon as lines in a square of eight by eight; one that ends where it began is closed."""

    RIBBON = (((2, 0.8), (6, 0.8), (6, 7.2), (4, 5.6), (2, 7.2), (2, 0.8)),)
    SHEET = (
        ((1.4, 0.8), (5, 0.8), (6.6, 2.4), (6.6, 7.2), (1.4, 7.2), (1.4, 0.8)),
        ((2.6, 3.6), (5.4, 3.6)),
        ((2.6, 5.3), (4.6, 5.3)),
    )
    FOLDER = (((0.8, 1.6), (3.2, 1.6), (4, 2.6), (7.2, 2.6), (7.2, 6.6), (0.8, 6.6), (0.8, 1.6)),)
    WARNING = (((4, 1), (7.4, 7), (0.6, 7), (4, 1)), ((4, 3.2), (4, 5)), ((4, 6.2), (4, 6.25)))
    UNFOLDED = (((2, 3), (4, 5), (6, 3)),)
    FOLDED = (((3, 2), (5, 4), (3, 6)),)


def draw_icon(painter: QPainter, box: QRect, icon: RowIcon, ink: str) -> None:
    """Draw an icon in the middle of a box, in an ink named as ``#rrggbb``."""
    side = min(box.width(), box.height())
    area = QRectF(0, 0, side, side)
    area.moveCenter(box.toRectF().center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), _WIDTH, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in icon.value:
        points = QPolygonF([area.topLeft() + QPointF(x, y) * side / _GRID for x, y in line])
        if points.isClosed():
            painter.drawPolygon(points)
        else:
            painter.drawPolyline(points)
    painter.restore()
