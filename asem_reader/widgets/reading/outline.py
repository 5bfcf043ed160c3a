# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tree of topics on the glass."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.reading import State
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.reading.outline import STATE, SYMBOL, OutlineModel

Index = QModelIndex | QPersistentModelIndex

_PAD = 4
_SIGN = 14  # room for the sign of what was read, left of the symbol
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class OutlineView(QTreeView):
    """Shows where one is, and asks for the topic that is clicked or entered.

    Signals:
        chosen (Place): the reader wishes to go there.
    """

    chosen = Signal(object)

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.symbols = _SymbolAtTheEdge(self)
        self._build()
        self._join()

    def show_topic(self, slug: Slug) -> None:
        """Make a topic the current row, and see that it can be seen.

        The tree is filled for the first one: until then it would be laid out for nothing at each step of the
        start, which gives it its style, its size and its topic.
        """
        if self.model() is None:
            self.setModel(self._model)
            self.expand(self._model.index(0, 0))
        index = self._model.index_of(slug)
        if index.isValid():
            self.setCurrentIndex(index)
            self.expand(index)
            self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row: a screen reader says nothing of a tree without one (NVDA 12476)."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap titles anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegate(self.symbols)
        self.setAccessibleName(_("Contents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _join(self) -> None:
        # Gestures only: the current row also changes when another part of the program opens a page.
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        place = self._model.place_at(index)
        if place:
            self.chosen.emit(place)


class _SymbolAtTheEdge(QStyledItemDelegate):
    """Wraps long titles, and sets a topic's symbol, pale, at the right edge of its row."""

    colours: Theme = LIGHT

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: put nothing of the model in, so that the style draws the ground alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then title and symbol."""
        super().paint(painter, option, index)
        inside = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        symbol = str(index.data(SYMBOL) or "")
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(self.colours.ink))
        painter.drawText(inside.adjusted(0, 0, -self._room(option, symbol), 0), _WRAPPED, str(index.data()))
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, symbol)
        right = inside.right() - option.fontMetrics.horizontalAdvance(symbol) - _SIGN
        middle = inside.top() + option.fontMetrics.height() / 2
        self._paint_sign(painter, QPointF(right + _SIGN / 2, middle), index.data(STATE))
        painter.restore()

    def _paint_sign(self, painter: QPainter, middle: QPointF, state: str | None) -> None:
        """A pale tick for what was read, a dot for what changed since: two shapes, not two hues."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state == State.READ:
            painter.setPen(QPen(QColor(self.colours.muted), 1.4))
            tick = (QPointF(-3.5, 0), QPointF(-1, 2.5), QPointF(3.5, -3))
            painter.drawPolyline(QPolygonF([middle + point for point in tick]))
        elif state == State.CHANGED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.accent))
            painter.drawEllipse(QRectF(middle.x() - 3, middle.y() - 3, 6, 6))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as wide as the tree leaves at this depth, as high as the title is there."""
        tree = option.widget
        width = option.rect.width()
        if isinstance(tree, QTreeView):
            depth, above = 1, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            width = tree.viewport().width() - depth * tree.indentation()
        room = max(60, width - 2 * _PAD - self._room(option, str(index.data(SYMBOL) or "")))
        text = option.fontMetrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, str(index.data()))
        return QSize(width, text.height() + 2 * _PAD)

    def _room(self, option: QStyleOptionViewItem, symbol: str) -> int:
        return option.fontMetrics.horizontalAdvance(symbol) + _SIGN + 6 if symbol else 0
