# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog that asks for a folder: a few letters find it, or make a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.marks.mark import path_of
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.walking import Walking

_PATH = Qt.ItemDataRole.UserRole
_APART = " › "


class FolderChooser(QDialog):
    """All folders by their paths; typing narrows, Enter takes the chosen one."""

    def __init__(self, paths: Sequence[str], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField()
        self._list = QListWidget()
        self._paths = paths
        self._build(title)
        self._narrow("")

    @property
    def chosen(self) -> str | None:
        """The path of the chosen folder; empty for none of them."""
        item = self._list.currentItem()
        return str(item.data(_PATH)) if item else None

    def _build(self, title: str) -> None:
        self.setWindowTitle(title)
        self.resize(420, 380)
        self.field.setPlaceholderText(_("Letters of a folder, or the name of a new one"))
        self.field.setAccessibleName(_("Folder"))
        Walking(self.field, self._list)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self.accept)
        self._list.setAccessibleName(_("Folders"))
        self._list.itemActivated.connect(self.accept)
        self._list.itemClicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self._list)

    def _narrow(self, text: str) -> None:
        """Show folders that have all words; a path that is none of them may become one."""
        words, wanted = plain(text).split(), path_of(text.replace(_APART.strip(), "/"))
        found = [path for path in self._paths if all(word in plain(path) for word in words)]
        self._list.clear()
        for path in found:
            self._add(path.replace("/", _APART), path)
        if wanted and wanted not in found:
            self._add(_("New folder “{folder}”").format(folder=wanted.replace("/", _APART)), wanted)
        if not words:
            self._add(_("No folder"), "")
        self._list.setCurrentRow(0)

    def _add(self, text: str, path: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_PATH, path)
        self._list.addItem(item)
