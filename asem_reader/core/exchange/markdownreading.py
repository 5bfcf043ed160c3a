# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads marks from Markdown: what `markdown` wrote, also when it was written on, and plain lists of links."""

import re
import textwrap
from dataclasses import dataclass, field

from asem_reader.core.dates import date_of
from asem_reader.core.exchange import escape
from asem_reader.core.exchange.entry import from_entry, is_address
from asem_reader.core.exchange.markdown import BETWEEN, COMMENT, COMMENT_END, FOLDER, HEAD, WITHIN
from asem_reader.core.exchange.parcel import Parcel, Unreadable, packed
from asem_reader.core.exchange.speech import kind_named, on_parts, title_of

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_MARK = re.compile(r"(?P<said>[A-Z][a-z]+(?:, [a-z]+)?)(?:: \[[^\[\]]*\]\((?P<address>[^()\s]*)\))?")
_TOPIC = re.compile(r"\s*<(?P<address>asem:[^<>\s]*)>\s*")
# Before a link may stand what makes it a heading or an item of a list, perhaps one that is ticked off.
_LINK = re.compile(
    r"(?P<indent>\s*)(?P<sign>(?:#{1,6}\s+)?(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?)"
    r"\[(?:[^\[\]\\]|\\.)*\]\((?P<address>[^()\s]*)(?: \"[^\"]*\")?\)(?P<rest>.*)"
)
_UNSEEN = ("created", "modified", "position", "deleted")
_STRONG = re.compile(rf"\\.|{re.escape('**')}")


@dataclass(slots=True)
class _Piece:
    """A mark as it stands in the text.

    Attributes:
        line: the one on which it begins, from 1.
        lines: what follows up to the next.
        said: what kind it says that it is; empty for a link alone.
        title: of the topic under which it stands.
        indent: how many blanks stand before it.
    """

    line: int
    address: str
    said: str = ""
    title: str = ""
    indent: int = 0
    lines: list[str] = field(default_factory=list)


def read(text: str, now: str) -> Parcel:
    """Return the marks that a text holds: of each what is shown, and its id, times and position if left.

    A link that begins a line, such as ``[title](asem:slug#block)``, is a bookmark, or a note if there is
    text behind it or below.

    Raises:
        Unreadable: there are none in it, or one is wrong; with its line.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reading = _Reading()
    for number, line in enumerate(lines, 1):
        reading.walk(number, line)
    if not reading.pieces and not lines[0].startswith(HEAD):
        raise Unreadable("it holds no marks: each is a link such as [title](asem:maritime-security#dzhb)")
    marks = []
    for piece in reading.pieces:
        try:
            marks.append(from_entry(_entry(piece) if piece.said else _plain_entry(piece), now))
        except ValueError as error:
            raise Unreadable(str(error), piece.line) from None
    return packed(marks, left_out=reading.left_out)


class _Reading:
    """Walks through the lines.

    Attributes:
        pieces: the marks.
        left_out: how many links lead to no place in a Library.
    """

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.left_out = 0
        self._topic = ""
        self._title = ""
        self._open: _Piece | None = None

    def walk(self, number: int, line: str) -> None:
        """Take in a line."""
        if "#" not in line[:4] and self._open and self._open.said:
            self._open.lines.append(line)  # as nearly all lines are: in a mark, and no heading
            return
        heading = _HEADING.match(line)
        if heading and self._mark(number, line[heading.end() :].strip().rstrip("#").rstrip()):
            return
        if not (self._open and self._open.said and not heading) and self._link(number, line):
            return
        if heading:
            self._open, self._topic = None, ""
            self._title = escape.unescaped(line[heading.end() :].strip())
        elif self._open:
            self._open.lines.append(line)
        elif topic := _TOPIC.fullmatch(line):
            self._topic = topic["address"]

    def _mark(self, number: int, heading: str) -> bool:
        """Begin a mark, if a heading says what kind it is."""
        found = _MARK.fullmatch(heading)
        if not found or not kind_named(found["said"])[0]:
            return False
        address = found["address"] or self._topic
        self._begin(_Piece(number, address, found["said"], self._title))
        return True

    def _link(self, number: int, line: str) -> bool:
        """Begin a mark with a link that leads to a place; of a list, one that leads elsewhere is left out."""
        found = _LINK.fullmatch(line)
        if not found:
            return False
        indent = len(found["indent"])
        if is_address(found["address"]):
            self._begin(_Piece(number, found["address"], indent=indent, lines=[found["rest"]]))
            return True
        is_another = self._open is None or bool(found["sign"].strip() and indent <= self._open.indent)
        if is_another:
            self.left_out += 1
            self._open = None
        return is_another

    def _begin(self, piece: _Piece) -> None:
        self.pieces.append(piece)
        self._open = piece


def _plain_entry(piece: _Piece) -> dict[str, str]:
    """A link, and what is written behind it and below."""
    beside = piece.lines[0].strip().lstrip(":–—-").strip()
    below = textwrap.dedent("\n".join(piece.lines[1:])).strip("\n")
    lines = [*([beside] if beside else []), *below.split("\n")]
    return {"address": piece.address, "note": escape.unnoted(lines)}


def _entry(piece: _Piece) -> dict[str, str]:
    """A mark under its heading: comment, quotation, note, and where it is kept."""
    lines = piece.lines
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    unseen = _unseen(lines[first].strip()) if first < len(lines) else None
    lines = lines[first + 1 :] if unseen is not None else lines
    on_block = "#" in piece.address
    quote, lines = _quotation(lines) if on_block else ("", lines)
    filing, at = _last_filing(lines)
    note, more = escape.unnoted(lines[:at]), escape.unnoted(lines[at + 1 :])
    kind, colour = kind_named(piece.said)
    shown, words, nth = _parts(quote)
    return {
        **filing,
        **(unseen or {}),
        "address": piece.address,
        "kind": kind,
        "colour": colour,
        "quote": shown if on_block else title_of(piece.address, piece.title),
        "words": words,
        "nth": str(nth),
        "note": "\n\n".join(part for part in (note, more) if part),
    }


def _unseen(line: str) -> dict[str, str] | None:
    """What a comment tells; None if it is none of ours."""
    if not line.startswith(COMMENT):
        return None
    if not line.endswith(COMMENT_END):
        raise ValueError(f"the comment of this mark must end in {COMMENT_END} on its line")
    name, *told = line.removeprefix(COMMENT).removesuffix(COMMENT_END).split()
    entry = dict(part.partition("=")[::2] for part in told)
    known = {name: entry[name] for name in _UNSEEN if name in entry}
    return {**known, "id": name, "waiting": entry.get("waiting", "").replace("-", " ")}


def _quotation(lines: list[str]) -> tuple[str, list[str]]:
    """The quotation that lines begin with, and the lines behind it."""
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = start
    found = []
    while end < len(lines) and (inner := escape.unquoted(lines[end])) is not None:
        found.append(inner)
        end += 1
    return "\n".join(found), lines[end:]


def _parts(quote: str) -> tuple[str, str, int]:
    """What a quotation quotes, the words in it that are strong, and which of their places that is."""
    at = [found.start() for found in _STRONG.finditer(quote) if found[0] == "**"]
    if len(at) < 2:
        return escape.unescaped(quote), "", 0
    first, last = at[0], at[1]
    parts = (quote[:first], quote[first + 2 : last], quote[last + 2 :])
    before, words, behind = map(escape.unescaped, parts)
    return on_parts(before, words, behind)


def _last_filing(lines: list[str]) -> tuple[dict[str, str], int]:
    """Folder, tags and day of a mark, and on which of its lines they stand; behind all if on none."""
    for number in range(len(lines) - 1, -1, -1):
        filing = _filing(lines[number].strip())
        if filing is not None:
            return filing, number
    return {}, len(lines)


def _filing(line: str) -> dict[str, str] | None:
    if not (line.startswith("*") and line.endswith("*") and len(line) > 2):
        return None
    *parts, day = line[1:-1].split(BETWEEN)
    created = date_of(day)
    folder = parts.pop(0) if parts and parts[0].startswith(FOLDER) else ""
    tags = parts.pop(0) if parts and parts[0].startswith(("\\#", "#")) else ""
    if parts or not created:
        return None
    names = [escape.unescaped(name) for name in folder.removeprefix(FOLDER).split(WITHIN)]
    return {"folder": "/".join(names), "tags": escape.unescaped(tags), "created": created}
