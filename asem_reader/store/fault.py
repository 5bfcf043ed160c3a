# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What SQLite says went wrong with a Notebook, as one of our own errors."""

import sqlite3
from pathlib import Path

from asem_reader.core.errors import HomeUnwritable, NotebookDamaged, NotKept, ReaderError

_MAY_NOT = "it may not be written to"
# Result codes: sqlite.org/rescode.html.
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_NOT_KEPT = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_BUSY: "another program is writing to the Notebook",
    sqlite3.SQLITE_LOCKED: "another program is writing to the Notebook",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
}

# What reading or writing a Notebook may raise that is a fault of the file or the disk.
FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError, ValueError)


def told(error: Exception, notebook: Path) -> ReaderError:
    """Return the error that says what SQLite, or a row that is no mark, means for the reader."""
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, UnicodeEncodeError):
        return NotKept("it holds letters that no file can")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _READ_ONLY:
        return HomeUnwritable(str(notebook.parent), _MAY_NOT)
    if code in _NOT_KEPT:
        return NotKept(_NOT_KEPT[code])
    return NotebookDamaged(str(notebook))


def unwritable(folder: Path) -> HomeUnwritable:
    """Return the error for a folder without the right to write."""
    return HomeUnwritable(str(folder), _MAY_NOT)
