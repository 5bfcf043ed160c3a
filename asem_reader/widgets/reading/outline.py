# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The trees of topics on the glass: the contents, and the history by days."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QPolygonF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.reading import State
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.reading.outline import STATE, SYMBOL, Index, OutlineModel
from asem_reader.widgets.controls.placemenu import PlaceMenu

if TYPE_CHECKING:
    from asem_reader.viewmodels.reading.history import HistoryModel

_OPEN_DAYS = 3
_PAD = 4
_SIGN = 14  # room for the sign of what was read, left of the symbol
_FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class _PlacesView(QTreeView):
    """Tree view that asks for the topic that is clicked or entered."""

    chosen = Signal(object)  # Place: the reader wishes to go there
    entered = Signal()  # it was chosen by a key

    def __init__(self, places: "OutlineModel | HistoryModel", heard: str) -> None:
        super().__init__(headerHidden=True, indentation=16)
        self._places = places
        self.setAccessibleName(heard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Gestures only: the current row also changes when another part of the program opens a page.
        self.clicked.connect(self._choose)
        self.menu = PlaceMenu(self, places.place_at)
        self.activated.connect(self._enter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row: a screen reader says nothing of a tree without one (NVDA 12476)."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._places.index(0, 0))
        super().focusInEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        self._choose(index)
        if self._places.place_at(index):
            self.entered.emit()

    def _choose(self, index: QModelIndex) -> None:
        place = self._places.place_at(index)
        if place:
            self.chosen.emit(place)


class HistoryView(_PlacesView):
    """Tree view of the days and what was open on them."""

    handbook = "coming-back"  # its chapter

    def __init__(self, model: "HistoryModel") -> None:
        super().__init__(model, _("History"))
        self._model = model
        self.setModel(model)
        model.due.connect(self._take_in_when_seen, Qt.ConnectionType.QueuedConnection)

    def take_in(self) -> None:
        """Show what was opened since, the last days unfolded."""
        self._model.show_all()
        if self._model.rowCount() and not self.isExpanded(self._model.index(0, 0)):
            for day in range(min(_OPEN_DAYS, self._model.rowCount())):
                self.expand(self._model.index(day, 0))

    def _take_in_when_seen(self) -> None:
        if self.isVisible():
            self.take_in()


class OutlineView(_PlacesView):
    """Tree view of all topics, which shows where one is."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__(model, _("Contents"))
        self._model = model
        self._open, self._unseen = Slug(""), True
        self.symbols = _SymbolAtTheEdge(self)
        self.setWordWrap(True)
        # By rows, Qt takes as many to be seen as fit at the end of the tree: it would not scroll to others.
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(self.symbols)

    def show_topic(self, slug: Slug) -> None:
        """Make a topic the current row, and see that it can be seen.

        The tree is filled for the first one: until then it would be laid out for nothing at each step of the
        start, which gives it its style, its size and its topic.
        """
        if self.model() is None:
            self.setModel(self._model)
            self.expand(self._model.index(0, 0))
        self._open, self._unseen = slug, not self.isVisible()
        index = self._model.index_of(slug)
        if index.isValid():
            is_seen = self._is_seen(index)
            self.setCurrentIndex(index)
            if self._model.hasChildren(index):  # of a leaf it would be heard that it is unfolded
                self.expand(index)
            if not is_seen:
                self._bring_into_view(index)
        else:
            self.clearSelection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again what lies open, to whatever row one walked."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT and self.currentIndex() != self._model.index_of(self._open):
            self.show_topic(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was opened while nobody saw the tree; else it is as it was."""
        super().showEvent(event)
        if self._unseen:
            self._unseen = False
            self._keep_in_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap titles anew for another width, and keep the current row in view if it was."""
        was_seen = not event.oldSize().isValid() or self._is_seen(self.currentIndex(), event.oldSize())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if was_seen:
            QTimer.singleShot(0, self, self._keep_in_view)

    def _is_seen(self, index: Index, size: QSize | None = None) -> bool:
        box, height = self.visualRect(index), (size or self.viewport().size()).height()
        return not box.isEmpty() and box.top() >= 0 and box.bottom() < height

    def _keep_in_view(self) -> None:
        index = self.currentIndex()
        if index in self.selectedIndexes() and not self._is_seen(index):
            self._bring_into_view(index)

    def _bring_into_view(self, index: Index) -> None:
        """Scroll to a row, and so that its group and the others of it are seen as well, if they fit."""
        group = index.parent()
        for near in (self._model.index(self._model.rowCount(group) - 1, 0, group), group, index):
            self.scrollTo(near)


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
