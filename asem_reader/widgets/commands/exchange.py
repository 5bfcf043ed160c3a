# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks out of the window and into it: what the commands do, and the dialog that asks which marks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QDir
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.remark import copied
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.tab import Tab

if TYPE_CHECKING:
    from asem_reader.core.exchange.parcel import ImportOutcome
    from asem_reader.viewmodels.exchange.exchange import Exchange

SAID = 6_000  # milliseconds that a count stands

# Dialogs, formats and files are imported by the gesture that wants them: the start does not wait for them.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class ExchangeCommands:
    """The commands of files of marks and of backups, on one window."""

    _window: QMainWindow
    _notice: Notice
    _tab: Callable[[], Tab]
    _marks: Marks
    _exchange: "Callable[[], Exchange]"
    _aside: list[Path] = field(default_factory=list, init=False)

    def ask_export(self) -> None:
        """Ask which marks, in which format and where to, and write them."""
        from asem_reader.core.exchange.parcel import Wanted
        from asem_reader.widgets.exchange.exporting import ExportDialog

        page = self._tab().desk.page
        exchange = self._exchange()
        Progress(self._window).run(_("Reading the marks …"), exchange.choosing(Wanted()))
        dialog = ExportDialog(exchange, page.article.topic if page else None, self._window)
        if dialog.exec():
            self._say(dialog.said)
        dialog.deleteLater()

    def ask_import(self) -> None:
        """Ask for a file of marks, and take them in."""
        from PySide6.QtWidgets import QFileDialog

        kinds = _("Marks (*.json *.jsonld *.annotation *.ann *.csv *.tsv *.html *.htm *.db);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self._window, _("Import marks"), QDir.homePath(), kinds)
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> bool:
        """Take marks in from a file, and say what became of them; return whether they are on disk."""
        exchange = self._exchange()
        try:
            taken = Progress(self._window).run(
                _("Importing {name} …").format(name=path.name), exchange.importing(path)
            )
        except ReaderError as error:
            self._notice.tell(error)
            return False
        if taken is None:
            self._say(_("Nothing was imported."))
            return False
        if not taken.kept:
            return False  # Marks has said why
        self._say(_said(taken))
        return True

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in what only the one before it has."""
        self._aside.append(Path(replaced.file))
        bring_in = QAction(_("&Bring it in"), self._window)
        bring_in.triggered.connect(self._bring_in)
        self._notice.say(f"{replaced.cure} {told}".strip(), bring_in, lead=replaced.sentence)

    def _bring_in(self) -> None:
        """Take in what was set aside, be it once or more often; what cannot be stays for another try."""
        while self._aside and self.take_in(self._aside[0]):
            del self._aside[0]
        if not self._aside:
            self._notice.hide()

    def copy_marks(self) -> None:
        """Put the marks on the topic that lies open into the clipboard, as text."""
        page = self._tab().desk.page
        if page is None:
            return
        text = self._exchange().text_of(page.article.topic.slug)
        if not text:
            self._say(_("There are no marks on this topic; Ctrl+D and Ctrl+M make some."))
            return
        QGuiApplication.clipboard().setText(text)
        count = len(self._marks.on(page.article.topic.slug))
        self._say(copied(count))

    def ask_backup(self) -> None:
        """Show the backups, and restore the one that is chosen."""
        from asem_reader.widgets.exchange.backups import BackupsDialog

        dialog = BackupsDialog(self._exchange(), self._window)
        if dialog.exec():
            self._say(dialog.said)
        dialog.deleteLater()

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)

    commands: "ClassVar[tuple[Command[ExchangeCommands], ...]]" = (
        Command("export_marks", N_("&Export marks…"), ("Ctrl+Shift+E",), ask_export),
        Command("import_marks", N_("&Import marks…"), ("Ctrl+Shift+I",), ask_import),
        Command("copy_marks", N_("&Copy this topic's marks as text"), ("Ctrl+Alt+C",), copy_marks),
        Command("restore_backup", N_("Res&tore a backup…"), ("Ctrl+Shift+R",), ask_backup),
    )


def _said(taken: "ImportOutcome") -> str:
    """What became of a file of marks, in a sentence."""
    marks = ngettext("{count} new mark", "{count} new marks", taken.new).format(count=taken.new)
    there = _("{count} already there").format(count=taken.there)
    if taken.waiting:
        needing = ngettext("{marks} ({count} needs you: F8)", "{marks} ({count} need you: F8)", taken.waiting)
        marks = needing.format(marks=marks, count=taken.waiting)
    if taken.other:
        otherwise = _("{there} ({count} of them otherwise, and left so)")
        there = otherwise.format(there=there, count=taken.other)
    said = [marks, there]
    if taken.left_out:
        out = ngettext(
            "{count} left out that leads to no place in a Library",
            "{count} left out that lead to no place in a Library",
            taken.left_out,
        )
        said.append(out.format(count=taken.left_out))
    told = ", ".join(said)
    return _("{marks}; Ctrl+Z takes them back.").format(marks=told) if taken.new else f"{told}."
