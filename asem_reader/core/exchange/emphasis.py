# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light emphasis and the lists of a note, as HTML: everything else in it is text."""

import html
import re
from itertools import groupby

_ITEM = re.compile(r"\s*(?:[-*+]|(?P<number>\d{1,9})[.)])\s+(?P<text>.*)")
# A run of stars or lines around letters that touch it; what only looks so stays as it is.
_STRONG = re.compile(r"(?<![*\w])(\*\*|__)(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*\w])")
_EMPHASIS = re.compile(r"(?<![*_\w])([*_])(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*_\w])")


def to_html(note: str) -> str:
    """Return a note as HTML: paragraphs, lists, ``<strong>`` and ``<em>``; no other markup comes through."""
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
    items = "\n".join(map(_item, lines))
    return f"<ul>{items}</ul>"


def _numbered(lines: list[str]) -> str:
    items, last = [], 0
    for line in lines:
        found = _ITEM.fullmatch(line)
        number = int(found["number"]) if found else 0
        items.append(_item(line, "" if number == last + 1 else f' value="{number}"'))
        last = number
    joined = "\n".join(items)
    return f"<ol>{joined}</ol>"


_RUNS = {"": "\n".join, "p": _paragraph, "ul": _bullets, "ol": _numbered}


def _item(line: str, more: str = "") -> str:
    item = _ITEM.fullmatch(line)
    return f"<li{more}>{_inline(item['text'] if item else line)}</li>"


def _inline(text: str) -> str:
    strong = _STRONG.sub(r"<strong>\g<text></strong>", html.escape(text, quote=False))
    return _EMPHASIS.sub(r"<em>\g<text></em>", strong)
