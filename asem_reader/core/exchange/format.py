# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The formats that marks can take outside a Notebook."""

from enum import StrEnum

from asem_reader.core.exchange import annotations, archive, bookmarks, markdown, table, webpage
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.language import _
from asem_reader.core.marks.guide import Guide


class MarksFormat(StrEnum):
    """A format of a file of marks, by its name on the command line."""

    JSON = "json"
    ANNOTATIONS = "annotations"
    CSV = "csv"
    BOOKMARKS = "bookmarks"
    HTML = "html"
    MARKDOWN = "markdown"

    @property
    def ending(self) -> str:
        """The ending of files of this format."""
        return f".{_ENDINGS[self][0]}"


FOR_READING = (MarksFormat.HTML, MarksFormat.MARKDOWN)  # written, and never read back

_ENDINGS = {  # the first of each is that of files that are written
    MarksFormat.JSON: ("json",),
    MarksFormat.ANNOTATIONS: ("jsonld", "annotation", "ann"),  # of Thorium, of Readium
    MarksFormat.CSV: ("csv", "tsv"),
    MarksFormat.BOOKMARKS: ("html",),
    MarksFormat.HTML: ("html", "htm"),
    MarksFormat.MARKDOWN: ("md", "markdown"),
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}


def format_named(name: str) -> MarksFormat | None:
    """Return the format that a file's name ends in; None if it says nothing. ``.html`` is a page to read."""
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def format_found(text: str, name: str) -> MarksFormat:
    """Return the format of a text that is to be read: what it begins with counts more than its name.

    Raises:
        Unreadable: neither says one that is known.
    """
    start = text[:200].lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return MarksFormat.BOOKMARKS  # whether it is a page is seen when it is read
    if start.startswith(("{", "[")) and annotations.is_like(text):
        return MarksFormat.ANNOTATIONS
    if start.startswith(("{", "[")):
        return MarksFormat.JSON
    if start.startswith((f"{markdown.HEAD}\n", f"{_(markdown.HEAD)}\n")):
        return MarksFormat.MARKDOWN
    named = format_named(name)
    if named is None:
        raise Unreadable(_("neither its name nor its beginning is of a format that is read here"))
    return named


def written(parcel: Parcel, kind: MarksFormat, guide: Guide, day: str) -> str:
    """Return a parcel in a format, by a guide's titles and order; `day` is today, as it shall be read."""
    if kind is MarksFormat.JSON:
        return archive.written(parcel)
    if kind is MarksFormat.ANNOTATIONS:
        return annotations.written(parcel)
    if kind is MarksFormat.CSV:
        return table.written(parcel, guide.titles)
    if kind is MarksFormat.BOOKMARKS:
        return bookmarks.written(parcel, guide.titles, guide.view_said)
    chapters = guide.chapters(parcel.marks)
    return webpage.written(chapters, day) if kind is MarksFormat.HTML else markdown.written(chapters, day)
