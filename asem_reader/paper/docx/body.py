# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The parts of a sheet in a document: headings, lists, tables, notes, sources."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.document import DocumentPart

from asem_reader.core.content import Source
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import laid_out
from asem_reader.core.printing.citation import address, said
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.plates import tabulated
from asem_reader.core.printing.sheet import (
    NOTES_TITLE,
    SOURCES_TITLE,
    Entry,
    Note,
    Portion,
    Shape,
    Sheet,
)
from asem_reader.core.span import Line, Span, plain, ranges
from asem_reader.paper import captions
from asem_reader.paper.characters import fit, quoted
from asem_reader.paper.docx.template import WordPage
from asem_reader.paper.docx.wordml import anchored, bookmarked, linked, paragraph, run, table
from asem_reader.paper.runs import Listing, runs
from asem_reader.paper.runs import table as rows_of

_STYLES = {
    Shape.PARAGRAPH: "Normal",
    Shape.ITEM: "ListBullet",
    Shape.REMARK: "EditorsNote",
    Shape.BLANK: "Normal",
}
# A line to write on: a rule below an empty paragraph, in twentieths of a point.
_WRITTEN_ON = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
    '<w:between w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:before="360"/>'
)
# Characters that a relationship's target keeps as they are (RFC 3986: reserved, unreserved, and per cent).
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
# How wide a letter is, of the size of the text; a date has at most so many.
_LETTER, _DATE_LETTERS = 0.53, 22
# A text longer than this is broken in a table.
_CELL_LETTERS = 34


class BodyWriter:
    """Writes sheets, whose titles are headings of a level; of level 0, the document's title."""

    def __init__(self, part: DocumentPart, page: WordPage, pack: Pack, form: Form, level: int) -> None:
        """Take the part that knows lists and addresses, the page, what is written, and the level."""
        self._part = part
        self._page = page
        self._pack = pack
        self._form = form
        self._level = level
        self._bookmarks = 0
        self._numbers = pack.numbers
        # What the bookmarks of sources begin with: they may stand in a list for each sheet.
        self._key = ""
        # The numbers that a source stands behind; others lead nowhere.
        self._known: frozenset[int] = frozenset()

    def sheet(self, sheet: Sheet, number: int) -> Iterator[str]:
        """Yield the paragraphs of a sheet, with a bookmark on its title."""
        self._key = "" if self._pack.sources else f"s{number}_"
        self._known = frozenset(source.number for source in self._pack.sources or sheet.sources)
        symbol, way = sheet.topic.symbol, captions.way(sheet)
        yield paragraph("SheetHead", run(symbol, "Strong"), run(f"\u2003{way}" if symbol and way else way))
        yield self._heading(0, self._bookmarked(run(sheet.topic.title), f"sheet_{number}"))
        yield paragraph("SheetHead", run(captions.dated(sheet)))
        if sheet.prepared_for:
            yield paragraph("SheetHead", run(captions.prepared_for(sheet), "Emphasis"))
        if sheet.lead:
            yield paragraph("Lead", self._line(sheet.lead))
        for portion in sheet.portions:
            yield from self._portion(portion)
        if sheet.notes:
            yield self._heading(1, run(_(NOTES_TITLE)))
            for note in sheet.notes:
                yield from self._note(note)
        if sheet.sources:
            yield from self.sources(sheet.sources, self._level + 1)

    def sources(self, sources: Iterable[Source], level: int) -> Iterator[str]:
        """Yield a list of sources under a heading; its numbers are from 1."""
        yield paragraph(f"Heading{level}", run(_(SOURCES_TITLE)))
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._list()}"/></w:numPr>'
        for source in sources:
            words = run(said(source))
            if url := address(source):
                target = quote(url, safe=_KEPT)
                relation = self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                words += run(". ") + linked(run(url, "Hyperlink"), relation)
            yield paragraph("Source", self._bookmarked(words, self._source(source.number)), properties=listed)

    def _list(self) -> int:
        """The id of a new list of numbers, from 1; the template says how they look."""
        numbering = self._part.numbering_part.element
        number = len(numbering.num_lst) + 1
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="1"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def _portion(self, portion: Portion) -> Iterator[str]:
        overleaf = "<w:pageBreakBefore/>" if portion.overleaf else ""
        yield self._heading(1, run(portion.title), overleaf)
        before: Listing | None = None
        for listing, entries in runs(tabulated(portion.entries)):
            if before is listing is Listing.ROWS:
                yield paragraph("TableText")  # or two tables would be one
            before = listing
            if listing is Listing.ROWS:
                yield self._rows(entries, portion.title)
            elif listing is Listing.TIMELINE:
                yield from self._events(entries)
            elif listing is Listing.TOPICS:
                yield from self._topics(entries)
            else:
                yield from (self._alone(portion, e) for e in entries)
        if portion.rest:
            yield paragraph("Rest", run(portion.rest))

    def _alone(self, portion: Portion, entry: Entry) -> str:
        if entry.figure:
            return paragraph("EditorsNote", run(captions.figure(entry.figure)))
        properties = _WRITTEN_ON if entry.shape is Shape.BLANK else ""
        return paragraph(self._style(portion, entry), self._said(entry), properties=properties)

    def _style(self, portion: Portion, entry: Entry) -> str:
        if entry.shape is Shape.SUBHEADING:
            return f"Heading{self._level + 2}"
        is_lead = portion.part is Part.BOTTOM_LINE and entry.shape is Shape.PARAGRAPH
        return "Lead" if is_lead else _STYLES[entry.shape]

    def _events(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Dates hang to the left of what happened, in a column as wide as the longest."""
        letters = min(_DATE_LETTERS, max(len(plain(entry.cells[0])) for entry in entries) + 2)
        wide = round(letters * _LETTER * self._page.points * 20)
        hanging = f'<w:ind w:left="{wide}" w:hanging="{wide}"/>'
        for entry in entries:
            date = self._line(entry.cells[0])
            yield paragraph("Event", date, run("\t"), self._said(entry), properties=hanging)

    def _topics(self, entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            symbol, title = plain(entry.cells[0]), self._line(entry.cells[1])
            named = run(f"{symbol}\u2003" if symbol else "", "Strong")
            yield paragraph("Normal", named, title, properties="<w:keepNext/>")
            yield paragraph("Normal", self._said(entry))

    def _rows(self, entries: tuple[Entry, ...], title: str) -> str:
        rows = rows_of(entries)
        cells = [[self._line(cell) for cell in rows.head]] if rows.head else []
        for entry, row in rows.rows:
            *before, last = map(self._line, row)
            cells.append([*before, last + self._after(entry)])
        heads = (rows.head,) if rows.head else ()
        widths = self._widths((*heads, *(row for _entry, row in rows.rows)))
        return table(cells, widths, title, head=bool(rows.head))

    def _widths(self, rows: Iterable[tuple[Line, ...]]) -> list[int]:
        """The width of each column by its longest cell; but a long text may be broken, and a date not."""

        def share(cells: list[str]) -> int:
            word = max((len(word) for cell in cells for word in cell.split()), default=0)
            return max(min(max(map(len, cells)), _CELL_LETTERS), word + 1) + 2

        shares = [share(list(map(plain, column))) for column in zip(*rows, strict=True)]
        return [round(self._page.text * wide / sum(shares)) for wide in shares]

    def _note(self, note: Note) -> Iterator[str]:
        words = quoted(note.quote)
        if note.where or words:
            where = run(f"{note.where} " if note.where else "", "Strong")
            yield paragraph("MyNoteOn", where, run(words, "Emphasis"), self._code(note.code))
        body = tuple(laid_out(fit(note.body)))
        for at, line in enumerate(body, start=1):
            spaced = f'<w:spacing w:after="{160 if at == len(body) else 0}"/>'
            right = _from_the_right(plain(line))
            written = self._line(line, "<w:rtl/>" * right)
            yield paragraph("MyNote", written, properties="<w:bidi/>" * right + spaced)

    def _heading(self, below: int, words: str, properties: str = "") -> str:
        level = self._level + below
        return paragraph(f"Heading{level}" if level else "Title", words, properties=properties)

    def _said(self, entry: Entry) -> str:
        return self._line(entry.cells[-1]) + self._after(entry)

    def _after(self, entry: Entry) -> str:
        """The date of an entry, and its code if wished."""
        return run(f" ({entry.dated})" if entry.dated else "", "AsOf") + self._code(entry.code)

    def _code(self, code: str | None) -> str:
        return run(f"\u2002{code}" if self._form.codes and code else "", "Code")

    def _line(self, line: Line, properties: str = "") -> str:
        """Runs with links and numbers of sources; these are raised, but where they stand alone."""
        raised = "" if len(line) == 1 else "Citation"
        return "".join(
            self._cites(span, raised) if span.cites else self._span(span, properties) for span in line
        )

    def _span(self, span: Span, properties: str) -> str:
        number = self._numbers.get(span.to.slug) if span.to else None
        look = "<w:b/>" * span.strong + "<w:i/>" * span.emphatic + properties
        words = run(span.text, "Hyperlink" if number else "", look)
        return anchored(words, f"sheet_{number}") if number else words

    def _cites(self, span: Span, style: str) -> str:
        def cite(number: int) -> str:
            words = run(str(number), style)
            return anchored(words, self._source(number)) if number in self._known else words

        parts = (run("–", style).join(map(cite, part)) for part in ranges(span.cites))
        return run(",\u00a0", style).join(parts)

    def _source(self, number: int) -> str:
        return f"{self._key}source_{number}"

    def _bookmarked(self, words: str, name: str) -> str:
        self._bookmarks += 1
        return bookmarked(words, name, self._bookmarks)


def _from_the_right(words: str) -> bool:
    """Return whether the first letter with a direction runs from right to left (Unicode annex 9, P2)."""
    strong = (kind for kind in map(unicodedata.bidirectional, words) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
