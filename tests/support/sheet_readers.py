# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads sheets back from every format, and says what ought to be read there."""

import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from asem_reader.core.content import Source
from asem_reader.core.printing.citation import address, bracketed, said
from asem_reader.core.printing.form import DocumentFormat
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.sheet import Portion, Sheet
from asem_reader.core.span import Line
from asem_reader.paper.runs import Listing, runs, table

VOID = {"meta", "br", "link", "hr", "img", "input"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def portion_of(sheet: Sheet, part: Part) -> Portion | None:
    """The first portion of a sheet that is a part, or None."""
    return next((portion for portion in sheet.portions if portion.part is part), None)


class Html(HTMLParser):
    """A page as its elements, each (tag, attributes), and its text; refuses what is not well nested."""

    def __init__(self, page: bytes | str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page.decode() if isinstance(page, bytes) else page)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} says something twice: {names}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self._open.pop() == tag, f"{tag} is closed inside {self._open}"

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of all elements of a tag."""
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, name: str) -> list[str]:
        """What an attribute says, wherever it stands."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def from_markdown(page: bytes) -> str:
    """Markdown as HTML, by a reader that keeps to CommonMark."""
    return str(MarkdownIt("commonmark").enable("table").render(page.decode()))


def parts(document: bytes) -> dict[str, ElementTree.Element]:
    """The XML parts of an Office document by their names."""
    with zipfile.ZipFile(BytesIO(document)) as opened:
        names = [name for name in opened.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(opened.read(name)) for name in names}


def from_docx(document: bytes) -> str:
    """The text of a Word document's body."""
    return "".join(node.text or "" for node in parts(document)["word/document.xml"].iter(f"{WORD}t"))


READERS: dict[DocumentFormat, Callable[[bytes], str]] = {
    DocumentFormat.DOCX: from_docx,
    DocumentFormat.HTML: lambda page: Html(page).text,
    DocumentFormat.MARKDOWN: lambda page: Html(from_markdown(page)).text,
    DocumentFormat.TEXT: bytes.decode,
}


def solid(text: str) -> str:
    """Letters and digits alone: what every form has in common. Addresses may be shown decoded."""
    return re.sub(r"[\W_]+", "", unquote(text).casefold())


def body(sheet: Sheet, *, heard: bool = False) -> str:
    """What is to be read from lead to notes; for plain text, each cell with the name of its column."""
    portions = (_portion(portion, heard=heard) for portion in sheet.portions)
    return solid("\n".join((_line(sheet.lead), *portions)))


def listed(source: Source) -> str:
    """What is to be read of a source but for its number."""
    return solid(said(source) + address(source))


def _portion(portion: Portion, *, heard: bool) -> str:
    text = [portion.title]
    for listing, entries in runs(portion.entries):
        if listing is Listing.ROWS and heard:
            rows = table(entries)
            names = [_line(name) for name in rows.head] or [""] * rows.columns
            for entry, cells in rows.rows:
                pairs = zip(names, map(_line, cells), strict=True)
                text += [name + cell for name, cell in pairs if cell] + [entry.dated]
        else:
            text += [part for entry in entries for part in (*map(_line, entry.cells), entry.dated)]
    return "\n".join((*text, portion.rest))


def _line(line: Line) -> str:
    return bracketed(line, lambda span: span.text)


def levels(page: Html) -> Iterator[int]:
    """The levels of a page's headings, in order."""
    return (int(tag[1]) for tag, _ in page.elements if tag[0] == "h" and tag[1:].isdecimal())
