# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The quiet record of what was read: a file of its own, which may be lost without harm."""

import errno
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from asem_reader.core.language import _
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.reading import Rest, Visit
from asem_reader.store.connect import LONGEST_SEARCH, bounded
from asem_reader.store.files import COMPANIONS, companion, is_free, is_local, make_file, make_folder

_APPLICATION_ID = 0x41534552  # "ASER"
_DAYS_KEPT = 400
_BROKEN = (sqlite3.Error, UnicodeDecodeError)
_SHAPE = f"""
BEGIN;
CREATE TABLE rests (
  slug TEXT PRIMARY KEY,
  block TEXT,
  at TEXT NOT NULL,
  digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE visits (
  day TEXT NOT NULL,
  slug TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (day, slug)
) WITHOUT ROWID;
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = 1;
COMMIT;
"""


class ReadingLog:
    """Rests and visits, written without waiting for the disk; what cannot be read or kept is done without."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    _RESTS = "SELECT slug, block, at, digest FROM rests"

    def rests(self) -> dict[Slug, Rest]:
        """The rest of each topic: where it was left."""
        rows = self._rows(self._RESTS)
        return {Slug(s): Rest(Slug(s), BlockId(b) if b else None, at, d) for s, b, at, d in rows}

    _VISITS = "SELECT day, slug, at FROM visits ORDER BY at DESC"

    def visits(self) -> tuple[Visit, ...]:
        """All visits, newest first."""
        return tuple(Visit(day, Slug(slug), at) for day, slug, at in self._rows(self._VISITS))

    _KEEP_REST = "INSERT OR REPLACE INTO rests (slug, block, at, digest) VALUES (?, ?, ?, ?)"
    _KEEP_VISIT = "INSERT OR REPLACE INTO visits (day, slug, at) VALUES (?, ?, ?)"
    _FORGET = """
        DELETE FROM visits
        WHERE day < (SELECT day FROM visits GROUP BY day ORDER BY day DESC LIMIT 1 OFFSET ?)
    """

    def keep(self, rests: Iterable[Rest], visits: Iterable[Visit]) -> bool:
        """Write down what is new, in one transaction; return whether it could be."""
        try:
            make_folder(self.path.parent)
            connection = self._connect(creating=True)
            with connection:  # which ends the transaction
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(self._KEEP_REST, rests)
                connection.executemany(self._KEEP_VISIT, visits)
                connection.execute(self._FORGET, (_DAYS_KEPT,))
        except (OSError, sqlite3.Error):
            self.close()
            return False
        return True

    _CLEAR = ("DELETE FROM rests", "DELETE FROM visits", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")

    def clear(self) -> bool:
        """Forget all, also in what the file no longer uses; return whether it could be."""
        try:
            if self.path.is_file():
                connection = self._connect(creating=True)
                for statement in self._CLEAR:
                    connection.execute(statement).fetchall()
        except (OSError, sqlite3.Error):
            self.close()
            return False
        return True

    def _rows(self, sql: str) -> list[Any]:
        """Rows of a statement; none where there is no file, or none that can be read."""
        try:
            if not self.path.is_file():
                return []
            connection = self._connect()
            with bounded(connection, LONGEST_SEARCH):
                return connection.execute(sql).fetchall()
        except (OSError, *_BROKEN):
            self.close()
            return []

    def _connect(self, *, creating: bool = False) -> sqlite3.Connection:
        if self._connection:
            return self._connection
        if not all(is_free(companion(self.path, end)) for end in ("", *COMPANIONS)):
            raise FileExistsError(errno.EEXIST, _("A link or a pipe has its name"), str(self.path))
        if creating and self.path.is_file() and not self._is_ours():
            self.path.replace(companion(self.path, ".damaged"))
        if creating:
            make_file(self.path)
        connection = self._connection = sqlite3.connect(self.path, timeout=1.0, isolation_level=None)
        if creating and not self._shape(connection):
            connection.executescript(_SHAPE)
        if is_local(self.path.parent):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _is_ours(self) -> bool:
        """True if a file is a record of ours and whole; one that isn't is set aside, not written over."""
        with (
            suppress(*_BROKEN),
            closing(sqlite3.connect(self.path)) as connection,
            bounded(connection, LONGEST_SEARCH),
        ):
            sound = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            return sound and self._shape(connection) in ("", "rests visits")
        return False

    @staticmethod
    def _shape(connection: sqlite3.Connection) -> str:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return " ".join(row[0] for row in tables)
