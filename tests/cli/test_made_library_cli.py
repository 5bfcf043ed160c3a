# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A Library that somebody made otherwise than we do is refused in one sentence."""

import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from asem_reader.cli.arguments import main
from asem_reader.core.errors import LibraryUnsound
from asem_reader.store import schema
from asem_reader.store.library import Library

TABLES = re.findall(r"CREATE TABLE (\w+)", schema.TABLES + schema.LEXICON)
SHAPE = "its tables are not those"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
GROW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {0}) INSERT INTO {1} FROM n"
TOPIC = (
    "topics(id, slug, position, kind, title, summary, words)"
    " SELECT 90000 + i, 's' || i, i, 'issue', '', '', 0"
)
BLOCK = (
    "blocks SELECT 'made' || i, (SELECT min(id) FROM sections), 1000 + i, 'paragraph', 0, '', '[]', NULL, ''"
)

# What is done to a whole Library, and what is then said of it.
CHANGES = {
    **{f"no {name}": (f"DROP TABLE {name}", SHAPE) for name in TABLES},
    **{
        f"loose {name}": (
            f"CREATE TABLE l AS SELECT * FROM {name}; DROP TABLE {name}; ALTER TABLE l RENAME TO {name}",
            SHAPE,
        )
        for name in TABLES
    },
    "a view": ("CREATE VIEW v AS SELECT 1", SHAPE),
    "an endless view": (f"DROP TABLE tiles; CREATE VIEW tiles AS {ENDLESS} SELECT i FROM n", SHAPE),
    "a trigger": ("CREATE TRIGGER t AFTER DELETE ON topics BEGIN DELETE FROM blocks; END", SHAPE),
    "one more table": ("CREATE TABLE more (id)", SHAPE),
    "one more index": ("CREATE INDEX more ON topics(title)", SHAPE),
    "an index less": ("DROP INDEX topics_by_kind", SHAPE),
    "one more column": ("ALTER TABLE topics ADD COLUMN more TEXT", SHAPE),
    "another name of a column": ("ALTER TABLE topics RENAME COLUMN words TO letters", SHAPE),
    "no index of sections": ("DROP TABLE sections_fts", SHAPE),
    "no index of topics": ("DROP TABLE topics_fts", SHAPE),
    "a topic above itself": ("UPDATE topics SET parent_id = id WHERE id = 5", "in a circle"),
    "all topics in a circle": ("UPDATE topics SET parent_id = 1", "in a circle"),
    "topics too deep": ("UPDATE topics SET parent_id = id - 1 WHERE id > 1", "too deep"),
    "an orphan topic": ("UPDATE topics SET parent_id = 77777 WHERE id = 5", "not in it"),
    "an orphan section": ("UPDATE sections SET topic_id = 77777 + id", "not in it"),
    "orphan blocks": ("DELETE FROM sections", "not in it"),
    "orphan redirects": ("UPDATE redirects SET topic_id = 77777", "not in it"),
    "orphan sources": ("DELETE FROM sources WHERE id = 1", "not in it"),
    "a huge block": ("UPDATE blocks SET text = printf('%.*c', 3000000, 'x') WHERE rowid = 1", "too long"),
    "huge cells": ("UPDATE blocks SET cells = printf('%.*c', 200000, '[') WHERE rowid = 1", "too long"),
    "a huge title": (
        "UPDATE topics SET title = printf('%.*c', 200000, 'x') WHERE rowid = (SELECT min(rowid) FROM topics)",
        "too long",
    ),
    "a huge heading": (
        "UPDATE sections SET heading = printf('%.*c', 200000, 'x') WHERE position = 0 AND topic_id < 3",
        "too long",
    ),
    "too many blocks": (GROW.format(6_000, BLOCK), "a topic in it is too long"),
    "too many topics": (GROW.format(51_000, TOPIC), "too many topics"),
    "a newer one": ("PRAGMA user_version = 99", "newer"),
    "an older one": ("PRAGMA user_version = 1", "older"),
    "of another program": ("PRAGMA application_id = 1", "not an ASEM Reader Library"),
}


@pytest.fixture(scope="module")
def base(library_file: Path) -> bytes:
    return library_file.read_bytes()


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
def test_a_made_library_gives_one_sentence(
    change: str, said: str, base: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "made.db"
    file.write_bytes(base)
    with closing(sqlite3.connect(file)) as made:
        made.executescript(
            f"PRAGMA legacy_alter_table = ON; PRAGMA synchronous = OFF; BEGIN; {change}; COMMIT"
        )
    code = main(["--library", str(file), "--home", str(tmp_path), "outline"])
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert said in err


def test_a_digest_beside_it_makes_a_made_library_no_sounder(own_library: Path) -> None:
    with closing(sqlite3.connect(own_library)) as made, made:
        made.execute("UPDATE topics SET parent_id = 1")
    digest = hashlib.sha256(own_library.read_bytes()).hexdigest()
    own_library.with_name("asem.db.sha256").write_text(digest, encoding="ascii")
    with pytest.raises(LibraryUnsound, match="in a circle"):
        Library.open(own_library)
