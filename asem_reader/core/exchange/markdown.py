# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as Markdown (CommonMark), for reading and for writing on elsewhere."""

from collections.abc import Iterator, Sequence

from asem_reader.core.exchange.escape import note, plain, quoted
from asem_reader.core.exchange.speech import filing_line, kind_of, parts_of
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.guide import Chapter
from asem_reader.core.marks.mark import Mark

HEAD = N_("# Marks")


def written(chapters: Sequence[Chapter], day: str) -> str:
    """Return marks by topic as Markdown, each with the words it is on, the note and where it is kept.

    Args:
        chapters: the marks on each topic.
        day: on which it is written, as it shall be read.
    """
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
        yield from _mark(mark)


def _mark(mark: Mark) -> Iterator[str]:
    where = f": [{mark.place.address}]({mark.place.address})" if mark.block else ""
    yield f"### {kind_of(mark)}{where}\n"
    before, words, behind = map(plain, parts_of(mark))
    # All of a paragraph in bold would say no more than its heading does.
    strong = f"**{words}**" if words and (before or behind) else words
    if before or strong:
        yield f"{quoted(before + strong + behind)}\n"
    if mark.body:
        yield f"{note(mark.body)}\n"
    filing = " ".join(filing_line(mark).split())
    yield f"*{plain(filing)}*\n"
