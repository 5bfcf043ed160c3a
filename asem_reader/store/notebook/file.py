# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Notebook's file: opened as its disk deserves, written in whole transactions, backed up before."""

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.errors import (
    HomeUnwritable,
    NotebookDamaged,
    NotebookGone,
    NotebookNewer,
    NotebookReplaced,
    NotKept,
)
from asem_reader.store import private, schema
from asem_reader.store.connect import finish_rolling_back, open_notebook, version_of
from asem_reader.store.files import is_local, reason
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.checkpoint import Checkpoint
from asem_reader.store.notebook.daily import DailyBackup
from asem_reader.store.notebook.faults import FAULTS, told, unwritable
from asem_reader.store.notebook.replacement import FileWatch, copy_aside, put_back
from asem_reader.store.notebook.upkeep import Upkeep


class NotebookFile:
    """One SQLite file. It is made by the first change, and no earlier.

    Attributes:
        clock: what tells the time.
        version: the shape that the file has; today's while there is none.
        daily: the backup of the day.
        replaced: why nothing can be kept any more: another file was put in its place. What was in it, and
            what is written since, is in a copy beside it.
        fault_on_closing: what was found when it was closed, such as that; None if nothing is wrong.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime]) -> None:
        self.path = path
        self.version = schema.NOTEBOOK_VERSION
        self.clock = clock
        self._connection: sqlite3.Connection | None = None
        self._seen = -1
        self.replaced: NotebookReplaced | None = None
        self.fault_on_closing: ReaderError | None = None
        self.daily = DailyBackup(path, self._opened)
        self._upkeep = Upkeep(path, self.daily)
        self._checkpoint = Checkpoint(path, self._opened)
        self._watch = FileWatch(path)
        self._missed = self._is_tight = False

    def close(self) -> None:
        """Let go of the file when threads have; what was kept is on disk already, and in the file itself."""
        if self._connection:
            self._missed = True
            try:
                self.mind_place()
            except ReaderError as error:
                self.fault_on_closing = None if isinstance(error, NotebookGone) else error
                if self._watch.is_replaced:  # no room for a copy: at least the other file is left as it is
                    with suppress(OSError):
                        self._watch.set_log_aside(self.clock().astimezone())
        self._let_go()

    def _let_go(self) -> None:
        self.daily.finish()
        if self._connection:
            self._checkpoint.end(self._connection)
            self._connection.close()
            self._connection = None
        self._watch.end()

    @property
    def is_home(self) -> bool:
        """Whether the file alone, without a log, holds everything."""
        return self._checkpoint.is_done

    @property
    def newer(self) -> NotebookNewer | None:
        """Why it can only be read: a later program wrote it."""
        later = self._connection and self.version > schema.NOTEBOOK_VERSION
        return NotebookNewer(str(self.path)) if later else None

    @property
    def older(self) -> bool:
        """Whether it has the first shape, with nothing but marks; the first change brings it to today's."""
        return self.version == 1

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give the connection to read from, or None while there is no Notebook.

        Raises:
            NotebookDamaged: the file is broken, or no Notebook.
            NotKept: it cannot be read just now.
        """
        with self._telling():
            yield None if self._is_new() else self._connect()

    @contextmanager
    def writing(self, *, much: bool = False) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: all of it on disk, or none.

        Args:
            much: whether so much is written that the log is better brought into the file afterwards.

        Raises:
            HomeUnwritable: the folder cannot be written.
            NotebookNewer: a later program wrote the file.
            NotebookReplaced: another file stands in its place; what was to be written is in a copy beside it.
            NotKept: the disk is full, another program holds the file, or it is gone.
        """
        self._make_folder()
        with self._telling():
            connection = self._writable()
            if not self.replaced:
                self.version = self._upkeep.before_change(connection, self.version, self.clock().date())
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
            self._stay_in_place()  # the file may have been moved meanwhile
            if self.replaced:
                raise self.replaced

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
        with self._telling("no backup could be made of it, for "):
            if not self._is_new():
                self.daily.make_now(self.clock().date(), cause)

    def changed_elsewhere(self) -> bool:
        """Whether another program changed the file since this was asked last.

        Raises:
            NotebookDamaged, NotKept: as `reading`.
            NotebookGone, NotebookReplaced: as `mind_place`.
        """
        was_there = self._connection is not None
        self.mind_place()
        with self.reading() as connection:
            if connection is None:
                return False
            seen = _data_version(connection)
            changed, self._seen = seen != self._seen, seen
            self._checkpoint.look(connection)
            return changed or not was_there

    def mind_place(self) -> None:
        """See whether the file that was opened is still the one at its path, and that nothing is lost if not.

        A file that is gone for two looks, as it is not while a program exchanges it for another, is put back.

        Raises:
            NotebookReplaced: another stands there; all that was in this one is in a copy beside it.
            NotebookGone: it was gone, and was put back.
            NotKept: it was, and there is no room for a copy.
        """
        if self.replaced:
            raise self.replaced
        if not self._connection or self._connection.in_transaction:
            return
        with self._telling("its file was moved, and no copy could be made of it, for "):
            gone, self._missed = self._watch.is_gone and self._missed, self._watch.is_gone
            if gone:
                put_back(self._connection, self.path, self._watch)
                self._let_go()
                raise NotebookGone
            self._stay_in_place()
        if self.replaced:
            raise self.replaced

    def _stay_in_place(self) -> None:
        """Go on in a copy if another file stands in this one's place, which is left as it is."""
        connection = self._connection
        if connection and self._watch.is_replaced:
            self.daily.finish()
            self._checkpoint.finish()
            aside = copy_aside(connection, self.path, self.clock().astimezone())
            self._watch.drop_log()
            connection.close()  # which brings nothing home: SQLite sees that the file was moved
            self._watch.end()
            self._connection = sqlite3.connect(aside, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            self.replaced = NotebookReplaced(str(aside))
        elif connection and self._watch.has_other_log:
            self._watch.set_log_aside(self.clock().astimezone())
            self._let_go()  # which brings the right one home

    def _writable(self) -> sqlite3.Connection:
        """The connection to write on: to a copy where another file stands in the Notebook's place."""
        self._connect(creating=self._is_new())
        if self.newer:
            raise self.newer
        if self._watch.is_gone:
            raise NotKept("its file is not in its place")
        self._stay_in_place()
        return self._connection or self._connect()

    @contextmanager
    def _telling(self, doing: str = "") -> Iterator[None]:
        try:
            yield
        except FAULTS as error:
            raise told(error, self.path) from error
        except OSError as error:
            raise NotKept(f"{doing}{reason(error)}") from error

    def _is_new(self) -> bool:
        """Whether there is no Notebook yet; an empty file is one, unless there are backups of more."""
        if self._connection:
            return False
        try:
            finish_rolling_back(self.path)
            size = self.path.stat().st_size
        except OSError:
            return True
        if size == 0 and backups(self.path):
            raise NotebookDamaged(str(self.path))
        return size == 0

    def _make_folder(self) -> None:
        try:
            private.make_folder(self.path.parent)
            if not self._is_tight:
                private.tighten(self.path.parent)
                self._is_tight = True
        except OSError as error:
            raise HomeUnwritable(str(self.path.parent), reason(error)) from error
        if not os.access(self.path.parent, os.W_OK):
            raise unwritable(self.path.parent)

    def _connect(self, *, creating: bool = False) -> sqlite3.Connection:
        if self._connection:
            if self.version < schema.NOTEBOOK_VERSION:  # until another program brings it to today's
                self.version = version_of(self._connection, self.path)
            return self._connection
        connection = None
        try:
            if creating:
                private.make_file(self.path)
            connection = self._opened()
            connection.row_factory = sqlite3.Row
            if creating:
                connection.executescript(schema.NOTEBOOK)
            self.version = version_of(connection, self.path)
            # Only now: the journal's kind is written into the file, and a foreign one is left as it is.
            if not connection.execute("PRAGMA query_only").fetchone()[0]:
                journal = "WAL" if is_local(self.path.parent) else "DELETE"
                connection.execute(f"PRAGMA journal_mode = {journal}")
                connection.execute("PRAGMA synchronous = FULL")
            self._seen = _data_version(connection)
            self._watch.begin()
        except (*FAULTS, ReaderError) as error:
            if connection:
                connection.close()
            raise told(error, self.path) from error
        self._connection = connection
        return connection

    def _opened(self) -> sqlite3.Connection:
        """A connection of its own, for a thread.

        Raises:
            sqlite3.OperationalError: another file stands in the place of the one that is open.
        """
        if self._watch.is_replaced or self._watch.is_gone:
            raise sqlite3.OperationalError("its file was moved")
        return open_notebook(self.path)


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that is another as soon as another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
