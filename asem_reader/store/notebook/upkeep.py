# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Housekeeping before a change of the Notebook: backup of the day, migration to today's shape, empty bin."""

import datetime
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Lock, Thread

from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.errors import NotBackedUp, NotebookDamaged
from asem_reader.core.marks.mark import folders_of
from asem_reader.store import notebookschema
from asem_reader.store.files import reason
from asem_reader.store.notebook import row
from asem_reader.store.notebook.backup import back_up, is_due
from asem_reader.store.notebook.faults import FAULTS, told

DAYS_IN_BIN = 30
_LEAP = 100  # days: who changed nothing for so long loses nothing by keeping the bin a month longer
_LARGE = 2_000_000  # bytes of a Notebook of which a copy, verified, takes longer than a gesture may


class Upkeep:
    """Sees to it that each day on which the Notebook is changed has a backup of what was there before.

    A small Notebook is copied at once. A large one is copied on a thread, while the change goes on: in a
    write-ahead log, who began to read before a change goes on reading what was there. The bin is emptied
    once a day, too.

    Attributes:
        fault: why the last backup could not be made, or is not whole; None if nothing is wrong.
    """

    def __init__(self, path: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        """Take the Notebook's file, and what opens it for another thread."""
        self.fault: ReaderError | None = None
        self._path = path
        self._connect = connect
        self._making = Lock()  # one at a time, whatever it is for
        self._thread: Thread | None = None
        self._emptied: datetime.date | None = None

    def before_change(self, connection: sqlite3.Connection, version: int, today: datetime.date) -> int:
        """Make ready for a change, and return the version that the file has then.

        A shape is only changed after a backup. A change of the reader's does not wait for one that the disk
        has no room for: their words go first, and `fault` says why.

        Raises:
            OSError, sqlite3.DatabaseError, NotebookDamaged: it could not be.
        """
        if version < notebookschema.VERSION:
            back_up(connection, self._path, today, f"before-{notebookschema.VERSION}")
            _migrate(connection)
        if not (self._thread and self._thread.is_alive()):
            self._refuse_damaged()
            self.fault = None
            self._back_up(connection, today)
            self._refuse_damaged()
        if self._emptied != today:
            with connection:  # which ends the transaction
                connection.execute("BEGIN IMMEDIATE")
                _empty_bin(connection, today)
            self._emptied = today
        return max(version, notebookschema.VERSION)

    def make_now(self, today: datetime.date, cause: str = "") -> None:
        """Make a backup for a cause, that is never thrown away, and that of the day if it is due."""
        with self._making, closing(self._connect()) as connection:
            if cause:
                back_up(connection, self._path, today, cause)
            if is_due(connection, self._path, today):
                back_up(connection, self._path, today)

    def take_fault(self) -> ReaderError | None:
        """Return `fault`, and forget it: it is said once. That the Notebook is damaged stays true."""
        fault = self.fault
        if not isinstance(fault, NotebookDamaged):
            self.fault = None
        return fault

    def finish(self) -> None:
        """Wait until the backup that was begun is made."""
        if self._thread:
            self._thread.join()

    def _refuse_damaged(self) -> None:
        if isinstance(self.fault, NotebookDamaged):
            raise self.fault

    def _back_up(self, connection: sqlite3.Connection, today: datetime.date) -> None:
        """Make the backup of the day, or begin it, if it is due."""
        with self._making:
            due = is_due(connection, self._path, today)
            in_log = due and connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
            later = in_log and self._path.stat().st_size >= _LARGE
            if due and not later:
                with self._noting():
                    back_up(connection, self._path, today)
        if later:
            begun = Event()
            self._thread = Thread(target=self._copy_apart, args=(today, begun), name="backup")
            self._thread.start()
            begun.wait()

    def _copy_apart(self, today: datetime.date, begun: Event) -> None:
        """Copy what is there now, and let go whoever waits to change it."""
        try:
            with self._noting(), self._making, closing(self._connect()) as connection:
                connection.execute("BEGIN")
                due = is_due(connection, self._path, today)  # from this look on, nothing newer is seen
                begun.set()
                if due:
                    back_up(connection, self._path, today)
        finally:
            begun.set()

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Keep as `fault` what goes wrong inside the block."""
        try:
            yield
        except OSError as error:
            self.fault = NotBackedUp(reason(error))
        except (*FAULTS, ReaderError) as error:
            fault = told(error, self._path)
            self.fault = fault if isinstance(fault, NotebookDamaged) else NotBackedUp(str(error))


_NEWEST = "SELECT max(max(modified, deleted)) FROM marks"
_OUT = "SELECT id, deleted FROM marks WHERE deleted != '' AND deleted < ?"
_PURGE = "DELETE FROM marks WHERE id = ?"
_PURGE_BINDER = "DELETE FROM binders WHERE id = ?"


_SEEN = "SELECT value FROM about WHERE key = 'bin'"
_SEE = "INSERT INTO about VALUES ('bin', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def _leapt(connection: sqlite3.Connection, newest: str, today: datetime.date) -> bool:
    """True until thirty days after a leap of the clock: it may be wrong for days, and set right again.

    Kept are the last day on which something was changed, and that of the last leap.
    """
    found = connection.execute(_SEEN).fetchone()
    seen, leap = str(found[0]).split(",") if found else (newest[:10], "")
    if seen and seen < f"{today - datetime.timedelta(_LEAP)}":
        leap = f"{today}"
    connection.execute(_SEE, (f"{today},{leap}",))
    return f"{today - datetime.timedelta(DAYS_IN_BIN)}" < leap <= f"{today}"


def _empty_bin(connection: sqlite3.Connection, today: datetime.date) -> None:
    """Throw away what has lain in the bin for too long, unless the clock has leapt: it may be wrong.

    Of binders, only one that is as it was written: a damaged row may say anything of itself.
    """
    # ruff: noqa: PLC0415 (the start wants none of these)
    from asem_reader.core.marks.history import Versioned
    from asem_reader.store.notebook import histories
    from asem_reader.store.notebook.binders import rows

    binders = [binder for each in rows(connection) if (binder := each.binder)]
    latest = [str(connection.execute(_NEWEST).fetchone()[0] or "")]
    newest = max(latest + [max(binder.modified, binder.deleted) for binder in binders])
    if _leapt(connection, newest, today):
        return
    oldest = f"{today - datetime.timedelta(DAYS_IN_BIN)}"
    out = dict(connection.execute(_OUT, (oldest,)))
    gone = {each.id: each.deleted for each in binders if each.deleted and each.deleted < oldest}
    going = {**out, **{histories.BINDER + name: when for name, when in gone.items()}}
    known = histories.histories(connection, going)
    left = {key: Versioned({"deleted": when}, known.get(key, "")) for key, when in going.items()}
    histories.keep(connection, {key: each.thrown_away().history for key, each in left.items()})
    connection.executemany(_PURGE, [(name,) for name in out])
    connection.executemany(_PURGE_BINDER, [(name,) for name in gone])


_OLD = "SELECT * FROM marks ORDER BY created, rowid"
_INSERT = f"INSERT INTO marks ({', '.join(row.COLUMNS)}) VALUES ({', '.join('?' for _ in row.COLUMNS)})"
_FOLDER = "INSERT INTO folders (path, position) VALUES (?, 0)"


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the version of the schema; all of it, or nothing, as when a mark cannot be read."""
    with connection:  # which ends the transaction
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 1:  # words, colours, order, the bin, digests; folders that may be empty; binders
            marks = [row.foreign_mark(old) for old in connection.execute(_OLD).fetchall()]
            connection.execute("DROP TABLE marks")
            for statement in filter(
                str.strip, (notebookschema.MARKS + notebookschema.BESIDE_MARKS).split(";")
            ):
                connection.execute(statement)
            connection.executemany(_INSERT, [row.values(mark) for mark in marks])
            connection.executemany(_FOLDER, [(folder.path,) for folder in folders_of(tuple(marks))])
        if version == 2:  # the Library of a mark; the digests of rows hold, for all are on the bundled one
            connection.execute(f"ALTER TABLE marks ADD COLUMN {notebookschema.LIBRARY}")
        if version in (2, 3):  # the view of a mark; none has one yet
            connection.execute(f"ALTER TABLE marks ADD COLUMN {notebookschema.VIEW}")
        if version in (2, 3, 4):  # nothing was changed that another Notebook could have changed too
            connection.execute(notebookschema.HISTORIES)
        if version < notebookschema.VERSION:  # another program may have been faster
            connection.execute(f"PRAGMA user_version = {notebookschema.VERSION}")
