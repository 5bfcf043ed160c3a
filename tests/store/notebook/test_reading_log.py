# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The record of what was read: kept, read back, and done without where it cannot be."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from asem_reader.core.place import BlockId, Slug
from asem_reader.core.reading import Rest, State, Visit, digests, state
from asem_reader.store.library import Library
from asem_reader.store.notebook.readinglog import ReadingLog

SEA = Slug("maritime-security")
REST = Rest(SEA, BlockId("dzhb"), "2026-11-25T12:00:00Z", "abcd")
VISIT = Visit("2026-11-25", SEA, "2026-11-25T12:00:00Z")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "reading.db"


@pytest.fixture
def log(file: Path) -> Iterator[ReadingLog]:
    log = ReadingLog(file)
    yield log
    log.close()


def test_asking_writes_nothing(log: ReadingLog, file: Path) -> None:
    assert (log.rests(), log.visits()) == ({}, ())
    assert not file.parent.exists()


def test_what_was_kept_is_read_back_by_another(log: ReadingLog, file: Path) -> None:
    assert log.keep([REST], [VISIT])
    other = ReadingLog(file)
    assert (other.rests(), other.visits()) == ({SEA: REST}, (VISIT,))
    other.close()


def test_the_last_rest_and_visit_of_a_day_count(log: ReadingLog) -> None:
    later = Rest(SEA, None, "2026-11-25T13:00:00Z", "abcd")
    log.keep([REST], [VISIT])
    log.keep([later], [Visit(VISIT.day, SEA, later.at)])
    assert log.rests() == {SEA: later}
    assert [visit.at for visit in log.visits()] == [later.at]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_record_is_set_aside_and_another_begun(log: ReadingLog, file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert (log.rests(), log.visits()) == ({}, ())
    assert log.keep([REST], [VISIT])
    assert log.rests() == {SEA: REST}
    assert not content or file.with_name("reading.db.damaged").read_bytes() == content


def test_a_foreign_database_is_not_written_into(log: ReadingLog, file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    assert log.rests() == {}
    assert log.keep([REST], [VISIT])
    with sqlite3.connect(file.with_name("reading.db.damaged")) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
    other.close()


def test_where_nothing_can_be_written_nothing_is_said(log: ReadingLog, file: Path) -> None:
    file.parent.write_text("in the way")
    assert not log.keep([REST], [VISIT])
    assert log.rests() == {}


def test_four_hundred_days_are_kept(log: ReadingLog) -> None:
    for year in range(1000, 1450):
        log.keep([], [Visit(f"{year}-01-01", SEA, f"{year}-01-01T00:00:00Z")])
    assert len(log.visits()) == 401
    assert log.visits()[0].day == "1449-01-01"


@pytest.mark.parametrize(
    ("rest", "digest", "expected"),
    [
        (None, "abcd", State.UNREAD),
        (Rest(SEA, None, ""), "abcd", State.UNREAD),
        (REST, "abcd", State.READ),
        (REST, "other", State.CHANGED),
        (REST, "", State.READ),
    ],
)
def test_a_topic_is_read_until_its_text_is_another(rest: Rest | None, digest: str, expected: State) -> None:
    assert state(rest, digest) is expected


def test_a_digest_is_another_when_a_word_is(library: Library) -> None:
    assert set(library.digests([SEA, Slug("nowhere")])) == {SEA}
    assert digests([(SEA, "a"), (SEA, "b")]) != digests([(SEA, "a"), (SEA, "c")])
