# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Backups of the Notebook: verified when made, kept in rotation, put back when the file is damaged."""

import datetime
import re
import sqlite3
from pathlib import Path

from asem_reader.store import schema

_NAME = re.compile(r"notebook-(\d{4}-\d{2}-\d{2})\.db")
_DAYS_KEPT = 7
_WEEKS_KEPT = 4
# The companions in which SQLite keeps what is not yet in the file itself.
_COMPANIONS = ("", "-wal", "-shm", "-journal")


def folder_of(notebook: Path) -> Path:
    """Where the backups of a Notebook lie."""
    return notebook.parent / "backups"


def backups(notebook: Path) -> list[Path]:
    """The backups of a Notebook, newest first."""
    folder = folder_of(notebook)
    found = (
        [file for file in folder.glob("notebook-*.db") if _NAME.fullmatch(file.name)]
        if folder.is_dir()
        else []
    )
    return sorted(found, reverse=True)


def back_up(connection: sqlite3.Connection, notebook: Path, today: datetime.date) -> None:
    """Copy the Notebook as it is before the first change of a day, verify the copy, and thin out old ones.

    An empty Notebook is not copied. The last seven days that have one are kept, and of the weeks
    before, the last four.

    Raises:
        OSError, sqlite3.DatabaseError: the copy could not be made; nothing was replaced.
    """
    target = folder_of(notebook) / f"notebook-{today.isoformat()}.db"
    if target.exists() or not _count(connection):
        return
    target.parent.mkdir(exist_ok=True)
    draft = target.with_suffix(".part")
    draft.unlink(missing_ok=True)
    copy = sqlite3.connect(draft)
    try:
        connection.backup(copy)
        whole = _is_whole(copy) and _count(copy) == _count(connection)
    finally:
        copy.close()
    if not whole:
        raise OSError("the backup could not be verified")
    draft.replace(target)
    for old in _outdated(backups(notebook)):
        old.unlink()


def recover(notebook: Path, now: datetime.datetime) -> str:
    """Set a damaged Notebook aside under a name with the date, and put the newest good backup in its place.

    Return one sentence that says what was done. Nothing is deleted.

    Raises:
        OSError: the folder cannot be written; nothing was changed that cannot be seen.
    """
    aside = _free_name(notebook.with_name(f"notebook.damaged-{now:%Y%m%d-%H%M%S}.db"))
    for companion in _COMPANIONS:
        file = notebook.with_name(notebook.name + companion)
        if file.exists():
            file.replace(aside.with_name(aside.name + companion))
    for backup in backups(notebook):
        copy = sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)
        try:
            if not _is_whole(copy):
                continue
        finally:
            copy.close()
        draft = notebook.with_name(f"{notebook.name}.part")
        draft.write_bytes(backup.read_bytes())
        draft.replace(notebook)
        day = _NAME.fullmatch(backup.name)
        return (
            f"Your Notebook was damaged: it is kept as {aside.name}, "
            f"and the backup of {day[1] if day else backup.name} is open instead."
        )
    return f"Your Notebook was damaged, with no backup: it is kept as {aside.name}, and an empty one is open."


def _free_name(file: Path) -> Path:
    """The name itself, or with a number: what was set aside before is never written over."""
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def _is_whole(connection: sqlite3.Connection) -> bool:
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == schema.NOTEBOOK_APPLICATION_ID
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return ours and sound and _count(connection) >= 0
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM marks").fetchone()[0])


def _outdated(newest_first: list[Path]) -> list[Path]:
    """The backups that need not be kept."""
    older = newest_first[_DAYS_KEPT:]
    weeks: dict[tuple[int, int], Path] = {}
    for file in older:
        found = _NAME.fullmatch(file.name)
        if found:
            weeks.setdefault(datetime.date.fromisoformat(found[1]).isocalendar()[:2], file)
    kept = list(weeks.values())[:_WEEKS_KEPT]
    return [file for file in older if file not in kept]
