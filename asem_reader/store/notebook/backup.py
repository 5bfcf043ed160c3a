# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Backups of the Notebook: verified when made, and kept in rotation."""

import datetime
import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from asem_reader.core.language import _
from asem_reader.core.marks.errors import NotebookDamaged
from asem_reader.store import notebookschema
from asem_reader.store.files import is_regular, make_file, make_folder

# The day, and why it was made if not because of the day.
_NAME = re.compile(r"notebook-(\d{4}-\d{2}-\d{2})(?:-([a-z0-9-]+))?\.db")
_ANYTHING = "SELECT EXISTS (SELECT 1 FROM marks) OR EXISTS (SELECT 1 FROM binders)"
_DAYS_KEPT = 7
_WEEKS_KEPT = 4


def folder_of(notebook: Path) -> Path:
    """The folder in which the backups of a Notebook lie."""
    return notebook.parent / "backups"


def backups(notebook: Path) -> list[Path]:
    """The backups of a Notebook, newest first; what has no day in its name is none, nor is a link."""
    folder = folder_of(notebook)
    found = [file for file in folder.glob("notebook-*.db") if day_of(file) and is_regular(file)]
    return sorted(found, key=lambda file: (day_of(file), file.stat().st_mtime_ns), reverse=True)


def day_of(backup: Path) -> str:
    """The day on which a backup was made, ``YYYY-MM-DD``, as its name says; empty if it says none."""
    found = _NAME.fullmatch(backup.name)
    with suppress(ValueError):  # such as 30 February
        return datetime.date.fromisoformat(found[1]).isoformat() if found else ""
    return ""


def is_due(connection: sqlite3.Connection, notebook: Path, today: datetime.date) -> bool:
    """True if a change of today would be the first, of a Notebook that has something to lose."""
    return not _target(notebook, today, "").exists() and bool(connection.execute(_ANYTHING).fetchone()[0])


def back_up(connection: sqlite3.Connection, notebook: Path, today: datetime.date, reason: str = "") -> None:
    """Copy the Notebook as it is, verify the copy, and thin out old ones.

    The copies of the last seven days that have one are kept, and of the weeks before, those of the
    last four; one with a reason, such as ``before-2``, is never thrown away.

    Raises:
        OSError, sqlite3.DatabaseError: the copy could not be made; nothing was replaced.
        NotebookDamaged: nor is the Notebook whole.
    """
    target = _target(notebook, today, reason)
    make_folder(target.parent)
    # Of its own, for another program may be making one too.
    draft = target.with_suffix(f".{os.getpid()}.part")
    try:
        draft.unlink(missing_ok=True)
        make_file(draft)
        begun = draft.stat().st_mtime_ns
        with closing(sqlite3.connect(draft)) as copy:
            connection.backup(copy)
            whole = is_whole(copy) and _count(copy) == _count(connection)
        if not whole:
            if not is_whole(connection):
                raise NotebookDamaged(str(notebook))
            raise sqlite3.DatabaseError(_("the copy is not as the Notebook is"))
        draft.replace(target)
        _sweep(target.parent, begun)
    finally:
        draft.unlink(missing_ok=True)
    for old in _outdated(backups(notebook), target):
        old.unlink(missing_ok=True)


def _sweep(folder: Path, begun: int) -> None:
    """Take away what programs left that were killed: drafts that nobody wrote on since a time."""
    for left in folder.glob("notebook-*.part*"):  # and SQLite's companions of such
        with suppress(OSError):  # another program may be as tidy
            if left.stat().st_mtime_ns <= begun:
                left.unlink()


def is_whole(connection: sqlite3.Connection) -> bool:
    """True if a file is a Notebook that SQLite finds no fault with."""
    with suppress(sqlite3.DatabaseError, UnicodeDecodeError):
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == notebookschema.APPLICATION_ID
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return ours and sound and _count(connection) >= 0
    return False


def _target(notebook: Path, today: datetime.date, reason: str) -> Path:
    return folder_of(notebook) / f"notebook-{today.isoformat()}{reason and f'-{reason}'}.db"


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM marks").fetchone()[0])


def _outdated(newest_first: list[Path], made: Path) -> list[Path]:
    """The backups that need not be kept; never the one just made, whatever the clock says."""
    daily = [file for file in newest_first if (found := _NAME.fullmatch(file.name)) and not found[2]]
    weeks: dict[tuple[int, int], Path] = {}
    for file in daily[_DAYS_KEPT:]:
        weeks.setdefault(datetime.date.fromisoformat(day_of(file)).isocalendar()[:2], file)
    kept = (*daily[:_DAYS_KEPT], *list(weeks.values())[:_WEEKS_KEPT], made)
    return [file for file in daily if file not in kept]
