# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A source as it is listed on paper: what is said of it, and how many lines that takes."""

import re
from collections.abc import Iterable

from asem_reader.core.content import Source
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _

COPIED = N_("read in a copy; no address")

# So many letters go on a line of one of the two columns that ``resources/paper/sheet.typ`` lists sources in,
# and so many fewer beside the number. A letter is taken for half as wide as high: of 779 sources 704 come out
# right to the line, and 29 a line or two too short.
_LETTERS, _NUMBER = 52, 4

# Words break behind blanks and hyphens, addresses behind every sign.
_WORDS = re.compile(r"[^\s‐–—-]*[\s‐–—-]+|[^\s‐–—-]+$")
_SIGNS = re.compile(r"[a-zA-Z0-9]*[^a-zA-Z0-9]+|[a-zA-Z0-9]+$")


def said(source: Source) -> str:
    """Return title, publisher and date: all but where it can be read."""
    return ", ".join(part for part in (source.title, source.publisher, spoken(source.date)) if part)


def lines(source: Source) -> int:
    """Return how many lines a source takes in one of two columns, reckoned from its letters."""
    if source.kind == "copy":
        return _broken(_WORDS.findall(f"{said(source)} ({_(COPIED)})"))
    if not source.url:
        return _broken(_WORDS.findall(said(source)))
    return _broken((*_WORDS.findall(f"{said(source)}. "), *_SIGNS.findall(source.url)))


def _broken(pieces: Iterable[str]) -> int:
    """Return on how many lines pieces go, each on the first that has room; one too long for any is cut."""
    full, at = 1, _NUMBER
    for piece in pieces:
        length = len(piece.rstrip())
        if at + length > _LETTERS and at > _NUMBER:
            full, at = full + 1, _NUMBER
        more = max(0, -((_LETTERS - at - length) // (_LETTERS - _NUMBER)))
        full, at = full + more, at + len(piece) - more * (_LETTERS - _NUMBER)
    return full
