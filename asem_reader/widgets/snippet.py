# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Draws rows that say more than one thing: a title, where it stands, and a passage with its words marked."""

import html

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from asem_reader.core.hit import Hit
from asem_reader.core.marks import Mark
from asem_reader.core.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex

HIT = Qt.ItemDataRole.UserRole
_MARGIN, _PADDING = 8, 6


class RichRow(QStyledItemDelegate):
    """A row of rich text that wraps; a subclass says what stands in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Theme = LIGHT

    def markup(self, index: Index) -> str:
        """The row as HTML."""
        return html.escape(str(index.data()))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: leave the text out, so that the style draws the ground alone."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the ground as the style does, then the text."""
        super().paint(painter, option, index)
        document = self._document(index, option.rect.width())
        painter.save()
        painter.translate(option.rect.left() + _MARGIN, option.rect.top() + _PADDING)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as wide as the view, as high as the text is."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        document = self._document(index, width)
        return QSize(width, int(document.size().height()) + 2 * _PADDING)

    def _document(self, index: Index, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(QApplication.font())
        document.setDefaultStyleSheet(
            f"body {{ color: {self.colours.ink}; }} .muted {{ color: {self.colours.muted}; }}"
            f" .found {{ background-color: {self.colours.found}; }} .title {{ font-weight: 600; }}"
        )
        document.setHtml(f"<body>{self.markup(index)}</body>")
        document.setTextWidth(max(60, width - 2 * _MARGIN))
        return document


class HitRow(RichRow):
    """A hit: title, symbol and section, the passage, and why it was found when that isn't plain."""

    def markup(self, index: Index) -> str:
        """The hit as HTML."""
        hit: Hit = index.data(HIT)
        where = " · ".join(html.escape(part) for part in (hit.symbol, hit.section) if part)
        passage = "".join(
            f'<span class="found">{html.escape(run.text)}</span>' if run.matched else html.escape(run.text)
            for run in hit.snippet
        )
        why = f'<br><span class="muted">{html.escape(hit.why)}</span>' if hit.why else ""
        return (
            f'<span class="title">{html.escape(hit.title)}</span><br>'
            f'<span class="muted">{where}</span>{"<br>" if where else ""}{passage}{why}'
        )


class MarkRow(RichRow):
    """A mark: what it is on, what kind it is, and the reader's words or the paragraph's."""

    def markup(self, index: Index) -> str:
        """The mark as HTML."""
        mark: Mark = index.data(HIT)
        said = mark.body or (f"“{mark.quote}”" if mark.block else "")
        short = html.escape(said[:160] + ("…" if len(said) > 160 else "")).replace("\n", "<br>")
        kind = f"{mark.kind.capitalize()} · {mark.created[:10]}"
        return (
            f'<span class="title">{html.escape(str(index.data()))}</span><br>'
            f'<span class="muted">{kind}</span>{"<br>" if short else ""}{short}'
        )
