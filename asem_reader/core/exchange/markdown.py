# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks, notes and plain text as Markdown (CommonMark 0.31.2), for reading and for writing on elsewhere."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from asem_reader.core import span
from asem_reader.core.exchange.speech import filing_of, kind_of, parts_of
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.guide import Chapter, view_said
from asem_reader.core.marks.mark import Mark
from asem_reader.core.marks.notemarkup import NoteBlock, blocks

HEAD = N_("# Marks")
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_INDENT = 4  # blanks before an item of a list in a list: it stands behind the sign of the other
_ITEM = re.compile(r"([-+=]|\d{1,9}(?=[.)]))")


def written(chapters: Sequence[Chapter], day: str) -> str:
    """Return marks by topic as Markdown; `day` is that of writing, as it shall be read."""
    count = sum(len(chapter.marks) for chapter in chapters)
    origin = ngettext(
        "From ASEM Reader, {day}: {count} mark.", "From ASEM Reader, {day}: {count} marks.", count
    )
    head = f"{_(HEAD)}\n\n{origin.format(day=day, count=count)}\n"
    return "\n".join((head, *(line for chapter in chapters for line in _chapter(chapter))))


def _chapter(chapter: Chapter) -> Iterator[str]:
    symbol = f" ({chapter.symbol})" if chapter.symbol else ""
    yield f"## {plain(chapter.title)}{symbol}\n\n<{chapter.place.address}>\n"
    for mark in chapter.marks:
        yield from _mark(mark, chapter)


def _mark(mark: Mark, chapter: Chapter) -> Iterator[str]:
    where = f": {_link(mark.place.address)}" if mark.place != chapter.place else ""
    yield f"### {kind_of(mark)}{where}\n"
    before, words, behind = map(plain, parts_of(mark))
    # All of a paragraph in bold would say no more than its heading does.
    strong = f"**{words}**" if words and (before or behind) else words
    if before or strong:
        yield f"{quoted(before + strong + behind)}\n"
    if mark.view:
        yield f"{plain(view_said(mark.view, chapter.names))}\n"
    if mark.body:
        yield f"{note(mark.body)}\n"
    filing = " ".join(" · ".join(filing_of(mark)).split())
    yield f"*{plain(filing[:1].upper() + filing[1:])}*\n"


def _link(address: str) -> str:
    """An address as a link to it; that of a view has signs that mean something."""
    return f"[{plain(address)}]({address})".replace("\\#", "#")


def plain(text: str) -> str:
    """Return a text in which no sign means anything (CommonMark, 2.4 and 2.5), for a line or several."""
    return _SIGNS.sub(r"\\\1", text).replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return Markdown that may be several lines as a quotation."""
    return "\n".join(f"> {_unlisted(line.strip())}".rstrip(" ") for line in text.split("\n"))


def note(text: str) -> str:
    """Return a note with its light emphasis and lists, and each of its lines on one of its own."""
    found = blocks(text)
    rooms = ("\n" if before.sign and block.sign else "\n\n" for before, block in pairwise(found))
    return "".join(f"{room}{_block(block)}" for room, block in zip(chain([""], rooms), found, strict=False))


def _block(block: NoteBlock) -> str:
    before = " " * _INDENT * block.level + (f"{block.sign} " if block.sign else "")
    lines = (_unlisted(span.written(line, plain, ("**", "**"), ("*", "*"))) for line in block.lines)
    return before + f"\\\n{' ' * len(before)}".join(lines)


def _unlisted(line: str) -> str:
    """A line that begins no list: a backslash stands before the sign, or before the dot behind a number."""
    found = _ITEM.match(line)
    if not found:
        return line
    at = found.end() if found[0].isdecimal() else 0
    return f"{line[:at]}\\{line[at:]}"
