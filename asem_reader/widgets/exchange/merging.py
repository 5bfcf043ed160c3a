# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog that joins another Notebook to this one, and keeps one of the texts that both changed."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _, ngettext
from asem_reader.viewmodels.exchange.merging import Merging
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.notice import Notice

_ASK = N_("Choose the Notebook of another place. Nothing is changed before you say so.")
_TEXT = Qt.ItemDataRole.UserRole


class MergeDialog(QDialog):
    """Dialog that shows what another Notebook would change before it does; Ctrl+Z takes that back."""

    handbook = "marks"  # its chapter

    def __init__(self, merging: Merging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""  # what was done, once it is
        self._merging = merging
        self._file = Path()
        self._notice = Notice(self)
        self._told = PlainLabel(
            _("Choose the Notebook of another place. Nothing is changed before you say so.")
        )
        self._choose = QPushButton(_("Choose a &file…"))
        self._both = QCheckBox(_("Also write into that file what is only &here"))
        self._texts = QListWidget()
        self._keep = QPushButton(_("&Keep this text"))
        self._buttons = QDialogButtonBox()
        self._merge = self._buttons.addButton(_("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(_("Clo&se"), QDialogButtonBox.ButtonRole.RejectRole)
        self._build()
        self._join()
        self._show_texts()

    def ask(self) -> None:
        """Ask for the file of another Notebook, and look at it."""
        kinds = _("Notebooks (*.db);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.windowTitle(), QDir.homePath(), kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, file: Path) -> None:
        """Show what joining a Notebook would change."""
        self._notice.hide()
        self._file = file
        reading = _("Reading {name} …").format(name=file.name)
        try:
            told = Progress(self).run(reading, self._merging.finding(file))
        except ReaderError as error:
            self._notice.tell(error)
            told = None
        self._told.setText(_("{name}: {counts}.").format(name=file.name, counts=told) if told else _(_ASK))
        self._merge.setEnabled(bool(told))
        say(self, self._told.text())

    def merge(self) -> None:
        """Join it, and if that is wished, write the file anew."""
        if not Progress(self).run(_("Merging …"), self._merging.keeping()):
            return
        try:
            if self._both.isChecked():
                self._merging.write(self._file)
        except ReaderError as error:
            self._notice.tell(error)
            return
        self.said = _("Merged with {name}; Ctrl+Z takes that back.").format(name=self._file.name)
        self._show_texts()
        if not self._texts.count():
            self.accept()

    def keep_text(self) -> None:
        """Keep the text of the current row, and drop those beside it."""
        item = self._texts.currentItem()
        if item:
            name, number = item.data(_TEXT)
            Progress(self).run(_("Saving …"), self._merging.choose(name, number))
            self._show_texts()

    def _show_texts(self) -> None:
        """Show the texts of both sides, one above the other; nothing of it where there are none."""
        self._texts.clear()
        found = self._merging.conflicts()
        for name, texts in found.items():
            for number, text in enumerate(texts, 1):
                told = _("{number} of {count}: {text}")
                item = QListWidgetItem(told.format(number=number, count=len(texts), text=text), self._texts)
                item.setData(_TEXT, (name, number))
        self._texts.setCurrentRow(0)
        self._head.setText(
            ngettext(
                "{count} text was changed in both:", "{count} texts were changed in both:", len(found)
            ).format(count=len(found))
        )
        for part in (self._head, self._texts, self._keep):
            part.setVisible(bool(found))

    def _build(self) -> None:
        self.setWindowTitle(_("Merge with another Notebook"))
        self.resize(560, 320)
        self._head = PlainLabel()
        self._told.setWordWrap(True)
        self._texts.setWordWrap(True)
        self._texts.setAccessibleName(_("Texts of both sides"))
        self._merge.setEnabled(False)
        parts = (self._notice, self._told, self._choose, self._both, self._head, self._texts, self._keep)
        filled(QVBoxLayout(self), *parts, None, self._buttons)

    def _join(self) -> None:
        self._choose.clicked.connect(self.ask)
        self._keep.clicked.connect(self.keep_text)
        self._buttons.accepted.connect(self.merge)
        self._buttons.rejected.connect(self.reject)
