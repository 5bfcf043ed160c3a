# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The backup of the day, made of the Notebook as it is before the first change."""

import datetime
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Lock, Thread

from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.errors import NotBackedUp, NotebookDamaged
from asem_reader.store.files import reason
from asem_reader.store.notebook.backup import back_up, is_due
from asem_reader.store.notebook.faults import FAULTS, told

_LARGE = 2_000_000  # bytes of a Notebook of which a copy, verified, takes longer than a gesture may


class DailyBackup:
    """Sees to it that each day on which the Notebook is changed has a backup.

    A small Notebook is copied at once. A large one is copied on a thread, while the change goes on: in a
    write-ahead log, who began to read before a change goes on reading what was there.

    Attributes:
        fault: why the last one could not be made, or is not whole; None if nothing is wrong.
    """

    def __init__(self, path: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        """Take the Notebook's file, and what opens it for another thread."""
        self.fault: ReaderError | None = None
        self._path = path
        self._connect = connect
        self._making = Lock()  # one at a time, whatever it is for
        self._thread: Thread | None = None

    def before_change(self, connection: sqlite3.Connection, today: datetime.date) -> None:
        """Make the backup of the day, or begin it, if it is due.

        A change of the reader's does not wait for one that the disk has no room for: their words go first,
        and `fault` says why.

        Raises:
            NotebookDamaged: the Notebook is not whole.
        """
        if self._thread and self._thread.is_alive():
            return
        if isinstance(self.fault, NotebookDamaged):
            raise self.fault
        self.fault = None
        with self._making:
            due = is_due(connection, self._path, today)
            later = due and self._may_be_later(connection)
            if due and not later:
                with self._noting():
                    back_up(connection, self._path, today)
        if later:
            self._begin(today)
        if isinstance(self.fault, NotebookDamaged):
            raise self.fault

    def make_now(self, today: datetime.date, cause: str = "") -> None:
        """Make one for a cause, that is never thrown away, and that of the day if it is due.

        Raises:
            sqlite3.DatabaseError, OSError: it could not be made.
        """
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
        """Wait until the one that was begun is made."""
        if self._thread:
            self._thread.join()

    def _may_be_later(self, connection: sqlite3.Connection) -> bool:
        in_log = connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        return in_log and self._path.stat().st_size >= _LARGE

    def _begin(self, today: datetime.date) -> None:
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
