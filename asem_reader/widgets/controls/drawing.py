# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures on the screen: a painter of their shapes, and the widget that shows one."""

import math
from functools import cache, lru_cache
from itertools import groupby

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from asem_reader.core.drawing.figure import (
    Dot,
    Drawn,
    Figure,
    FigureTable,
    Label,
    Rect,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.lettering import BODY, FAMILY, SMALLEST
from asem_reader.core.theme import LIGHT, Theme

_LEAST = 9  # pixels of the smallest letters that can be read on a screen
_MOST = 1.15  # the type of a figure, against the widget's own
_MARGIN = 12  # pixels round a figure

_EMPTY = Figure("", "", 1, 1, (), FigureTable((), ()))


def colour_of(tone: Tone, colours: Theme) -> str:
    """Return a theme's colour for a tone, as ``#rrggbb``."""
    colour: str = getattr(colours, "rule" if tone is Tone.FAINT else tone)
    return colour


def paint(painter: QPainter, figure: Figure, scale: float, colours: Theme) -> None:
    """Paint a figure at the painter's origin, so many pixels a point."""
    tones = {tone: QColor(colour_of(tone, colours)) for tone in Tone}
    for pen, shapes in groupby(figure.plain_shapes(), _pen):
        if pen:  # a hatching is dozens of lines: together they take a quarter of the time
            tone, width = pen
            painter.setPen(QPen(tones[tone], width * scale, c=Qt.PenCapStyle.FlatCap))
            painter.drawLines([_line(each, scale) for each in shapes if isinstance(each, Stroke)])
        else:
            for shape in shapes:
                _paint(painter, shape, scale, tones)


def _pen(shape: Drawn) -> tuple[Tone, float] | None:
    return (shape.tone, shape.width) if isinstance(shape, Stroke) else None


def _line(stroke: Stroke, scale: float) -> QLineF:
    return QLineF(stroke.x1 * scale, stroke.y1 * scale, stroke.x2 * scale, stroke.y2 * scale)


def _paint(painter: QPainter, shape: Drawn, scale: float, tones: dict[Tone, QColor]) -> None:
    colour = tones[shape.tone]
    match shape:
        case Rect(x, y, width, height):
            painter.fillRect(QRectF(x * scale, y * scale, width * scale, height * scale), colour)
        case Dot(x, y, radius, _, hollow):
            painter.setPen(QPen(colour, scale))
            painter.setBrush(tones[Tone.PAPER] if hollow else colour)
            inside = (radius - 0.5) * scale  # the pen's half lies outside
            painter.drawEllipse(QPointF(x * scale, y * scale), inside, inside)
        case Label():
            painter.setPen(colour)
            _write(painter, shape, scale)


def _write(painter: QPainter, label: Label, scale: float) -> None:
    pixels = max(_LEAST, label.size * scale)
    font = _font(pixels * 72 / painter.device().logicalDpiY(), label.strong)
    painter.setFont(font)
    before = {TextAnchor.START: 0.0, TextAnchor.MIDDLE: 0.5, TextAnchor.END: 1.0}[label.anchor]
    width = QFontMetricsF(font, painter.device()).horizontalAdvance(label.text) if before else 0.0
    painter.drawText(QPointF(label.x * scale - before * width, label.y * scale), label.text)


@lru_cache(64)
def _font(points: float, strong: bool) -> QFont:
    """The typeface in a size of points: one in pixels is a whole number."""
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


class FigureView(QWidget):
    """A figure, as large as its room lets it be; heard as a graphic with its title and alternative text.

    The table beside it has the keyboard: this takes no focus, and tells what was chosen with the mouse.
    In a scroll area it fills the width and is as high as it must; else it is wholly within its room, as far
    as it can still be read there.
    """

    chosen = Signal(str)  # the key of what was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _teach()
        self._figure = _EMPTY
        self._colours = LIGHT
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    def draw(self, figure: Figure) -> None:
        """Show another figure."""
        self._figure = figure
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(" ".join(filter(None, (figure.alt, figure.note))))
        self.updateGeometry()
        self.update()

    def dress(self, colours: Theme) -> None:
        """Show it in the colours of a theme."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: as large as its type is best read."""
        return self._sized(math.inf)

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as its smallest type can be read, without regard to its height."""
        return QSize(self._sized(0).width(), 0)

    def heightForWidth(self, width: int) -> int:
        """Qt: the height that keeps its proportions."""
        return self._sized((width - 2 * _MARGIN) / self._figure.width).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: paint it, in the upper left corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._colours.paper))
        painter.translate(_MARGIN, _MARGIN)
        paint(painter, self._figure, self._scale(), self._colours)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: show a hand over what can be chosen."""
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if self._key(event) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: tell what was clicked."""
        key = self._key(event)
        if key and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(key)

    def _key(self, event: QMouseEvent) -> str:
        at = (event.position() - QPointF(_MARGIN, _MARGIN)) / self._scale()
        return self._figure.key_at(at.x(), at.y())

    def _scale(self) -> float:
        """Pixels a point."""
        wide, high = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        return self._bounded(min(wide / self._figure.width, high / self._figure.height))

    def _bounded(self, scale: float) -> float:
        """A scale at which type can be read, and is not large beside that of the window."""
        most = _MOST * QFontInfo(self.font()).pixelSize() / BODY
        least = _LEAST / SMALLEST
        return max(min(scale, most), least)

    def _sized(self, scale: float) -> QSize:
        scale = self._bounded(scale)
        wide, high = self._figure.width * scale, self._figure.height * scale
        return QSize(math.ceil(wide) + 2 * _MARGIN, math.ceil(high) + 2 * _MARGIN)


@cache
def _teach() -> None:
    """Let a figure be a graphic for assistive technology: of itself, a widget is a mere part of a window."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, widget: QObject) -> QAccessibleInterface | None:
    return QAccessibleWidget(widget, QAccessible.Role.Graphic) if isinstance(widget, FigureView) else None
