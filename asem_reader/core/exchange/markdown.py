# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as Markdown (CommonMark), for reading and for writing on."""

import re
from collections.abc import Iterator, Sequence

from asem_reader.core.exchange.guide import Chapter
from asem_reader.core.exchange.speech import filing_line, kind_of, parts_of
from asem_reader.core.marks import Mark

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
# A note may emphasise and list; what would be a heading, a rule, a quote or code of the page may not begin.
_LEADING = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|`{3,}|~{3,}|=+[ \t]*$|-{2,}[ \t]*$|\*[ \t]*\*[ \t]*\*[*\t ]*$|>)",
    re.MULTILINE,
)


def written(chapters: Sequence[Chapter], day: str) -> str:
    """Return marks by topic as Markdown, each with the words it is on, the note and where it is kept.

    Args:
        chapters: the marks on each topic.
        day: on which it is written, as it shall be read.
    """
    count = sum(len(chapter.marks) for chapter in chapters)
    head = f"# Marks\n\nFrom ASEM Reader, {day}: {count} mark{'s' * (count != 1)}.\n"
    return "\n".join((head, *(line for chapter in chapters for line in _chapter(chapter))))


def _chapter(chapter: Chapter) -> Iterator[str]:
    symbol = f" ({chapter.symbol})" if chapter.symbol else ""
    yield f"## {_plain(chapter.title)}{symbol}\n\n<{chapter.place.address}>\n"
    for mark in chapter.marks:
        yield from _mark(mark)


def _mark(mark: Mark) -> Iterator[str]:
    where = f": [{mark.place.address}]({mark.place.address})" if mark.block else ""
    yield f"### {kind_of(mark)}{where}\n"
    before, words, behind = parts_of(mark)
    # All of a paragraph in bold would say no more than its heading does.
    strong = _strong(words) if before or behind else _plain(words)
    quote = f"{_plain(before)}{strong}{_plain(behind)}"
    if quote.strip():
        yield "\n".join(f"> {line}".rstrip() for line in quote.splitlines()) + "\n"
    if mark.body.strip():
        yield _note(mark.body.strip("\r\n")) + "\n"
    yield f"*{_plain(filing_line(mark))}*\n"


def _plain(text: str) -> str:
    """A text in which no sign means anything."""
    return _SIGNS.sub(r"\\\1", text)


def _strong(words: str) -> str:
    """Words in bold; the stars must touch them."""
    core = words.strip()
    return words.replace(core, f"**{_plain(core)}**", 1) if core else words


def _note(text: str) -> str:
    """A note with its light emphasis and lists, and each of its lines on one of its own."""
    safe = _LEADING.sub(r"\1\\\2", text.replace("&", "&amp;").replace("<", "&lt;"))
    return re.sub(r"(?<=\S) *\n(?=\S)(?!\s*(?:[-*+]|\d+[.)])\s)", "  \n", safe)
