# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader says of the page, and which link of it has the keys."""

from PySide6.QtGui import QTextCursor

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
    def read_aloud(self) -> str:
        """The words that are marked because a voice speaks them; empty for none."""
        marked = self._page.aloud.marked
        return marked.cursor.selectedText() if marked else ""

    @property
    def utterances(self) -> list[str]:
        """What a voice would say of the page from here on."""
        first = self._page.aloud.open()
        return [each.text for each in self._page.aloud.utterances[first:]]
