# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The list of commands in which their keys are changed."""

import re

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.keyboard import meant
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.walking import Walking
from asem_reader.widgets.frame.actions import MENU_OF, Actions, plain_text

_NAME = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyChanges(QWidget):
    """Widget that gives the chosen command other keys, unless another has them, or its own back."""

    def __init__(self, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._actions, self._settings = actions, settings
        self._model = QStandardItemModel(0, 2, self)
        self._shown = QSortFilterProxyModel(
            self, filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive, filterKeyColumn=-1
        )
        self._filter = LineField(placeholderText=_("Type a command or a key"))
        self._view = QTreeView(rootIsDecorated=False)
        self._keys = _KeyField()
        self._own = QPushButton(_("&Default"), autoDefault=False)
        self._all = QPushButton(_("&All default"), autoDefault=False)
        self._told = PlainLabel()
        self._spoken = Announcer(self)
        self._build()
        self._join()

    def _build(self) -> None:
        self._model.setHorizontalHeaderLabels([_("Command"), _("Key")])
        for name in MENU_OF:
            row = QStandardItem(plain_text(self._actions[name]))
            row.setData(name, _NAME)
            self._model.appendRow([row, QStandardItem()])
        self._shown.setSourceModel(self._model)
        self._view.setModel(self._shown)
        self._view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._view.header().setStretchLastSection(False)
        self._view.setAccessibleName(_("Commands"))
        self._filter.setAccessibleName(_("Command"))
        self._told.setWordWrap(True)
        Walking(self._filter, self._view)
        label = PlainLabel(_("&New key"))
        label.setBuddy(self._keys)
        under, column = QHBoxLayout(), QVBoxLayout(self)
        under.addWidget(label)
        under.addWidget(self._keys, 1)
        under.addWidget(self._own)
        under.addWidget(self._all)
        column.addWidget(self._filter)
        column.addWidget(self._view, 1)
        column.addLayout(under)
        column.addWidget(self._told)
        self._show()
        self._view.setCurrentIndex(self._shown.index(0, 0))
        self._tell(_("Choose a command, and press its new key in the field."))

    def _join(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._view.activated.connect(lambda _: self._keys.setFocus())
        self._keys.keySequenceChanged.connect(self._change)
        self._own.clicked.connect(lambda: self._use(None))
        self._all.clicked.connect(self._use_own)

    @property
    def _chosen(self) -> str:
        return str(self._view.currentIndex().siblingAtColumn(0).data(_NAME) or "")

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        self._view.setCurrentIndex(self._shown.index(0, 0))

    def _change(self, keys: QKeySequence) -> None:
        """Give the chosen command these keys, or say why not."""
        if keys.isEmpty() or not self._chosen:
            return
        said, other = keys.toString(_NATIVE), self._command_with(keys)
        portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
        if not _types_nothing(portable):
            self._tell(_("{keys} alone is typed into texts; hold Ctrl or Alt, too.").format(keys=said))
        elif other and other != self._chosen:
            self._tell(
                _("{keys} is the key of “{command}”. Give that another one first.").format(
                    keys=said, command=plain_text(self._actions[other])
                )
            )
        else:
            self._use(portable)
        self._keys.clear()

    def _use(self, keys: str | None) -> None:
        if self._chosen:
            self._settings.use_keys(self._chosen, keys)
            self._show()
            action = self._actions[self._chosen]
            shown = action.shortcut().toString(_NATIVE)
            self._tell(_("{command}: {keys}").format(command=plain_text(action), keys=shown))

    def _use_own(self) -> None:
        for name in self._settings.keys:
            self._settings.use_keys(name, None)
        self._show()
        self._tell(_("All commands have their own keys again."))

    def _show(self) -> None:
        """Let commands hear the keys of now, and show them."""
        self._actions.use_keys(self._settings.keys)
        for number in range(self._model.rowCount()):
            action = self._actions[self._model.item(number).data(_NAME)]
            keys = "  ".join(each.toString(_NATIVE) for each in action.shortcuts())
            self._model.item(number, 1).setText(keys)

    def _tell(self, said: str) -> None:
        self._told.setText(said)
        self._spoken.say(said)

    def _command_with(self, keys: QKeySequence) -> str:
        return next((name for name in MENU_OF if keys in self._actions[name].shortcuts()), "")


class _KeyField(QKeySequenceEdit):
    """Field that takes one press of keys; a digit is the key in that row, whatever stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(_("New key"))
        field = self.findChild(QLineEdit)
        if field:
            field.setAccessibleName(_("New key"))
            field.setPlaceholderText(_("Press a key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: take a press of the digit row as that of its digit."""
        pressed = meant(event)
        if pressed and event.modifiers() & _HELD:
            self.setKeySequence(QKeySequence(pressed))
        else:
            super().keyPressEvent(event)


def _types_nothing(keys: str) -> bool:
    """True for keys that type nothing into a text."""
    return bool(re.match(r"(Shift\+)?F\d|(Ctrl|Alt|Meta)\+", keys))
