# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The binders in the Notebook: kept by name, one transaction a gesture; a damaged one spoils no other."""

import datetime
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from typing import NamedTuple

from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.printing.binder import Binder, BinderId, read, written
from asem_reader.core.printing.pack import Cover
from asem_reader.store.connect import open_to_read
from asem_reader.store.notebook.backup import backups, day_of
from asem_reader.store.notebook.file import NotebookFile
from asem_reader.store.notebook.histories import Noting
from asem_reader.store.notebook.row import seal

_ASIDE = "damaged-"  # before the id of a row that was set aside; it stays for ever
# What a binder holds ends in the digest of its row: it tells whether that is still what was written.
_SEALED = re.compile(r'(?P<content>.*), "seal": "(?P<seal>[0-9a-f]{16})"\}', re.DOTALL)
_OPENED = N_("The binder “{name}” was damaged and is kept aside; the copy of {date} is open instead.")
_LOST = N_("The binder “{name}” was damaged and is kept aside; there is no copy of it.")


class BinderRow(NamedTuple):
    """A row of binders, in bytes: those of a damaged one may be no text."""

    id: bytes
    name: bytes
    content: bytes
    created: bytes
    modified: bytes
    deleted: bytes

    @property
    def binder(self) -> Binder | None:
        """The binder that it is; None if it is damaged. An earlier program wrote no digest."""
        try:
            name, title, content, created, modified, deleted = (value.decode() for value in self)
            found = _SEALED.fullmatch(content)
            content = f"{found['content']}}}" if found else content
            if found and found["seal"] != seal((name, title, content, created, modified, deleted)):
                return None
            cover, items, outfit, edition, layout = read(content)
        except ValueError:
            return None
        times = (created, modified, deleted)
        return Binder(BinderId(name), title, cover, items, outfit, edition, *times, layout)


_ROWS = f"SELECT {', '.join(f'CAST({name} AS BLOB)' for name in BinderRow._fields)} FROM binders"


def rows(connection: sqlite3.Connection) -> Iterator[BinderRow]:
    """Yield the rows of all binders, deleted ones too, but for those set aside."""
    cursor = connection.cursor()
    cursor.row_factory = None
    for found in cursor.execute(_ROWS):
        row = BinderRow(*(value or b"" for value in found))
        if not row.id.startswith(_ASIDE.encode()):
            yield row


def readable(connection: sqlite3.Connection) -> tuple[Binder, ...]:
    """Return the binders of a Notebook that are as they were written; of a damaged file what can be read."""
    found: list[Binder] = []
    with suppress(sqlite3.DatabaseError):
        found.extend(binder for row in rows(connection) if (binder := row.binder))
    return tuple(found)


class Binders:
    """Keeps binders. All that reads and writes may raise what the Notebook may."""

    def __init__(self, file: NotebookFile) -> None:
        self.file = file

    def all(self) -> tuple[Binder, ...]:
        """The binders in use, those first that were changed last; one that is damaged is left out."""
        used = [binder for row in self._rows() if (binder := row.binder) and not binder.deleted]
        return tuple(sorted(used, key=lambda binder: (binder.modified, binder.created), reverse=True))

    @property
    def damaged(self) -> tuple[BinderRow, ...]:
        """The rows that are no binders, or not what was written, but for those set aside."""
        return tuple(row for row in self._rows() if row.binder is None)

    def draft(self, name: str, cover: Cover, edition: str) -> Binder:
        """Return a new binder that is not in the Notebook yet."""
        now = self.now()
        return Binder(BinderId(os.urandom(16).hex()), name, cover, edition=edition, created=now, modified=now)

    _PUT = """
        INSERT INTO binders (id, name, content, created, modified, deleted) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content,
          created = excluded.created, modified = excluded.modified, deleted = excluded.deleted
    """

    def put(self, *binders: Binder, histories: Mapping[str, str] | None = None) -> None:
        """Keep binders as they are now, by key with the histories of those that were joined to another.

        One that is deleted can come back for thirty days.
        """
        with self.file.writing() as connection:
            was = {binder.id: binder for row in rows(connection) if (binder := row.binder)}
            noting = Noting(connection, self.file.clock().timestamp(), histories or {})
            connection.executemany(self._PUT, map(_values, binders))
            noting.binders(was, binders)

    def take_in(self, binders: Iterable[Binder]) -> None:
        """Keep binders of another Notebook; one whose id is known here stays as it is, be it in the bin."""
        binders = tuple(binders)
        known = {row.id.decode(errors="replace") for row in self._rows()} if binders else set()
        new = [binder for binder in binders if binder.id not in known]
        if new:
            self.put(*new)

    def mend(self) -> tuple[str, ...]:
        """Set each damaged binder aside, where it is kept for ever, and open the newest whole copy instead.

        Return a sentence for each that says what was done.
        """
        told = []
        for row in self.damaged:
            copy, day = self._copy(row)
            self._set_aside(row)
            if copy:
                self.put(copy)
            form = _(_OPENED if copy else _LOST)
            told.append(form.format(name=row.name.decode(errors="replace"), date=spoken(day)))
        return tuple(told)

    def now(self) -> str:
        """The time as binders carry it, finer than a second: the last change is the one that is last."""
        return self.file.clock().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    _SET_ASIDE = "UPDATE binders SET id = ? || CAST(id AS TEXT), deleted = '' WHERE CAST(id AS BLOB) = ?"

    def _set_aside(self, row: BinderRow) -> None:
        """Keep a row as it is, but under an id that is no binder's."""
        with self.file.writing() as connection:
            # One binder may be damaged more than once.
            name = f"{_ASIDE}{self.now()[:10]}-{os.urandom(4).hex()}-"
            connection.execute(self._SET_ASIDE, (name, row.id))

    def _copy(self, row: BinderRow) -> tuple[Binder | None, str]:
        """The binder of a damaged row in the newest backup that has it whole, and the day of that."""
        for backup in backups(self.file.path):
            with suppress(sqlite3.DatabaseError), closing(open_to_read(backup)) as connection:
                for binder in readable(connection):
                    if binder.id.encode() == row.id:
                        return binder, day_of(backup)
        return None, ""

    def _rows(self) -> tuple[BinderRow, ...]:
        with self.file.reading() as connection:
            if connection is None or self.file.older:
                return ()
            return tuple(rows(connection))


def _values(binder: Binder) -> tuple[str, ...]:
    """The values of a binder's row, in the table's order: its content ends in the digest of all."""
    content = written(binder)
    times = (binder.created, binder.modified, binder.deleted)
    sealed = f'{content[:-1]}, "seal": "{seal((binder.id, binder.name, content, *times))}"}}'
    return (binder.id, binder.name, sealed, *times)
