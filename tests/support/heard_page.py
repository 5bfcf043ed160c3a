# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader says of the page, and which link of it has the keys."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QTextCursor

from asem_reader.widgets.reading.reader import Reader


class HeardPage:
    """The page for those who read by ear."""

    def __init__(self, page: Reader) -> None:
        self._page = page

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return self._page.accessibleName()

    @property
    def caret_line(self) -> str:
        """The line of the caret, which a screen reader says when an arrow has moved it."""
        line = self._page.textCursor()
        line.movePosition(QTextCursor.MoveOperation.StartOfLine)
        line.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
        return line.selectedText()

    @property
    def told(self) -> str:
        """What else a screen reader is told of where one is."""
        return self._page.accessibleDescription()

    @property
    def link(self) -> str:
        """The link that has the keys; empty for none."""
        return self._page.links.here.text if self._page.links.here else ""

    @property
    def link_point(self) -> QPoint:
        """A point in the link that has the keys."""
        return self._page.cursorRect().center() + QPoint(3, 0)

    @property
    def is_tinted(self) -> bool:
        """Whether the paragraph of the bar lies on a tint."""
        stop = self._page.paragraph.stop
        box = stop.box.translated(0, -self._page.verticalScrollBar().value()) if stop else QRectF()
        at = QPoint(int(box.left()) - 4, int(box.center().y()))
        picture = self._page.viewport().grab().toImage()
        return bool(picture.pixelColor(at) == QColor(self._page.colours.noted))
