# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pane beside the page: its headings, related topics, sources, and the reader's own notes."""

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
from asem_reader.widgets.controls.label import PlainLabel, RichLabel

if TYPE_CHECKING:
    from asem_reader.widgets.marks.topicmarks import TopicMarksView

_TITLES = (N_("On this page"), N_("Related"))
_NO_NOTES = N_("Ctrl+M writes a note on a paragraph, Ctrl+H highlights it.")


class SideBar(QScrollArea):
    """The side bar: says what there is on and around the page, as links.

    Signals:
        chosen (Place): a topic or a block is wished for.
        wished (str): an anchor of the page is wished for that is no block.
    """

    chosen = Signal(object)
    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._colours: Theme = LIGHT
        self._headings: dict[str, PlainLabel] = {}
        self._links: dict[str, RichLabel] = {}
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

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show what the reader wrote and highlighted on the topic that lies open."""
        if self._page and (marks or "notes" in vars(self)):
            self.notes.show_marks(self._page.article, marks)
            for part, wanted in ((self.notes, bool(self.notes.count)), (self._hint, not self.notes.count)):
                if part.isHidden() == wanted:  # each change lays the pane out anew
                    part.setVisible(wanted)

    def dress(self, colours: Theme) -> None:
        """Show links in these colours: a label keeps the link colour that its text was set with."""
        self._colours = colours
        if "notes" in vars(self):
            self.notes.dress(colours)
        if self._page:
            self._describe(self._page)

    def _describe(self, page: Page) -> None:
        topic = page.article.topic
        on_page = [(f"{topic.slug}#{s.heading.id}", s.title) for s in page.article.sections]
        lines = [self._link(f"asem:{address}", title) for address, title in on_page]
        if page.article.sources:
            lines.append(
                self._link("#sources", _("Sources ({count})").format(count=len(page.article.sources)))
            )
        on_this_page, related = _TITLES
        self._fill(on_this_page, lines)
        self._fill(related, [self._link(t.place.address, t.title) for t in page.article.related])

    def _link(self, address: str, title: str) -> str:
        style = f"text-decoration: none; color: {self._colours.accent}"
        return f'<a href="{address}" style="{style}">{escape(title)}</a>'

    def _fill(self, title: str, lines: list[str]) -> None:
        self._links[title].setText("".join(f'<p style="margin:0 0 5px 0">{line}</p>' for line in lines))
        for part in (self._links[title], self._headings[title]):
            if part.isHidden() == bool(lines):
                part.setVisible(bool(lines))

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
            heading, links = PlainLabel(_(title)), RichLabel()
            heading.setObjectName("heading")
            links.setWordWrap(True)
            links.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            links.setAccessibleName(_(title))
            links.linkActivated.connect(self._follow)
            self._headings[title], self._links[title] = heading, links
            column.addWidget(heading)
            column.addWidget(links)
            column.addSpacing(14)
        heading = PlainLabel(_("My notes"))
        heading.setObjectName("heading")
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        for part in (heading, self._hint):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)

    def _follow(self, link: str) -> None:
        if link.startswith("#"):
            self.wished.emit(link[1:])
            return
        try:
            self.chosen.emit(Place.parse(link))
        except BadAddress:
            return
