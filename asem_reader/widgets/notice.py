# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader must be told: one sentence, and what to do next, in a bar over the page."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from asem_reader.core.errors import ReaderError


class Notice(QWidget):
    """A bar over the page that says one thing, until it is closed or another is said.

    Signals:
        closed: the reader has put it away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._more = QToolButton()
        self._close = QToolButton()
        self._build()

    @property
    def text(self) -> str:
        """What it says; "" while it is closed."""
        return "" if self.isHidden() else self._text.text()

    @property
    def plain(self) -> str:
        """The same without markup."""
        return QTextDocumentFragment.fromHtml(self.text).toPlainText()

    def say(self, sentence: str, more: QAction | None = None) -> None:
        """Say a sentence, with a button for what can be done about it."""
        self._more.setVisible(more is not None)
        if more:
            self._more.setDefaultAction(more)
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self.show()

    def tell(self, error: ReaderError) -> None:
        """Say what is wrong and what to do."""
        self.say(f"<b>{escape(error.sentence)}</b> {escape(error.cure)}")

    def _build(self) -> None:
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._more.setText("More")
        self._more.hide()
        self._close.setText("Close")
        self._close.setAccessibleName("Close this notice")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
