# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Library is a good SQLite citizen: Datasette and sqlite-utils serve it as it is."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import sqlite_utils


@pytest.fixture(scope="module")
def address(library_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Datasette serves a copy of the Library, on the loopback address and a port that is free."""
    folder = tmp_path_factory.mktemp("datasette")
    shutil.copy(library_file, folder / "asem.db")
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        "-i",
        "asem.db",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = []
        for line in server.stderr:
            said.append(line)
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                break
        else:
            pytest.fail("Datasette did not start: " + "".join(said))
        try:
            yield found[1]
        finally:
            server.send_signal(signal.SIGINT)
            server.stderr.read()
    assert [file.name for file in folder.iterdir()] == ["asem.db"]


@pytest.fixture
def db(library_file: Path) -> Iterator[sqlite_utils.Database]:
    with closing(sqlite3.connect(f"{library_file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield sqlite_utils.Database(connection)


def get(address: str) -> httpx.Response:
    return httpx.get(address, timeout=20, trust_env=False).raise_for_status()


def test_datasette_finds_what_the_reader_finds(address: str) -> None:
    found = get(f"{address}/asem/sections.json?_search=piracy&_shape=array").json()
    assert "Maritime security" in {row["topic"] for row in found}
    assert all("pira" in " ".join(map(str, row.values())).lower() for row in found)


@pytest.mark.parametrize("word", ["xqzzy", "“"])
def test_datasette_finds_nothing_without_a_fault(address: str, word: str) -> None:
    assert get(f"{address}/asem/sections.json?_search={word}&_shape=array").json() == []


def test_where_datasette_offers_a_field_to_search_in_it_finds_a_word_of_the_table(
    address: str, db: sqlite_utils.Database
) -> None:
    names = db.table_names()
    offered = [name for name in names if 'name="_search"' in get(f"{address}/asem/{name}?_size=1").text]
    for name in offered:
        found = get(f"{address}/asem/{name}.json?_search=maritime&_shape=array").json()
        assert found, name
        assert all("maritime" in " ".join(map(str, row.values())).lower() for row in found), name
    assert {"sections", "words"} <= set(offered)
    assert not {"words_trigrams", "topics_fts"} & set(offered)


@pytest.mark.parametrize(
    ("table", "typed", "word"),
    [
        ("words", "refugee", "refugees"),
        ("sections", "Sønderborg", "Sønderborg"),
        ("sections", "Sonderborg", "Sønderborg"),
    ],
)
def test_datasette_finds_forms_of_a_word_and_letters_with_a_stroke(
    address: str, table: str, typed: str, word: str
) -> None:
    found = get(f"{address}/asem/{table}.json?_search={typed}&_shape=array").json()
    assert any(word in " ".join(map(str, row.values())) for row in found)


@pytest.mark.parametrize(
    ("table", "key"), [("sections", "topic_id"), ("blocks", "section_id"), ("citations", "source_id")]
)
def test_datasette_follows_foreign_keys(address: str, table: str, key: str) -> None:
    record = get(f"{address}/asem/{table}.json?_size=1&_labels=on").json()
    names = record["columns"]
    value = record["rows"][0]
    cell = value[key] if isinstance(value, dict) else value[names.index(key)]
    assert {"value", "label"} <= set(cell)
    assert get(f"{address}/asem/{table}?_size=5").status_code == 200


@pytest.mark.parametrize("word", ["piracy", "climate", "Luxembourg"])
def test_sqlite_utils_searches_the_sections(db: sqlite_utils.Database, word: str) -> None:
    found = list(db.table("sections").search(word))
    assert found
    assert all(word.lower() in " ".join(map(str, row.values())).lower() for row in found)


def test_the_index_by_letters_is_found_first(db: sqlite_utils.Database) -> None:
    assert db.table("sections").detect_fts() == "sections_fts"


def test_foreign_keys_are_declared_and_hold(db: sqlite_utils.Database) -> None:
    keys = {
        (table.name, key.column, key.other_table)
        for table in db.tables
        for key in table.foreign_keys
        if not table.name.startswith("sections_")
    }
    assert keys == {
        ("topics", "parent_id", "topics"),
        ("sections", "topic_id", "topics"),
        ("blocks", "section_id", "sections"),
        ("topic_sources", "topic_id", "topics"),
        ("topic_sources", "source_id", "sources"),
        ("citations", "block_id", "blocks"),
        ("citations", "source_id", "sources"),
        ("related", "topic_id", "topics"),
        ("related", "related_id", "topics"),
        ("redirects", "topic_id", "topics"),
        ("aliases", "topic_id", "topics"),
        ("names", "topic_id", "topics"),
        ("section_years", "section_id", "sections"),
        ("meetings", "topic_id", "topics"),
        ("meetings", "block_id", "blocks"),
        ("meetings", "country", "partners"),
        ("partners", "topic_id", "topics"),
        ("partners", "welcomed_at", "meetings"),
        ("bodies", "topic_id", "topics"),
        ("terms", "topic_id", "topics"),
        ("terms", "block_id", "blocks"),
        ("milestones", "topic_id", "topics"),
        ("indices", "topic_id", "topics"),
        ("indicators", "topic_id", "topics"),
        ("indicators", "pillar", "indices"),
        ("readings", "code", "indicators"),
        *((table, "iso3", "partners") for table in ("readings", "denominators", "scores", "tiles")),
        ("milestones", "block_id", "blocks"),
        ("names", "topic_id", "topics"),
        ("section_years", "section_id", "sections"),
    }
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("check", ["integrity_check", "quick_check"])
def test_sqlite_finds_no_fault(db: sqlite_utils.Database, check: str) -> None:
    assert db.execute(f"PRAGMA {check}").fetchall() == [("ok",)]


@pytest.mark.parametrize(("index", "table"), [("sections_fts", "sections"), ("words_stems", "words")])
def test_an_index_is_sound_and_agrees_with_its_table(
    library_file: Path, tmp_path: Path, index: str, table: str
) -> None:
    shutil.copy(library_file, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        # With rank 1 it would compare texts, which are indexed with letters as one types them besides.
        copy.execute(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
        rows = copy.execute(f"SELECT count(*) FROM {index}").fetchone()
        assert rows == copy.execute(f"SELECT count(*) FROM {table}").fetchone()
