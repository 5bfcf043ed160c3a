# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Notebook: what the reader has added, in one SQLite file of their own."""

import datetime
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from asem_reader.core.errors import (
    HomeUnwritable,
    NoSuchMark,
    NotebookDamaged,
    NotebookNewer,
    NotKept,
    ReaderError,
)
from asem_reader.core.marks import Anchor, Mark, MarkId, MarkKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.store import schema
from asem_reader.store.backup import back_up, backups
from asem_reader.store.disk import is_local, reason

_SECONDS_TO_WAIT = 5.0


def utc_now() -> datetime.datetime:
    """The time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Notebook:
    """Keeps marks. Every gesture is one transaction, on disk when the method returns.

    Nothing is written, not even an empty file, before the first mark.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime] = utc_now) -> None:
        self.path = path
        self._clock = clock
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime.datetime] = utc_now) -> Self:
        """Open the Notebook at `path`, if there is one, and see that it is whole.

        Raises:
            NotebookDamaged: it is no Notebook, or broken; it is left as it is.
            NotebookNewer: a later program wrote it; it is left as it is.
        """
        notebook = cls(path, clock)
        try:
            notebook.marks()
            if notebook.problems():
                raise NotebookDamaged(str(path))
        except NotebookDamaged:
            # Whoever sets the file aside must find it closed.
            notebook.close()
            raise
        return notebook

    def close(self) -> None:
        """Let go of the file; what was kept is on disk already."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def problems(self) -> tuple[str, ...]:
        """What a thorough check of the file finds, each as a sentence; empty if nothing is wrong."""
        if not self._connection:
            return ()
        try:
            found = [row[0] for row in self._connection.execute("PRAGMA integrity_check")]
            self.marks()
        except (sqlite3.DatabaseError, UnicodeDecodeError, NotebookDamaged) as error:
            found = [str(error)]
        return tuple(f"SQLite finds fault with it: {line}." for line in found if line != "ok")

    _MARKS = "SELECT * FROM marks ORDER BY created, rowid"

    def marks(self) -> tuple[Mark, ...]:
        """All marks, oldest first.

        Raises:
            NotebookDamaged: the file broke since it was opened.
        """
        if not self._connection and self._is_new():
            return ()
        try:
            return tuple(_mark(row) for row in self._connect().execute(self._MARKS))
        except (sqlite3.DatabaseError, UnicodeDecodeError, ValueError) as error:
            raise self._sorted(error) from error

    def draft(self, kind: MarkKind, anchor: Anchor, body: str = "") -> Mark:
        """Return a new mark that is not in the Notebook yet."""
        now = self.now()
        return Mark(MarkId(os.urandom(16).hex()), kind, *anchor, body, "", (), now, now)

    _PUT = """
        INSERT INTO marks VALUES (:id, :kind, :slug, :block, :quote, :before, :after, :body, :folder, :tags,
                                  :created, :modified)
        ON CONFLICT (id) DO NOTHING
    """
    _REMOVE = "DELETE FROM marks WHERE id = ?"

    def put(self, marks: Iterable[Mark]) -> int:
        """Keep marks, all or none, and return how many were new; one that is there stays as it is.

        Raises:
            HomeUnwritable: the folder cannot be written.
            NotKept: the disk is full, or another program holds the file.
        """
        with self._writing() as connection:
            before = connection.total_changes
            connection.executemany(self._PUT, [_row(mark) for mark in marks])
            return connection.total_changes - before

    def exchange(self, old: Iterable[MarkId], new: Iterable[Mark]) -> None:
        """Take some marks out and keep others, all or none.

        Raises:
            NoSuchMark: one of the old is not there any more.
            HomeUnwritable, NotKept: as `put`.
        """
        with self._writing() as connection:
            for mark in old:
                if not connection.execute(self._REMOVE, (mark,)).rowcount:
                    raise NoSuchMark(mark)
            connection.executemany(self._PUT, [_row(mark) for mark in new])

    def remove(self, mark: MarkId) -> None:
        """Take a mark out.

        Raises:
            NoSuchMark: there is none with that id.
            HomeUnwritable, NotKept: as `put`.
        """
        if not self._connection and self._is_new():
            raise NoSuchMark(mark)
        self.exchange([mark], [])

    def now(self) -> str:
        """The time as marks carry it."""
        return self._clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _is_new(self) -> bool:
        """Whether there is no Notebook yet; an empty file is one, unless there are backups of more."""
        try:
            size = self.path.stat().st_size
        except OSError:
            return True
        if size == 0 and backups(self.path):
            raise NotebookDamaged(str(self.path))
        return size == 0

    def _connect(self, *, creating: bool = False) -> sqlite3.Connection:
        if self._connection:
            return self._connection
        connection = None
        try:
            connection = self._opened()
            connection.row_factory = sqlite3.Row
            if creating:
                connection.executescript(schema.NOTEBOOK)
            self._check_shape(connection)
            # Only now: the journal's kind is written into the file, and a foreign one is left as it is.
            if not connection.execute("PRAGMA query_only").fetchone()[0]:
                journal = "WAL" if is_local(self.path.parent) else "DELETE"
                connection.execute(f"PRAGMA journal_mode = {journal}")
                connection.execute("PRAGMA synchronous = FULL")
        except (sqlite3.DatabaseError, UnicodeDecodeError, ReaderError) as error:
            if connection:
                connection.close()
            raise self._sorted(error) from error
        self._connection = connection
        return connection

    def _opened(self) -> sqlite3.Connection:
        """To write where that is allowed; else to read what is there, without the companions WAL wants."""
        if os.access(self.path.parent, os.W_OK) and (not self.path.exists() or os.access(self.path, os.W_OK)):
            return sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT, isolation_level=None)
        log = self.path.with_name(f"{self.path.name}-wal")
        mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
        )
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _check_shape(self, connection: sqlite3.Connection) -> None:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != schema.NOTEBOOK_APPLICATION_ID:
            raise NotebookDamaged(str(self.path))
        if version > schema.NOTEBOOK_VERSION:
            raise NotebookNewer(str(self.path))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it on disk, or none."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeUnwritable(str(self.path.parent), reason(error)) from error
        if not os.access(self.path.parent, os.W_OK):
            raise HomeUnwritable(str(self.path.parent), "it may not be written to")
        try:
            connection = self._connect(creating=self._connection is None and self._is_new())
            back_up(connection, self.path, self._clock().date())
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._sorted(error) from error
        except OSError as error:
            raise NotKept(reason(error)) from error

    def _sorted(self, error: Exception) -> ReaderError:
        """What SQLite says, as one of our own: sqlite.org/rescode.html."""
        if isinstance(error, ReaderError):
            return error
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or isinstance(
            error, sqlite3.IntegrityError
        ):
            return NotebookDamaged(str(self.path))
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            return HomeUnwritable(str(self.path.parent), "it may not be written to")
        reasons = {
            sqlite3.SQLITE_FULL: "the disk is full",
            sqlite3.SQLITE_BUSY: "another program is writing to the Notebook",
            sqlite3.SQLITE_LOCKED: "another program is writing to the Notebook",
            sqlite3.SQLITE_IOERR: "the disk reports an error",
        }
        return NotKept(reasons[code]) if code in reasons else NotebookDamaged(str(self.path))


def _row(mark: Mark) -> dict[str, object]:
    return {
        "id": mark.id,
        "kind": str(mark.kind),
        "slug": mark.slug,
        "block": mark.block,
        "quote": mark.quote,
        "before": mark.before,
        "after": mark.after,
        "body": mark.body,
        "folder": mark.folder,
        "tags": json.dumps(mark.tags, ensure_ascii=False),
        "created": mark.created,
        "modified": mark.modified,
    }


def _mark(row: sqlite3.Row) -> Mark:
    tags = json.loads(row["tags"])
    if not isinstance(tags, list):
        raise ValueError(f"tags are “{tags}”")
    return Mark(
        MarkId(row["id"]),
        MarkKind(row["kind"]),
        Slug(row["slug"]),
        BlockId(row["block"]) if row["block"] else None,
        row["quote"],
        row["before"],
        row["after"],
        row["body"],
        row["folder"],
        tuple(tags),
        row["created"],
        row["modified"],
    )
