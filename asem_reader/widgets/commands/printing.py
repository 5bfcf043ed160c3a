# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of printing: a sheet, a pack, a binder; a method for each gesture."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import DocumentFormat, Form
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane

if TYPE_CHECKING:
    from asem_reader.core.printing.binder import Binder, BinderId
    from asem_reader.viewmodels.printing.binders import BindersModel
    from asem_reader.viewmodels.printing.compositor import Compositor
    from asem_reader.widgets.printing.composer import Composer

# Windows are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class PrintCommands:
    """The commands of printing and composing, on one window."""

    _window: QMainWindow
    _notice: Notice
    _tab: Callable[[], PagePane]
    _outline: OutlineModel
    _hits: HitsModel
    _marks: Marks
    _settings: Settings
    _compositor: "Callable[[], Compositor]"
    composer: "Composer | None" = field(default=None, init=False)
    _last: "BinderId | None" = field(default=None, init=False)

    @cached_property
    def binders(self) -> "BindersModel":
        """The reader's binders, read when they are first wanted."""
        from asem_reader.viewmodels.printing.binders import BindersModel

        binders = BindersModel.of(self._marks)
        binders.refused.connect(lambda error: self._notice.tell(error, binders.changed))
        binders.mended.connect(self._notice.say)
        binders.load()
        return binders

    def print_topic(self) -> None:
        """Show the sheet of the topic that lies open, to print or save it."""
        from asem_reader.widgets.printing.printwindow import PreviewWindow

        page = self._tab().desk.page
        if page:
            topic = page.article.topic
            preview = PreviewWindow(self._compositor(), topic, self._settings, self._window)
            preview.exec()
            preview.deleteLater()

    def save_pdf(self) -> None:
        """Ask for a file, and save the sheet of the topic that lies open in it."""
        from asem_reader.widgets.printing.output import ask_and_save, file_name

        page = self._tab().desk.page
        if page:
            topic = page.article.topic
            name = file_name(f"{topic.symbol} {topic.title}")
            ask_and_save(self._window, self._settings, name, partial(self._save_sheet, topic.slug))

    def _save_sheet(self, slug: Slug, path: Path, _format: DocumentFormat, replace: bool) -> None:
        """Save a topic's sheet as PDF, on the paper of last time."""
        from asem_reader.widgets.frame.savednotice import SavedNotice

        form = Form(self._settings.paper, self._settings.marking)
        try:
            self._compositor().output.write(path, self._compositor().pdf([slug], form), replace=replace)
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
        else:
            SavedNotice(self._notice, _("Saved {name}.").format(name=path.name), path)

    def export_sources(self) -> None:
        """Ask for a file, and write what the topic that lies open cites into it."""
        from asem_reader.widgets.printing.sourcesfile import save_sources

        page = self._tab().desk.page
        if page:
            topic = page.article.topic
            name = f"{topic.symbol} {topic.title}"
            try:
                save_sources(self._notice, self._settings, self._compositor(), [topic.slug], name)
            except ReaderError as error:
                self._notice.tell(error, self._tab().opened)

    def compose(self) -> None:
        """Go on with the pack that was composed last or added to; without any, begin one."""
        if self.composer:
            self.composer.activateWindow()
        else:
            self.open_binder(self._pack)

    def open_binders(self) -> None:
        """Show all binders, and compose the one that is chosen."""
        from asem_reader.widgets.printing.binderlist import BinderList

        if self.composer:
            self.composer.activateWindow()
            self.composer.ask_binder()
            return
        chosen = BinderList.choose(self.binders, self._compositor().edition.name, self._window)
        if chosen:
            self.open_binder(chosen)

    def open_kept(self, name: str) -> None:
        """Compose the binder of an id, if it is still there and no other lies open."""
        kept = next((binder for binder in self.binders.all if binder.id == name), None)
        if self.composer:
            self.composer.activateWindow()
        elif kept:
            self.open_binder(kept)

    def open_binder(self, binder: "Binder") -> None:
        """Compose a binder, in a window beside this one, so that one can go on reading."""
        from asem_reader.widgets.printing.composer import Composer
        from asem_reader.widgets.printing.topicpicker import TopicSource

        compositor = self._compositor()
        source = TopicSource(self._open_topic, self._found, compositor.folders)
        self.composer = Composer(
            compositor, self.binders, self._outline, self._settings, source, binder, self._window
        )
        self.composer.finished.connect(self._forget)
        self.composer.show()

    def add_to_pack(self) -> None:
        """Put the topic that lies open into the pack that is composed, or that was last."""
        compositor, slugs = self._compositor(), self._open_topic()
        if not slugs:
            return
        if self.composer:
            kept, binder = self.composer.add(slugs), self.composer.binder
        else:
            binder = self._pack
            topics = [compositor.topics[slug] for slug in slugs]
            kept = self.binders.keep(binder.added(topics)) is not None
            self._last = binder.id
        if kept:
            remark(
                self._window, _("In “{name}”; Compose a pack… or Binders… shows it.").format(name=binder.name)
            )

    def keep(self) -> bool:
        """Keep what is written in the composer, and close it; return whether all is on disk."""
        if self.composer:
            self.composer.reject()
        return self.composer is None

    @property
    def _pack(self) -> "Binder":
        """The pack that was spoken of last, else the one that was changed last, else a new one."""
        binders = self.binders
        last = binders.at(binders.index_of(self._last)) if self._last else None
        return last or next(iter(binders.all), None) or binders.new(self._compositor().edition.name)

    def _forget(self) -> None:
        if self.composer:
            self._last = self.composer.binder.id
            self.composer.deleteLater()
            self.composer = None

    def _open_topic(self) -> tuple[Slug, ...]:
        page = self._tab().desk.page
        return (page.place.slug,) if page and page.article.topic.words else ()

    def _found(self) -> tuple[Slug, ...]:
        return self._compositor().readable(hit.place.slug for hit in self._hits.answer)

    commands: "ClassVar[tuple[Command[PrintCommands], ...]]" = (
        Command("print", N_("&Print…"), ("Ctrl+P",), print_topic),
        Command("save_pdf", N_("&Save sheet as PDF…"), ("Ctrl+Shift+S",), save_pdf),
        Command("compose", N_("Compose a pac&k…"), ("Ctrl+Alt+P",), compose),
        Command("add_to_pack", N_("&Add topic to pack"), ("Ctrl+Alt+A",), add_to_pack),
        Command("export_sources", N_("Export sou&rces…"), ("Ctrl+Alt+S",), export_sources),
        Command("binders", N_("&Binders…"), ("Ctrl+Alt+O",), open_binders),
    )
