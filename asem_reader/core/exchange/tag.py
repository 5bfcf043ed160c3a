# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tags of loose HTML, in one pass: html.parser takes minutes for 60 kB of tags that never end."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from asem_reader.core.exchange.parcel import Unreadable

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
# As nearly all are: attributes in double quotes or none, and behind it the next tag or the end.
_PLAIN = re.compile(
    r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/"']+="[^"]*")*)\s*>([^<]*)"""
    r"""(?=</?[a-zA-Z][a-zA-Z0-9]*[\s/>]|\Z)"""
)
_USUAL = re.compile(r"""\s*([^\s=>/"']+)="([^"]*)\"""")
_BLANKS = re.compile(r"[\s/]*")
_NAME = re.compile(r"[^\s=>/]+")
_EQUALS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s>]*")


class Tag(NamedTuple):
    """A tag, and what follows it.

    Attributes:
        at: where it begins in the text.
        attributes: by their names in small letters; of two with one name, the first.
        behind: the text between it and the next tag.
    """

    at: int
    name: str
    closes: bool
    attributes: dict[str, str]
    behind: str


class Overrun(ValueError):
    """A tag that begins in a part of a text and ends behind it."""


def tags(text: str, start: int = 0, end: int | None = None) -> Iterator[Tag]:
    """Yield the tags of a text, or of a part of it that ends where a tag begins, in order.

    Comments and declarations are text.

    Raises:
        Unreadable: a tag, a quote or the number of a letter in it never ends; with its line.
        Overrun: a tag ends behind the part.
    """
    size = len(text) if end is None else end
    found = _TAG.search(text, start, size)
    at = found.start() if found else size
    while at < size:
        plain = _PLAIN.match(text, at, size)
        if plain:
            closes, name, given, behind = plain.groups()
            attributes: dict[str, str] = {}
            if "&" in given:
                attributes = _attributes(text, plain.start(3))[0]
            elif given:
                for each, value in _USUAL.findall(given):
                    attributes.setdefault(each.lower(), value)
            if "&" in behind:
                behind = unescaped(text, plain.start(4), plain.end())
            yield Tag(at, name.lower(), bool(closes), attributes, behind)
            at = plain.end()
        else:
            tag, at = _loose(text, at, size)
            yield tag


def _loose(text: str, at: int, size: int) -> tuple[Tag, int]:
    """A tag however it is written, and where the next one begins."""
    found = _TAG.match(text, at)
    closes, name, start = (found[1], found[2], found.end()) if found else ("", "", at)
    attributes, end = _attributes(text, start)
    if end > size:
        raise Overrun(at)
    following = _TAG.search(text, end, size)
    behind = following.start() if following else size
    return Tag(at, name.lower(), bool(closes), attributes, unescaped(text, end, behind)), behind


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes that stand from a place on, and where the tag has ended."""
    given: dict[str, str] = {}
    if text.startswith(">", at):
        return given, at + 1  # as nearly all do that close
    start = at
    while True:
        usual = _USUAL.match(text, at)
        if usual:
            given.setdefault(usual[1].lower(), unescaped(text, *usual.span(2)))
            at = usual.end()
            continue
        at = _end(_BLANKS, text, at)
        if text.startswith(">", at):
            return given, at + 1
        if at >= len(text):
            raise Unreadable("it is not HTML (a tag does not end)", line_of(text, start))
        name_end = _end(_NAME, text, at)
        start_value, end_value, behind = _value(text, name_end)
        given.setdefault(text[at:name_end].lower(), unescaped(text, start_value, end_value))
        at = max(behind, at + 1)


def _value(text: str, at: int) -> tuple[int, int, int]:
    """Where the value behind a name begins and ends, and where the tag goes on."""
    equals = _EQUALS.match(text, at)
    if equals is None:
        return at, at, at
    first = equals.end()
    quote = text[first : first + 1]
    if quote not in ('"', "'"):
        end = _end(_BARE, text, first)
        return first, end, end
    end = text.find(quote, first + 1)
    if end < 0:
        raise Unreadable("it is not HTML (a quote does not end)", line_of(text, first))
    return first + 1, end, end + 1


def unescaped(text: str, at: int, end: int) -> str:
    """Return a part of a text, with the letters that it names.

    Raises:
        Unreadable: the number of a letter never ends; with its line.
    """
    part = text[at:end]
    if "&" not in part:
        return part
    try:
        return html.unescape(part)
    except ValueError:  # of int(), which takes no number of more than 4,300 digits
        raise Unreadable("it is not HTML (the number of a letter does not end)", line_of(text, at)) from None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def line_of(text: str, at: int) -> int:
    """Return the line, from 1, on which a place in a text stands."""
    return text.count("\n", 0, at) + 1
