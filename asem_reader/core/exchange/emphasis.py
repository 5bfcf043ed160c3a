# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light emphasis and the lists of a note, as HTML and back: everything else in it is text."""

import html
import re
from itertools import groupby

from asem_reader.core.exchange.tag import Tag

_ITEM = re.compile(r"(?P<indent>\s*)(?P<sign>(?:[-*+]|(?P<number>\d{1,9})[.)])\s+)(?P<text>.*)")
# A run of stars or lines around letters that touch it; what only looks so stays as it is.
_STRONG = re.compile(r"(?<![*\w])(\*\*|__)(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*\w])")
_EMPHASIS = re.compile(r"(?<![*_\w])([*_])(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*_\w])")
_BULLET, _STRONG_SIGN, _EMPHASIS_SIGN = "- ", "**", "*"
_NO_NUMBERS = -1
_LOUD = {"strong": _STRONG_SIGN, "b": _STRONG_SIGN, "em": _EMPHASIS_SIGN, "i": _EMPHASIS_SIGN}
_SIGN = re.compile(r"\*\*|__|\*|_|(?:[-*+]|\d{1,9}[.)])\s+")


def to_html(note: str) -> str:
    """Return a note as HTML: paragraphs, lists, ``<strong>`` and ``<em>``; no other markup comes through.

    The text of it, with each tag as the sign that it stands for, is the note, blank for blank. A sign that a
    tag does not tell, such as ``__`` for ``**``, stands in ``data-sign``.
    """
    runs = groupby(note.split("\n"), key=_kind_of)
    return "\n".join(_RUNS[name](list(lines)) for name, lines in runs)


def _kind_of(line: str) -> str:
    """What a line is part of: a list, a paragraph, or the room between them."""
    if not line.strip():
        return ""
    item = _ITEM.fullmatch(line)
    return "p" if item is None else "ol" if item["number"] else "ul"


def _paragraph(lines: list[str]) -> str:
    text = "<br>\n".join(map(_inline, lines))
    return f"<p>{text}</p>"


def _bullets(lines: list[str]) -> str:
    items = "\n".join(_item(line, _BULLET) for line in lines)
    return f"<ul>{items}</ul>"


def _numbered(lines: list[str]) -> str:
    items, last = [], 0
    for line in lines:
        found = _ITEM.fullmatch(line)
        number = int(found["number"]) if found else 0
        value = "" if number == last + 1 else f' value="{number}"'
        items.append(_item(line, f"{number}. ", value))
        last = number
    joined = "\n".join(items)
    return f"<ol>{joined}</ol>"


_RUNS = {"": "\n".join, "p": _paragraph, "ul": _bullets, "ol": _numbered}


def _item(line: str, usual: str, more: str = "") -> str:
    item = _ITEM.fullmatch(line)
    if item is None:
        return _inline(line)
    return f"{_safe(item['indent'])}<li{more}{_told(item['sign'], usual)}>{_inline(item['text'])}</li>"


def _inline(text: str) -> str:
    strong = _STRONG.sub(lambda found: _loud("strong", _STRONG_SIGN, found), _safe(text))
    return _EMPHASIS.sub(lambda found: _loud("em", _EMPHASIS_SIGN, found), strong)


def _loud(name: str, usual: str, found: re.Match[str]) -> str:
    return f"<{name}{_told(found[1], usual)}>{found['text']}</{name}>"


def _told(sign: str, usual: str) -> str:
    """An attribute that tells a sign; nothing if it is the usual one."""
    return "" if sign == usual else f' data-sign="{_safe(sign)}"'


def _safe(text: str) -> str:
    """A text in HTML; a carriage return would be read as a line's end."""
    return html.escape(text, quote=False).replace("\r", "&#13;")


class NoteParser:
    """Gathers a note from HTML: what `to_html` wrote comes back as it was, anything else as its text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._signs: list[tuple[str, str]] = []
        self._is_blank = self._was_blank = True  # the line that was begun, and the one above it
        self._number = _NO_NUMBERS
        self._after_paragraph = False
        self._broken = False

    @property
    def text(self) -> str:
        """What was gathered."""
        return "".join(self._parts)

    def walk(self, tag: Tag) -> None:
        """Take in a tag and the text behind it."""
        if tag.closes:
            self._close(tag.name)
        elif tag.name in _LOUD:
            sign = _sign(tag) or _LOUD[tag.name]
            self._signs.append((tag.name, sign))
            self._add(sign)
        elif tag.name == "br":
            self._broken = True
        elif tag.name in ("p", "ul", "ol", "li", "div"):
            self._begin(tag)
        self.add(tag.behind)

    def add(self, text: str) -> None:
        """Take in a text; one behind ``<br>`` stands on a line of its own."""
        if self._broken and text:
            self._broken = False
            text = text if text.startswith("\n") else f"\n{text}"
        self._add(text)

    def _begin(self, tag: Tag) -> None:
        """Begin a line where none was begun: written by hand, elements may follow one another without."""
        if not self._is_blank:
            self._add("\n")
        if tag.name == "p" and self._after_paragraph and not self._was_blank:
            self._add("\n")
        self._after_paragraph = False
        if tag.name in ("ul", "ol"):
            self._number = 0 if tag.name == "ol" else _NO_NUMBERS
        elif tag.name == "li":
            self._add(self._bullet(tag))

    def _bullet(self, tag: Tag) -> str:
        if self._number == _NO_NUMBERS:
            return _sign(tag) or _BULLET
        value = tag.attributes.get("value", "")
        known = value.isascii() and value.isdecimal() and len(value) < 10
        self._number = int(value) if known else self._number + 1
        return _sign(tag) or f"{self._number}. "

    def _close(self, name: str) -> None:
        if self._signs and self._signs[-1][0] == name:
            self._add(self._signs.pop()[1])
        self._after_paragraph = self._after_paragraph or name == "p"

    def _add(self, text: str) -> None:
        if not text:
            return
        self._parts.append(text)
        if "\n" not in text:
            self._is_blank = self._is_blank and not text.strip()
            return
        *above, last = text.split("\n")
        if above:
            self._was_blank = not above[-1].strip() and (len(above) > 1 or self._is_blank)
            self._is_blank = True
        self._is_blank = self._is_blank and not last.strip()


def _sign(tag: Tag) -> str:
    """The sign that a tag tells, if it can be one."""
    given = tag.attributes.get("data-sign", "")
    return given if _SIGN.fullmatch(given) else ""
