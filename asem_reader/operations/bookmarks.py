# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads a browser's file of bookmarks (Netscape Bookmark File Format), of which nothing can be relied on."""

import datetime
import re
from collections import Counter

from asem_reader.core.exchange.bookmarks import EPOCH, HEAD, OWN
from asem_reader.core.exchange.entry import from_entry, is_address
from asem_reader.core.exchange.parcel import DEEPEST, Parcel, Unreadable, packed
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Folder

# lxml is imported by the call that reads: whoever lists marks does not wait for it.
# ruff: noqa: PLC0415

_LIKE_ONE = re.compile(r"<dt>\s*<(?:a|h3)\s", re.IGNORECASE)  # some browsers write no declaration
_CHUNK = re.compile(r"[^<]+|<[^<]*")
_NUL = "\ufdd0"  # U+0000 cannot stand in HTML: it is read as a letter that no text has
_LAST = "end-of-bookmarks"  # a tag behind the text: what swallows it never ended
_INDENT = re.compile(r"\n[ \t]*\Z")
_BREAKS = frozenset({"br", "p", "div", "ul", "ol", "li"})
_YEAR_10000 = 253_402_300_800  # in seconds since 1970
_FROM_1601 = 11_644_473_600_000_000  # microseconds from 1601, with which Chrome's counts begin, to 1970


def read(text: str, now: str) -> Parcel:
    """Return the parcel that a file of bookmarks holds: what leads to a place in a Library, and its folders.

    Marks that come without a time are of `now`. `Unreadable` tells the line of a mark that is wrong, or of a
    tag in which the file is cut off.
    """
    if not (text.lstrip()[: len(HEAD)].upper() == HEAD.upper() or _LIKE_ONE.search(text)):
        raise Unreadable(_("it is no file of bookmarks; web pages are for reading, and are not taken in"))
    reading = _Reading()
    marks, beside, at = [], Counter[str](), 0
    try:
        _feed(reading, text)
        for where, entry in reading.entries:
            at = where
            marks.append(from_entry({"position": str(beside[entry["folder"]]), **entry}, now))
            beside[entry["folder"]] += 1
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error), _line(text, at or reading.at)) from None
    return packed(marks, reading.folders, reading.left_out)


def _feed(reading: "_Reading", text: str) -> None:
    """Have libxml2 read a text tag by tag, as HTML: it builds no tree, and loads and expands nothing.

    A tree would end at 256 elements in one another, and its elements know only the line where they end.
    """
    from lxml import etree

    parser = etree.HTMLParser(target=reading, encoding="utf-8")
    for found in _CHUNK.finditer(text.replace("\0", _NUL)):
        reading.come_to(found.start())
        parser.feed(found[0].encode())
    parser.feed(f"<{_LAST}>".encode())
    if not reading.is_whole:
        raise Unreadable(_("it is cut off: a tag, or a quote in it, does not end"), _line(text, reading.at))
    parser.close()


class _Reading:
    """The target of a parser that walks through a file of bookmarks."""

    def __init__(self) -> None:
        # What leads to a place, with where it stands, as `from_entry` takes it.
        self.entries: list[tuple[int, dict[str, str]]] = []
        self.folders: list[Folder] = []  # a browser's have no position, and come with what stands in them
        self.left_out = 0  # links that lead to no place
        self.at = 0  # where the tag begins that is being read
        self.is_whole = False  # the tag behind the text was seen
        self._here, self._has_ended = 0, True
        self._path: list[str] = []
        self._named = ""
        self._given: dict[str, str] = {}
        self._last: dict[str, str] | None = None
        self._in = ""  # the element whose text is gathered: h3 or dd
        self._text: list[str] = []

    def come_to(self, here: int) -> None:
        """Take note of where the part of the text begins that is handed to the parser next."""
        self._here = here
        if self._has_ended:
            self.at, self._has_ended = here, False

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take in a tag that opens; a ValueError says that folders lie too deep."""
        self._has_ended = True
        self.is_whole = self.is_whole or tag == _LAST
        if tag in ("dt", "dl", "dd", "h3", "hr", _LAST):
            self._end_text()
        if tag == "dl":
            self._enter()
        elif tag in ("h3", "dd"):
            self._in, self._given = tag, dict(given)
        elif self._in == "dd" and tag in _BREAKS and self._text:
            self._text.append("\n")
        elif not self._in and tag == "a" and "href" in given:
            self._take({name: value.replace(_NUL, "\0") for name, value in given.items()})

    def end(self, tag: str) -> None:
        """Take in a tag that closes, or an element that ends without one."""
        self._has_ended = True
        if tag in ("dl", "h3", "dd"):
            self._end_text()
        if tag == "dl":
            self._last = None
            self._path.pop()

    def data(self, text: str) -> None:
        """Take in text."""
        if not self._has_ended:
            self.at = self._here
        if self._in:
            self._text.append(text)

    def close(self) -> None:
        """Do nothing more: the parser asks for it."""

    def _end_text(self) -> None:
        text = "".join(self._text).replace(_NUL, "\0")
        if self._in == "h3":
            self._name(text)
        elif self._in == "dd" and self._last is not None:
            self._last["note"] = _INDENT.sub("", text)
        self._in, self._text = "", []

    def _enter(self) -> None:
        if len(self._path) > DEEPEST:
            raise ValueError(_("folder must not lie more than {count} deep").format(count=DEEPEST))
        self._path.append(self._named)
        self._named, self._last = "", None

    def _name(self, text: str) -> None:
        self._last = None
        self._named = " ".join(text.replace("/", "-").split())
        position = self._given.get("data-position")
        if position is not None and self._named:
            digits = position.isascii() and position.isdecimal() and len(position) < 16
            path = "/".join(filter(None, (*self._path, self._named)))
            self.folders.append(Folder(path, int(position) if digits else 0))

    def _take(self, given: dict[str, str]) -> None:
        address = given["href"].strip()
        if not is_address(address):
            self.left_out += 1
            self._last = None
            return
        times = {"created": _moment(given.get("add_date")), "modified": _moment(given.get("last_modified"))}
        own = {name: given[f"data-{name}"] for name in OWN if f"data-{name}" in given}
        words = " ".join("-".join(word.split()) for word in given.get("tags", "").split(","))
        folder = "/".join(filter(None, self._path))
        self._last = {"tags": words, **own, **times, "address": address, "folder": folder}
        self.entries.append((self.at, self._last))


def _moment(seconds: str | None) -> str:
    """The time that so many seconds since 1970 are, or milli- or microseconds, or microseconds since 1601."""
    try:
        number = int(seconds or "")
        number -= _FROM_1601 if number >= _FROM_1601 else 0  # since 1970 they would be of the year 2339
        while number >= _YEAR_10000:
            number //= 1000
        return (EPOCH + datetime.timedelta(seconds=number)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
