# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The formats that marks can take outside a Notebook."""

from enum import StrEnum

from asem_reader.core.exchange import annotations, archive, bookmarks, markdown, table, webpage
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide


class Format(StrEnum):
    """A format of a file of marks, by the name that the command line has for it."""

    JSON = "json"
    ANNOTATIONS = "annotations"
    CSV = "csv"
    BOOKMARKS = "bookmarks"
    HTML = "html"
    MARKDOWN = "markdown"

    @property
    def ending(self) -> str:
        """What files of this format end in."""
        return _ENDINGS[self]


FOR_READING = (Format.HTML, Format.MARKDOWN)  # written, and never read back

_ENDINGS = {
    Format.JSON: ".json",
    Format.ANNOTATIONS: ".jsonld",
    Format.CSV: ".csv",
    Format.BOOKMARKS: ".html",
    Format.HTML: ".html",
    Format.MARKDOWN: ".md",
}
_BY_ENDING = {
    "json": Format.JSON,
    "jsonld": Format.ANNOTATIONS,
    "annotation": Format.ANNOTATIONS,  # of Thorium
    "ann": Format.ANNOTATIONS,  # of Readium
    "csv": Format.CSV,
    "tsv": Format.CSV,
    "htm": Format.HTML,
    "html": Format.HTML,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
}


def format_named(name: str) -> Format | None:
    """Return the format that a file's name ends in; None if it says nothing. ``.html`` is a page to read."""
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def format_found(text: str, name: str) -> Format:
    """Return the format of a text that is to be read: what it begins with counts more than its name."""
    start = text[:200].lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return Format.BOOKMARKS  # which have the ending of a page; whether it is one is seen when it is read
    if start.startswith(("{", "[")) and annotations.is_like(text):
        return Format.ANNOTATIONS
    if start.startswith("{"):
        return Format.JSON
    if start.startswith(f"{markdown.HEAD}\n"):
        return Format.MARKDOWN
    return format_named(name) or Format.JSON


def written(parcel: Parcel, kind: Format, guide: Guide, day: str) -> str:
    """Return a parcel in a format.

    Args:
        parcel: what is to be written.
        kind: the format.
        guide: titles and order; JSON and annotations want none.
        day: on which it is written, as it shall be read.
    """
    if kind is Format.JSON:
        return archive.written(parcel)
    if kind is Format.ANNOTATIONS:
        return annotations.written(parcel)
    if kind is Format.CSV:
        return table.written(parcel, guide.titles)
    if kind is Format.BOOKMARKS:
        return bookmarks.written(parcel, guide.titles)
    chapters = guide.chapters(parcel.marks)
    return webpage.written(chapters, day) if kind is Format.HTML else markdown.written(chapters, day)
