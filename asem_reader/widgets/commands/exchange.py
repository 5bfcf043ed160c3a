# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks out of the window and into it: what the commands do, and the dialog that asks which marks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.context import Context
from asem_reader.widgets.frame.panes import Panes

if TYPE_CHECKING:
    from asem_reader.viewmodels.exchange.exchange import ImportOutcome

SAID = 6_000  # milliseconds that a count stands

# Dialogs, formats and files are imported by the gesture that wants them: the start does not wait for them.
# ruff: noqa: PLC0415


class ExchangeCommands:
    """Does what the commands about files of marks and backups ask for, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        self._window = window
        self._panes = panes
        self._context = context
        self._aside: list[Path] = []

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the commands about files of marks do, by their name."""
        return {
            "export_marks": self.ask_export,
            "import_marks": self.ask_import,
            "copy_marks": self.copy_marks,
            "restore_backup": self.ask_backup,
        }

    def ask_export(self) -> None:
        """Ask which marks, in which format and where to, and write them."""
        from asem_reader.core.exchange.wanted import Wanted
        from asem_reader.widgets.exchange.exporting import ExportDialog

        page = self._context.desk.page
        exchange = self._context.make.exchange()
        Progress(self._window).run("Reading the marks …", exchange.choosing(Wanted()))
        dialog = ExportDialog(exchange, page.article.topic if page else None, self._window)
        if dialog.exec():
            self._say(dialog.said)
        dialog.deleteLater()

    def ask_import(self) -> None:
        """Ask for a file of marks, and take them in."""
        from PySide6.QtWidgets import QFileDialog

        kinds = "Marks (*.json *.csv *.tsv *.html *.htm *.md *.markdown *.db);;All files (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Import marks", QDir.homePath(), kinds)
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> bool:
        """Take marks in from a file, and say what became of them; return whether they are on disk."""
        exchange = self._context.make.exchange()
        try:
            taken = Progress(self._window).run(f"Importing {path.name} …", exchange.importing(path))
        except ReaderError as error:
            self._panes.notice.tell(error)
            return False
        if taken is None:
            self._say("Nothing was imported.")
            return False
        if not taken.kept:
            return False  # Marks has said why
        self._say(_said(taken))
        return True

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in what only the one before it has."""
        self._aside.append(Path(replaced.file))
        bring_in = QAction("&Bring it in", self._window)
        bring_in.triggered.connect(self._bring_in)
        self._panes.notice.say(f"{replaced.cure} {told}".strip(), bring_in, lead=replaced.sentence)

    def _bring_in(self) -> None:
        """Take in what was set aside, be it once or more often; what cannot be stays for another try."""
        while self._aside and self.take_in(self._aside[0]):
            del self._aside[0]
        if not self._aside:
            self._panes.notice.hide()

    def copy_marks(self) -> None:
        """Put the marks on the topic that lies open into the clipboard, as text."""
        page = self._context.desk.page
        if page is None:
            return
        exchange = self._context.make.exchange()
        text = exchange.text_of(page.article.topic.slug)
        if not text:
            self._say("There are no marks on this topic; Ctrl+D and Ctrl+M make some.")
            return
        QGuiApplication.clipboard().setText(text)
        count = len(self._context.marks.on(page.article.topic.slug))
        self._say(f"Copied {count} mark{'s' * (count != 1)} as text.")

    def ask_backup(self) -> None:
        """Show the backups, and restore the one that is chosen."""
        from asem_reader.widgets.exchange.backups import BackupsDialog

        dialog = BackupsDialog(self._context.make.exchange(), self._window)
        if dialog.exec():
            self._say(dialog.said)
        dialog.deleteLater()

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)


def _said(taken: "ImportOutcome") -> str:
    """What became of a file of marks, in a sentence."""
    wait = f" ({taken.waiting} need{'s' * (taken.waiting == 1)} you: F8)" if taken.waiting else ""
    other = f" ({taken.other} of them otherwise, and left so)" if taken.other else ""
    leads = "leads" if taken.left_out == 1 else "lead"
    out = f", {taken.left_out} left out that {leads} to no place in a Library" if taken.left_out else ""
    undo = "; Ctrl+Z takes them back" if taken.new else ""
    return (
        f"{taken.new} new mark{'s' * (taken.new != 1)}{wait}, {taken.there} already there{other}{out}{undo}."
    )
