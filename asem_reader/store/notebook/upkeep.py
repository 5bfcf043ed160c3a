# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Housekeeping before a change of the Notebook: backup of the day, migration to today's shape, empty bin."""

import datetime
import sqlite3
from pathlib import Path

from asem_reader.core.marks.mark import folders_of
from asem_reader.store import schema
from asem_reader.store.notebook import row
from asem_reader.store.notebook.backup import back_up
from asem_reader.store.notebook.daily import DailyBackup

DAYS_IN_BIN = 30
_LEAP = 100  # days: who changed nothing for so long loses nothing by keeping the bin a day longer


class Upkeep:
    """Does what has to be done first; the bin is emptied once a day."""

    def __init__(self, path: Path, daily: DailyBackup) -> None:
        self._path = path
        self._daily = daily
        self._emptied: datetime.date | None = None

    def before_change(self, connection: sqlite3.Connection, version: int, today: datetime.date) -> int:
        """Make ready for a change, and return the version that the file has then.

        A shape is only changed after a backup.

        Raises:
            OSError, sqlite3.DatabaseError, NotebookDamaged: it could not be.
        """
        if version < schema.NOTEBOOK_VERSION:
            back_up(connection, self._path, today, f"before-{schema.NOTEBOOK_VERSION}")
            _migrate(connection)
        self._daily.before_change(connection, today)
        if self._emptied != today:
            _empty_bin(connection, today)
            self._emptied = today
        return max(version, schema.NOTEBOOK_VERSION)


_NEWEST = "SELECT max(max(modified, deleted)) FROM marks"
_PURGE = "DELETE FROM marks WHERE deleted != '' AND deleted < ?"
_PURGE_BINDER = "DELETE FROM binders WHERE id = ?"


def _empty_bin(connection: sqlite3.Connection, today: datetime.date) -> None:
    """Throw away what has lain in the bin for too long, unless the clock has leapt: it may be wrong.

    Of binders, only one that is as it was written: a damaged row may say anything of itself.
    """
    from asem_reader.store.notebook.binders import rows  # noqa: PLC0415 (the start wants none)

    binders = [binder for each in rows(connection) if (binder := each.binder)]
    latest = [str(connection.execute(_NEWEST).fetchone()[0] or "")]
    newest = max(latest + [max(binder.modified, binder.deleted) for binder in binders])
    if newest and newest < f"{today - datetime.timedelta(_LEAP)}":
        return
    oldest = f"{today - datetime.timedelta(DAYS_IN_BIN)}"
    connection.execute(_PURGE, (oldest,))
    gone = [(binder.id,) for binder in binders if binder.deleted and binder.deleted < oldest]
    connection.executemany(_PURGE_BINDER, gone)


_OLD = "SELECT * FROM marks ORDER BY created, rowid"
_INSERT = f"INSERT INTO marks ({', '.join(row.COLUMNS)}) VALUES ({', '.join('?' for _ in row.COLUMNS)})"
_FOLDER = "INSERT INTO folders (path, position) VALUES (?, 0)"


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the version of the schema; all of it, or nothing.

    Raises:
        sqlite3.DatabaseError: it could not be written, or is damaged.
        ValueError: a mark of it cannot be read; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 1:  # words, colours, order, the bin, digests; folders that may be empty; binders
            marks = [row.foreign_mark(old) for old in connection.execute(_OLD).fetchall()]
            connection.execute("DROP TABLE marks")
            for statement in filter(str.strip, (schema.MARKS + schema.BESIDE_MARKS).split(";")):
                connection.execute(statement)
            connection.executemany(_INSERT, [row.values(mark) for mark in marks])
            connection.executemany(_FOLDER, [(folder.path,) for folder in folders_of(tuple(marks))])
        if version == 2:  # the Library of a mark; the digests of rows hold, for all are on the bundled one
            connection.execute(f"ALTER TABLE marks ADD COLUMN {schema.LIBRARY}")
        if version in (1, 2):  # another program may have been faster
            connection.execute(f"PRAGMA user_version = {schema.NOTEBOOK_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
