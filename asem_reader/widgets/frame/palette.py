# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The list of keys (Ctrl+?), and the palette in which every command is found by a few letters."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeView, QVBoxLayout, QWidget

from asem_reader.core.language import N_, _, ngettext
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.walking import Walking
from asem_reader.widgets.frame.actions import MENU_OF, Actions, plain_text

_ACTION, _FOUND_BY = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
# What a command may be called elsewhere: it is found by that, too.
_ALSO = {
    "preferences": N_("settings options configure font typeface clear history forget shortcuts line width"),
    "larger": N_("zoom in bigger font"),
    "smaller": N_("zoom out font"),
    "normal": N_("zoom reset font"),
    "reading_mode": N_("focus distraction free zen hide"),
    "full_screen": N_("focus maximise"),
    "left_pane": N_("hide sidebar focus tree"),
    "right_pane": N_("hide sidebar focus outline"),
    "theme_dark": N_("night black mode theme colours"),
    "theme_light": N_("day white mode theme colours"),
    "theme_system": N_("automatic mode theme colours"),
    "theme_contrast": N_("accessibility mode theme colours"),
    "theme_dark-contrast": N_("accessibility night mode theme colours"),
    "highlight": N_("clear erase marker unmark"),
    "remove_marks": N_("delete clear erase"),
    "save_search": N_("star favourite search"),
    "literal": N_("exact verbatim search"),
    "note": N_("comment annotate write"),
    "bookmark": N_("favourite star"),
    "copy_source": N_("cite quote citation reference"),
    "export_sources": N_("bibliography BibTeX RIS Zotero references"),
    "compose": N_("brochure bundle dossier"),
}


class CommandPalette(QDialog):
    """The command palette: all commands with their keys; typing narrows, Enter does the chosen one."""

    handbook = "keys"  # its chapter

    def __init__(self, actions: Actions, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = LineField(placeholderText=_("Type a command or a key"))
        self._view = QTreeView(rootIsDecorated=False)
        self._shown = QSortFilterProxyModel(
            self, filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive, filterRole=_FOUND_BY
        )
        self._none = PlainLabel()
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
            if not action.isVisible():  # it cannot be done on this system
                continue
            text = QStandardItem(plain_text(action))
            text.setData(action, _ACTION)
            text.setEnabled(action.isEnabled())
            keys = QStandardItem("  or  ".join(keys.toString() for keys in action.shortcuts()))
            row = [text, keys, QStandardItem(_(menu).replace("&", ""))]
            also = _(_ALSO[name]) if name in _ALSO else ""
            text.setData("\n".join((*(item.text() for item in row), also)), _FOUND_BY)
            model.appendRow(row)
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
        column.addWidget(self._none)
        column.addWidget(self._view)
        self._none.setWordWrap(True)
        self._none.hide()

    def _join(self) -> None:
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self.accept)
        self._view.activated.connect(self.accept)

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        self._view.setCurrentIndex(self._shown.index(0, 0))
        count = self._shown.rowCount()
        none = _("No command is found by “{text}”. Try another word, or fewer letters.").format(text=text)
        self._none.setText(none)
        self._none.setVisible(not count)
        self._spoken.say(
            none if not count else ngettext("{count} command", "{count} commands", count).format(count=count)
        )
