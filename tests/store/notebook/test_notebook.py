# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the Notebook keeps, and that each gesture is kept whole."""

import datetime
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import NOON, mark
from support.processes import child, let_others_enter

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import HomeUnwritable, MarkChanged, NoSuchMark, NotKept
from asem_reader.core.marks.mark import Anchor, Mark, MarkId, MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.files import is_local
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_nothing_is_written_before_the_first_mark(notebook: Notebook) -> None:
    assert notebook.marks() == ()
    assert notebook.problems() == ()
    with pytest.raises(NoSuchMark):
        notebook.remove(MarkId("0" * 32))
    assert not notebook.path.parent.exists()


def test_a_mark_is_there_after_reopening(opened: Opened) -> None:
    marks = [mark(1), mark(2, block=None), mark(3, "Ω 中文 😀\n\x00'")._replace(tags=(), folder="")]
    first = opened()
    assert len(first.put(marks)) == 3
    first.close()
    assert opened().marks() == tuple(marks)


def test_a_mark_is_seen_by_another_reader_at_once(opened: Opened) -> None:
    opened().put([mark()])
    assert opened().marks() == (mark(),)


@given(body=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_of_the_reader_are_kept(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    notebook = Notebook(tmp_path_factory.getbasetemp() / "words.db")
    try:
        notebook.change(Change("", notebook.marks(), (mark(1, body),)))
        assert notebook.marks() == (mark(1, body),)
    finally:
        notebook.close()


def test_a_mark_that_is_there_stays_as_it_is(notebook: Notebook) -> None:
    notebook.put([mark(1, "old")])
    assert notebook.put([mark(1, "new"), mark(2)]) == (mark(2),)
    assert [each.body for each in notebook.marks()] == ["old", "A note"]


def test_marks_come_oldest_first(notebook: Notebook) -> None:
    late, early = (
        mark(1)._replace(created="2026-12-01T00:00:00Z"),
        mark(2)._replace(created="2026-01-01T00:00:00Z"),
    )
    notebook.put([late, early])
    assert notebook.marks() == (early, late)


def test_a_note_is_rewritten_by_a_change(notebook: Notebook) -> None:
    notebook.put([mark(1, "old"), mark(2)])
    notebook.change(Change("Note", (mark(1, "old"),), (mark(1, "new"),)))
    assert {each.id: each.body for each in notebook.marks()} == {mark(1).id: "new", mark(2).id: "A note"}


@pytest.mark.parametrize("old", [(mark(1), mark(9)), (mark(9),), (mark(1, "otherwise"),), ()])
def test_a_change_of_what_is_not_there_changes_nothing(notebook: Notebook, old: tuple[Mark, ...]) -> None:
    notebook.put([mark(1), mark(2)])
    with pytest.raises(MarkChanged):
        notebook.change(Change("Note", old, (mark(3), mark(2, "new"))))
    assert notebook.marks() == (mark(1), mark(2))
    assert notebook.put([mark(4)]) == (mark(4),)


def test_marks_that_cannot_all_be_kept_are_not_kept_at_all(notebook: Notebook) -> None:
    notebook.put([mark(1)])

    def failing() -> object:
        yield mark(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        notebook.put(failing())  # type: ignore[arg-type]
    assert notebook.marks() == (mark(1),)
    assert notebook.put([mark(3)]) == (mark(3),)


@pytest.mark.parametrize("body", ["\ud800", "a\udcffb"])
def test_a_text_that_no_file_holds_is_refused_and_nothing_changes(notebook: Notebook, body: str) -> None:
    notebook.put([mark(1)])
    with pytest.raises((ValueError, NotKept)):
        notebook.put([mark(2), mark(3, body)])
    assert notebook.marks() == (mark(1),)


def test_a_removed_mark_is_gone_and_another_time_unknown(opened: Opened) -> None:
    notebook = opened()
    notebook.put([mark(1), mark(2)])
    notebook.remove(mark(1).id)
    assert opened().marks() == (mark(2),)
    with pytest.raises(NoSuchMark) as caught:
        notebook.remove(mark(1).id)
    assert mark(1).id in caught.value.sentence


def test_a_draft_is_not_kept_and_has_an_id_of_its_own(notebook: Notebook) -> None:
    anchor = Anchor(Slug("climate-change"), None, "Climate change", "", "")
    one, other = (notebook.draft(MarkKind.NOTE, anchor, "Mine") for _ in range(2))
    assert one.id != other.id
    assert (one.slug, one.body, one.created, one.modified) == (
        "climate-change",
        "Mine",
        "2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00Z",
    )
    assert notebook.marks() == ()


def test_a_local_disk_has_a_write_ahead_log_and_any_full_sync(notebook: Notebook, tmp_path: Path) -> None:
    notebook.put([mark()])
    assert pragma(notebook.path, "journal_mode") == ("wal" if is_local(tmp_path) else "delete")
    connection = notebook.file._connection
    assert connection is not None
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_the_file_says_whose_it_is(notebook: Notebook) -> None:
    notebook.put([mark()])
    assert pragma(notebook.path, "application_id") == 0x4153454E
    assert pragma(notebook.path, "user_version") == 2


@pytest.mark.parametrize("name", ["a#b", "a?mode=ro", "100%25", "with blanks ", "Ω 中文", "deep/er/still"])
def test_any_folder_name_will_do(tmp_path: Path, opened: Opened, name: str) -> None:
    path = tmp_path / name / "notebook.db"
    opened(path).put([mark()])
    assert opened(path).marks() == (mark(),)
    assert path.is_file()


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "home").write_text("in the way")
    notebook = opened()
    assert notebook.marks() == ()
    with pytest.raises(HomeUnwritable) as caught:
        notebook.put([mark()])
    assert str(tmp_path / "home") in caught.value.sentence
    assert (tmp_path / "home").read_text() == "in the way"


def test_a_folder_where_the_notebook_should_be_is_said(notebook_file: Path, opened: Opened) -> None:
    notebook_file.mkdir(parents=True)
    with pytest.raises(HomeUnwritable):
        opened().put([mark()])
    assert list(notebook_file.iterdir()) == []


# What the first tag and address import comes before: who is nobody cannot read it where the Python is root's.
AS_NOBODY = """
import json, os, sys
from pathlib import Path
from support.marks import mark
from asem_reader.core.errors import ReaderError
from asem_reader.store.notebook.notebook import Notebook
Path("/").as_uri()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
notebook = Notebook(Path(sys.argv[1]))
try:
    print(len(notebook.marks()))
    notebook.put([mark(2)])
except ReaderError as error:
    print(type(error).__name__, error.sentence)
notebook.close()
"""


@pytest.mark.parametrize("filled", [False, True])
def test_a_folder_that_may_not_be_written_is_said(opened: Opened, notebook_file: Path, filled: bool) -> None:
    notebook_file.parent.mkdir(parents=True)
    if filled:
        notebook = opened()
        notebook.put([mark(1)])
        notebook.close()
        notebook_file.chmod(0o444)
    let_others_enter(notebook_file.parent)
    notebook_file.parent.chmod(0o555)
    before = {file: file.read_bytes() for file in notebook_file.parent.iterdir() if file.is_file()}
    try:
        ran = child("-c", f"import sys; sys.path.insert(0, 'tests')\n{AS_NOBODY}", str(notebook_file))
    finally:
        notebook_file.parent.chmod(0o755)
    assert b"HomeUnwritable" in ran.stdout, ran.stderr.decode()
    assert b"Traceback" not in ran.stderr
    assert {file: file.read_bytes() for file in notebook_file.parent.iterdir() if file.is_file()} == before
    if os.getuid() == 0 and filled:
        assert ran.stdout.startswith(b"1\n"), "what is there can still be read"


def test_a_notebook_that_another_holds_is_said_and_works_afterwards(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asem_reader.store.connect._SECONDS_TO_WAIT", 0.05)
    notebook = opened()
    notebook.put([mark(1)])
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotKept) as caught:
            notebook.put([mark(2)])
        assert "another program" in caught.value.sentence
        other.execute("ROLLBACK")
    assert notebook.put([mark(2)]) == (mark(2),)


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import mark
from asem_reader.core.marks.errors import NotKept, HomeUnwritable
from asem_reader.store.notebook.notebook import Notebook
path, room = Path(sys.argv[1]), int(sys.argv[2])
notebook = Notebook.open(path)
notebook.put([mark(1), mark(2)])
if len(sys.argv) > 3:
    notebook.close()
    notebook = Notebook.open(path)
largest = max(file.stat().st_size for file in path.parent.iterdir() if file.is_file())
endless = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, endless))
try:
    notebook.put([mark(3), mark(4, "x" * 2_000_000)])
    print("kept")
except (NotKept, HomeUnwritable) as error:
    print(error)
print(len(notebook.marks()))
resource.setrlimit(resource.RLIMIT_FSIZE, (endless, endless))
print(len(notebook.put([mark(5)])), len(notebook.marks()), notebook.problems())
notebook.close()
"""


@pytest.mark.parametrize("room", [0, 1, 5_000, 500_000])
@pytest.mark.parametrize("again", [(), ("again",)])
def test_a_full_disk_is_said_and_nothing_is_lost(
    notebook_file: Path, opened: Opened, room: int, again: tuple[str, ...]
) -> None:
    ran = child("-c", FULL, str(notebook_file), str(room), *again)
    assert not ran.stderr, ran.stderr.decode()
    said, before, after = ran.stdout.decode().splitlines()
    assert said.endswith("."), said
    assert before == "2"
    assert after == "1 3 ()"
    assert opened().marks() == (mark(1), mark(2), mark(5))


FULL_AT_FIRST = FULL.replace("notebook.put([mark(1), mark(2)])", "path.parent.mkdir()").replace(
    "max(file.stat().st_size for file in path.parent.iterdir() if file.is_file())", "0"
)


@pytest.mark.parametrize("room", [0, 1, 4096, 9000, 40_000])
def test_a_disk_that_is_full_at_the_first_mark_is_said(
    notebook_file: Path, opened: Opened, room: int
) -> None:
    ran = child("-c", FULL_AT_FIRST, str(notebook_file), str(room))
    assert not ran.stderr, ran.stderr.decode()
    said, before, after = ran.stdout.decode().splitlines()
    assert said.endswith("."), said
    assert (before, after) == ("0", "1 1 ()")
    assert opened().marks() == (mark(5),)


def test_a_notebook_whose_making_was_broken_off_is_made_anew(
    tmp_path: Path, notebook_file: Path, opened: Opened
) -> None:
    half = tmp_path / "half.db"
    with closing(sqlite3.connect(half, isolation_level=None)) as connection:
        connection.executescript("PRAGMA cache_size = 1; BEGIN; CREATE TABLE marks (id);")
        connection.executemany("INSERT INTO marks VALUES (?)", [["x" * 999]] * 99)
        notebook_file.parent.mkdir()
        for file in (half, half.with_name("half.db-journal")):  # as they are in the middle of it
            copy = notebook_file.with_name(file.name.replace("half", notebook_file.stem))
            copy.write_bytes(file.read_bytes())
    assert notebook_file.stat().st_size
    opened().put([mark(1)])
    assert opened().marks() == (mark(1),)


def test_the_clock_is_in_utc_whatever_the_zone(notebook_file: Path) -> None:
    east = NOON.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    assert Notebook(notebook_file, lambda: east).now() == "2026-11-23T12:00:00Z"
