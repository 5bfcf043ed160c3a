# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader says of the page, and its links."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest

from asem_reader.widgets.reading.reader import Reader
from support.surface import choose_at, let_go

UNHELD = Qt.KeyboardModifier.NoModifier


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

    def spot_of_link(self, text: str) -> QPoint:
        """Where a link stands that is seen."""
        link = next(each for each in self._page.links.all if each.text == text)
        caret = QTextCursor(link.words.part)
        caret.setPosition(link.position + 2)
        return self._page.cursorRect(caret).center()

    def choose_on_link(self, text: str, entry: str) -> list[str]:
        """Choose an entry of the menu of a link that is seen; return what that offers."""
        return choose_at(self._page.viewport(), self.spot_of_link(text), entry)

    def click_link(self, text: str, button: Qt.MouseButton, held: Qt.KeyboardModifier = UNHELD) -> None:
        """Click a link that is seen."""
        QTest.mouseClick(self._page.viewport(), button, held, self.spot_of_link(text))
        let_go()

    @property
    def read_aloud(self) -> str:
        """The words that are marked because a voice speaks them; empty for none."""
        marked = self._page.aloud.marked
        return marked.cursor.selectedText() if marked else ""

    @property
    def utterances(self) -> list[str]:
        """What a voice would say of the page from here on."""
        first = self._page.aloud.open()
        return [each.text for each in self._page.aloud.utterances[first:]]

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
