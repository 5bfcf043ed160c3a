# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads marks back from a page that `webpage` wrote, also after it was written on by hand."""

import re

from asem_reader.core.exchange.article import WRITTEN, MarkArticle
from asem_reader.core.exchange.entry import from_entry, is_address
from asem_reader.core.exchange.parcel import Parcel, Unreadable, packed
from asem_reader.core.exchange.tag import Overrun, Tag, line_of, tags
from asem_reader.core.marks.mark import Mark

TITLE = "Marks from ASEM Reader"


def read(text: str, now: str) -> Parcel:
    """Return the marks that a page holds: of each what is shown, and its id, times and position if left.

    Raises:
        Unreadable: it is none, or cut off, or a mark in it is wrong; with its line.
    """
    marks: list[Mark] = []
    at = 0
    try:
        reading = _read(text)
        for where, entry in reading.entries:
            at = where
            marks.append(from_entry(entry, now))
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error), line_of(text, at)) from None
    return packed(marks, left_out=reading.left_out)


def _read(text: str) -> "_Reading":
    """Read articles that are as they were written at once, and all else tag by tag."""
    try:
        reading, start = _Reading(), 0
        for found in WRITTEN.finditer(text):
            reading.walk_through(text, start, found.start())
            reading.take(found)
            start = found.end()
        reading.walk_through(text, start)
    except Overrun:  # what looked like an article stands within a tag
        reading = _Reading()
        reading.walk_through(text, 0)
    reading.end(text)
    return reading


class _Reading:
    """Walks through a page.

    Attributes:
        entries: the marks, with where each begins, as `from_entry` takes them.
        left_out: how many articles lead to no place in a Library.
    """

    def __init__(self) -> None:
        self.entries: list[tuple[int, dict[str, str]]] = []
        self.left_out = 0
        self._topic = ""  # the address of the section's topic
        self._title = ""
        self._is_ours = False
        self._opened = self._closed = False  # the page as a whole
        self._article: MarkArticle | None = None
        self._in = ""  # h2 or title

    def walk_through(self, text: str, start: int, end: int | None = None) -> None:
        """Take in the tags of a part of a text."""
        for tag in tags(text, start, end):
            self.walk(tag)

    def take(self, found: re.Match[str]) -> None:
        """Take in an article that is as it was written."""
        self._end_article()
        self._article = MarkArticle.written(found)
        self._end_article()
        self._article = None

    def walk(self, tag: Tag) -> None:
        """Take in a tag."""
        if tag.name == "article":
            self._end_article()
            self._article = None if tag.closes else MarkArticle(tag)
        elif self._article:
            self._article.walk(tag)
        else:
            self._walk_around(tag)

    def end(self, text: str) -> None:
        """See that nothing is missing.

        Raises:
            Unreadable: the page is cut off, or none of marks.
        """
        if self._article:
            raise Unreadable("it is cut off: this mark does not end", line_of(text, self._article.at))
        if self._opened and not self._closed:
            raise Unreadable("it is cut off: </html> is missing", line_of(text, len(text)))
        if not (self.entries or self._is_ours):
            raise Unreadable("it holds no marks: each is an <article> with a link such as asem:sea#dzhb")

    def _walk_around(self, tag: Tag) -> None:
        """Take in a tag that stands in no mark."""
        if tag.name == "html":
            self._opened, self._closed = True, tag.closes
        elif tag.name == "section":
            self._topic = self._title = ""
        elif tag.name in ("h2", "title"):
            self._in = "" if tag.closes else tag.name
        elif tag.name == "a" and not tag.closes and not self._topic:
            address = tag.attributes.get("href", "").strip()
            self._topic = address if is_address(address) else ""
        if self._in == "h2":
            self._title += tag.behind
        self._is_ours = self._is_ours or (self._in == "title" and tag.behind.strip() == TITLE)

    def _end_article(self) -> None:
        if self._article is None:
            return
        entry = self._article.entry(self._topic, self._title.strip())
        if entry["address"] or entry["id"]:
            self.entries.append((self._article.at, entry))
        else:
            self.left_out += 1
