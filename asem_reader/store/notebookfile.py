# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Notebook's file: opened as its disk deserves, written in whole transactions, backed up before."""

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from asem_reader.core.errors import HomeUnwritable, NotebookDamaged, NotebookNewer, NotKept, ReaderError
from asem_reader.store import schema
from asem_reader.store.backup import back_up, backups
from asem_reader.store.checkpoint import Checkpoint
from asem_reader.store.daily import DailyBackup
from asem_reader.store.disk import is_local, reason
from asem_reader.store.fault import FAULTS, told, unwritable
from asem_reader.store.migration import migrate

_SECONDS_TO_WAIT = 5.0
DAYS_IN_BIN = 30
_LEAP = 100  # days: who changed nothing for so long loses nothing by keeping the bin a day longer


class NotebookFile:
    """One SQLite file. It is made by the first change, and no earlier.

    Attributes:
        clock: what tells the time.
        version: the shape that the file has; today's while there is none.
        daily: the backup of the day.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime]) -> None:
        self.path = path
        self.version = schema.NOTEBOOK_VERSION
        self.clock = clock
        self._connection: sqlite3.Connection | None = None
        self._seen = -1
        self._emptied: datetime.date | None = None
        self.daily = DailyBackup(path, self._opened)
        self._checkpoint = Checkpoint(self._opened)

    def close(self) -> None:
        """Let go of the file when threads have; what was kept is on disk already."""
        self.daily.finish()
        self._checkpoint.finish()
        if self._connection:
            self._connection.close()
            self._connection = None

    @property
    def newer(self) -> NotebookNewer | None:
        """Why it can only be read: a later program wrote it."""
        later = self._connection and self.version > schema.NOTEBOOK_VERSION
        return NotebookNewer(str(self.path)) if later else None

    @property
    def older(self) -> bool:
        """Whether an earlier program wrote it, and no change has brought it to today's shape yet."""
        return self.version < schema.NOTEBOOK_VERSION

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give the connection to read from, or None while there is no Notebook.

        Raises:
            NotebookDamaged: the file is broken, or no Notebook.
            NotKept: it cannot be read just now.
        """
        try:
            yield None if self._is_new() else self._connect()
        except FAULTS as error:
            raise told(error, self.path) from error

    @contextmanager
    def writing(self, *, much: bool = False) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: all of it on disk, or none.

        Args:
            much: whether so much is written that the log is better brought into the file afterwards.

        Raises:
            HomeUnwritable: the folder cannot be written.
            NotebookNewer: a later program wrote the file.
            NotKept: the disk is full, or another program holds the file.
        """
        self._make_folder()
        try:
            connection = self._connect(creating=self._is_new())
            if self.newer:
                raise self.newer
            self._keep_up(connection)
            if much:
                self._checkpoint.put_off(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                if much:
                    self._checkpoint.begin(connection)
        except FAULTS as error:
            raise told(error, self.path) from error
        except OSError as error:
            raise NotKept(reason(error)) from error

    def back_up(self, cause: str = "") -> None:
        """Make a verified backup that is never thrown away, if there is anything to back up.

        That of the day is made too, if it is due, so that the next change need not wait for it. Both have a
        connection of their own: they may be made on another thread than that of the file.

        Args:
            cause: what it is made for, as part of its name: small letters, digits and hyphens; empty for
                that of the day alone.

        Raises:
            NotebookDamaged, NotKept: it could not be made.
        """
        try:
            if not self._is_new():
                self.daily.make_now(self.clock().date(), cause)
        except FAULTS as error:
            raise told(error, self.path) from error
        except OSError as error:
            raise NotKept(f"no backup could be made of it, for {reason(error)}") from error

    def changed_elsewhere(self) -> bool:
        """Whether another program changed the file since this was asked last.

        Raises:
            NotebookDamaged, NotKept: as `reading`.
        """
        was_there = self._connection is not None
        with self.reading() as connection:
            if connection is None:
                return False
            seen = _data_version(connection)
            changed, self._seen = seen != self._seen, seen
            return changed or not was_there

    def _is_new(self) -> bool:
        """Whether there is no Notebook yet; an empty file is one, unless there are backups of more."""
        if self._connection:
            return False
        try:
            self._finish_rolling_back()
            size = self.path.stat().st_size
        except OSError:
            return True
        if size == 0 and backups(self.path):
            raise NotebookDamaged(str(self.path))
        return size == 0

    def _finish_rolling_back(self) -> None:
        """Let SQLite undo what was broken off: of a Notebook just being made, an empty file is left."""
        journal = self.path.with_name(f"{self.path.name}-journal")
        if journal.exists() and os.access(self.path.parent, os.W_OK) and not _is_newer(self.path):
            with closing(sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeUnwritable(str(self.path.parent), reason(error)) from error
        if not os.access(self.path.parent, os.W_OK):
            raise unwritable(self.path.parent)

    def _connect(self, *, creating: bool = False) -> sqlite3.Connection:
        if self._connection:
            return self._connection
        connection = None
        try:
            connection = self._opened()
            connection.row_factory = sqlite3.Row
            if creating:
                connection.executescript(schema.NOTEBOOK)
            self.version = self._shape(connection)
            # Only now: the journal's kind is written into the file, and a foreign one is left as it is.
            if not connection.execute("PRAGMA query_only").fetchone()[0]:
                journal = "WAL" if is_local(self.path.parent) else "DELETE"
                connection.execute(f"PRAGMA journal_mode = {journal}")
                connection.execute("PRAGMA synchronous = FULL")
            self._seen = _data_version(connection)
        except (*FAULTS, ReaderError) as error:
            if connection:
                connection.close()
            raise told(error, self.path) from error
        self._connection = connection
        return connection

    def _opened(self) -> sqlite3.Connection:
        """To write where that is allowed; else to read what is there, without the companions WAL wants."""
        wished = os.access(self.path.parent, os.W_OK) and (
            not self.path.is_file() or (os.access(self.path, os.W_OK) and not _is_newer(self.path))
        )
        if wished:
            return sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT, isolation_level=None)
        log = self.path.with_name(f"{self.path.name}-wal")
        mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
        )
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _shape(self, connection: sqlite3.Connection) -> int:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if application != schema.NOTEBOOK_APPLICATION_ID:
            raise NotebookDamaged(str(self.path))
        return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def _keep_up(self, connection: sqlite3.Connection) -> None:
        """Before a change: the backup of the day, today's shape, and no mark in the bin that is too old.

        A shape is only changed after a backup.
        """
        today = self.clock().date()
        if self.older:
            back_up(connection, self.path, today, f"before-{schema.NOTEBOOK_VERSION}")
            migrate(connection, self.version)
            self.version = schema.NOTEBOOK_VERSION
        self.daily.before_change(connection, today)
        if self._emptied != today:
            self._empty_bin(connection, today)
            self._emptied = today

    _NEWEST = "SELECT max(max(modified, deleted)) FROM marks"
    _PURGE = "DELETE FROM marks WHERE deleted != '' AND deleted < ?"
    _PURGE_BINDER = "DELETE FROM binders WHERE id = ?"

    def _empty_bin(self, connection: sqlite3.Connection, today: datetime.date) -> None:
        """Throw away what has lain in the bin for too long, unless the clock has leapt: it may be wrong.

        Of binders, only one that is as it was written: a damaged row may say anything of itself.
        """
        from asem_reader.store.binderrow import binder_of, rows  # noqa: PLC0415 (the start wants none)

        binders = [binder for row in rows(connection) if (binder := binder_of(row))]
        latest = [str(connection.execute(self._NEWEST).fetchone()[0] or "")]
        newest = max(latest + [max(binder.modified, binder.deleted) for binder in binders])
        if newest and newest < f"{today - datetime.timedelta(_LEAP)}":
            return
        oldest = f"{today - datetime.timedelta(DAYS_IN_BIN)}"
        connection.execute(self._PURGE, (oldest,))
        gone = [(binder.id,) for binder in binders if binder.deleted and binder.deleted < oldest]
        connection.executemany(self._PURGE_BINDER, gone)


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that is another as soon as another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _is_newer(path: Path) -> bool:
    """Whether a later program wrote a file, read from its first page: sqlite.org/fileformat2.html, 1.3."""
    with path.open("rb") as file:
        file.seek(60)
        return int.from_bytes(file.read(4), "big") > schema.NOTEBOOK_VERSION
