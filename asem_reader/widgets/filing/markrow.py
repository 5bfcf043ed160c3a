# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Draws a row of the tree of marks: its sign, its words on two lines at most, where it is, its tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.core.marks.grouping import Group, View
from asem_reader.core.marks.mark import MarkId
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.viewmodels.marks.marksaid import NEEDS_YOU, MarkRowText
from asem_reader.viewmodels.marks.marktree import GROUP, SAID, MarkTree
from asem_reader.widgets.filing.rowicons import (
    draw_chevron,
    draw_folder,
    draw_kind,
    draw_swatch,
    draw_warning,
)

Index = QModelIndex | QPersistentModelIndex

_LINES = 2  # of a mark's words
_PAD, _SIDE, _APART = 6, 4, 3
_SIGN = 14  # size of a sign, and what stands between it and the text
_AFTER_SIGN = 7
_CHIP = 6  # on either side of a tag in its chip
_KEPT = 600  # rows whose lines are remembered
_PALE = 0.45  # of what was cut
_LEAST = 60

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MarkRow(QStyledItemDelegate):
    """A mark is as high as its words need; a group is one line with its count at the edge.

    Attributes:
        cut: ids of marks and paths of folders that are drawn pale.
    """

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self.colours: Theme = LIGHT
        self.cut: tuple[frozenset[MarkId], frozenset[str]] = (frozenset(), frozenset())
        self._view = view
        self._lines: dict[tuple[int, int], tuple[MarkRowText, list[str]]] = {}

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self.colours = colours
        self._lines.clear()

    # Qt's side.

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: leave the text out, so that the style draws the ground alone."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then what stands on it."""
        super().paint(painter, option, index)
        inside = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        said, group = index.data(SAID), index.data(GROUP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(said, MarkRowText):
            painter.setOpacity(_PALE if said.mark.id in self.cut[0] else 1)
            self._paint_mark(painter, inside, said, option.font)
        elif isinstance(group, Group):
            painter.setOpacity(_PALE if self._is_cut(group) else 1)
            unfolded = self._view.isExpanded(index)
            self._paint_group(painter, inside, group, _font(option.font, bold=unfolded))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Qt: as wide as the tree leaves at this depth, as high as the lines are."""
        said = index.data(SAID)
        width, height = self._width(index), self._view.fontMetrics().height()
        if not isinstance(said, MarkRowText):
            return QSize(width, height + 2 * _PAD)
        lines = len(self._set(said, width - 2 * _SIDE - _SIGN - _AFTER_SIGN)) + 1
        tags = height + _APART if said.tags else 0
        return QSize(width, lines * height + tags + 2 * _PAD)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Qt: a field for a folder's name."""
        field = QLineEdit(parent)
        field.setObjectName("inplace")
        field.setAccessibleName(_("Name of the folder"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: begin with the name as it is."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Qt: keep what was written."""
        if isinstance(editor, QLineEdit) and isinstance(model, MarkTree):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Qt: over the name, beside the folder's sign."""
        editor.setGeometry(option.rect.adjusted(_SIDE + _SIGN, 0, 0, 0))

    def paint_chevron(self, painter: QPainter, rect: QRect, *, unfolded: bool) -> None:
        """Draw what unfolds a group, at the end of the space before it."""
        indent = self._view.indentation()
        box = QRect(rect.right() - indent + 1, rect.center().y() - _SIGN // 2, indent, _SIGN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chevron(painter, box, self.colours, unfolded=unfolded)
        painter.restore()

    # What stands in a row.

    def _paint_mark(self, painter: QPainter, inside: QRect, said: MarkRowText, font: QFont) -> None:
        metrics = QFontMetrics(font)
        height = metrics.height()
        sign = QRect(inside.left(), inside.top() + (height - _SIGN) // 2, _SIGN, _SIGN)
        draw_kind(painter, sign, said.mark.kind, said.mark.colour, self.colours)
        text = inside.adjusted(_SIGN + _AFTER_SIGN, 0, 0, 0)
        line = QRect(text.left(), text.top(), text.width(), height)
        painter.setPen(QColor(self.colours.ink))
        for words in self._set(said, text.width()):
            painter.drawText(line, _LEFT, words)
            line.translate(0, height)
        self._paint_where(painter, line, said, metrics)
        if said.tags:
            line.translate(0, height + _APART)
            self._paint_tags(painter, line, said.tags, metrics)

    def _paint_where(self, painter: QPainter, line: QRect, said: MarkRowText, metrics: QFontMetrics) -> None:
        """What it needs, then the topic or folder as far as there is room, then the day."""
        if said.mark.waiting:
            sign = QRect(line.left(), line.top() + (line.height() - _SIGN) // 2, _SIGN, _SIGN)
            draw_warning(painter, sign, self.colours)
            line = line.adjusted(_SIGN + _APART, 0, 0, 0)
            painter.setPen(QColor(self.colours.accent))
            needs = f"{_(NEEDS_YOU).capitalize()} · "
            left = line.width() - metrics.horizontalAdvance(needs)
            painter.drawText(line, _LEFT, needs if left > _LEAST else _(NEEDS_YOU).capitalize())
            if left <= _LEAST:
                return
            line = line.adjusted(line.width() - left, 0, 0, 0)
        painter.setPen(QColor(self.colours.muted))
        room = line.width() - metrics.horizontalAdvance(f" · {said.day}") - 1
        where = metrics.elidedText(said.where, Qt.TextElideMode.ElideRight, room) if room > _LEAST else ""
        both = " · ".join(part for part in (where, said.day) if part)
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
        sign = QRect(inside.left(), inside.top() + (inside.height() - _SIGN) // 2, _SIGN, _SIGN)
        text = inside
        if self._draw_sign(painter, sign, group):
            text = inside.adjusted(_SIGN + _AFTER_SIGN, 0, 0, 0)
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(text, _RIGHT, count)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.ink))
        room = text.width() - metrics.horizontalAdvance(count) - 2 * _AFTER_SIGN
        painter.drawText(text, _LEFT, metrics.elidedText(group.title, Qt.TextElideMode.ElideRight, room))

    def _draw_sign(self, painter: QPainter, sign: QRect, group: Group) -> bool:
        """Draw what stands before a group's title; return whether anything does."""
        view = self._shown
        if view is View.FOLDERS:
            draw_folder(painter, sign, self.colours)
        elif view is not View.COLOURS or not draw_swatch(painter, sign, group.key, self.colours):
            return False
        return True

    def _is_cut(self, group: Group) -> bool:
        return self._shown is View.FOLDERS and group.key in self.cut[1]

    @property
    def _shown(self) -> View | None:
        model = self._view.model()
        return model.view if isinstance(model, MarkTree) else None

    def _width(self, index: Index) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(_LEAST, self._view.viewport().width() - depth * self._view.indentation())

    def _set(self, said: MarkRowText, width: int) -> list[str]:
        """The words of a mark in lines of a width, the last of them cut short."""
        key = id(said), width
        if key not in self._lines:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            self._lines[key] = (
                said,
                _wrapped(said.text, max(_LEAST, width), self._view.font()),
            )  # held: no other takes its id
        return self._lines[key][1]


def _font(font: QFont, *, bold: bool) -> QFont:
    """A group's title is a heading over its marks while they can be seen."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def _wrapped(text: str, width: int, font: QFont) -> list[str]:
    """The beginning of a text in lines of a width, the last of them cut short."""
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
