# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Citations: a source as it is listed, how many lines that takes, and its number as it stands in a text."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from asem_reader.core.content import Source
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.place import is_link
from asem_reader.core.span import Line, Span, numbered

COPIED = N_("read in a copy; no address")

# So many letters go on a line of one of the two columns that ``resources/paper/sheet.typ`` lists sources in,
# and so many fewer beside the number. A letter is taken for half as wide as high: of 1419 sources 1276 come
# out right to the line, and 60 too short.
_LETTERS, _NUMBER = 52, 4
_ASCII = "".join(map(chr, range(128)))
# Nobody types an address of more letters.
_LONG = 40

# Words break behind blanks and hyphens. Addresses break before a hyphen, for one at the end of a line is not
# copied along, and behind every other sign; in few pieces, for each makes the file larger.
_WORDS = re.compile(r"[^\s‐–—-]*[\s‐–—-]+|[^\s‐–—-]+$")
_PIECES = re.compile(r".{6,24}?(?:(?=-)|(?<=[^a-zA-Z0-9-]))|.{1,24}")


def said(source: Source) -> str:
    """Return title, publisher and date, and whether it was read in a copy: all but a link.

    An address that is no link stands here, for it is text.
    """
    parts = ", ".join(part for part in (source.title, source.publisher, spoken(source.date)) if part)
    if source.kind == "copy":
        return f"{parts} ({_(COPIED)})"
    return parts if is_link(source.url) or not source.url else f"{parts}. {source.url}"


def address(source: Source) -> str:
    """Return where it can be read, to be written as a link; empty if nowhere, or if that is no link.

    Letters beyond ASCII are encoded (RFC 3987, 3.1): in print those that no font has are transcribed.
    """
    return quote(source.url, safe=_ASCII) if source.kind != "copy" and is_link(source.url) else ""


def printed(source: Source, *, brief: bool = False) -> str:
    """Return the address as it is printed; in a brief list, none that nobody would type."""
    url = address(source)
    return url if not brief or len(url) <= _LONG else ""


def pieces(address: str) -> tuple[str, ...]:
    """Return an address in pieces, between which it may be broken."""
    return tuple(_PIECES.findall(address))


def bracketed(line: Line, write: Callable[[Span], str]) -> str:
    """Return a line with the numbers of sources in brackets, a blank before them.

    Args:
        line: what is written.
        write: writes a span that has text.
    """
    written = ""
    for span in line:
        if span.cites:
            written += f"{' ' * bool(written and not written[-1].isspace())}[{numbered(span.cites)}]"
        elif span.text:
            written += write(span)
    return written


def lines(source: Source, *, brief: bool = False) -> int:
    """Return how many lines a source takes in one of two columns, reckoned from its letters."""
    if url := printed(source, brief=brief):
        return _broken((*_WORDS.findall(f"{said(source)}. "), *pieces(url)))
    return _broken(_WORDS.findall(said(source)))


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
