# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Field in which tags are given to marks and taken from them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.mark import Mark, tag_of, written_tag
from asem_reader.widgets.controls.label import PlainLabel, unkeyed
from asem_reader.widgets.controls.linefield import LineField

_APART = re.compile(r"[\s,;]+")


class TagBar(QWidget):
    """Begins with the tags that all of the marks have; Enter keeps what it says then, Esc leaves it.

    Signals:
        kept (tuple, tuple): tags to be given, and tags to be taken away.
        left: the writer is done.
    """

    kept = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = LineField()
        self._title = PlainLabel()
        self._known = QStringListModel(self)
        self._before: tuple[str, ...] = ()
        self._build()

    def open_for(self, marks: Sequence[Mark], known: Sequence[str]) -> None:
        """Show the tags of some marks, and offer the known ones, the commonest first."""
        shared = [tag for tag in marks[0].tags if all(tag in mark.tags for mark in marks)]
        others = {tag: None for mark in marks for tag in mark.tags if tag not in shared}
        self._before = tuple(shared)
        self._known.setStringList([written_tag(tag) for tag in known])
        title = ngettext("Tags", "Tags of {count} marks", len(marks)).format(count=len(marks))
        if others:
            title = _("{tags}; some have also: {others}").format(tags=title, others=" ".join(others))
        self._title.setText(unkeyed(title))
        self.field.setAccessibleDescription(title)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # before its caret moves: then it is heard
        if shared:
            self.field.setText(" ".join([*map(written_tag, shared), ""]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("tagbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._title.setBuddy(self.field)
        self.field.setAccessibleName(_("Tags"))
        self.field.setPlaceholderText(_("Tags, with blanks between; Enter keeps them"))
        completer = _LastWord(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        column.addWidget(self._title)
        column.addWidget(self.field)
        self.hide()

    def _keep(self) -> None:
        written = dict.fromkeys(tag for word in self.field.text().split() for tag in self._tags(word))
        add = tuple(tag for tag in written if tag not in self._before)
        drop = tuple(tag for tag in self._before if tag not in written)
        self._leave()
        self.kept.emit(add, drop)

    def _tags(self, word: str) -> list[str]:
        """The tags that stand between two blanks: one that was there before may hold a comma."""
        if tag_of(word) in self._before:
            return [tag_of(word)]
        return [tag for tag in map(tag_of, _APART.split(word)) if tag]

    def _leave(self) -> None:
        self.field.clear()
        self.left.emit()  # who takes the keys does so before: else the page had them for a moment
        self.hide()


class _LastWord(QCompleter):
    """Completes the last of several words."""

    def splitPath(self, path: str) -> list[str]:
        """Qt: what is to be completed."""
        word = _APART.split(path)[-1]
        return [word if word.startswith("##") else word.removeprefix("#")]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Qt: the text as it is when a word was completed."""
        field = self.widget()
        text = field.text() if isinstance(field, QLineEdit) else ""
        return f"{text[: len(text) - len(_APART.split(text)[-1])]}{index.data()} "
