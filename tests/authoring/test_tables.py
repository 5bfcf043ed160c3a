# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tables of meetings, partners, bodies, terms and milestones: whole, and joined to what they mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.content import Data

TABLES = ("meetings", "partners", "bodies", "terms", "milestones")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Data.with_reference(tmp_path_factory.mktemp("tables") / "data").build()


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def values(db: sqlite3.Connection, sql: str) -> list[object]:
    return [row[0] if len(row) == 1 else row for row in db.execute(sql)]


def test_every_key_leads_to_its_row(db: sqlite3.Connection) -> None:
    assert values(db, "PRAGMA foreign_key_check") == []
    assert values(db, "PRAGMA integrity_check") == ["ok"]


@pytest.mark.parametrize(("table", "count"), [*zip(TABLES, (9, 5, 1, 10, 4), strict=True)])
def test_every_entry_has_a_row(db: sqlite3.Connection, table: str, count: int) -> None:
    assert values(db, f"SELECT count(*) FROM {table}") == [count]
    assert values(db, f"SELECT id FROM {table} ORDER BY id") == list(range(1, count + 1))


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_filled_without_reference(tmp_path: Path, table: str) -> None:
    with closing(sqlite3.connect(Data(tmp_path / "data").build())) as db:
        assert values(db, f"SELECT count(*) FROM {table}") == [0]


def test_a_country_has_its_iso_codes_and_an_institution_has_none(db: sqlite3.Connection) -> None:
    assert values(db, "SELECT iso2, iso3 FROM partners WHERE kind = 'country' ORDER BY iso2") == [
        ("BE", "BEL"),
        ("KH", "KHM"),
        ("TH", "THA"),
        ("VN", "VNM"),
    ]
    assert values(db, "SELECT iso2, iso3, seat FROM partners WHERE kind = 'institution'") == [
        (None, None, "Brussels")
    ]


def test_a_partner_is_joined_to_the_summit_that_welcomed_it(db: sqlite3.Connection) -> None:
    joined = values(
        db,
        "SELECT partners.name, meetings.name FROM partners JOIN meetings ON meetings.id = welcomed_at"
        " ORDER BY round DESC, partners.id LIMIT 2",
    )
    assert joined == [("Cambodia", "ASEM5"), ("Belgium", "ASEM1")]


def test_an_edition_has_its_row_as_block_and_a_summit_its_page(db: sqlite3.Connection) -> None:
    rows = values(
        db,
        "SELECT meetings.name, status, slug, blocks.text FROM meetings JOIN topics ON topics.id = topic_id"
        " LEFT JOIN blocks ON blocks.id = block_id WHERE city = 'Brussels' ORDER BY meetings.id",
    )
    assert rows == [
        ("ASEM8", "held", "asem8", None),
        (
            "6th FinMM (first attempt)",
            "cancelled",
            "finance-ministers-meetings",
            "6th FinMM (first attempt) (cancelled) · September 2004; Brussels, Belgium · –",
        ),
    ]


def test_an_edition_only_announced_has_no_date(db: sqlite3.Connection) -> None:
    found = values(db, "SELECT number, start, end, format, theme FROM meetings WHERE status = 'announced'")
    assert found == [("15", None, None, None, None)]


def test_a_meeting_of_one_day_ends_on_it(full: Data) -> None:
    full.change("    end: '1999-06-29'\n", "", "reference/series.yaml")
    with closing(sqlite3.connect(full.build())) as db:
        assert values(db, "SELECT start, end FROM meetings WHERE city = 'Bangkok' AND number = '2'") == [
            ("1999-06-27", "1999-06-27")
        ]


def test_every_block_named_is_a_block_of_its_own_page(db: sqlite3.Connection) -> None:
    for table, kind in (("meetings", "row"), ("milestones", "event")):
        joined = (
            f"SELECT blocks.kind FROM {table} JOIN blocks ON blocks.id = block_id"
            f" JOIN sections ON sections.id = section_id WHERE sections.topic_id = {table}.topic_id"
        )
        named = values(db, f"SELECT block_id FROM {table} WHERE block_id IS NOT NULL")
        assert values(db, joined) == [kind] * len(named)
        assert len(set(named)) == len(named)


def test_a_term_is_told_by_a_block_of_the_glossary(db: sqlite3.Connection) -> None:
    rows = values(
        db,
        "SELECT term, blocks.text, definition, slug FROM terms JOIN blocks ON blocks.id = block_id"
        " JOIN topics ON topics.id = topic_id",
    )
    assert all(text.startswith(term) for term, text, _, _ in rows)
    assert [row[0] for row in rows if row[2] is None] == ["ASEF", "ASEM", "ASEM8"]
    assert {row[3] for row in rows} == {"glossary", "finance-ministers-meetings"}


def test_milestones_are_in_order_with_their_blocks(db: sqlite3.Connection) -> None:
    rows = values(
        db,
        "SELECT date, end, event, text FROM milestones JOIN blocks ON blocks.id = block_id"
        " ORDER BY milestones.id",
    )
    assert rows == [
        (
            "1994-10",
            None,
            "A summit was proposed.",
            "October 1994: A summit was proposed. Some say November.",
        ),
        ("2004", None, "Cambodia joined.", "2004: Cambodia joined."),
        ("2010-10-04", "2010-10-05", "ASEM8 met in Brussels.", "4–5 October 2010: ASEM8 met in Brussels."),
        (
            "2012",
            None,
            "A forum was due (announced; no report that it was held was found).",
            "2012: A forum was due (announced; no report that it was held was found).",
        ),
    ]


def test_a_body_keeps_what_is_known_of_it(db: sqlite3.Connection) -> None:
    assert values(db, "SELECT name, acronym, founded, run_by FROM bodies") == [
        ("Asia-Europe Foundation", "ASEF", "1997-02-15", None)
    ]


def test_related_goes_both_ways_and_to_no_topic_twice_or_itself(db: sqlite3.Connection) -> None:
    pairs = values(db, "SELECT topic_id, related_id FROM related")
    assert set(pairs) == {pair[::-1] for pair in pairs}
    assert len(set(pairs)) == len(pairs)
    assert all(one != other for one, other in pairs)
    assert len(pairs) == 2 * (3 + 2 + 1 + 1)


def test_positions_of_related_topics_count_from_nought(db: sqlite3.Connection) -> None:
    for (topic,) in db.execute("SELECT DISTINCT topic_id FROM related").fetchall():
        found = values(db, f"SELECT position FROM related WHERE topic_id = {topic} ORDER BY position")
        assert found == list(range(len(found)))


def test_two_builds_with_reference_give_the_same_bytes(full: Data) -> None:
    first = full.build().read_bytes()
    full.target.unlink()
    assert full.build().read_bytes() == first
    assert full.problems() == ()


@pytest.mark.parametrize("name", ["summits", "partners", "terms", "milestones"])
def test_any_change_of_reference_changes_the_digest(full: Data, name: str) -> None:
    digest = "SELECT value FROM about WHERE key = 'digest'"
    with closing(sqlite3.connect(full.build())) as db:
        before = values(db, digest)
    full.files[f"reference/{name}.yaml"] += "\n"
    with closing(sqlite3.connect(full.build())) as db:
        assert values(db, digest) != before
