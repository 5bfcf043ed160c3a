# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Housekeeping before a change of the Notebook: the day's backup, today's shape, and an emptied bin."""

import datetime
import sqlite3
from pathlib import Path

from asem_reader.store import schema
from asem_reader.store.notebook.backup import back_up
from asem_reader.store.notebook.daily import DailyBackup
from asem_reader.store.notebook.migration import migrate

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
            migrate(connection)
        self._daily.before_change(connection, today)
        if self._emptied != today:
            self._empty_bin(connection, today)
            self._emptied = today
        return max(version, schema.NOTEBOOK_VERSION)

    _NEWEST = "SELECT max(max(modified, deleted)) FROM marks"
    _PURGE = "DELETE FROM marks WHERE deleted != '' AND deleted < ?"
    _PURGE_BINDER = "DELETE FROM binders WHERE id = ?"

    def _empty_bin(self, connection: sqlite3.Connection, today: datetime.date) -> None:
        """Throw away what has lain in the bin for too long, unless the clock has leapt: it may be wrong.

        Of binders, only one that is as it was written: a damaged row may say anything of itself.
        """
        from asem_reader.store.notebook.binderrow import binder_of, rows  # noqa: PLC0415 (the start wants none)

        binders = [binder for row in rows(connection) if (binder := binder_of(row))]
        latest = [str(connection.execute(self._NEWEST).fetchone()[0] or "")]
        newest = max(latest + [max(binder.modified, binder.deleted) for binder in binders])
        if newest and newest < f"{today - datetime.timedelta(_LEAP)}":
            return
        oldest = f"{today - datetime.timedelta(DAYS_IN_BIN)}"
        connection.execute(self._PURGE, (oldest,))
        gone = [(binder.id,) for binder in binders if binder.deleted and binder.deleted < oldest]
        connection.executemany(self._PURGE_BINDER, gone)
