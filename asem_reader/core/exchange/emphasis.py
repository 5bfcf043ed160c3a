# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light emphasis and the lists of a note, as HTML: everything else in it is text."""

import html
import re
from collections.abc import Iterator
from itertools import groupby

_ITEM = re.compile(r"\s*(?P<sign>[-*+]|\d{1,9}[.)])\s+(?P<text>.*)", re.DOTALL)
# A run of stars or lines around letters that touch it; what only looks so stays as it is.
_STRONG = re.compile(r"(?<![*\w])(\*\*|__)(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*\w])")
_EMPHASIS = re.compile(r"(?<![*_\w])([*_])(?=\S)(?P<text>[^*_\n]{1,2000})(?<=\S)\1(?![*_\w])")


def to_html(note: str) -> str:
    """Return a note as HTML: paragraphs, lists, ``<strong>`` and ``<em>``; no other markup comes through."""
    blocks = re.split(r"\n\s*\n", note.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    return "\n".join(part for block in blocks for part in _block(block.splitlines()) if block.strip())


def _block(lines: list[str]) -> Iterator[str]:
    for name, run in groupby(lines, key=_list_of):
        texts = [_inline(line, listed=bool(name)) for line in run]
        if name:
            yield f"<{name}>{''.join(f'<li>{text}</li>' for text in texts)}</{name}>"
        else:
            yield f"<p>{'<br>'.join(texts)}</p>"


def _list_of(line: str) -> str:
    """The list that a line stands in; empty for none."""
    item = _ITEM.fullmatch(line)
    return "" if item is None else "ul" if item["sign"] in "-*+" else "ol"


def _inline(line: str, *, listed: bool) -> str:
    item = _ITEM.fullmatch(line) if listed else None
    safe = html.escape((item["text"] if item else line).strip(), quote=False)
    strong = _STRONG.sub(r"<strong>\g<text></strong>", safe)
    return _EMPHASIS.sub(r"<em>\g<text></em>", strong)
