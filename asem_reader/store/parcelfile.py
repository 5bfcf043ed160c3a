# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks on the disk: read within bounds, and completed from a Library."""

import codecs
from dataclasses import replace
from pathlib import Path

from asem_reader.core.content import Article
from asem_reader.core.errors import BadImport, NoSuchPlace
from asem_reader.core.exchange.format import Format, format_found, read
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks import Mark, anchor
from asem_reader.core.place import Slug
from asem_reader.store.disk import reason
from asem_reader.store.library import Library

LARGEST = 128 * 2**20  # bytes: some 220,000 marks, each with its paragraph; reading them takes 0.9 GB


def read_parcel(path: Path, kind: Format | None, now: str) -> Parcel:
    """Return what a file of marks holds.

    Args:
        path: of the file.
        kind: its format; None for the one that it begins with, or its name ends in.
        now: the time that marks get which come without one.

    Raises:
        BadImport: it cannot be read, is too large or is none; with the line, where there is one.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadImport(str(path), reason(error)) from error
    if len(content) > LARGEST:
        raise BadImport(str(path), f"it is larger than {LARGEST // 2**20} MB")
    try:
        text = _decoded(content)
        return read(text, kind or format_found(text, path.name), now)
    except Unreadable as error:
        raise BadImport(str(path), str(error)) from error
    except MemoryError as error:
        raise BadImport(str(path), "there is not memory enough to read it") from error


def complete(parcel: Parcel, library: Library) -> Parcel:
    """Return a parcel in which marks that came without a quote have the one of this Library.

    A place that it does not know, or words that do not stand there, are left as they are.
    """
    articles: dict[Slug, Article | None] = {}

    def completed(mark: Mark) -> Mark:
        if mark.quote:
            return mark
        if mark.slug not in articles:
            try:
                articles[mark.slug] = library.article(mark.slug)
            except NoSuchPlace:
                articles[mark.slug] = None
        article = articles[mark.slug]
        try:
            on = anchor(article, mark.block, mark.words, mark.nth) if article else None
        except (KeyError, ValueError):
            on = None
        return replace(mark, quote=on.quote, before=on.before, after=on.after) if on else mark

    return replace(parcel, marks=tuple(map(completed, parcel.marks)))


def _decoded(content: bytes) -> str:
    """The text in UTF-8, or in UTF-16 if it says so at its start, as some spreadsheets write it."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"it is no text in {'UTF-16' if wide else 'UTF-8'}", line) from None
