# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pane beside the page: its headings, related topics, sources, and the reader's own notes."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from asem_reader.core.content import Page
from asem_reader.core.errors import BadAddress
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Place
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.widgets.controls.label import LinkLabel, PlainLabel

if TYPE_CHECKING:
    from asem_reader.widgets.marks.topicmarks import TopicMarksView

_TITLES = (N_("On this page"), N_("Related"))
_NO_NOTES = N_("Ctrl+M writes a note on a paragraph, Ctrl+H highlights it.")


class SideBar(QScrollArea):
    """The side bar: says what there is on and around the page, as links."""

    chosen = Signal(object)  # Place: a topic or a block is wished for
    wished = Signal(str)  # an anchor of the page is wished for that is no block

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._colours: Theme = LIGHT
        self._links: dict[str, tuple[PlainLabel, LinkLabel]] = {}
        self._hint = PlainLabel(_(_NO_NOTES))
        self._build()

    @cached_property
    def notes(self) -> "TopicMarksView":
        """The list of notes, made for the first mark; the start does not wait for what it imports."""
        from asem_reader.widgets.marks.topicmarks import TopicMarksView  # noqa: PLC0415

        notes = TopicMarksView()
        notes.dress(self._colours)
        notes.hide()
        self._column.insertWidget(self._column.indexOf(self._hint) + 1, notes)
        return notes

    def show_page(self, page: Page) -> None:
        """Describe a page."""
        self._page = page
        self._describe(page)

    def show_marks(self, marks: tuple[Mark, ...], view_said: Callable[[str], str]) -> None:
        """Show what the reader wrote and highlighted on the topic that lies open; views of it in words."""
        if self._page and (marks or "notes" in vars(self)):
            self.notes.show_marks(self._page.article, marks, view_said)
            self.notes.setVisible(bool(self.notes.marks))
            self._hint.setVisible(not self.notes.marks)

    def dress(self, colours: Theme) -> None:
        """Show links in these colours: a label keeps the link colour that its text was set with."""
        self._colours = colours
        if "notes" in vars(self):
            self.notes.dress(colours)
        if self._page:
            self._describe(self._page)

    def _describe(self, page: Page) -> None:
        article = page.article
        on_page = [(f"asem:{article.topic.slug}#{s.heading.id}", s.title) for s in article.sections]
        if article.sources:
            on_page.append(("#sources", _("Sources ({count})").format(count=len(article.sources))))
        self._fill(_TITLES[0], on_page)
        self._fill(_TITLES[1], [(topic.place.address, topic.title) for topic in article.related])

    def _fill(self, title: str, links: list[tuple[str, str]]) -> None:
        style = f"text-decoration: none; color: {self._colours.accent}"
        lines = (f'<a href="{address}" style="{style}">{escape(text)}</a>' for address, text in links)
        heading, label = self._links[title]
        label.setText("".join(f'<p style="margin:0 0 5px 0">{line}</p>' for line in lines))
        heading.setVisible(bool(links))
        label.setVisible(bool(links))

    def _build(self) -> None:
        self.setAccessibleName(_("About this page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("aside")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(16, 22, 16, 16)
        column.setSpacing(4)
        for title in _TITLES:
            heading, links = PlainLabel(_(title)), LinkLabel()
            heading.setObjectName("heading")
            links.setAccessibleName(_(title))
            links.linkActivated.connect(self._follow)
            self._links[title] = heading, links
            column.addWidget(heading)
            column.addWidget(links)
            column.addSpacing(14)
        heading = PlainLabel(_("My notes"))
        heading.setObjectName("heading")
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
        with suppress(BadAddress):
            self.chosen.emit(Place.parse(link))
