# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as Markdown (CommonMark), for reading and for writing on."""

from collections.abc import Iterator, Sequence

from asem_reader.core.exchange.escape import note, plain, quoted
from asem_reader.core.exchange.speech import day_of, kind_of, parts_of
from asem_reader.core.marks.guide import Chapter
from asem_reader.core.marks.mark import Mark

HEAD = "# Marks"
COMMENT, COMMENT_END = "<!-- mark-", "-->"
FOLDER, BETWEEN, WITHIN = "Folder ", " · ", " › "


def written(chapters: Sequence[Chapter], day: str) -> str:
    """Return marks by topic as Markdown, each with the words it is on, the note and where it is kept.

    What is not shown of a mark, its id, times and place in its folder, stands in a comment below its
    heading, by which `markdownreading` takes it back.

    Args:
        chapters: the marks on each topic.
        day: on which it is written, as it shall be read.
    """
    count = sum(len(chapter.marks) for chapter in chapters)
    head = f"{HEAD}\n\nFrom ASEM Reader, {day}: {count} mark{'s' * (count != 1)}.\n"
    return "\n".join((head, *(line for chapter in chapters for line in _chapter(chapter))))


def _chapter(chapter: Chapter) -> Iterator[str]:
    symbol = f" ({chapter.symbol})" if chapter.symbol else ""
    yield f"## {plain(chapter.title)}{symbol}\n\n<{chapter.place.address}>\n"
    for mark in chapter.marks:
        yield from _mark(mark)


def _mark(mark: Mark) -> Iterator[str]:
    where = f": [{mark.place.address}]({mark.place.address})" if mark.block else ""
    yield f"### {kind_of(mark)}{where}\n{COMMENT}{mark.id}{_unseen(mark)} {COMMENT_END}\n"
    before, words, behind = map(plain, parts_of(mark))
    # All of a paragraph in bold would say no more than its heading does.
    strong = f"**{words}**" if words and (before or behind) else words
    if before or strong:
        yield f"{quoted(before + strong + behind)}\n"
    if mark.body:
        yield f"{note(mark.body)}\n"
    yield f"*{_filing(mark)}*\n"


def _unseen(mark: Mark) -> str:
    """What a mark has that is no content, and is not shown."""
    told = {
        "created": mark.created,
        "modified": mark.modified if mark.modified != mark.created else "",
        "position": str(mark.position or ""),
        "deleted": mark.deleted,
        "waiting": (mark.waiting or "").replace(" ", "-"),
    }
    return "".join(f" {name}={value}" for name, value in told.items() if value)


def _filing(mark: Mark) -> str:
    folder = WITHIN.join(_name(name) for name in mark.folder.split("/"))
    tags = " ".join(f"\\#{_name(tag)}" for tag in mark.tags)
    return BETWEEN.join(part for part in (f"{FOLDER}{folder}" if folder else "", tags, day_of(mark)) if part)


def _name(text: str) -> str:
    """A name in which no sign divides, for those that divide names stand as such."""
    return plain(text).replace("·", "&middot;").replace("›", "&rsaquo;").replace("\n", "&#10;")
