# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The formats that marks can take outside a Notebook."""

from enum import StrEnum

from asem_reader.core.exchange import (
    archive,
    bookmarks,
    markdown,
    markdownreading,
    table,
    webpage,
    webreading,
)
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide


class MarksFormat(StrEnum):
    """A format of a file of marks, by the name that the command line has for it."""

    JSON = "json"
    CSV = "csv"
    BOOKMARKS = "bookmarks"
    HTML = "html"
    MARKDOWN = "markdown"

    @property
    def ending(self) -> str:
        """What files of this format end in."""
        return _ENDINGS[self]


_ENDINGS = {
    MarksFormat.JSON: ".json",
    MarksFormat.CSV: ".csv",
    MarksFormat.BOOKMARKS: ".html",
    MarksFormat.HTML: ".html",
    MarksFormat.MARKDOWN: ".md",
}
_BY_ENDING = {
    "json": MarksFormat.JSON,
    "csv": MarksFormat.CSV,
    "tsv": MarksFormat.CSV,
    "htm": MarksFormat.HTML,
    "html": MarksFormat.HTML,
    "md": MarksFormat.MARKDOWN,
    "markdown": MarksFormat.MARKDOWN,
}


def format_named(name: str) -> MarksFormat | None:
    """Return the format that a file's name ends in; None if it says nothing. ``.html`` is a page to read."""
    return _BY_ENDING.get(name.rpartition(".")[2].lower())


def format_found(text: str, name: str) -> MarksFormat:
    """Return the format of a text that is to be read: what it begins with counts more than its name."""
    start = text[:200].lstrip("\ufeff \t\r\n")
    if start.upper().startswith(bookmarks.HEAD.upper()):
        return MarksFormat.BOOKMARKS  # which has the ending of a page, too
    if start.lower().startswith(("<!doctype html", "<html")):
        return MarksFormat.HTML
    if start.startswith("{"):
        return MarksFormat.JSON
    if start.startswith(f"{markdown.HEAD}\n"):
        return MarksFormat.MARKDOWN
    return format_named(name) or MarksFormat.JSON


def written(parcel: Parcel, kind: MarksFormat, guide: Guide, day: str) -> str:
    """Return a parcel in a format.

    Args:
        parcel: what is to be written.
        kind: the format.
        guide: titles and order; JSON wants none.
        day: on which it is written, as it shall be read.
    """
    if kind is MarksFormat.JSON:
        return archive.written(parcel)
    if kind is MarksFormat.CSV:
        return table.written(parcel, guide.titles)
    if kind is MarksFormat.BOOKMARKS:
        return bookmarks.written(parcel, guide.titles)
    chapters = guide.chapters(parcel.marks)
    return webpage.written(chapters, day) if kind is MarksFormat.HTML else markdown.written(chapters, day)


def read(text: str, kind: MarksFormat, now: str) -> Parcel:
    """Return the parcel that a text holds.

    Args:
        text: as it was decoded.
        kind: the format that it should be of.
        now: the time that marks get which come without one.

    Raises:
        Unreadable: it is not of that format.
    """
    text = text.removeprefix("\ufeff")
    if kind is MarksFormat.JSON:
        return archive.read(text)
    return _READERS[kind](text, now)


_READERS = {
    MarksFormat.CSV: table.read,
    MarksFormat.BOOKMARKS: bookmarks.read,
    MarksFormat.HTML: webreading.read,
    MarksFormat.MARKDOWN: markdownreading.read,
}
