# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window of the handbook in front of a dialog: while that is open, the reader's window may be locked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from asem_reader.core.content import Page
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.widgets.controls.onscreen import fit
from asem_reader.widgets.reading.reader import Reader

_SIZE = (620, 640)


class HandbookWindow(QDialog):
    """A page of the handbook, with Back and Forward of its own; Esc closes it."""

    def __init__(self, desk: Desk, place: Place, colours: Theme, size: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.reader = Reader()
        self.reader.dress(colours)
        self._desk = Desk(desk.library, parent=self)
        self._desk.show_in(colours, size)
        self._desk.opened.connect(self._show)
        self.reader.chosen.connect(self._desk.go)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for keys, go in (("Alt+Left", self._desk.back), ("Alt+Right", self._desk.forward)):
            QShortcut(QKeySequence(keys), self).activated.connect(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reader)
        fit(self, *_SIZE)
        self._desk.go(place)

    def _show(self, page: Page) -> None:
        self.setWindowTitle(page.title)
        self.reader.show_page(page)
        self.reader.setFocus()
