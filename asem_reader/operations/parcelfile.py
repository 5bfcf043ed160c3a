# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks on the disk, read within bounds."""

import codecs
from collections.abc import Callable
from pathlib import Path

from asem_reader.core.exchange import annotationreading, archive, table
from asem_reader.core.exchange.format import FOR_READING, MarksFormat, format_found
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.language import _
from asem_reader.core.marks.errors import BadImport
from asem_reader.core.printing.binder import Binder
from asem_reader.operations import bookmarks
from asem_reader.store.files import reason
from asem_reader.store.notebook.recovery import held_elsewhere

_NOTEBOOK = b"SQLite format 3\0"
LARGEST = 128 * 2**20  # bytes: some 220,000 marks, each with its paragraph; reading them takes 0.9 GB


def read_parcel(path: Path, kind: MarksFormat | None, now: str) -> tuple[Parcel, tuple[Binder, ...]]:
    """Return what a file of marks holds; one that is another Notebook may hold binders, too.

    Without a format it is of the one that it begins with, or its name ends in. Marks that come without a time
    are of `now`.

    Raises:
        BadImport: it cannot be read, is too large or is none; with the line, where there is one.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadImport(str(path), reason(error)) from error
    if len(content) > LARGEST:
        raise BadImport(str(path), _("it is larger than {count} MB").format(count=LARGEST // 2**20))
    if content.startswith(_NOTEBOOK):
        return held_elsewhere(path)
    try:
        text = _decoded(content)
        return read(text, kind or format_found(text, path.name), now), ()
    except Unreadable as error:
        raise BadImport(str(path), str(error)) from error
    except MemoryError as error:
        raise BadImport(str(path), _("there is not memory enough to read it")) from error


def read(text: str, kind: MarksFormat, now: str) -> Parcel:
    """Return the parcel of a text; `Unreadable` tells why it is none, or is not taken in."""
    text = text.removeprefix("\ufeff")
    if kind in FOR_READING:
        raise Unreadable(_("web pages and Markdown are for reading, and are not taken in"))
    return _READERS[kind](text, now)


_READERS: dict[MarksFormat, Callable[[str, str], Parcel]] = {
    MarksFormat.JSON: lambda text, _now: archive.read(text),
    MarksFormat.ANNOTATIONS: annotationreading.read,
    MarksFormat.CSV: table.read,
    MarksFormat.BOOKMARKS: bookmarks.read,
}


def _decoded(content: bytes) -> str:
    """The text in UTF-8, or in UTF-16 if it says so at its start, as some spreadsheets write it."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = _("it is no text in {encoding}").format(encoding="UTF-16" if wide else "UTF-8")
        raise Unreadable(wrong, line) from None
