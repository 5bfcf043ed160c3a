# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Bar of the few tools that appear beside words that were selected with the mouse."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QToolButton

from asem_reader.core.language import _

_GAP, _EDGE = 6, 4


class SelectionBar(QFrame):
    """Stands over the page beside the selection, until it is gone; it never takes the keys."""

    def __init__(self, actions: Iterable[QAction], page: QTextBrowser) -> None:
        super().__init__(page.viewport())
        self._page = page
        self.setObjectName("selectionbar")
        self.setAccessibleName(_("What to do with the selection"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(1)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            if action.objectName() == "copy":
                button.setToolTip(_("Copy (Ctrl+C)"))  # the page's own key, which no menu may take
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)
            action.triggered.connect(self.hide)
        self.hide()

    def show_selected(self, selected: bool) -> None:
        """Stand beside what is selected, or go away."""
        if not selected:
            self.hide()
            return
        self.adjustSize()
        view = self._page.viewport().rect()
        first, last = QTextCursor(self._page.textCursor()), QTextCursor(self._page.textCursor())
        first.setPosition(first.selectionStart())
        last.setPosition(last.selectionEnd())
        above, below = self._page.cursorRect(first), self._page.cursorRect(last)
        top = above.top() - self.height() - _GAP
        if top < _EDGE:
            top = min(below.bottom() + _GAP, view.height() - self.height() - _EDGE)
        left = below.left() - self.width() // 2
        self.move(max(_EDGE, min(left, view.width() - self.width() - _EDGE)), top)
        self.show()
        self.raise_()
