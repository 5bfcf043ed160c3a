# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window of all that can be chosen; what is chosen is so at once."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import _
from asem_reader.viewmodels.session.choices import CHOICES, Choice
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.choicebox import ChoiceBox
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.onscreen import fit
from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.frame.keychanges import KeyChanges

_SIZE = (560, 560)


class Clearing(NamedTuple):
    """Something that was remembered, and can be forgotten.

    Attributes:
        text: of the button.
        lost: what will be lost, or "" if there is nothing.
        clear: forgets it.
    """

    text: str
    lost: Callable[[], str]
    clear: Callable[[], object]


class PreferencesDialog(QDialog):
    """Dialog of all settings: how things look, what is remembered, and the keys."""

    handbook = "files"  # its chapter

    def __init__(
        self, settings: Settings, actions: Actions, clearings: tuple[Clearing, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._marking = LineField(settings.marking, placeholderText=_("None"))
        self._tabs = QTabWidget()
        self._build(actions, clearings)

    def _build(self, actions: Actions, clearings: tuple[Clearing, ...]) -> None:
        self.setWindowTitle(_("Preferences"))
        general = QWidget()
        rows = QFormLayout(general, verticalSpacing=8)
        for choice in CHOICES:
            rows.addRow(_(choice.title), self._box(choice))
        self._marking.textEdited.connect(self._settings.use_marking)
        rows.addRow(_("&Marking"), self._marking)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for clearing in clearings:
            button = QPushButton(_(clearing.text), autoDefault=False)
            button.clicked.connect(partial(self._ask, clearing))
            buttons.addWidget(button)
        rows.addRow(buttons)
        scrolled = QScrollArea(widgetResizable=True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        general.setObjectName("aside")
        scrolled.setWidget(general)
        self._tabs.addTab(scrolled, _("&General"))
        self._tabs.addTab(KeyChanges(actions, self._settings), _("&Keys"))
        self._tabs.tabBar().setAccessibleName(_("Preferences"))
        close = QDialogButtonBox()
        close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._tabs, 1)
        column.addWidget(PlainLabel(_("What you choose is so at once.")))
        column.addWidget(close)
        fit(self, *_SIZE)

    def _box(self, choice: Choice) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(_(choice.title).replace("&", ""))
        for value in choice.values:
            box.addItem(choice.said(value), value)
        box.setCurrentIndex(box.findData(self._settings.chosen(choice)))
        box.currentIndexChanged.connect(lambda row: self._settings.choose(choice, box.itemData(row)))
        return box

    def _ask(self, clearing: Clearing) -> None:
        """Say what will be lost, and forget it if that is wished."""
        lost, title = clearing.lost(), _(clearing.text).replace("&", "").rstrip("…")
        if not lost:
            QMessageBox.information(self, title, _("There is nothing to clear."))
            return
        box = QMessageBox(QMessageBox.Icon.Warning, title, lost, QMessageBox.StandardButton.Cancel, self)
        yes = box.addButton(_("C&lear"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is yes:
            clearing.clear()
        box.deleteLater()
