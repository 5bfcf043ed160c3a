# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The delegate for results: a title, where it stands, and a passage with its words marked."""

import math
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QSize, Qt
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
from asem_reader.viewmodels.search.hits import ROW, Index
from asem_reader.viewmodels.search.rows import CommandRow, Heading, PastSearch, Row

_MARGIN, _PADDING = 8, 6
_ABOVE_HEADING, _BELOW_HEADING = 12, 3
_APART = 14  # between the text of a row and what stands at its edge
_KEPT = 100  # rows that are set; a screen holds fewer
EDGE = 34  # width of the cross that takes a row away
_CROSS = "×"


class _Style(Enum):
    BODY = auto()
    TITLE = auto()
    MUTED = auto()
    WHY = auto()
    FOUND = auto()


_Pieces = Sequence[tuple[str, _Style]]


class AnswerRow(QStyledItemDelegate):
    """Delegate for a row of results: a heading, a hit, a command with its key, or a past search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Measured first, painted next: each row is set once for both.
        self._set: dict[tuple[int, int], tuple[Row, str, QTextLayout]] = {}
        self.dress(LIGHT)

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._colours = colours
        self._formats = _formats(colours)
        self._set.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then the text; a heading has no ground."""
        painter.save()
        if isinstance(index.data(ROW), Heading):
            self._paint_heading(painter, option, str(index.data()))
        else:
            self._paint_row(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as wide as the view, as high as the text is; a heading is a line with air above."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        if isinstance(index.data(ROW), Heading):
            above = _ABOVE_HEADING if index.row() else _BELOW_HEADING
            return QSize(width, option.fontMetrics.height() + above + _BELOW_HEADING)
        _, layout = self._laid(option, index, width)
        return QSize(width, math.ceil(layout.boundingRect().height()) + 2 * _PADDING)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.muted))
        inside = option.rect.adjusted(_MARGIN, 0, -_MARGIN, -_BELOW_HEADING)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        edge, layout = self._laid(option, index, option.rect.width())
        painter.setPen(QColor(self._colours.ink))
        layout.draw(painter, QPointF(option.rect.left() + _MARGIN, option.rect.top() + _PADDING))
        painter.setPen(QColor(self._colours.muted))
        inside = option.rect.adjusted(0, 0, -_MARGIN, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, edge)

    def _laid(self, option: QStyleOptionViewItem, index: Index, width: int) -> tuple[str, QTextLayout]:
        """A command's key or a cross for the edge of a row, and its text, set for a width."""
        row: Row = index.data(ROW)
        key = id(row), width
        if key not in self._set:
            if len(self._set) >= _KEPT:
                self._set.clear()
            edge = row.keys if isinstance(row, CommandRow) else _CROSS if isinstance(row, PastSearch) else ""
            room = option.fontMetrics.horizontalAdvance(edge) + _APART if edge else 0
            pieces = _hit(row) if isinstance(row, Hit) else [(str(index.data()), _Style.BODY)]
            layout = self._set_text(pieces, max(60, width - 2 * _MARGIN - room))
            self._set[key] = row, edge, layout  # the row is held, so that no other takes its id
        return self._set[key][1:]

    def _set_text(self, pieces: _Pieces, width: int) -> QTextLayout:
        start, ranges = 0, []
        for said, style in pieces:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, _units(said), self._formats[style]
            ranges.append(span)
            start += span.length
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


def _formats(colours: Theme) -> dict[_Style, QTextCharFormat]:
    formats = {style: QTextCharFormat() for style in _Style}
    for style in (_Style.MUTED, _Style.WHY):
        formats[style].setForeground(QColor(colours.muted))
    formats[_Style.TITLE].setFontWeight(QFont.Weight.DemiBold)
    formats[_Style.WHY].setFontItalic(True)
    formats[_Style.FOUND].setBackground(QColor(colours.found))
    return formats


def _hit(hit: Hit) -> _Pieces:
    """A hit in pieces: title, where it stands, the passage, and why it was found when that isn't plain."""
    where = " · ".join(part for part in (hit.pillar, hit.symbol, hit.section) if part)
    passage = ((run.text.replace("\n", " "), run.matched) for run in hit.snippet)
    lines = (
        [(hit.title, _Style.TITLE)],
        [(where, _Style.MUTED)],
        [(text, _Style.FOUND if matched else _Style.BODY) for text, matched in passage],
        [("; ".join(hit.notes), _Style.WHY)],
    )
    pieces: list[tuple[str, _Style]] = []
    for line in lines:
        if any(text for text, _ in line):
            pieces += [("\n", _Style.BODY), *line] if pieces else line
    return pieces
