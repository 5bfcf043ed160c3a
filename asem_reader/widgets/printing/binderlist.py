# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""List of all binders: to be opened, named anew, duplicated, taken away and brought back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QInputDialog, QListView, QPushButton, QVBoxLayout, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.printing.binder import Binder
from asem_reader.viewmodels.printing.binders import BindersModel
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.emptystate import WithEmptyState
from asem_reader.widgets.controls.onscreen import fit
from asem_reader.widgets.frame.notice import Notice

_EMPTY = N_("No binders yet. A pack that you compose is kept here, to be opened and printed again.")


class BinderList(QDialog):
    """Dialog that asks for a binder."""

    handbook = "packs"  # its chapter

    def __init__(self, binders: BindersModel, edition: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binders = binders
        self._edition = edition
        self.chosen: Binder | None = None
        self.view = QListView()
        self.notice = Notice()
        self._needing: list[QPushButton] = []  # that do something with the current binder
        self._build()
        self.view.activated.connect(self.open_current)
        self.view.selectionModel().currentChanged.connect(self._look)
        self._binders.modelReset.connect(self._look)
        self._binders.refused.connect(self._refuse)
        self._binders.mended.connect(self.notice.say)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self._binders.redo)
        delete = QShortcut(QKeySequence("Delete"), self.view, self.delete)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        binders.load()

    @classmethod
    def choose(cls, binders: BindersModel, edition: str, parent: QWidget | None) -> Binder | None:
        """Ask for a binder; None if none was chosen."""
        asking = cls(binders, edition, parent)
        asking.exec()
        asking.deleteLater()
        return asking.chosen

    @property
    def current(self) -> Binder | None:
        """The binder of the current row."""
        return self._binders.at(self.view.currentIndex())

    def open_current(self) -> None:
        """Choose the current binder."""
        self.chosen = self.current
        if self.chosen:
            self.accept()

    def open_new(self) -> None:
        """Choose a new one."""
        self.chosen = self._binders.new(self._edition)
        self.accept()

    def rename(self) -> None:
        """Ask for another name of the current binder."""
        binder = self.current
        if binder:
            name, given = QInputDialog.getText(self, _("Rename"), _("Name of the binder:"), text=binder.name)
            if given:
                self._show(self._binders.rename(binder, name))

    def duplicate(self) -> None:
        """Make another of the current binder."""
        if self.current:
            self._show(self._binders.duplicate(self.current))

    def delete(self) -> None:
        """Take the current binder away."""
        binder = self.current
        if binder and self._binders.delete(binder):
            self.notice.say(_("“{name}” is deleted; Ctrl+Z brings it back.").format(name=binder.name))
            self.notice.until(self._binders.changed)

    def undo(self) -> None:
        """Take the last change back."""
        self._show(self._binders.undo())

    def _refuse(self, error: ReaderError) -> None:
        self.notice.tell(error, self._binders.changed)

    def _show(self, binder: Binder | None) -> None:
        if binder:
            self.view.setCurrentIndex(self._binders.index_of(binder.id))

    def _look(self) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.current:
            self.view.setCurrentIndex(self._binders.index(0, 0))
        for button in self._needing:
            button.setEnabled(self.current is not None)

    def _build(self) -> None:
        self.setWindowTitle(_("Binders"))
        fit(self, 560, 420)
        self.view.setModel(self._binders)
        self.view.setAccessibleName(_("Binders"))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        buttons = []
        for text, does in (
            (_("&Open"), self.open_current),
            (_("&New"), self.open_new),
            (_("&Rename…"), self.rename),
            (_("D&uplicate"), self.duplicate),
            (_("&Delete"), self.delete),
            (_("Close"), self.reject),
        ):
            button = QPushButton(text)
            button.clicked.connect(does)
            buttons.append(button)
        open_, new, rename, duplicate, delete, close = buttons
        self._needing = [open_, rename, duplicate, delete]
        open_.setDefault(True)
        column = filled(QVBoxLayout(), open_, new, rename, duplicate, delete, None, close)
        binders = WithEmptyState(self.view, _(_EMPTY))
        row = filled(QHBoxLayout(), binders, column, grows=binders)
        filled(QVBoxLayout(self), self.notice, row, grows=row)
