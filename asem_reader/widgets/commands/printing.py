# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader does towards paper: a sheet, a pack, a binder; a method for each gesture."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.errors import ReaderError
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Form
from asem_reader.widgets.frame.context import SAID, Context
from asem_reader.widgets.frame.panes import Panes

if TYPE_CHECKING:
    from asem_reader.core.printing.binder import Binder
    from asem_reader.viewmodels.printing.binders import BindersModel
    from asem_reader.widgets.printing.composer import Composer

# Windows are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415


class PrintCommands:
    """Opens what prints and composes, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        self._window = window
        self._panes = panes
        self._context = context
        self.composer: Composer | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command does, by its name."""
        return {
            "print": self.print_topic,
            "save_pdf": self.save_pdf,
            "compose": self.compose,
            "add_to_pack": self.add_to_pack,
            "binders": self.open_binders,
        }

    @cached_property
    def binders(self) -> "BindersModel":
        """The reader's binders, read when they are first wanted."""
        from asem_reader.viewmodels.printing.binders import BindersModel

        binders = BindersModel.of(self._context.marks)
        binders.refused.connect(self._panes.notice.tell)
        binders.mended.connect(self._panes.notice.say)
        binders.load()
        return binders

    # A sheet.

    def print_topic(self) -> None:
        """Show the sheet of the topic that lies open, to print or save it."""
        from asem_reader.widgets.printing.preview import PreviewWindow

        page = self._context.desk.page
        if page:
            topic = page.article.topic
            preview = PreviewWindow(self._context.compositor, topic, self._context.settings, self._window)
            preview.exec()
            preview.deleteLater()

    def save_pdf(self) -> None:
        """Ask for a file, and save the sheet of the topic that lies open in it."""
        from asem_reader.widgets.printing.printwindow import ask_and_save, file_name

        page = self._context.desk.page
        if page:
            topic = page.article.topic
            ask_and_save(self._window, file_name(f"{topic.symbol} {topic.title}"), self.save_sheet)

    def save_sheet(self, path: Path, _form: object = None, replace: bool = False) -> bool:
        """Save the open topic's sheet as PDF, on the paper of last time; return whether it was.

        Args:
            path: the file.
            replace: whether a file that is there may be replaced.
        """
        page, settings = self._context.desk.page, self._context.settings
        if page is None:
            return False
        try:
            pdf = self._context.compositor.pdf([page.place.slug], Form(settings.paper, settings.marking))
            self._context.compositor.output.write(path, pdf, replace=replace)
        except ReaderError as error:
            self._panes.notice.tell(error)
            return False
        self._say(f"Saved {path.name}")
        return True

    # A pack.

    def compose(self) -> None:
        """Go on with the pack that is being composed, or begin one."""
        from asem_reader.widgets.printing.binderlist import new_binder

        if self.composer:
            self.composer.activateWindow()
        else:
            self.open_binder(new_binder(self.binders, self._context.compositor.edition.name))

    def open_binders(self) -> None:
        """Show all binders, and compose the one that is chosen."""
        from asem_reader.widgets.printing.binderlist import BinderList

        if self.composer:
            self.composer.activateWindow()
            self.composer.ask_binder()
            return
        chosen = BinderList.choose(self.binders, self._context.compositor.edition.name, self._window)
        if chosen:
            self.open_binder(chosen)

    def open_binder(self, binder: "Binder") -> None:
        """Compose a binder, in a window beside this one, so that one can go on reading."""
        from asem_reader.widgets.printing.composer import Composer, ComposerContext
        from asem_reader.widgets.printing.topicpicker import TopicSource

        context = self._context
        topic_source = TopicSource(self._open_topic, self._found, self._folders)
        composer_context = ComposerContext(
            context.compositor, self.binders, context.outline, context.settings, topic_source
        )
        self.composer = Composer(composer_context, binder, self._window)
        self.composer.finished.connect(self._forget)
        self.composer.show()

    def add_to_pack(self) -> None:
        """Put the topic that lies open into the pack that is composed, or that was last."""
        from asem_reader.widgets.printing.binderlist import new_binder

        compositor = self._context.compositor
        topics = [compositor.topics[slug] for slug in self._open_topic()]
        if not topics:
            return
        if self.composer:
            kept = self.composer.add(self._open_topic())
            name = self.composer.binder.name
        else:
            binders = self.binders.all or (new_binder(self.binders, compositor.edition.name),)
            kept = self.binders.keep(binders[0].added(topics)) is not None
            name = binders[0].name
        if kept:
            self._say(f"In “{name}”; Compose a pack… or Binders… shows it.")

    def keep(self) -> bool:
        """Keep what is written in the composer, and close it; return whether all is on disk."""
        if self.composer:
            self.composer.reject()
        return self.composer is None

    def _forget(self) -> None:
        if self.composer:
            self.composer.deleteLater()
            self.composer = None

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)

    # Where topics come from.

    def _open_topic(self) -> tuple[Slug, ...]:
        page = self._context.desk.page
        return (page.place.slug,) if page and page.article.topic.words else ()

    def _found(self) -> tuple[Slug, ...]:
        return self._readable(hit.place.slug for hit in self._context.hits.answer)

    def _folders(self) -> tuple[tuple[str, tuple[Slug, ...]], ...]:
        """The topics of each folder of marks, in the order of its rows."""
        from asem_reader.core.marks.buckets import drawn
        from asem_reader.core.marks.grouping import FILED, by_folder
        from asem_reader.core.marks.order import groups_of, marks_of

        marks = self._context.marks
        groups = groups_of(by_folder(drawn(reversed(marks.all), FILED), marks.folders))
        return tuple((group.key, self._readable(mark.slug for mark in marks_of(group))) for group in groups)

    def _readable(self, slugs: Iterable[Slug]) -> tuple[Slug, ...]:
        topics = self._context.compositor.topics
        return tuple(s for s in dict.fromkeys(slugs) if s in topics and topics[s].words)
