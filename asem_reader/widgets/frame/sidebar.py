# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pane beside the page: its headings, related topics, sources, and the reader's own notes."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from asem_reader.core.content import Page
from asem_reader.core.language import N_, _
from asem_reader.core.made import MADE
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import linked
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.keysnow import write
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linklist import LinkList

if TYPE_CHECKING:
    from asem_reader.widgets.marks.topicmarks import TopicMarksView

_TITLES = (N_("On this page"), N_("Related"))
_INDENT = 8  # pixels that a list leaves before its text
_BESIDE = 5  # of them those that the list of notes has none of
_MADE = N_("This page is made anew each time: it is not printed, and has no marks.")
_NO_NOTES = N_("Ctrl+M writes a note on a paragraph, Ctrl+H highlights it.")


class SideBar(QScrollArea):
    """The side bar: says what there is on and around the page, as lists of links."""

    handbook = "window"  # its chapter

    chosen = Signal(object)  # Place: a topic is wished for
    placed = Signal(object, object)  # Place, Opening: it is to be opened so
    wished = Signal(str)  # an anchor of the page is wished for

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._colours: Theme = LIGHT
        self._links: dict[str, tuple[PlainLabel, LinkList]] = {}
        self._hint = PlainLabel(_(_NO_NOTES))
        self._build()

    @cached_property
    def notes(self) -> "TopicMarksView":
        """The list of notes, made for the first mark; the start does not wait for what it imports."""
        from asem_reader.widgets.marks.topicmarks import TopicMarksView  # noqa: PLC0415

        notes = TopicMarksView()
        notes.dress(self._colours)
        notes.hide()
        notes.setContentsMargins(_BESIDE, 0, 0, 0)
        self._column.insertWidget(self._column.indexOf(self._hint) + 1, notes)
        return notes

    def show_page(self, page: Page) -> None:
        """Describe a page."""
        self._page = page
        article = page.article
        write(self._hint, _(_MADE if page.place.slug in MADE else _NO_NOTES))
        on_page = [(f"#{section.heading.id}", section.title) for section in article.sections]
        if article.sources:
            on_page.append(("#sources", _("Sources ({count})").format(count=len(article.sources))))
        self._fill(_TITLES[0], on_page)
        self._fill(_TITLES[1], [(topic.place.address, topic.title) for topic in article.related])

    def show_heading(self, anchor: str) -> None:
        """Mark the heading under which one reads; none for ""."""
        self._links[_TITLES[0]][1].mark(f"#{anchor}" if anchor else "")

    def show_marks(self, marks: tuple[Mark, ...], view_said: Callable[[str], str]) -> None:
        """Show what the reader wrote and highlighted on the topic that lies open; views of it in words."""
        if self._page and (marks or "notes" in vars(self)):
            self.notes.show_marks(self._page.article, marks, view_said)
            self.notes.setVisible(bool(self.notes.marks))
            self._hint.setVisible(not self.notes.marks)

    def dress(self, colours: Theme) -> None:
        """Show notes in these colours."""
        self._colours = colours
        for _label, rows in self._links.values():
            rows.colours = colours
            rows.viewport().update()
        if "notes" in vars(self):
            self.notes.dress(colours)

    def _fill(self, title: str, links: list[tuple[str, str]]) -> None:
        heading, rows = self._links[title]
        rows.show_links(links)
        heading.setVisible(bool(links))

    def _build(self) -> None:
        self.setAccessibleName(_("About this page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("aside")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(16 - _INDENT, 22, 16, 16)
        column.setSpacing(4)
        for title in _TITLES:
            heading, links = PlainLabel(_(title)), LinkList(_(title))
            heading.setObjectName("heading")
            heading.setIndent(_INDENT)
            links.chosen.connect(self._follow)
            links.menu.wished.connect(self.placed)
            self._links[title] = heading, links
            column.addWidget(heading)
            column.addWidget(links)
            column.addSpacing(14)
        heading = PlainLabel(_("My notes"))
        heading.setObjectName("heading")
        heading.setIndent(_INDENT)
        self._hint.setIndent(_INDENT)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(inside)

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            self.wished.emit(link[1:])
            return
        place = linked(link)
        if place:
            self.chosen.emit(place)
