# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The editor of a note over the page, as a writer uses it."""

from typing import Self

from PySide6.QtCore import QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from asem_reader.widgets.marks.noteeditor import NoteEditor
from support.surface import Surface, press, the, type_into


class DrivenNote:
    """The note that is being written."""

    def __init__(self, page: QWidget) -> None:
        self.widget = the(page, NoteEditor)
        self._field = Surface(self.widget).named(QPlainTextEdit, "Note")

    @property
    def is_open(self) -> bool:
        return not self.widget.isHidden()

    @property
    def written(self) -> str:
        return self._field.toPlainText()

    @property
    def title(self) -> str:
        """What it is on."""
        return Surface(self.widget).text

    @property
    def box(self) -> QRect:
        """Where it stands over the page."""
        return self.widget.geometry()

    def write(self, text: str) -> Self:
        """Type at the caret."""
        type_into(self._field, text)
        return self

    def write_all(self, text: str) -> Self:
        """Have a text in the place of all that stood there."""
        self._field.setPlainText(text)
        return self

    def pause(self) -> Self:
        """Let the second go by after which what is written is kept."""
        for timer in self.widget.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot():
                timer.setInterval(0)
                QTest.qWait(20)
                timer.setInterval(1_000)
        return self

    def never_pause(self) -> Self:
        """Keep nothing in a pause."""
        for timer in self.widget.findChildren(QTimer):
            timer.setInterval(600_000)
        return self

    def leave(self, key: str = "Escape") -> None:
        """Keep it and go back to the page."""
        press(self._field, key)
