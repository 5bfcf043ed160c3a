# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The list of keys (Ctrl+?), and the palette in which every command is found by a few letters."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeView, QVBoxLayout, QWidget

from asem_reader.core.language import _, ngettext
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.walking import Walking
from asem_reader.widgets.frame.actions import MENU_OF, Actions, plain_text

_ACTION = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """The command palette: all commands with their keys; typing narrows, Enter does the chosen one."""

    handbook = "keys"  # its chapter

    def __init__(self, actions: Actions, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = LineField(placeholderText=_("Type a command or a key"))
        self._view = QTreeView(rootIsDecorated=False)
        self._shown = QSortFilterProxyModel(
            self, filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive, filterKeyColumn=-1
        )
        self._spoken = Announcer(self)
        self._build(actions, title)
        self._join()

    @property
    def chosen(self) -> QAction | None:
        """The command of the current row."""
        index = self._view.currentIndex().siblingAtColumn(0)
        action = index.data(_ACTION)
        return action if isinstance(action, QAction) else None

    def _build(self, actions: Actions, title: str) -> None:
        self.setWindowTitle(title)
        self.resize(620, 640)
        model = QStandardItemModel(0, 3, self)
        model.setHorizontalHeaderLabels([_("Command"), _("Key"), _("Menu")])
        for name, menu in MENU_OF.items():
            action = actions[name]
            text = QStandardItem(plain_text(action))
            text.setData(action, _ACTION)
            text.setEnabled(action.isEnabled())
            keys = QStandardItem("  or  ".join(keys.toString() for keys in action.shortcuts()))
            model.appendRow([text, keys, QStandardItem(_(menu).replace("&", ""))])
        self._shown.setSourceModel(model)
        self._view.setModel(self._shown)
        self._view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for narrow in (1, 2):
            self._view.header().setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self._view.header().setStretchLastSection(False)
        self._view.setAccessibleName(_("Commands"))
        self._view.setCurrentIndex(self._shown.index(0, 0))
        self._field.setAccessibleName(_("Command"))
        Walking(self._field, self._view)
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._view)

    def _join(self) -> None:
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self.accept)
        self._view.activated.connect(self.accept)

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        self._view.setCurrentIndex(self._shown.index(0, 0))
        count = self._shown.rowCount()
        self._spoken.say(ngettext("{count} command", "{count} commands", count).format(count=count))
