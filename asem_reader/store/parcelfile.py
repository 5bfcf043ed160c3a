# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks on the disk, read within bounds."""

import codecs
from pathlib import Path

from asem_reader.core.exchange.format import MarksFormat, format_found, read
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks.errors import BadImport
from asem_reader.core.printing.binder import Binder
from asem_reader.store.files import reason
from asem_reader.store.notebook.recovery import held_elsewhere

_NOTEBOOK = b"SQLite format 3\0"
LARGEST = 128 * 2**20  # bytes: some 220,000 marks, each with its paragraph; reading them takes 0.9 GB


def read_parcel(path: Path, kind: MarksFormat | None, now: str) -> Parcel:
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
    if content.startswith(_NOTEBOOK):
        return held_elsewhere(path)[0]
    try:
        text = _decoded(content)
        return read(text, kind or format_found(text, path.name), now)
    except Unreadable as error:
        raise BadImport(str(path), str(error)) from error
    except MemoryError as error:
        raise BadImport(str(path), "there is not memory enough to read it") from error


def read_binders(path: Path) -> tuple[Binder, ...]:
    """Return the binders of a Notebook; a file of any other kind has none.

    Raises:
        BadImport: it is not whole, or cannot be read.
    """
    if not path.is_file():  # a pipe can be read once
        return ()
    try:
        with path.open("rb") as file:
            is_notebook = file.read(len(_NOTEBOOK)) == _NOTEBOOK
    except OSError as error:
        raise BadImport(str(path), reason(error)) from error
    return held_elsewhere(path)[1] if is_notebook else ()


def _decoded(content: bytes) -> str:
    """The text in UTF-8, or in UTF-16 if it says so at its start, as some spreadsheets write it."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"it is no text in {'UTF-16' if wide else 'UTF-8'}", line) from None
