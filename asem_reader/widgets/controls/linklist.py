# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A list of links: each row leads somewhere, by a click or Enter."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from asem_reader.core.place import linked
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.placemenu import PlaceMenu
from asem_reader.widgets.controls.viewport import viewport_of

_ADDRESS = Qt.ItemDataRole.UserRole
_PAD = 3  # pixels above and below a row's text, as in frame.qss
_BAR = 3  # pixels of the bar before a marked row, which has room in frame.qss
_LEFT = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkList(QListWidget):
    """A list widget of links, as high as its rows; a screen reader hears it as a list with so many rows.

    The links of a label are no objects for it, and a name hides the label's words.
    """

    chosen = Signal(str)  # the address of a row that was clicked or entered
    colours: Theme = LIGHT
    marked = ""  # the address of the row that a bar stands before: it is seen alone, not heard

    def __init__(self, heard: str) -> None:
        super().__init__()
        self.setObjectName("links")
        self.setAccessibleName(heard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewport_of(self).setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self._choose)
        self.menu = PlaceMenu(self, lambda row: linked(row.data(_ADDRESS)))

    def show_links(self, links: Iterable[tuple[str, str]]) -> None:
        """Show links, each an address and what is read of it; there is no list without any."""
        self.clear()
        for address, text in links:
            row = QListWidgetItem(text, self)
            row.setData(_ADDRESS, address)
        self.setVisible(bool(self.count()))
        self._fit()

    def mark(self, address: str) -> None:
        """Draw a bar before the row of an address, and before no other."""
        if address != self.marked:
            self.marked = address
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the rows, and the bar before one of them."""
        super().paintEvent(event)
        for row in range(self.count() if self.marked else 0):
            if self.item(row).data(_ADDRESS) == self.marked:
                box = self.visualItemRect(self.item(row))
                QPainter(self.viewport()).fillRect(
                    QRect(0, box.top() + _PAD, _BAR, box.height() - 2 * _PAD), QColor(self.colours.accent)
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap rows anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Wrap rows anew for another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        self.setCurrentRow(max(0, self.currentRow()))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let no row stand out while the keys are elsewhere."""
        super().focusOutEvent(event)
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the current row with Enter."""
        if event.key() in _ENTER and self.currentItem():
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: QListWidgetItem) -> None:
        self.chosen.emit(row.data(_ADDRESS))

    def _fit(self) -> None:
        """Be as high as the rows are at this width."""
        height, room = 0, QRect(0, 0, self.viewport().width() - 2 * _PAD - _LEFT, 10_000)
        for number in range(self.count()):
            row = self.item(number)
            text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, row.text())
            row.setSizeHint(QSize(0, text.height() + 2 * _PAD))
            height += row.sizeHint().height()
        self.setFixedHeight(height)
