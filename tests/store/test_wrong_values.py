# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A Library that another hand wrote into: whatever its values are, it is read or refused in a sentence."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from asem_reader.core.errors import LibraryDamaged, ReaderError
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.core.theme import LIGHT
from asem_reader.operations.printing import Makeup
from asem_reader.pages.topic import page
from asem_reader.store import schema
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

WRONG = ("x<y", -5, None)
READ = ("maritime-security", "asem12", "germany")


def columns() -> list[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(schema.TABLES + schema.LEXICON)
        tables = [name for (name,) in empty.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(table, row[1]) for table in tables for row in empty.execute(f"PRAGMA table_info({table})")]


def uses(library: Library) -> Iterator[Callable[[], object]]:
    yield library.topics
    yield library.guide
    yield lambda: library.find("POL-05")
    for slug in map(Slug, READ):
        yield lambda slug=slug: page(library.article(slug), Place(slug), LIGHT, 12)
    for text in ("piracy sea", "kind:meeting bngkok"):
        yield lambda text=text: [hit.snippet for hit in library.search.find(parse(text), 5)]
        yield lambda text=text: done(library.search.scope_steps(parse(text)))
    yield ReferenceTables(library).meetings
    yield ReferenceTables(library).terms
    yield lambda: library.digests([Slug(READ[0])])
    yield lambda: Makeup(library).portions([Slug(READ[0])])


@pytest.mark.parametrize("table", sorted({table for table, _ in columns()}))
def test_a_wrong_value_ends_in_a_sentence_or_is_read(table: str, own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    whole = own_library.read_bytes()
    for number, column in enumerate(column for each, column in columns() if each == table):
        # One a column in turn; all of them where time is no matter (make torture).
        for value in WRONG if os.environ.get("THOROUGH") else [WRONG[number % len(WRONG)]]:
            own_library.write_bytes(whole)
            with closing(sqlite3.connect(own_library)) as other, suppress(sqlite3.Error):
                other.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))
                other.commit()
            with suppress(ReaderError), closing(Library.open(own_library)) as library:
                for use in uses(library):
                    with suppress(ReaderError):
                        use()


_LOOSE = "CREATE TABLE loose AS SELECT * FROM {0}; DROP TABLE {0}; ALTER TABLE loose RENAME TO {0};"
_ENDLESS = """
ALTER TABLE {0} RENAME TO kept;
CREATE VIEW {0} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT kept.* FROM kept, n;
"""


@pytest.mark.parametrize("change", [_LOOSE, _ENDLESS], ids=["loose types", "an endless view"])
@pytest.mark.parametrize("table", ["topics", "blocks", "words"])
def test_other_tables_than_ours_are_refused(table: str, change: str, own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    with closing(sqlite3.connect(own_library)) as other:
        other.executescript(f"PRAGMA legacy_alter_table = ON; {change.format(table)}")
    with pytest.raises(LibraryDamaged):
        Library.open(own_library)
