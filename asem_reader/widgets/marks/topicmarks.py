# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""List of what the reader wrote and highlighted on the topic that lies open, in reading order."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from asem_reader.core.content import Article
from asem_reader.core.language import _
from asem_reader.core.marks.guide import in_reading_order
from asem_reader.core.marks.mark import Mark, MarkId, MarkKind
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.reading.markpaint import SIZE, MarkerShape, paint_chip, paint_sign
from asem_reader.widgets.reading.marktext import formatted, on, told

Index = QModelIndex | QPersistentModelIndex

_LEFT, _PADDING = 22, 5
_SEEN = 12  # rows that are seen without scrolling


class TopicMarksView(QListWidget):
    """Notes and highlights of one topic, `marks`, each with what it is `on`; bookmarks too, if written on.

    Signals:
        chosen, edited, removed (Mark): the reader wishes to go to a mark, to write on it, or it away.
    """

    handbook = "notes"  # its chapter

    chosen = Signal(object)
    edited = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self.on: dict[MarkId, str] = {}
        self._row = _MarkRow(self)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._build()

    @property
    def current_mark(self) -> Mark | None:
        """The mark of the current row."""
        return self.marks[self.currentRow()] if self.currentRow() >= 0 else None

    def show_marks(self, article: Article, marks: Iterable[Mark], view_said: Callable[[str], str]) -> None:
        """Show what is written or highlighted; the current row stays with its mark, or in its place.

        `view_said` tells in words the view of figures that a mark is on.
        """
        kept = (mark for mark in marks if mark.kind is not MarkKind.BOOKMARK or mark.body.strip())
        shown, current, row = in_reading_order(article, kept), self.current_mark, self.currentRow()
        if shown != self.marks:
            self.clear()
            self.marks, self.on = shown, {mark.id: on(mark, view_said) for mark in shown}
            for mark in shown:
                self.addItem(_MarkItem(mark, self.on[mark.id]))
            if current:
                there = (at for at, mark in enumerate(shown) if mark.id == current.id)
                self.setCurrentRow(next(there, min(row, len(shown) - 1)))
        self._fit.start()

    def dress(self, colours: Theme) -> None:
        """Draw rows in these colours."""
        self._row.dress(colours)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, write with F2, take away with Delete."""
        wishes = {
            Qt.Key.Key_Return: self.chosen,
            Qt.Key.Key_Enter: self.chosen,
            Qt.Key.Key_F2: self.edited,
            Qt.Key.Key_Delete: self.removed,
        }
        wish = wishes.get(Qt.Key(event.key()))
        if wish and self.current_mark:
            wish.emit(self.current_mark)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        mark = self.current_mark
        if mark is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, wish in (
            (_("Go to paragraph\tReturn"), self.chosen),
            (_("Write\tF2"), self.edited),
            (_("Remove\tDel"), self.removed),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, wish=wish: wish.emit(mark))
        menu.popup(event.globalPos())

    def _be_as_high_as_rows(self) -> None:
        """Up to a dozen rows are seen without scrolling."""
        height = sum(self.sizeHintForRow(row) for row in range(min(self.count(), _SEEN)))
        self.setFixedHeight(height + 2)

    def _build(self) -> None:
        self.setItemDelegate(self._row)
        self.setObjectName("topicmarks")
        self.setAccessibleName(_("My notes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_SEEN)
        self._fit.timeout.connect(self._be_as_high_as_rows)
        self.clicked.connect(lambda index: self.chosen.emit(self.marks[index.row()]))
        self.doubleClicked.connect(lambda index: self.edited.emit(self.marks[index.row()]))


class _MarkItem(QListWidgetItem):
    """A row; what it says to a screen reader is put together when it is asked for."""

    def __init__(self, mark: Mark, on: str) -> None:
        super().__init__()
        self._mark, self._on = mark, on

    def data(self, role: int) -> Any:
        """Qt: the text of the mark."""
        return told(self._mark, self._on) if role == Qt.ItemDataRole.DisplayRole else super().data(role)


class _MarkRow(QStyledItemDelegate):
    """A chip or a sheet, the words that it is on, and what was written, with its emphasis."""

    def __init__(self, view: TopicMarksView) -> None:
        super().__init__(view)
        self._view = view
        self._colours: Theme = LIGHT
        self._set: dict[tuple[MarkId, str, int], QTextDocument] = {}

    def dress(self, colours: Theme) -> None:
        self._colours = colours
        self._set.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the ground as the style draws it, then the row."""
        mark = self._view.marks[index.row()]
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        painter.save()
        painter.translate(QPointF(option.rect.topLeft()))
        box = QRectF(2, _PADDING + 2, SIZE, SIZE)
        if mark.kind is MarkKind.HIGHLIGHT:
            paint_chip(painter, box, mark.colour, self._colours)
        else:
            paint_sign(painter, box, MarkerShape.SHEET, None, self._colours)
        painter.translate(_LEFT, _PADDING)
        self._document(mark, option, option.rect.width()).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: as wide as the list, as high as the words are."""
        width = self._view.viewport().width()
        document = self._document(self._view.marks[index.row()], option, width)
        return QSize(width, int(document.size().height()) + 2 * _PADDING)

    def _document(self, mark: Mark, option: QStyleOptionViewItem, width: int) -> QTextDocument:
        key = mark.id, mark.modified + mark.body, width
        if key not in self._set:
            document = formatted(mark.body, option.font)
            ink, muted = QTextCharFormat(), QTextCharFormat()
            ink.setForeground(QColor(self._colours.ink))
            muted.setForeground(QColor(self._colours.muted))
            whole = QTextCursor(document)
            whole.select(QTextCursor.SelectionType.Document)
            whole.mergeCharFormat(ink)
            _quote_above(document, self._view.on[mark.id], muted)
            document.setTextWidth(max(60, width - _LEFT - _PADDING))
            self._set[key] = document
        return self._set[key]


def _quote_above(document: QTextDocument, quote: str, form: QTextCharFormat) -> None:
    """Put a line of quotation before what was written, outside the list with which that may begin."""
    cursor = QTextCursor(document)
    if not document.isEmpty():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
    items = cursor.currentList()
    if items:
        items.remove(cursor.block())
    cursor.setBlockFormat(QTextBlockFormat())
    cursor.insertText(quote, form)
