# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Notebook: what the reader has added, in one SQLite file of their own."""

import datetime
import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Self

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import MarkChanged, NotebookDamaged, NotebookNewer
from asem_reader.core.marks.mark import Anchor, Colour, Folder, Mark, MarkId, MarkKind, folders_of, lineage
from asem_reader.core.place import Slug, parted
from asem_reader.store.notebook import row
from asem_reader.store.notebook.file import NotebookFile

_Found = Generator[None, None, dict[MarkId, Mark]]
_BATCH = 200  # marks that are written in some milliseconds


def utc_now() -> datetime.datetime:
    """The time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


class Notebook:
    """Keeps marks. Every gesture is one transaction, on disk when the method returns.

    The first mark makes the file, the first change brings an older one to today's shape. All that reads may
    raise what `NotebookFile.reading` may; all that writes, what `NotebookFile.writing` may.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime] = utc_now) -> None:
        self.file = NotebookFile(path, clock)

    @classmethod
    def open(
        cls, path: Path, clock: Callable[[], datetime.datetime] = utc_now, *, thorough: bool = True
    ) -> Self:
        """Open the Notebook at `path`, if there is one, and see that it is one, and whole if `thorough`.

        Raises:
            NotebookDamaged: it is no Notebook, or broken; it is left as it is.
            NotKept: it cannot be read just now.
        """
        notebook = cls(path, clock)
        try:
            with notebook.file.reading():
                pass
            if thorough and notebook.problems():
                raise NotebookDamaged(str(path))
        except ReaderError:
            # Whoever sets the file aside must find it closed.
            notebook.close()
            raise
        return notebook

    def close(self) -> None:
        """Let go of the file; what was kept is on disk already."""
        self.file.close()

    @property
    def path(self) -> Path:
        """Path of the file, be it there or not."""
        return self.file.path

    @property
    def newer(self) -> NotebookNewer | None:
        """Reason why it can only be read: a later program wrote it."""
        return self.file.newer

    def problems(self) -> tuple[str, ...]:
        """Faults that a thorough check of the file finds, each as a sentence; empty if nothing is wrong."""
        try:
            with self.file.reading() as connection:
                if connection is None:
                    return ()
                found = [line[0] for line in connection.execute("PRAGMA integrity_check")]
                self._all()
        except NotebookDamaged as error:
            found = [str(error.__cause__ or error)]
        return tuple(
            _("SQLite finds fault with it: {line}.").format(line=line) for line in found if line != "ok"
        )

    def marks(self) -> tuple[Mark, ...]:
        """All marks in use, oldest first."""
        return self._used()

    def slices(self, size: int = 400) -> Iterator[tuple[Mark, ...]]:
        """Yield all marks in use, so many rows at once, so that nobody has to wait for all of them."""
        if self.file.older or self.newer:
            yield self.marks()
            return
        last: int | None = 0
        while last is not None:
            with self.file.reading() as connection:
                found = self._rows(connection, "WHERE rowid > ? ORDER BY rowid LIMIT ?", last, size)
                marks = [row.mark(each[1:]) for each in found]
            last = found[-1][0] if found else None
            yield tuple(mark for mark in marks if not mark.deleted)

    def bin(self) -> tuple[Mark, ...]:
        """The marks that were taken away in the last thirty days, those first that went last."""
        gone = self._all("WHERE deleted != ''", of_old=False)
        return tuple(sorted(gone, key=lambda mark: mark.deleted, reverse=True))

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """The marks in use on a topic and its blocks, oldest first."""
        return tuple(mark for mark in self._used("WHERE slug = ?", parted(slug)[1]) if mark.slug == slug)

    def waiting(self) -> tuple[Mark, ...]:
        """The marks in use that wait for their reader, oldest first."""
        return self._used("WHERE waiting IS NOT NULL", of_old=False)

    def _used(self, where: str = "", *values: str, of_old: bool = True) -> tuple[Mark, ...]:
        return tuple(mark for mark in self._all(where, *values, of_old=of_old) if not mark.deleted)

    _ORDER = "ORDER BY created, rowid"

    def _all(self, where: str = "", *values: str, of_old: bool = True) -> list[Mark]:
        """Marks, oldest first; `of_old` where the first shape has the columns that are asked, too."""
        with self.file.reading() as connection:
            if connection is None or (self.file.older and not of_old):
                return []
            if self.file.older or self.newer:
                found = connection.execute(f"SELECT * FROM marks {where} {self._ORDER}", values)
                return list(row.foreign_marks(found, later=self.newer is not None))
            return [row.mark(each[1:]) for each in self._rows(connection, f"{where} {self._ORDER}", *values)]

    _MARKS = "SELECT rowid, {columns} FROM marks {which}"

    def _rows(self, connection: sqlite3.Connection | None, which: str, *values: object) -> list[Any]:
        """Rows with their numbers, as plain tuples: fifty thousand of them are made twice as fast."""
        if connection is None:
            return []
        cursor = connection.cursor()
        cursor.row_factory = None
        sql = self._MARKS.format(columns=row.columns(self.file.version), which=which)
        return cursor.execute(sql, values).fetchall()

    _FOLDERS = "SELECT path, position FROM folders ORDER BY position, path"

    def folders(self) -> tuple[Folder, ...]:
        """All folders, empty ones too, in their order."""
        with self.file.reading() as connection:
            if connection is None or self.file.older:
                return folders_of(self.marks())
            return self._folders(connection)

    def _folders(self, connection: sqlite3.Connection) -> tuple[Folder, ...]:
        return tuple(Folder(*each) for each in connection.execute(self._FOLDERS))

    _ABOUT = "SELECT value FROM about WHERE key = ?"

    def about(self, key: str) -> str:
        """The value that was kept under a key; empty if none was."""
        with self.file.reading() as connection:
            if connection is None or self.file.older:
                return ""
            found = connection.execute(self._ABOUT, (key,)).fetchone()
            return str(found["value"]) if found else ""

    def changed_elsewhere(self) -> bool:
        """True if another program changed the file since this was asked last, or made it."""
        return self.file.changed_elsewhere()

    def draft(
        self, kind: MarkKind, anchor: Anchor, body: str = "", colour: Colour | None = None, folder: str = ""
    ) -> Mark:
        """Return a new mark that is not in the Notebook yet."""
        now = self.now()
        slug, block, quote, before, after, words, nth = anchor
        texts = (quote, before, after, body, folder)
        name = MarkId(os.urandom(16).hex())
        return Mark(name, kind, slug, block, *texts, (), now, now, words, nth, colour)

    _PUT = f"""
        INSERT INTO marks ({", ".join(row.COLUMNS)}) VALUES ({", ".join("?" for _ in row.COLUMNS)})
        ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in row.COLUMNS)}
    """
    _PUT_FOLDER = "INSERT INTO folders VALUES (?, ?) ON CONFLICT (path) DO NOTHING"
    _ONE = f"SELECT {', '.join(row.COLUMNS)} FROM marks WHERE id = ?"  # of today's shape, for it is changed
    _REMOVE = "DELETE FROM marks WHERE id = ?"
    _DROP_FOLDER = "DELETE FROM folders WHERE path = ?"
    _MOVE_FOLDER = _PUT_FOLDER.replace("DO NOTHING", "DO UPDATE SET position = excluded.position")

    def change(self, change: Change) -> None:
        """Put new marks and folders in the place of old ones, all or none; what only was goes into the bin.

        A folder in which another program put a mark meanwhile stays.

        Raises:
            MarkChanged: one of the old is not there as it was, or one of the new is there already.
        """
        for _step in self.changing(change):
            pass

    def changing(self, change: Change) -> Iterator[None]:
        """Do the same in steps of some milliseconds, all of which are one transaction.

        Nothing else can be written meanwhile. Whoever leaves the steps before their end leaves all as it was.
        """
        from asem_reader.store.notebook.histories import Noting  # noqa: PLC0415 (the start changes nothing)

        staying, now = {mark.id for mark in change.new}, self.now()
        gone = tuple(mark for mark in change.old if mark.id not in staying)
        yield
        kept = {folder.path for folder in change.new_folders}
        folders = folders_of(mark for mark in change.new if not mark.deleted)
        yield
        with self.file.writing() as connection:
            was = yield from self._expected(connection, change)
            given = dict(change.new_histories)
            noting = Noting(connection, self.file.clock().timestamp(), given)
            for some in _batches(chain((mark.binned(mark.deleted or now) for mark in gone), change.new)):
                connection.executemany(self._PUT, map(row.values, some))
                noting.marks(was, some)
                yield
            connection.executemany(self._REMOVE, [(mark.id,) for mark in gone if mark.id in given])
            before = self._folders(connection)
            dropped = {folder.path for folder in change.old_folders if folder.path not in kept}
            dropped -= self._filled(connection) if dropped else set()
            connection.executemany(self._DROP_FOLDER, [(path,) for path in dropped])
            connection.executemany(self._MOVE_FOLDER, change.new_folders)
            connection.executemany(self._PUT_FOLDER, folders)
            noting.folders(before, self._folders(connection))

    _KEEP = "INSERT INTO about VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

    def keep_about(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        with self.file.writing() as connection:
            connection.execute(self._KEEP, (key, value))

    def now(self) -> str:
        """The time as marks carry it."""
        return self.file.clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _expected(self, connection: sqlite3.Connection, change: Change) -> _Found:
        """See that nobody changed meanwhile what is to be changed; return what is there, the bin too."""
        old, was = {mark.id: mark for mark in change.old}, dict[MarkId, Mark]()
        for some in _batches((*change.old, *change.new)):
            for mark in some:
                found = connection.execute(self._ONE, (mark.id,)).fetchone()
                if found:
                    was[mark.id] = row.mark(found)
                there, expected = was.get(mark.id), old.get(mark.id)
                if there != expected and (expected or not (there and there.deleted)):
                    raise MarkChanged
            yield
        return was

    _FILLED = "SELECT DISTINCT folder FROM marks WHERE deleted = ''"

    def _filled(self, connection: sqlite3.Connection) -> set[str]:
        """The folders in which marks are, and those that hold them."""
        return {path for found in connection.execute(self._FILLED) for path in lineage(found["folder"])}


def _batches(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    marks = iter(marks)
    while some := list(islice(marks, _BATCH)):
        yield some
