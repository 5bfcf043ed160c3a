# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Delegate for the tree of marks: an icon, the words on two lines at most, where it is, the tags."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from asem_reader.core.language import _
from asem_reader.core.marks.grouping import Group, View
from asem_reader.core.marks.mark import Colour, MarkId, MarkKind
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.marks.marksaid import NEEDS_YOU, MarkRowText
from asem_reader.viewmodels.marks.marktree import MarkTree
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.reading.markpaint import paint_chip

Index = QModelIndex | QPersistentModelIndex

_LINES = 2  # of a mark's words
_PAD, _SIDE, _APART = 6, 4, 3
_ICON = 14  # size of an icon, and what stands between it and the text
_PEN, _GRID = 1.4, 8  # width of its lines, and the side of the square in which they are told
_AFTER_ICON = 7
_CHIP = 6  # on either side of a tag in its chip
_KEPT = 600  # rows whose lines are remembered
_PALE = 0.45  # of what was cut
_LEAST = 60

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
    painter.setPen(QPen(QColor(ink), _PEN, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in icon.value:
        points = QPolygonF([area.topLeft() + QPointF(x, y) * side / _GRID for x, y in line])
        if points.isClosed():
            painter.drawPolygon(points)
        else:
            painter.drawPolyline(points)
    painter.restore()


class MarkRow(QStyledItemDelegate):
    """A mark is as high as its words need; a group is one line with its count at the edge.

    Attributes:
        cut: ids of marks and paths of folders that are drawn pale.
    """

    def __init__(self, view: QTreeView, tree: MarkTree) -> None:
        super().__init__(view)
        self.colours: Theme = LIGHT
        self.cut: tuple[frozenset[MarkId], frozenset[str]] = (frozenset(), frozenset())
        self._view, self._tree = view, tree
        self._lines = lru_cache(_KEPT)(lambda text, width: _wrapped(text, width, view.font()))

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self.colours = colours
        self._lines.cache_clear()

    # Qt's side.

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: leave the text out, so that the style draws the ground alone."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then what stands on it."""
        super().paint(painter, option, index)
        inside = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        row, group = self._tree.text_at(index), self._tree.group_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row:
            painter.setOpacity(_PALE if row.mark.id in self.cut[0] else 1)
            self._paint_mark(painter, inside, row, option.font)
        elif group:
            is_cut = self._tree.view is View.FOLDERS and group.key in self.cut[1]
            painter.setOpacity(_PALE if is_cut else 1)
            font = QFont(option.font)  # a heading over its marks while they can be seen
            font.setWeight(QFont.Weight.DemiBold if self._view.isExpanded(index) else QFont.Weight.Normal)
            self._paint_group(painter, inside, group, font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Qt: as wide as the tree leaves at this depth, as high as the lines are."""
        row, height = self._tree.text_at(index), self._view.fontMetrics().height()
        depth = len(self._tree.path(index))
        width = max(_LEAST, self._view.viewport().width() - depth * self._view.indentation())
        if row is None:
            return QSize(width, height + 2 * _PAD)
        lines = len(self._lines(row.text, width - 2 * _SIDE - _ICON - _AFTER_ICON)) + 1
        tags = height + _APART if row.tags else 0
        return QSize(width, lines * height + tags + 2 * _PAD)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Qt: a field for a folder's name."""
        field = LineField("", parent)
        field.setObjectName("inplace")
        field.setAccessibleName(_("Name of the folder"))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Qt: over the name, beside the icon."""
        editor.setGeometry(option.rect.adjusted(_SIDE + _ICON, 0, 0, 0))

    def paint_chevron(self, painter: QPainter, rect: QRect, *, unfolded: bool) -> None:
        """Draw what unfolds a group, at the end of the space before it."""
        indent = self._view.indentation()
        box = QRect(rect.right() - indent + 1, rect.center().y() - _ICON // 2, indent, _ICON)
        draw_icon(painter, box, RowIcon.UNFOLDED if unfolded else RowIcon.FOLDED, self.colours.muted)

    # What stands in a row.

    def _paint_mark(self, painter: QPainter, inside: QRect, row: MarkRowText, font: QFont) -> None:
        metrics = QFontMetrics(font)
        height, mark = metrics.height(), row.mark
        icon = QRect(inside.left(), inside.top() + (height - _ICON) // 2, _ICON, _ICON)
        if mark.kind is MarkKind.HIGHLIGHT:
            paint_chip(painter, icon.toRectF(), mark.colour, self.colours)
        else:
            shape = RowIcon.RIBBON if mark.kind is MarkKind.BOOKMARK else RowIcon.SHEET
            draw_icon(painter, icon, shape, self.colours.muted)
        text = inside.adjusted(_ICON + _AFTER_ICON, 0, 0, 0)
        line = QRect(text.left(), text.top(), text.width(), height)
        painter.setPen(QColor(self.colours.ink))
        for words in self._lines(row.text, text.width()):
            painter.drawText(line, _LEFT, words)
            line.translate(0, height)
        self._paint_where(painter, line, row, metrics)
        if row.tags:
            line.translate(0, height + _APART)
            self._paint_tags(painter, line, row.tags, metrics)

    def _paint_where(self, painter: QPainter, line: QRect, row: MarkRowText, metrics: QFontMetrics) -> None:
        """Paint what it needs, then the topic or folder as far as there is room, then the day."""
        if row.mark.waiting:
            icon = QRect(line.left(), line.top() + (line.height() - _ICON) // 2, _ICON, _ICON)
            draw_icon(painter, icon, RowIcon.WARNING, self.colours.accent)
            line = line.adjusted(_ICON + _APART, 0, 0, 0)
            painter.setPen(QColor(self.colours.accent))
            needs = f"{_(NEEDS_YOU).capitalize()} · "
            left = line.width() - metrics.horizontalAdvance(needs)
            painter.drawText(line, _LEFT, needs if left > _LEAST else _(NEEDS_YOU).capitalize())
            if left <= _LEAST:
                return
            line = line.adjusted(line.width() - left, 0, 0, 0)
        painter.setPen(QColor(self.colours.muted))
        room = line.width() - metrics.horizontalAdvance(f" · {row.day}") - 1
        where = metrics.elidedText(row.where, Qt.TextElideMode.ElideRight, room) if room > _LEAST else ""
        both = " · ".join(part for part in (where, row.day) if part)
        painter.drawText(line, _LEFT, metrics.elidedText(both, Qt.TextElideMode.ElideRight, line.width()))

    def _paint_tags(
        self, painter: QPainter, line: QRect, tags: tuple[str, ...], metrics: QFontMetrics
    ) -> None:
        """A chip for each tag; how many more there are, where there is no room."""
        left = line.left()
        for number, tag in enumerate(tags):
            more = f"+{len(tags) - number}"
            last = number + 1 == len(tags)
            room = line.right() - left - (0 if last else metrics.horizontalAdvance(more) + _APART)
            if number and metrics.horizontalAdvance(tag) + 2 * _CHIP > room:
                painter.setPen(QColor(self.colours.muted))
                painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), _LEFT, more)
                return
            shown = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, room - 2 * _CHIP)
            chip = QRect(left, line.top(), metrics.horizontalAdvance(shown) + 2 * _CHIP, line.height())
            painter.setPen(QColor(self.colours.rule))
            painter.setBrush(QColor(self.colours.paper))
            painter.drawRoundedRect(chip.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            painter.setPen(QColor(self.colours.ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
            left = chip.right() + _APART + 2

    def _paint_group(self, painter: QPainter, inside: QRect, group: Group, font: QFont) -> None:
        metrics, count = QFontMetrics(font), str(group.count)
        icon = QRect(inside.left(), inside.top() + (inside.height() - _ICON) // 2, _ICON, _ICON)
        text = inside
        if self._draw_icon(painter, icon, group):
            text = inside.adjusted(_ICON + _AFTER_ICON, 0, 0, 0)
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(text, _RIGHT, count)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.ink))
        room = text.width() - metrics.horizontalAdvance(count) - 2 * _AFTER_ICON
        painter.drawText(text, _LEFT, metrics.elidedText(group.title, Qt.TextElideMode.ElideRight, room))

    def _draw_icon(self, painter: QPainter, icon: QRect, group: Group) -> bool:
        """Draw what stands before a group's title; return whether anything does."""
        is_folder = self._tree.view is View.FOLDERS
        is_colour = self._tree.view is View.COLOURS and group.key in set(Colour)
        if is_folder:
            draw_icon(painter, icon, RowIcon.FOLDER, self.colours.muted)
        elif is_colour:
            paint_chip(painter, icon.toRectF(), Colour(group.key), self.colours)
        return is_folder or is_colour


def _wrapped(text: str, width: int, font: QFont) -> list[str]:
    """The beginning of a text in lines of a width, the last of them cut short."""
    width = max(_LEAST, width)
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    units = text.encode("utf-16-le")  # Qt counts these
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart() * 2
        last = len(lines) == _LINES - 1
        part = units[start:] if last else units[start : start + line.textLength() * 2]
        lines.append(part.decode("utf-16-le", "replace").strip())
    layout.endLayout()
    metrics = QFontMetrics(font)
    return [metrics.elidedText(words, Qt.TextElideMode.ElideRight, width) for words in lines] or [""]
