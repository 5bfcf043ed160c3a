# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog that lists the backups of the Notebook, and shows what one would change before it does."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.dates import spoken
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.backup import Backup, RestorePreview
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.viewmodels.marks.marksaid import counted
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.notice import Notice

_SHOWN = 500  # marks that the preview names; it counts the others
_SHORT = 90
_BATCH = 40  # lines that are laid out before the window has its turn
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS, _EDGE = 9, 16  # rows of backups that are seen at once, and pixels round them
_KINDS = {
    MarkKind.BOOKMARK: N_("bookmark"),
    MarkKind.HIGHLIGHT: N_("highlight"),
    MarkKind.NOTE: N_("note"),
}
_NONE = N_("There are no backups yet. One is made before the first change of each day.")
_ASK = N_("Choose a backup to see what restoring it would change. Nothing is changed before you say so.")


class BackupsDialog(QDialog):
    """Dialog that shows backups and a preview of the chosen one, and restores it; Ctrl+Z takes that back."""

    handbook = "marks"  # its chapter

    def __init__(self, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self.said = ""  # what was done, once it is
        self._preview: RestorePreview | None = None
        self._day = ""
        self._notice = Notice(self)
        self._view = QTreeWidget()
        self._backups: tuple[Backup, ...] = ()
        self._told = PlainLabel()
        self._changes = QListWidget()
        self._buttons = QDialogButtonBox()
        self._restore = self._buttons.addButton(_("&Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._view.clicked.connect(lambda index: self.look_at(index.row()))
        self._view.installEventFilter(self)
        self._buttons.accepted.connect(self.restore)
        self._buttons.rejected.connect(self.reject)

    def look_at(self, row: int) -> None:
        """Show what restoring the backup of a row would change."""
        backup = self._backups[row]
        self._preview = None
        self._changes.clear()
        self._notice.hide()
        try:
            self._preview = Progress(self).run(_("Reading the backup …"), self._exchange.previewing(backup))
        except ReaderError as error:
            self._notice.tell(error)
        if self._preview:
            self._day = spoken(backup.day)
            self._show_preview(self._preview)
        else:
            self._told.setText(_(_ASK))
        say(self, self._told.text())
        changes = bool(self._preview and self._preview.change)
        self._restore.setEnabled(changes)
        self._restore.setDefault(changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter on a backup looks at it and goes no further, for then the button would restore it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if self._view.currentIndex().isValid():
                self.look_at(self._view.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def restore(self) -> bool:
        """Make the marks those of the backup that was looked at; return whether it was kept."""
        if self._preview is None:
            return False
        kept = Progress(self).run(_("Restoring the backup …"), self._exchange.restoring(self._preview))
        if kept:
            said = _("Your marks are those of {day} again; Ctrl+Z takes that back.")
            self.said = said.format(day=self._day)
            self.accept()
        elif kept is not None:  # else it was broken off: the preview stands as it was
            self.reject()  # what stands in the way is told over the page
        return bool(kept)

    def _show_preview(self, found: RestorePreview) -> None:
        back, other, gone = len(found.back), len(found.other), len(found.gone)
        would = (
            ngettext("{count} mark would come back", "{count} marks would come back", back),
            ngettext("{count} mark would be as it was", "{count} marks would be as they were", other),
            ngettext("{count} mark would go into the bin", "{count} marks would go into the bin", gone),
        )
        counts = zip(would, (back, other, gone), strict=True)
        told = ", ".join(text.format(count=count) for text, count in counts if count)
        folders = _("{day}: your folders would be as they were.")
        nothing = folders if found.change else _("{day}: it holds what you have now.")
        self._told.setText(f"{self._day}: {told}." if told else nothing.format(day=self._day))
        named = [
            *((_("Comes back"), mark) for mark in found.back),
            *((_("As it was"), mark) for mark in found.other),
            *((_("Into the bin"), mark) for mark in found.gone),
        ]
        self._changes.addItems([self._line(text, mark) for text, mark in named[:_SHOWN]])
        if len(named) > _SHOWN:
            self._changes.addItem(_("… and {count} more").format(count=len(named) - _SHOWN))

    def _line(self, text: str, mark: Mark) -> str:
        said = in_line(mark.body) or " ".join(mark.said.split())
        short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]} …"
        title = self._exchange.marks.title_of(mark.slug)
        quoting = _("{what}: {kind} on {title}, “{words}”")
        said = quoting if short else _("{what}: {kind} on {title}")
        return said.format(what=text, kind=_(_KINDS[mark.kind]), title=title, words=short)

    def _build(self) -> None:
        self.setWindowTitle(_("Restore a backup"))
        self.resize(620, 560)
        looking = Progress(self.parentWidget() or self)
        self._backups = looking.run(_("Looking for backups …"), self._exchange.listing()) or ()
        self._view.setHeaderLabels([_("Made on"), _("Marks"), _("Size")])
        self._view.addTopLevelItems([_row(backup) for backup in self._backups])
        self._view.setRootIsDecorated(False)
        self._view.setAccessibleName(_("Backups"))
        self._view.header().setStretchLastSection(False)
        self._view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        row = max(self._view.sizeHintForRow(0), self._view.fontMetrics().height())
        rows = min(max(len(self._backups), 2), _ROWS)
        self._view.setFixedHeight(self._view.header().sizeHint().height() + rows * row + _EDGE)
        self._view.setCurrentIndex(self._view.model().index(0, 0))
        self._told.setWordWrap(True)
        self._told.setText(_(_ASK if self._backups else _NONE))
        self._changes.setAccessibleName(_("What would change"))
        self._changes.setWordWrap(True)
        self._changes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._changes.setLayoutMode(QListWidget.LayoutMode.Batched)
        self._changes.setBatchSize(_BATCH)
        self._changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._restore.setEnabled(False)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        filled(QVBoxLayout(self), self._notice, self._view, self._told, self._changes, self._buttons)


def _row(backup: Backup) -> QTreeWidgetItem:
    before = "-before-" in backup.name
    day = (_("{day}, before an update") if before else "{day}").format(day=spoken(backup.day))
    marks = _("cannot be read") if backup.marks is None else str(backup.marks)
    size = QLocale().formattedDataSize(backup.size)
    row = QTreeWidgetItem([day, marks, size])
    said = marks if backup.marks is None else counted(backup.marks)
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{day}, {said}, {size}")
    return row
