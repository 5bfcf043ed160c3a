# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A binder as a row of the Notebook, with the digest that tells whether it is still what was written."""

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from asem_reader.core.printing.binder import Binder, BinderId, read, written
from asem_reader.store.notebook.row import seal

ASIDE = "damaged-"  # before the id of a row that was set aside; it stays for ever
# What a binder holds ends in the digest of its row: it tells whether that is still what was written.
_SEALED = re.compile(r'(?P<content>.*), "seal": "(?P<seal>[0-9a-f]{16})"\}', re.DOTALL)


class BinderRow(NamedTuple):
    """A row of binders, in bytes: those of a damaged one may be no text."""

    id: bytes
    name: bytes
    content: bytes
    created: bytes
    modified: bytes
    deleted: bytes


_ROWS = f"SELECT {', '.join(f'CAST({name} AS BLOB)' for name in BinderRow._fields)} FROM binders"


def rows(connection: sqlite3.Connection) -> Iterator[BinderRow]:
    """Yield the rows of all binders, deleted ones too, but for those that were set aside.

    Raises:
        sqlite3.DatabaseError: the file is damaged here, or older than binders.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    for found in cursor.execute(_ROWS):
        row = BinderRow(*(value or b"" for value in found))
        if not row.id.startswith(ASIDE.encode()):
            yield row


def binder_of(row: BinderRow) -> Binder | None:
    """Return the binder that a row is; None if it is damaged. An earlier program wrote no digest."""
    try:
        name, title, content, created, modified, deleted = (value.decode() for value in row)
        found = _SEALED.fullmatch(content)
        content = f"{found['content']}}}" if found else content
        if found and found["seal"] != seal((name, title, content, created, modified, deleted)):
            return None
        cover, items, outfit, edition, layout = read(content)
    except ValueError:
        return None
    times = (created, modified, deleted)
    return Binder(BinderId(name), title, cover, items, outfit, edition, *times, layout)


def values(binder: Binder) -> tuple[str, ...]:
    """Return the values of a binder's row, in the table's order: its content ends in the digest of all."""
    content = written(binder)
    times = (binder.created, binder.modified, binder.deleted)
    sealed = f'{content[:-1]}, "seal": "{seal((binder.id, binder.name, content, *times))}"}}'
    return (binder.id, binder.name, sealed, *times)
