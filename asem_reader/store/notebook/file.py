# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Notebook's file: opened as its disk deserves, written in whole transactions, backed up before."""

import datetime
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.marks.errors import (
    HomeUnwritable,
    NotebookDamaged,
    NotebookGone,
    NotebookNewer,
    NotKept,
)
from asem_reader.store import notebookschema
from asem_reader.store.connect import finish_rolling_back
from asem_reader.store.files import make_folder, reason, tighten
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.connection import Connection
from asem_reader.store.notebook.faults import FAULTS, MAY_NOT, told
from asem_reader.store.notebook.upkeep import Upkeep


class NotebookFile:
    """One SQLite file. It is made by the first change, and no earlier.

    Attributes:
        clock: what tells the time.
        daily: the upkeep before changes, above all the backup of the day.
        fault_on_closing: what was found when it was closed; None if nothing is wrong.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime]) -> None:
        self.path = path
        self.clock = clock
        self._seen = -1
        self.fault_on_closing: ReaderError | None = None
        self._connection = Connection(path, self._time)
        self.daily = Upkeep(path, self._connection.open_another)
        self._is_tight = False

    def close(self) -> None:
        """Let go of the file when threads have; what was kept is on disk already, and in the file itself."""
        if self._connection.opened:
            try:
                self.mind_place(is_last=True)
            except ReaderError as error:
                self.fault_on_closing = None if isinstance(error, NotebookGone) else error
        self.daily.finish()
        self._connection.close()

    @property
    def version(self) -> int:
        """The shape that the file has; today's while there is none."""
        return self._connection.version

    @property
    def newer(self) -> NotebookNewer | None:
        """Reason why it can only be read: a later program wrote it."""
        later = self._connection.opened and self.version > notebookschema.VERSION
        return NotebookNewer(str(self.path)) if later else None

    @property
    def older(self) -> bool:
        """True if it has the first shape, with nothing but marks; the first change brings it to today's."""
        return self.version == 1

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Give the connection to read from, or None while there is no Notebook.

        Raises:
            NotebookDamaged: the file is broken, or no Notebook.
            NotebookGone, NotebookReplaced: as `mind_place`.
            NotKept: it cannot be read just now.
        """
        with self._telling():
            try:
                yield None if self._is_new() else self._open()
            except FAULTS:
                self._connection.stay_in_place()  # what was read may have been another file
                self._refuse_replaced()
                raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: all of it on disk, or none.

        Raises:
            HomeUnwritable: the folder cannot be written.
            NotebookNewer: a later program wrote the file.
            NotebookReplaced: another file stands in its place; what was to be written is in a copy beside it.
            NotKept: the disk is full, another program holds the file, or it is gone.
        """
        self._make_folder()
        with self._telling():
            self._open(creating=self._is_new())
            if self.newer:
                raise self.newer
            connection = self._connection.make_ready()
            if not self._connection.replaced:
                today = self.clock().date()
                self._connection.version = self.daily.before_change(connection, self.version, today)
            with connection:  # which ends the transaction
                connection.execute("BEGIN IMMEDIATE")
                yield connection
            self._connection.stay_in_place()  # the file may have been moved meanwhile
            self._refuse_replaced()

    def back_up(self, cause: str = "") -> None:
        """Make a verified backup for a `cause`, a part of its name, and keep it; and that of the day if due.

        Raises:
            NotebookDamaged, NotKept: it could not be made.
        """
        with self._telling(N_("no backup could be made of it, for {reason}")):
            if not self._is_new():
                self.daily.make_now(self.clock().date(), cause)

    def fresh(self) -> str:
        """Return a version for the history of what is changed now."""
        from asem_reader.store.notebook.histories import fresh_version  # noqa: PLC0415 (the start wants none)

        return fresh_version(self.clock().timestamp())

    def content(self) -> bytes:
        """All of it as one file, which needs no log beside it; it may raise what reading may."""
        with self.reading() as connection:
            content = bytearray(connection.serialize() if connection else b"")
        content[18:20] = content[18:20] and b"\1\1"  # no log: sqlite.org/fileformat2.html, 1.3.3
        return bytes(content)

    def changed_elsewhere(self) -> bool:
        """True if another program changed the file since this was asked last; raises as `reading`."""
        before = self._connection.opened
        self.mind_place()
        with self.reading() as connection:
            if connection is None:
                return False
            seen, self._seen = self._seen, _data_version(connection)
            self._connection.look()
            return seen != self._seen or connection is not before

    def mind_place(self, *, is_last: bool = False) -> None:
        """See that nothing is lost if another file is at the path, or none twice, or when it `is_last` asked.

        Raises:
            NotebookReplaced: another stands there; all that was in this one is in a copy beside it.
            NotebookGone: it was gone, and was put back.
            NotKept: it was, and there is no room for a copy.
        """
        self._refuse_replaced()
        with self._telling(N_("its file was moved, and no copy could be made of it, for {reason}")):
            self._connection.mind_place(is_last=is_last)
        self._refuse_replaced()

    def _refuse_replaced(self) -> None:
        if self._connection.replaced:
            raise self._connection.replaced from None

    @contextmanager
    def _telling(self, doing: str = "{reason}") -> Iterator[None]:
        try:
            yield
        except FAULTS as error:
            raise told(error, self.path) from error
        except OSError as error:
            raise NotKept(_(doing).format(reason=reason(error))) from error

    def _time(self) -> datetime.datetime:
        return self.clock().astimezone()

    def _is_new(self) -> bool:
        """True if there is no Notebook yet; an empty file is one, unless there are backups of more."""
        if self._connection.opened:
            return False
        self._connection.refuse_stranger()
        try:
            finish_rolling_back(self.path)
            found = self.path.stat()
        except OSError:
            return True
        if stat.S_ISFIFO(found.st_mode):  # whoever opened it would wait for ever
            raise NotKept(_("{name} is a pipe").format(name=self.path.name))
        size = found.st_size
        if size == 0 and backups(self.path):
            raise NotebookDamaged(str(self.path))
        return size == 0

    def _make_folder(self) -> None:
        try:
            make_folder(self.path.parent)
            if not self._is_tight:
                tighten(self.path.parent)
                self._is_tight = True
        except OSError as error:
            raise HomeUnwritable(str(self.path.parent), reason(error)) from error
        if not os.access(self.path.parent, os.W_OK):
            raise HomeUnwritable(str(self.path.parent), _(MAY_NOT))

    def _open(self, *, creating: bool = False) -> sqlite3.Connection:
        before = self._connection.opened
        connection = self._connection.open(creating=creating)
        if connection is not before:
            self._seen = _data_version(connection)
        return connection


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that is another as soon as another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
