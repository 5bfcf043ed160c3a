# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The message bar over the page: one sentence that the reader must be told, and what to do next."""

from collections.abc import Callable
from html import escape
from itertools import zip_longest

from PySide6.QtCore import QMetaObject, QObject, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.keysnow import with_keys
from asem_reader.widgets.controls.label import RichLabel


class Notice(QWidget):
    """A bar over the page that says one thing, until that ends, it is closed, or another is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = RichLabel()
        self._said = ""
        self._ends: list[QMetaObject.Connection] = []
        self._holds: Callable[[], bool] | None = None
        self._more = (QToolButton(), QToolButton())
        self._close = QToolButton()
        self._build()

    @property
    def text(self) -> str:
        """The message; "" while it is closed."""
        return "" if self.isHidden() else self._said

    def say(self, sentence: str, *more: QAction, lead: str = "") -> None:
        """Say a sentence as it is, after what leads to it in bold, with two buttons at most."""
        while self._ends:
            QObject.disconnect(self._ends.pop())
        sentence = with_keys(self, sentence)
        for button, action in zip_longest(self._more, more):
            button.setVisible(action is not None)
            if action:
                button.setDefaultAction(action)
        self._said = f"{lead} {sentence}".lstrip()
        self._text.setText(f"<b>{escape(lead)}</b> {escape(sentence)}" if lead else escape(sentence))
        self.setAccessibleName(self._said)
        self.show()
        say(self, self._said)

    def tell(self, error: ReaderError, *ends: SignalInstance) -> None:
        """Say what is wrong and what to do, until one of the signals tells that it is so no longer."""
        self.say(error.cure, lead=error.sentence)
        self.until(*ends)

    def until(self, *ends: SignalInstance, holds: Callable[[], bool] | None = None) -> None:
        """Leave at the first of these signals at which what was said last does not hold any more."""
        self._holds = holds
        self._ends += [end.connect(self._look) for end in ends]

    def _look(self) -> None:
        if not (self._holds and self._holds()):
            self.hide()

    def _build(self) -> None:
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be read again
        self._text.setWordWrap(True)
        for button in self._more:
            button.setText(_("More"))
            button.hide()
        self._close.setText(_("Close"))
        self._close.setAccessibleName(_("Close this notice"))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self._text, 1)
        for button in (*self._more, self._close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
