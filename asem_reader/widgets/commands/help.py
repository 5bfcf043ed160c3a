# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands for who is new here, or lost: the start page, the handbook, what is new."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.made import HANDBOOK, NEWS, START, Release
from asem_reader.core.place import Place, Slug
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.context import Tab
from asem_reader.widgets.frame.handbookwindow import HandbookWindow
from asem_reader.widgets.frame.notice import Notice

_KEY = "F1"


@dataclass(eq=False)
class HelpCommands:
    """The commands of help, in the window of the reader and in all others."""

    _window: QMainWindow
    _notice: Notice
    _tab: Callable[[], Tab]
    _settings: Settings
    _colours: Callable[[], Theme]
    _release: Release
    _news: QAction

    def __post_init__(self) -> None:
        if self._settings.seen is None and self._settings.trail.here is None:  # the very first start
            self._settings.note_seen(self._release)

    def tell_news(self) -> None:
        """Say once that version or edition is another than at the last start."""
        seen, (version, edition) = self._settings.seen or Release("", ""), self._release
        said = []
        if seen.version != version:
            said.append(_("This is ASEM Reader {version}.").format(version=version))
        if edition and seen.edition != edition:
            said.append(_("The Library is edition {edition}.").format(edition=edition))
        if said and not self._notice.text:  # what stands there is more urgent
            self._notice.say(" ".join(said), self._news)
            self._settings.note_seen(Release(version, edition or seen.edition))

    def follow_keys(self, new: QWidget | None) -> None:
        """Let the key of the handbook be heard in each dialog, until the window of the reader is closed."""
        window = new.window() if new else None
        if not isinstance(window, QDialog) or self._window.isHidden():
            return
        if not window.findChild(QShortcut, HANDBOOK, Qt.FindChildOption.FindDirectChildrenOnly):
            key = QShortcut(QKeySequence(_KEY), window)
            key.setObjectName(HANDBOOK)
            key.activated.connect(self._show_handbook)

    def _show_handbook(self) -> None:
        """Open the page of the handbook that fits where the keys are, in front of a dialog beside it."""
        active = QApplication.activeWindow() or self._window
        chapter = chapter_at(QApplication.focusWidget() or active)
        desk = self._tab().desk
        if active is self._window or isinstance(active, HandbookWindow):
            self._go(chapter)
        else:
            HandbookWindow(desk, chapter, self._colours(), self._settings.size, active).show()

    def _show_news(self) -> None:
        self._notice.hide()
        self._go(NEWS)

    def _go(self, place: Place) -> None:
        if self._tab().desk.go(place):
            self._tab().reader.jumps.land()

    commands: "ClassVar[tuple[Command[HelpCommands], ...]]" = (
        Command("start", N_("S&tart page"), ("Alt+Home",), lambda self: self._go(START)),
        Command("handbook", N_("&Handbook"), (_KEY,), _show_handbook),
        Command("news", N_("What’s &new"), ("Ctrl+Shift+F1",), _show_news),
    )


def chapter_at(widget: QWidget | None) -> Place:
    """Return the page of the handbook on a widget or on what it is part of, else the handbook itself."""
    while widget is not None:
        chapter = getattr(widget, HANDBOOK, "")
        if chapter:
            return Place(Slug(f"{HANDBOOK}-{chapter}"))
        widget = widget.parentWidget()
    return Place(HANDBOOK)
