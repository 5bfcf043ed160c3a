# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Faults of a Notebook as SQLite says them, turned into our own errors."""

import sqlite3
from pathlib import Path

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.marks.errors import HomeUnwritable, NotebookDamaged, NotKept
from asem_reader.store.notebook.row import RowDamaged

MAY_NOT = N_("it may not be written to")
# Result codes: sqlite.org/rescode.html.
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_NOT_KEPT = {
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_BUSY: N_("another program is writing to the Notebook"),
    sqlite3.SQLITE_LOCKED: N_("another program is writing to the Notebook"),
    sqlite3.SQLITE_IOERR: N_("the disk reports an error"),
    sqlite3.SQLITE_READONLY_DBMOVED: N_("its file was moved"),
}

# What SQLite, and a row that is not what was written, raise. Nothing else is a fault of the Notebook: what
# its callers do meanwhile, such as reading a Library, has faults of its own.
FAULTS = (sqlite3.DatabaseError, UnicodeError, RowDamaged)


def told(error: Exception, notebook: Path) -> ReaderError:
    """Return the error that says what one of `FAULTS` means for the reader.

    A Notebook is damaged only by SQLite's own word, by a digest of ours, or where its text is none: a healthy
    one would be set aside.
    """
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, UnicodeEncodeError):
        return NotKept(_("it holds letters that no file can"))
    code = getattr(error, "sqlite_errorcode", 0)
    code = code if code in _NOT_KEPT else code & 0xFF  # of an extended one, the primary
    # What Python cannot decode has no code of SQLite's; a text of ours can always be decoded.
    undecodable = not code and (isinstance(error, UnicodeError) or "decode" in str(error))
    if code in _DAMAGED or undecodable or isinstance(error, RowDamaged):
        return NotebookDamaged(str(notebook))
    if code in _READ_ONLY:
        return HomeUnwritable(str(notebook.parent), _(MAY_NOT))
    known = _NOT_KEPT.get(code)
    return NotKept(_(known) if known else _("it was refused with “{error}”").format(error=error))
