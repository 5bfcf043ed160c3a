# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A scroll bar on which ticks say where on the page the marked words stand."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from asem_reader.core.theme import LIGHT, Theme

_HEIGHT = 4.0


class TickedBar(QScrollBar):
    """Paints a tick for each marked word over the bar; the one that was reached stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.colours: Theme = LIGHT
        self._ticks: tuple[float, ...] = ()
        self._here = -1

    @property
    def ticks(self) -> tuple[float, ...]:
        """The places of ticks, from 0 for the top of the page to 1 for its end."""
        return self._ticks

    def show_ticks(self, ticks: tuple[float, ...], here: int, colours: Theme) -> None:
        """Show these ticks; `here` is the one that was reached, -1 for none."""
        if (ticks, here, colours) != (self._ticks, self._here, self.colours):
            self._ticks, self._here, self.colours = ticks, here, colours
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bar, and the ticks over it; of ticks that would touch, the first is painted."""
        super().paintEvent(event)
        if not self._ticks:
            return
        painter = QPainter(self)
        last = -_HEIGHT
        for tick in self._ticks:
            top = self._top(tick)
            if top - last >= _HEIGHT - 1:
                self._paint(painter, top, self.colours.found, self.colours.muted)
                last = top
        if 0 <= self._here < len(self._ticks):
            self._paint(painter, self._top(self._ticks[self._here]), self.colours.here, self.colours.ink)
        painter.end()

    def _top(self, tick: float) -> float:
        return round(tick * (self.height() - _HEIGHT))

    def _paint(self, painter: QPainter, top: float, colour: str, edge: str) -> None:
        """A hairline round the tick: the found words' ground alone is too near to the paper's."""
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(1.5, top + 0.5, self.width() - 3.0, _HEIGHT - 1))
