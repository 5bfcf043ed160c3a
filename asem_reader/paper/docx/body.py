# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The parts of a sheet in a document: headings, lists, tables, notes, sources."""

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from docx.document import Document
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from asem_reader.core.content import Source
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import laid_out
from asem_reader.core.printing.sheet import (
    NOTES_TITLE,
    SOURCES_TITLE,
    Entry,
    Note,
    Part,
    Portion,
    Shape,
    Sheet,
)
from asem_reader.core.span import Line, plain
from asem_reader.paper import captions
from asem_reader.paper.characters import fit, lines
from asem_reader.paper.docx import element, numbering
from asem_reader.paper.docx.geometry import Geometry
from asem_reader.paper.docx.writer import DocumentWriter
from asem_reader.paper.reference import address, said
from asem_reader.paper.runs import Listing, runs, table

_STYLES = {Shape.PARAGRAPH: "Normal", Shape.ITEM: "List Bullet", Shape.REMARK: "Editors Note"}
# Characters that a relationship's target keeps as they are (RFC 3986: reserved, unreserved, and per cent).
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
# How wide a letter is, of the size of the text; a date has at most so many.
_LETTER, _DATE_LETTERS = 0.53, 22
# A text longer than this is broken in a table.
_CELL_LETTERS = 34


class BodyWriter:
    """Writes the body of a document: sheets, whose titles are headings of a level; of level 0, its title."""

    def __init__(self, document: Document, out: DocumentWriter, page: Geometry, level: int) -> None:
        """Take what is written to and by what, on which page, from which level of headings."""
        self._document = document
        self._out = out
        self._page = page
        self._level = level

    def sheet(self, sheet: Sheet, name: str) -> None:
        """Write a sheet, with a bookmark on its title."""
        symbol, way = sheet.topic.symbol, captions.way(sheet)
        self._out.text(
            self._out.add("Sheet Head", symbol, "Strong"), f"\u2003{way}" if symbol and way else way
        )
        title = self._heading(0, sheet.topic.title)
        self._out.mark(title, name)
        self._out.add("Sheet Head", captions.dated(sheet))
        if sheet.prepared_for:
            self._out.add("Sheet Head", captions.prepared_for(sheet), "Emphasis")
        if sheet.lead:
            self._out.line(self._out.add("Lead"), sheet.lead)
        for portion in sheet.portions:
            self._portion(portion)
        if sheet.notes:
            self._heading(1, _(NOTES_TITLE))
            for note in sheet.notes:
                self._note(note)
        if sheet.sources:
            self.sources(sheet.sources, self._level + 1)

    def sources(self, sources: Iterable[Source], level: int) -> None:
        """Write a list of sources under a heading; its numbers are from 1."""
        self._out.add(f"heading {level}", _(SOURCES_TITLE))
        number = numbering.another(self._document)
        for source in sources:
            entry = self._out.add("Source", said(source))
            element.listed(entry, number)
            if url := address(source):
                element.said(entry, ". ")
                run = element.said(entry, url, "Hyperlink")
                element.linked(entry, run, url=quote(url, safe=_KEPT))
            self._out.mark(entry, self._out.source(source.number))

    def _portion(self, portion: Portion) -> None:
        self._heading(1, portion.title)
        before: Listing | None = None
        for listing, entries in runs(portion.entries):
            if before is listing is Listing.ROWS:
                self._out.add("Table Text")  # or two tables would be one
            before = listing
            if listing is Listing.ROWS:
                self._rows(entries, portion.title)
            elif listing is Listing.TIMELINE:
                self._events(entries)
            elif listing is Listing.TOPICS:
                self._topics(entries)
            else:
                for entry in entries:
                    self._entry(portion, entry)
        if portion.rest:
            self._out.add("Rest", portion.rest)

    def _entry(self, portion: Portion, entry: Entry) -> None:
        if entry.shape is Shape.SUBHEADING:
            style = f"heading {self._level + 2}"
        elif portion.part is Part.BOTTOM_LINE and entry.shape is Shape.PARAGRAPH:
            style = "Lead"
        else:
            style = _STYLES[entry.shape]
        self._out.after(self._out.line(self._out.add(style), entry.cells[0]), entry)

    def _events(self, entries: tuple[Entry, ...]) -> None:
        """Dates hang to the left of what happened, in a column as wide as the longest."""
        letters = min(_DATE_LETTERS, max(len(plain(entry.cells[0])) for entry in entries) + 2)
        wide = round(letters * _LETTER * self._page.points * 20)
        for entry in entries:
            event = self._out.line(self._out.add("Event"), entry.cells[0])
            element.said(event, "\t")
            element.hanging(event, wide)
            self._out.after(self._out.line(event, entry.cells[-1]), entry)

    def _topics(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            symbol, title, summary = entry.cells
            named = self._out.add("Normal", f"{plain(symbol)}\u2003" if plain(symbol) else "", "Strong")
            self._out.line(named, title).paragraph_format.keep_with_next = True
            self._out.after(self._out.line(self._out.add("Normal"), summary), entry)

    def _rows(self, entries: tuple[Entry, ...], title: str) -> None:
        rows = table(entries)
        filled: list[tuple[Entry | None, tuple[Line, ...]]] = [(None, rows.head)] if rows.head else []
        filled.extend(rows.rows)
        made = self._document.add_table(len(filled), rows.columns, style="Sheet Table")
        made.autofit = False
        widths = self._widths([row[1] for row in filled])
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for row, (entry, cells) in zip(made.rows, filled, strict=True):
            for cell, line, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                self._out.line(element.styled(cell.paragraphs[0], "Table Text"), line)
            if entry:
                self._out.after(row.cells[-1].paragraphs[0], entry)
        element.described(made, title, head=bool(rows.head))

    def _widths(self, rows: list[tuple[Line, ...]]) -> list[Twips]:
        """The width of each column by its longest cell; but a long text may be broken, and a date not."""
        columns = [[plain(cell) for cell in column] for column in zip(*rows, strict=True)]
        words = [
            max((len(word) for cell in column for word in cell.split()), default=0) for column in columns
        ]
        longest = [max(map(len, column)) for column in columns]
        shares = [
            max(min(letters, _CELL_LETTERS), word + 1) + 2
            for letters, word in zip(longest, words, strict=True)
        ]
        return [Twips(round(self._page.text * share / sum(shares))) for share in shares]

    def _note(self, note: Note) -> None:
        quote = f"“{' '.join(lines(note.quote))}”" if note.quote else ""
        if note.where or quote:
            on = self._out.add("My Note On", f"{note.where} " if note.where else "", "Strong")
            element.said(on, quote, "Emphasis")
            self._out.code(on, note.code)
        body = tuple(laid_out(fit(note.body)))
        for at, line in enumerate(body):
            paragraph = self._out.line(self._out.add("My Note"), line)
            if _from_the_right(plain(line)):
                element.from_the_right(paragraph)
            paragraph.paragraph_format.space_after = Twips(160 if at == len(body) - 1 else 0)

    def _heading(self, below: int, title: str) -> Paragraph:
        level = self._level + below
        return self._out.add(f"heading {level}" if level else "Title", title)


def _from_the_right(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (Unicode annex 9, rule P2)."""
    strong = (kind for kind in map(unicodedata.bidirectional, words) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
