# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The writer of a document: paragraphs in styles, lines with links, numbers of sources, bookmarks."""

from collections.abc import Mapping

from docx.document import Document
from docx.text.paragraph import Paragraph

from asem_reader.core.place import Slug
from asem_reader.core.printing.sheet import Entry
from asem_reader.core.span import Line, Span, ranges
from asem_reader.paper.docx import element


class DocumentWriter:
    """Writes a document, at its end.

    Attributes:
        key: what the bookmarks of sources begin with; they may stand in a list for each sheet.
        known: the numbers that a source stands behind; others lead nowhere.
    """

    def __init__(self, document: Document, targets: Mapping[Slug, str], *, codes: bool) -> None:
        """Take what is written to, the bookmarks of topics, and whether paragraphs show their codes."""
        self._document = document
        self._targets = targets
        self._codes = codes
        self._bookmarks = 0
        self.key = ""
        self.known: frozenset[int] = frozenset()

    def add(self, style: str, words: str = "", of: str = "") -> Paragraph:
        """Return a new paragraph, with words in a style of their own."""
        return self.text(element.styled(self._document.add_paragraph(), style), words, of)

    def text(self, paragraph: Paragraph, words: str, of: str = "") -> Paragraph:
        """Write words into a paragraph."""
        if words:
            element.said(paragraph, words, of)
        return paragraph

    def line(self, paragraph: Paragraph, line: Line) -> Paragraph:
        """Write a line into a paragraph, with its links and numbers of sources."""
        alone = len(line) == 1
        for span in line:
            if span.cites:
                self._cites(paragraph, span, "" if alone else "Citation")
            else:
                self._span(paragraph, span)
        return paragraph

    def _span(self, paragraph: Paragraph, span: Span) -> None:
        target = self._targets.get(span.to.slug) if span.to else None
        run = element.said(paragraph, span.text, "Hyperlink" if target else "")
        if span.strong:
            run.bold = True
        if span.emphatic:
            run.italic = True
        if target:
            element.linked(paragraph, run, anchor=target)

    def _cites(self, paragraph: Paragraph, span: Span, style: str) -> None:
        for at, part in enumerate(ranges(span.cites)):
            if at:
                element.said(paragraph, ",\u00a0", style)
            for beyond, number in enumerate(part):
                if beyond:
                    element.said(paragraph, "–", style)
                run = element.said(paragraph, str(number), style)
                if number in self.known:
                    element.linked(paragraph, run, anchor=self.source(number))

    def after(self, paragraph: Paragraph, entry: Entry) -> None:
        """Write what follows an entry: as of when it is, and its code if wished."""
        if entry.dated:
            element.said(paragraph, f" ({entry.dated})", "As Of")
        self.code(paragraph, entry.code)

    def code(self, paragraph: Paragraph, code: str | None) -> None:
        """Write the code of a paragraph, if wished."""
        if self._codes and code:
            element.said(paragraph, f"\u2002{code}", "Code")

    def source(self, number: int) -> str:
        """Return the bookmark of a source."""
        return f"{self.key}source_{number}"

    def mark(self, paragraph: Paragraph, name: str) -> None:
        """Put a bookmark on a paragraph."""
        self._bookmarks += 1
        element.bookmarked(paragraph, name, self._bookmarks)
