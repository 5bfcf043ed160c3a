# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands that take marks out and in, by files and backups, and into another edition of the Library."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marksaid import copied
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane

if TYPE_CHECKING:
    from asem_reader.core.anchoring.reanchor import Report
    from asem_reader.core.exchange.parcel import ImportOutcome
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.exchange.exchange import Exchange

_COUNT = 6_000  # milliseconds that a count stands
_ALL_WELL = 8_000  # milliseconds that it stands that all is well

# Dialogs, formats and files are imported by the gesture that wants them: the start does not wait for them.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class ExchangeCommands:
    """The commands of files of marks and of backups, on one window."""

    _window: QMainWindow
    _notice: Notice
    _tab: Callable[[], PagePane]
    _marks: Marks
    _settings: Settings
    _exchange: "Callable[[], Exchange]"
    _aside: list[Path] = field(default_factory=list, init=False)

    def ask_export(self) -> None:
        """Ask which marks, in which format and where to, and write them."""
        from asem_reader.core.exchange.parcel import Wanted
        from asem_reader.widgets.exchange.exporting import ExportDialog
        from asem_reader.widgets.frame.savednotice import SavedNotice

        page = self._tab().desk.page
        exchange = self._exchange()
        Progress(self._window).run(_("Reading the marks …"), exchange.choosing(Wanted()))
        dialog = ExportDialog(exchange, self._settings, page.article.topic if page else None, self._window)
        if dialog.exec() and dialog.file:
            SavedNotice(self._notice, dialog.said, dialog.file)
        dialog.deleteLater()

    def ask_import(self) -> None:
        """Ask for a file of marks, and take them in."""
        from asem_reader.widgets.controls.savefile import ask_open_file

        kinds = _("Marks (*.json *.jsonld *.annotation *.ann *.csv *.tsv *.html *.htm *.db);;All files (*)")
        chosen = ask_open_file(self._window, self._settings, _("Import marks"), kinds)
        if chosen:
            self.take_in(chosen)

    def take_in(self, path: Path) -> bool:
        """Take marks in from a file, and say what became of them; return whether they are on disk."""
        said = _("Importing {name} …").format(name=path.name)
        try:
            taken = Progress(self._window).run(said, self._exchange().importing(path))
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
            return False
        if taken is None or taken.kept:  # else Marks has said why
            remark(self._window, _said(taken) if taken else _("Nothing was imported."), _COUNT)
        return taken is not None and taken.kept

    def ask_merge(self) -> None:
        """Ask for another Notebook, show what it would change, and join it to this one."""
        from asem_reader.widgets.exchange.merging import MergeDialog

        dialog = MergeDialog(self._exchange().merging, self._window)
        dialog.exec()
        if dialog.said:
            remark(self._window, dialog.said, _COUNT)
        dialog.deleteLater()

    def merge_in(self, path: Path) -> bool:
        """Join another Notebook to this one; return whether it is on disk."""
        merging, progress = self._exchange().merging, Progress(self._window)
        said = _("Reading {name} …").format(name=path.name)
        try:
            counts = progress.run(said, merging.finding(path))
            kept = bool(counts) and progress.run(_("Merging …"), merging.keeping())
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
            return False
        if kept:
            remark(self._window, _("{counts}; Ctrl+Z takes that back.").format(counts=counts), _COUNT)
        return bool(kept)

    def offer(self, replaced: NotebookReplaced, told: str) -> None:
        """Say that another Notebook is open now, and offer to bring in what only the one before it has."""
        self._aside.append(Path(replaced.file))
        bring_in = QAction(_("&Bring it in"), self._window)
        bring_in.triggered.connect(self._bring_in)
        self._notice.say(f"{replaced.cure} {told}".strip(), bring_in, lead=replaced.sentence)

    def _bring_in(self) -> None:
        """Take in what was set aside, be it once or more often; what cannot be stays for another try."""
        while self._aside and self.merge_in(self._aside[0]):
            del self._aside[0]
        if not self._aside:
            self._notice.hide()

    def copy_marks(self) -> None:
        """Put the marks on the topic that lies open into the clipboard, as text."""
        page = self._tab().desk.page
        if page is None:
            return
        text = self._exchange().text_of(page.article.topic.slug)
        if text:
            QGuiApplication.clipboard().setText(text)
            remark(self._window, copied(len(self._marks.on(page.article.topic.slug))), _COUNT)
        else:
            remark(self._window, _("There are no marks on this topic; Ctrl+D and Ctrl+M make some."), _COUNT)

    def ask_backup(self) -> None:
        """Show the backups, and restore the one that is chosen."""
        from asem_reader.widgets.exchange.backups import BackupsDialog

        dialog = BackupsDialog(self._exchange(), self._window)
        if dialog.exec():
            remark(self._window, dialog.said, _COUNT)
        dialog.deleteLater()

    commands: "ClassVar[tuple[Command[ExchangeCommands], ...]]" = (
        Command("export_marks", N_("&Export marks…"), ("Ctrl+Shift+E",), ask_export),
        Command("import_marks", N_("&Import marks…"), ("Ctrl+Shift+I",), ask_import),
        Command("copy_marks", N_("Cop&y this topic’s marks as text"), ("Ctrl+Alt+C",), copy_marks),
        Command("restore_backup", N_("Res&tore a backup…"), ("Ctrl+Shift+R",), ask_backup),
        Command("merge", N_("Mer&ge with another Notebook…"), ("Ctrl+Alt+J",), ask_merge),
    )


@dataclass(eq=False)
class EditionCommands:
    """The commands of editions: tells what became of the marks, and shows those that need their reader."""

    _window: QMainWindow
    _notice: Notice
    _waiting: QAction
    _desk: Desk
    _marks: Marks
    _settings: Settings
    _editions: "Callable[[], Editions]"
    _colours: Callable[[], Theme]
    _begun: bool = field(default=False, init=False)

    def begin(self) -> None:
        """Give the marks their places, if the Library is another."""
        if self._begun or self._marks.is_placed_in(self._desk.library.edition()):
            return
        self._begun = True
        editions = self._editions()
        editions.placed.connect(self.tell)
        editions.begin()

    def stop(self) -> None:
        """Do no more, for the window closes."""
        if self._begun:
            self._editions().stop()

    def tell(self, report: "Report", kept: bool) -> None:
        """Say what became of the marks; quietly if all are where they were."""
        from asem_reader.core.anchoring.reanchor import Fate

        editions = self._editions()
        told = {"edition": editions.edition.name, "report": report}
        if report.of(Fate.MOVED) or report.of(Fate.WAITING):
            said = _("The Library is edition {edition}. Your marks: {report}").format(**told)
            lost = "" if kept else _("This could not be saved, and holds until you close the window.")
            self._notice.say(f"{said} {lost}".rstrip(), *[self._waiting][: len(report.of(Fate.WAITING))])
            if report.of(Fate.WAITING):
                self._notice.until(self._marks.changed, holds=lambda: bool(self._marks.waiting))
        elif not editions.is_first:
            said = _("Edition {edition}. Your marks: {report}").format(**told)
            remark(self._window, said, _ALL_WELL)

    def show_waiting(self) -> None:
        """Go through the marks that need their reader."""
        from asem_reader.viewmodels.editions.waiting import WaitingMarks
        from asem_reader.widgets.editions.waiting import WaitingDialog

        waiting = WaitingMarks(self._editions(), self._marks)
        colours, size = self._colours(), self._settings.size
        dialog = WaitingDialog(waiting, self._marks.title_of, colours, size, self._window)
        dialog.exec()
        dialog.deleteLater()

    commands: "ClassVar[tuple[Command[EditionCommands], ...]]" = (
        Command("waiting", N_("Marks that need yo&u…"), ("F8",), show_waiting),
    )


def _said(taken: "ImportOutcome") -> str:
    """The outcome of an import, in a sentence."""
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
