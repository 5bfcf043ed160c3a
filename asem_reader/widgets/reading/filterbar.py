# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The filter over a long list: a field that narrows the page to the entries that hold what is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from asem_reader.core.content import Section
from asem_reader.core.language import _
from asem_reader.core.narrowing import narrowed
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField


class FilterBar(QWidget):
    """Bar over the page; Esc gives all entries back, and once more gives the keys to the page."""

    handbook = "reading"  # its chapter

    typed = Signal(str)  # narrow to this
    left = Signal()  # the page may have the keys

    def __init__(self) -> None:
        super().__init__()
        self.field = LineField(placeholderText=_("Filter the entries"))
        self._count = PlainLabel()
        self._spoken = Announcer(self)
        self._build()

    def begin(self) -> None:
        """Stand over another page, on which all entries are shown."""
        self.field.clear()
        self._count.clear()
        self._spoken.forget()
        self.show()

    def count(self, sections: tuple[Section, ...], typed: str) -> None:
        """Say how many of the entries there are shown, once something is typed."""
        shown, count = (sum(each.entries for each in some) for some in (narrowed(sections, typed), sections))
        said = _("{shown} of {count} entries").format(shown=shown, count=count)
        self._count.setText(said if typed else "")
        if self.field.hasFocus():
            self._spoken.say(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes out what is typed; with nothing there, and by Enter, one goes to the page."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("filterbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field.add_clear_button()
        self.field.setAccessibleName(_("Filter the entries"))
        self.field.setMaximumWidth(360)
        self.field.textChanged.connect(self.typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addStretch(1)
