# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Draws rows that say more than one thing: a title, where it stands, and a passage with its words marked."""

import math
from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from asem_reader.core.search.hit import Hit
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.search.hits import ROW
from asem_reader.viewmodels.search.rows import CommandRow, Heading, PastSearch, Row

Index = QModelIndex | QPersistentModelIndex

_MARGIN, _PADDING = 8, 6
_ABOVE_HEADING, _BELOW_HEADING = 12, 3
_APART = 14  # between the text of a row and what stands at its edge
_KEPT = 100  # rows that are set; a screen holds fewer
EDGE = 34  # width of the cross that takes a row away
_CROSS = "×"


class RowStyle(Enum):
    """How a piece of a row is set."""

    BODY = auto()
    TITLE = auto()
    MUTED = auto()
    WHY = auto()
    FOUND = auto()


Pieces = tuple[tuple[str, RowStyle], ...]


class RichRow(QStyledItemDelegate):
    """A row of text in several styles that wraps; a subclass says what stands in it.

    Attributes:
        role: under which the model gives what the row shows: a value that never changes.
    """

    role = ROW

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Theme = LIGHT
        self._formats = _formats(LIGHT)
        # Measured first, painted next: each row is set once for both.
        self._set: dict[tuple[int, int], tuple[object, str, QTextLayout]] = {}

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self.colours = colours
        self._formats = _formats(colours)
        self._set.clear()

    def pieces(self, index: Index) -> Pieces:
        """The row in pieces, each in its style; a piece may hold ends of lines."""
        return ((str(index.data()), RowStyle.BODY),)

    def edge(self, index: Index) -> str:  # noqa: ARG002 (for those that have one)
        """What stands at the right edge of the row; often nothing."""
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then the text."""
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        edge, layout = self._laid(option, index, option.rect.width())
        painter.save()
        painter.setPen(QColor(self.colours.ink))
        layout.draw(painter, QPointF(option.rect.left() + _MARGIN, option.rect.top() + _PADDING))
        if edge:
            painter.setPen(QColor(self.colours.muted))
            inside = option.rect.adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, edge)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as wide as the view, as high as the text is."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        _, layout = self._laid(option, index, width)
        return QSize(width, math.ceil(layout.boundingRect().height()) + 2 * _PADDING)

    def _laid(self, option: QStyleOptionViewItem, index: Index, width: int) -> tuple[str, QTextLayout]:
        """What stands at the edge of a row, and its text, set for a width."""
        row = index.data(self.role)
        key = id(row), width
        if key not in self._set:
            if len(self._set) >= _KEPT:
                self._set.clear()
            edge = self.edge(index)
            room = option.fontMetrics.horizontalAdvance(edge) + _APART if edge else 0
            layout = self._set_text(self.pieces(index), max(60, width - 2 * _MARGIN - room))
            self._set[key] = row, edge, layout  # the row is held, so that no other takes its id
        return self._set[key][1:]

    def _set_text(self, pieces: Pieces, width: int) -> QTextLayout:
        start, ranges = 0, []
        for said, style in pieces:
            length = _units(said)
            if style is not RowStyle.BODY:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = start, length, self._formats[style]
                ranges.append(span)
            start += length
        text = "".join(said for said, _ in pieces)
        layout = QTextLayout(text.replace("\n", "\u2028"), QApplication.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(ranges)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


def _units(text: str) -> int:
    """Length as Qt counts it: in units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _formats(colours: Theme) -> dict[RowStyle, QTextCharFormat]:
    """What sets a style apart from the body."""
    formats = {style: QTextCharFormat() for style in RowStyle}
    for style in (RowStyle.MUTED, RowStyle.WHY):
        formats[style].setForeground(QColor(colours.muted))
    formats[RowStyle.TITLE].setFontWeight(QFont.Weight.DemiBold)
    formats[RowStyle.WHY].setFontItalic(True)
    formats[RowStyle.FOUND].setBackground(QColor(colours.found))
    return formats


class AnswerRow(RichRow):
    """A row of results: a heading, a hit, a command with its key, a search of before with its cross."""

    def pieces(self, index: Index) -> Pieces:
        """The row in pieces."""
        row: Row = index.data(ROW)
        return _hit(row) if isinstance(row, Hit) else super().pieces(index)

    def edge(self, index: Index) -> str:
        """A command's key, or the cross that takes a search away."""
        row: Row = index.data(ROW)
        if isinstance(row, CommandRow):
            return row.keys
        return _CROSS if isinstance(row, PastSearch) else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: a heading is type alone, small and pale; it has no ground."""
        if not isinstance(index.data(ROW), Heading):
            super().paint(painter, option, index)
            return
        painter.save()
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.muted))
        inside = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -_BELOW_HEADING)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: a heading is as high as its line, with air above."""
        size = super().sizeHint(option, index)
        if isinstance(index.data(ROW), Heading):
            above = _ABOVE_HEADING if index.row() else _BELOW_HEADING
            size.setHeight(option.fontMetrics.height() + above + _BELOW_HEADING)
        return size


def _hit(hit: Hit) -> Pieces:
    """A hit: title, where it stands, the passage, and why it was found when that isn't plain."""
    where = " · ".join(part for part in (hit.pillar, hit.symbol, hit.section) if part)
    passage = [
        (run.text.replace("\n", " "), RowStyle.FOUND if run.matched else RowStyle.BODY) for run in hit.snippet
    ]
    lines = [
        [(hit.title, RowStyle.TITLE)],
        [(where, RowStyle.MUTED)] if where else [],
        passage,
        [(hit.why, RowStyle.WHY)] if hit.why else [],
    ]
    return _lines(lines)


def _lines(lines: Iterable[list[tuple[str, RowStyle]]]) -> Pieces:
    """Lines, each in pieces; those without any are left out."""
    pieces: list[tuple[str, RowStyle]] = []
    for line in filter(None, lines):
        pieces += [("\n", RowStyle.BODY), *line] if pieces else line
    return tuple(pieces)
