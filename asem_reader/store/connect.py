# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Opens SQLite files in the mode they deserve, and tells what is wrong with one that cannot be opened."""

import hashlib
import os
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

from asem_reader import paths
from asem_reader.core.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryMissing,
    LibraryNewer,
    LibraryOlder,
    LibraryUnsound,
    TooSlow,
)
from asem_reader.core.language import _
from asem_reader.core.marks.errors import NotebookDamaged, NotKept
from asem_reader.core.place import LibraryId
from asem_reader.store import notebookschema, schema, soundness
from asem_reader.store.files import companion, is_free

# Offsets of user_version and application_id in the first page: sqlite.org/fileformat2.html, 1.3.
_HEADER = struct.Struct(">16s44xI4xI28x")
_MAGIC = b"SQLite format 3\0"
LONGEST_SEARCH = 2.0  # seconds
_LONGEST_READ = 20.0  # no read of a sound Library, not even its thorough check, comes near
_STEPS_BETWEEN_LOOKS = 2_000
SECONDS_TO_WAIT = 5.0
_BITE = 1 << 21  # bytes: after each, a thread has to wait for its turn


def digest_agrees(path: Path) -> bool | None:
    """True if a file has the SHA-256 in the `.sha256` beside it (sha256sum's form); None if there is none."""
    beside = companion(path, ".sha256")
    if not beside.is_file():
        return None
    said = beside.read_text(encoding="ascii", errors="replace").split()
    found, bite = hashlib.sha256(), memoryview(bytearray(_BITE))
    with path.open("rb", buffering=0) as file:
        while size := file.readinto(bite):
            found.update(bite[:size])
    return said[:1] == [found.hexdigest()]


class Comparison:
    """Compares a file with its digest on a thread of its own: hashing lets go of the interpreter."""

    def __init__(self, path: Path) -> None:
        """Begin at once."""
        self._path = path
        self._found: bool | OSError | None = None
        self._thread = Thread(target=self._compare, name="comparison", daemon=True)
        self._thread.start()

    def agrees(self) -> bool | None:
        """Wait for the end, and return or raise as `digest_agrees` does."""
        self._thread.join()
        if isinstance(self._found, OSError):
            raise self._found
        return self._found

    def _compare(self) -> None:
        try:
            self._found = digest_agrees(self._path)
        except OSError as error:
            self._found = error


def open_to_read(path: Path, *, is_still: bool = True) -> sqlite3.Connection:
    """Open a SQLite file to read, or raise sqlite3.DatabaseError.

    One that `is_still`, written by nobody meanwhile, may stand on a read-only medium: no journal is looked
    for, and nothing left beside it.
    """
    # as_uri quotes what a URI must not hold: with an f-string, a "?" in a folder opens another file.
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if is_still else ''}"
    return sqlite3.connect(address, timeout=SECONDS_TO_WAIT, isolation_level=None, uri=True)


def open_library(path: Path, comparison: Comparison | None = None) -> sqlite3.Connection:
    """Open a Library to read, compared with the digest beside it, or by a `comparison` that has begun.

    Raises:
        LibraryMissing, LibraryDamaged, LibraryForeign, LibraryNewer, LibraryOlder, LibraryUnsound: as their
            names say.
    """
    name = str(path)
    if not path.is_file():
        raise LibraryMissing(name)
    try:
        agrees = comparison.agrees() if comparison else digest_agrees(path)
        if agrees is False:
            raise LibraryDamaged(name)
        magic, version, application = _head(path)
    except OSError:
        raise LibraryDamaged(name) from None
    if magic != _MAGIC or application != schema.APPLICATION_ID:
        raise LibraryForeign(name)
    if version > schema.VERSION:
        raise LibraryNewer(name)
    if version < schema.VERSION:
        raise LibraryOlder(name)
    connection = open_to_read(path)
    connection.row_factory = sqlite3.Row
    try:
        with reading(path), bounded(connection):
            _check(connection, path, is_ours=agrees is True and path.absolute() == paths.library())
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path, *, is_ours: bool) -> None:
    """Raise LibraryUnsound if what is read of a Library may be anything, or without an end.

    The values of that which came with the program were looked at when it was made, and its digest agrees.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    if not soundness.has_our_shape(connection):
        raise LibraryUnsound(str(path), _("its tables are not those of a Library"))
    found = None if is_ours else soundness.fault(connection)
    if found:
        raise LibraryUnsound(str(path), _(found))


# Which columns hold slugs, or links to such, and what of them is as it is to be read.
_QUALIFIED = {
    "topics": {"slug": "'{library}/' || slug"},
    "redirects": {"slug": "'{library}/' || slug"},
    "blocks": {"cells": """replace(cells, '"to":"asem:', '"to":"asem:{library}/')"""},
}


def qualify(connection: sqlite3.Connection, library: LibraryId) -> None:
    """Let all that is read of a Library have slugs with its id, as `core.place.slug_in` makes them.

    SQLite takes a temporary view for the table of its name. So no file can speak for another Library.
    """
    for table, changed in _QUALIFIED.items():
        names = (row["name"] for row in connection.execute(f"PRAGMA table_info({table})"))
        columns = ", ".join(f"{changed.get(name, name)} AS {name}" for name in names)
        select = f"SELECT {columns} FROM main.{table}".format(library=library)
        connection.execute(f"CREATE TEMP VIEW {table} AS {select}")


def open_notebook(path: Path, *, is_open: bool = False) -> sqlite3.Connection:
    """Open a Notebook to write where that is allowed; else to read, without the companions that WAL wants.

    If this process has it open to write (`is_open`), nothing but SQLite may look into the file: whoever
    closes it again, even one that only read, ends all locks that the process has on it, and another takes
    the log for nobody's: sqlite.org/howtocorrupt.html, 2.2.
    """
    wished = is_open or (
        os.access(path.parent, os.W_OK)
        and (not path.is_file() or (os.access(path, os.W_OK) and not _is_newer(path)))
    )
    if wished:
        return sqlite3.connect(path, timeout=SECONDS_TO_WAIT, isolation_level=None)
    connection = open_to_read(path, is_still=not companion(path, "-wal").exists())
    connection.execute("PRAGMA query_only = ON")
    return connection


_COLUMNS = """
    SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table'
"""


def version_of(connection: sqlite3.Connection, notebook: Path) -> int:
    """Return the version of a Notebook's shape, or raise NotebookDamaged: it is none, or lacks a column."""
    application, version = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
    )
    wanted = notebookschema.COLUMNS.get(version, {"marks.id"})
    there = {found[0] for found in connection.execute(_COLUMNS)}
    if application != notebookschema.APPLICATION_ID or not wanted <= there:
        raise NotebookDamaged(str(notebook))
    return version


def finish_rolling_back(notebook: Path) -> None:
    """Let SQLite undo what was broken off; NotKept if its journal is a link or a pipe: it would wait."""
    journal = Path(f"{os.path.realpath(notebook)}-journal")  # the Notebook may be a link
    if not is_free(journal):
        raise NotKept(_("{journal} is a link or a pipe").format(journal=journal))
    if journal.exists() and os.access(notebook.parent, os.W_OK) and not _is_newer(notebook):
        with closing(sqlite3.connect(notebook, timeout=SECONDS_TO_WAIT)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _is_newer(notebook: Path) -> bool:
    """True if a later program wrote a Notebook."""
    return _head(notebook)[1] > notebookschema.VERSION


def _head(path: Path) -> tuple[bytes, int, int]:
    """Magic string, user version and application id of a database, read from its first page."""
    with path.open("rb") as file:
        magic, version, application = _HEADER.unpack(file.read(_HEADER.size).ljust(_HEADER.size, b"\0"))
    return magic, version, application


@contextmanager
def bounded(connection: sqlite3.Connection, seconds: float = _LONGEST_READ) -> Iterator[None]:
    """Interrupt whatever runs on `connection` inside the block after `seconds`: SQLITE_INTERRUPT.

    Ctrl+C ends it as well: sqlite3 swallows what is raised in a handler, and tells an interrupt.
    """
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT and time.monotonic() <= end:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what is wrong with a Library inside the block into LibraryDamaged, a stopped read into TooSlow.

    A value that is none of its kind, or a number that leads nowhere, is as wrong as what SQLite finds broken.
    """
    try:
        yield
    except (sqlite3.DatabaseError, ValueError, LookupError, RecursionError) as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise TooSlow from error
        raise LibraryDamaged(str(path)) from error
