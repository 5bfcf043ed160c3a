# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The dialog that lists the backups of the Notebook, and shows what one would change before it does."""

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.dates import spoken
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.backup import Backup, RestorePreview
from asem_reader.core.marks.mark import Mark
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.notice import Notice

_BACKUP = Qt.ItemDataRole.UserRole
_SHOWN = 500  # marks that the preview names; it counts the others
_SHORT = 90
_BATCH = 40  # lines that are laid out before the window has its turn
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS, _EDGE = 9, 16  # rows of backups that are seen at once, and pixels round them
_NONE = "There are no backups yet. One is made before the first change of each day."
_ASK = "Choose a backup to see what restoring it would change. Nothing is changed before you say so."


class BackupsDialog(QDialog):
    """Shows backups, the preview of one that is chosen, and restores it; Ctrl+Z takes that back.

    Attributes:
        said: what was done, once it is.
    """

    def __init__(self, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self.said = ""
        self._preview: RestorePreview | None = None
        self._day = ""
        self._notice = Notice(self)
        self._view = QTreeView()
        self._model = QStandardItemModel(0, 3, self)
        self._told = PlainLabel()
        self._changes = QListWidget()
        self._buttons = QDialogButtonBox()
        self._restore = self._buttons.addButton("&Restore", QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._join()

    def look_at(self, row: int) -> None:
        """Show what restoring the backup of a row would change."""
        backup: Backup = self._model.item(row).data(_BACKUP)
        self._preview = None
        self._changes.clear()
        self._notice.hide()
        try:
            self._preview = Progress(self).run("Reading the backup …", self._exchange.previewing(backup))
        except ReaderError as error:
            self._notice.tell(error)
        if self._preview:
            self._day = spoken(backup.day)
            self._show_preview(self._preview)
        else:
            self._told.setText(_ASK)
        changes = bool(self._preview and self._preview.change)
        self._restore.setEnabled(changes)
        self._restore.setDefault(changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter on a backup looks at it and goes no further, for then the button would restore it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if self._view.currentIndex().isValid():
                self._look(self._view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def restore(self) -> bool:
        """Make the marks those of the backup that was looked at; return whether it was kept."""
        if self._preview is None:
            return False
        kept = Progress(self).run("Restoring the backup …", self._exchange.restoring(self._preview))
        if kept is None:  # broken off: the preview stands as it was
            return False
        if not kept:
            self.reject()  # what stands in the way is told over the page
            return False
        self.said = f"Your marks are those of {self._day} again; Ctrl+Z takes that back."
        self.accept()
        return True

    def _show_preview(self, found: RestorePreview) -> None:
        parts = (
            (found.back, "would come back", "Comes back"),
            (found.other, "would be as they were", "As it was"),
            (found.gone, "would go into the bin", "Into the bin"),
        )
        told = [
            f"{len(marks)} {'mark' if len(marks) == 1 else 'marks'} {text}"
            for marks, text, _ in parts
            if marks
        ]
        nothing = "your folders would be as they were." if found.change else "it holds what you have now."
        self._told.setText(f"{self._day}: {', '.join(told)}." if told else f"{self._day}: {nothing}")
        named = [(text, mark) for marks, _, text in parts for mark in marks]
        self._changes.addItems([self._line(text, mark) for text, mark in named[:_SHOWN]])
        if len(named) > _SHOWN:
            self._changes.addItem(f"… and {len(named) - _SHOWN} more")

    def _line(self, text: str, mark: Mark) -> str:
        said = in_line(mark.body) or " ".join(mark.said.split())
        short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]} …"
        title = self._exchange.marks.title_of(mark.slug)
        return f"{text}: {mark.kind} on {title}{f', “{short}”' if short else ''}"

    def _build(self) -> None:
        self.setWindowTitle("Restore a backup")
        self.resize(620, 560)
        self._model.setHorizontalHeaderLabels(["Made on", "Marks", "Size"])
        looking = Progress(self.parentWidget() or self)
        for backup in looking.run("Looking for backups …", self._exchange.listing()) or ():
            self._model.appendRow(_row(backup))
        self._view.setModel(self._model)
        self._view.setRootIsDecorated(False)
        self._view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._view.setAccessibleName("Backups")
        self._view.header().setStretchLastSection(False)
        self._view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        row = max(self._view.sizeHintForRow(0), self._view.fontMetrics().height())
        rows = min(max(self._model.rowCount(), 2), _ROWS)
        self._view.setFixedHeight(self._view.header().sizeHint().height() + rows * row + _EDGE)
        self._view.setCurrentIndex(self._model.index(0, 0))
        self._told.setWordWrap(True)
        self._told.setText(_ASK if self._model.rowCount() else _NONE)
        self._changes.setAccessibleName("What would change")
        self._changes.setWordWrap(True)
        self._changes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._changes.setLayoutMode(QListWidget.LayoutMode.Batched)
        self._changes.setBatchSize(_BATCH)
        self._changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._restore.setEnabled(False)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        for part in (self._notice, self._view, self._told, self._changes, self._buttons):
            column.addWidget(part)

    def _join(self) -> None:
        self._view.clicked.connect(self._look)
        self._view.installEventFilter(self)
        self._buttons.accepted.connect(self.restore)
        self._buttons.rejected.connect(self.reject)

    def _look(self, index: QModelIndex) -> None:
        self.look_at(index.row())


def _row(backup: Backup) -> list[QStandardItem]:
    update = ", before an update" if "-before-" in backup.name else ""
    day = QStandardItem(f"{spoken(backup.day)}{update}")
    day.setData(backup, _BACKUP)
    marks = "cannot be read" if backup.marks is None else str(backup.marks)
    size = QLocale().formattedDataSize(backup.size)
    items = [day, QStandardItem(marks), QStandardItem(size)]
    items[0].setAccessibleText(f"{day.text()}, {marks} marks, {size}")
    return items
