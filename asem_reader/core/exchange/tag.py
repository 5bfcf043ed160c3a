# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tags of loose HTML, in one pass: html.parser takes minutes for 60 kB of tags that never end."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from asem_reader.core.exchange.parcel import Unreadable

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
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


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags of a text, in order. Comments and declarations are text.

    Raises:
        Unreadable: a tag, a quote or the number of a letter in it never ends; with its line.
    """
    found = _TAG.search(text)
    while found:
        attributes, end = _attributes(text, found.end())
        following = _TAG.search(text, end)
        behind = _read(text, end, following.start() if following else len(text))
        yield Tag(found.start(), found["name"].lower(), bool(found["closes"]), attributes, behind)
        found = following


def _attributes(text: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes that stand from a place on, and where the tag has ended."""
    given: dict[str, str] = {}
    if text.startswith(">", at):
        return given, at + 1  # as nearly all do that close
    start = at
    while True:
        usual = _USUAL.match(text, at)
        if usual:
            given.setdefault(usual[1].lower(), _read(text, *usual.span(2)))
            at = usual.end()
            continue
        at = _end(_BLANKS, text, at)
        if text.startswith(">", at):
            return given, at + 1
        if at >= len(text):
            raise Unreadable("it is not HTML (a tag does not end)", line_of(text, start))
        name_end = _end(_NAME, text, at)
        start_value, end_value, behind = _value(text, name_end)
        given.setdefault(text[at:name_end].lower(), _read(text, start_value, end_value))
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


def _read(text: str, at: int, end: int) -> str:
    """A part of a text, with the letters that it names."""
    try:
        return html.unescape(text[at:end])
    except ValueError:  # of int(), which takes no number of more than 4,300 digits
        raise Unreadable("it is not HTML (the number of a letter does not end)", line_of(text, at)) from None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def line_of(text: str, at: int) -> int:
    """Return the line, from 1, on which a place in a text stands."""
    return text.count("\n", 0, at) + 1
