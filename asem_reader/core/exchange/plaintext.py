# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as plain text, for the clipboard and a letter."""

from collections.abc import Iterator

from asem_reader.core.exchange.speech import filing_of, kind_of
from asem_reader.core.marks.guide import Chapter, view_said
from asem_reader.core.marks.mark import Mark


def written(chapter: Chapter) -> str:
    """Return the marks on a topic as text: title and address, then mark by mark."""
    title = f"{chapter.title} ({chapter.symbol})" if chapter.symbol else chapter.title
    marks = ("\n".join(_lines(mark, chapter)) for mark in chapter.marks)
    return "\n\n".join((f"{title}\n{chapter.place.address}", *marks)) + "\n"


def _lines(mark: Mark, chapter: Chapter) -> Iterator[str]:
    where = (mark.place.address,) if mark.place != chapter.place else ()
    yield " · ".join((kind_of(mark), *where, *filing_of(mark)))
    quote = " ".join((mark.words or mark.quote).split())
    if mark.block and quote:
        yield f"“{quote}”"
    if mark.view:
        yield view_said(mark.view, chapter.names)
    if mark.body.strip():
        yield mark.body.strip()
