# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands in the way of the Notebook is said, and nothing that was kept is lost."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark
from support.processes import child, let_others_enter

from asem_reader.core.marks.errors import HomeUnwritable, NotKept
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "home").write_text("in the way")
    notebook = opened()
    assert notebook.marks() == ()
    with pytest.raises(HomeUnwritable) as caught:
        keep(notebook, [mark()])
    assert str(tmp_path / "home") in caught.value.sentence
    assert (tmp_path / "home").read_text() == "in the way"


def test_a_folder_where_the_notebook_should_be_is_said(notebook_file: Path, opened: Opened) -> None:
    notebook_file.mkdir(parents=True)
    with pytest.raises(HomeUnwritable):
        keep(opened(), [mark()])
    assert list(notebook_file.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_where_the_notebook_should_be_is_not_waited_for(notebook_file: Path, opened: Opened) -> None:
    notebook_file.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(notebook_file)
    with pytest.raises(NotKept, match="is a pipe"):
        opened()


# What the first tag and address import comes before: who is nobody cannot read it where the Python is root's.
AS_NOBODY = """
import json, os, sys
from pathlib import Path
from support.marks import keep, mark
from asem_reader.core.errors import ReaderError
from asem_reader.store.notebook.notebook import Notebook
import asem_reader.store.notebook.histories
Path("/").as_uri()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
notebook = Notebook(Path(sys.argv[1]))
try:
    print(len(notebook.marks()))
    keep(notebook, [mark(2)])
except ReaderError as error:
    print(type(error).__name__, error.sentence)
notebook.close()
"""


@pytest.mark.parametrize("filled", [False, True])
def test_a_folder_that_may_not_be_written_is_said(opened: Opened, notebook_file: Path, filled: bool) -> None:
    notebook_file.parent.mkdir(parents=True)
    if filled:
        notebook = opened()
        keep(notebook, [mark(1)])
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
    monkeypatch.setattr("asem_reader.store.connect.SECONDS_TO_WAIT", 0.05)
    notebook = opened()
    keep(notebook, [mark(1)])
    with closing(sqlite3.connect(notebook.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotKept) as caught:
            keep(notebook, [mark(2)])
        assert "another program" in caught.value.sentence
        other.execute("ROLLBACK")
    assert keep(notebook, [mark(2)]) == (mark(2),)


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import keep, mark
from asem_reader.core.marks.errors import NotKept, HomeUnwritable
from asem_reader.store.notebook.notebook import Notebook
path, room = Path(sys.argv[1]), int(sys.argv[2])
notebook = Notebook.open(path)
keep(notebook, [mark(1), mark(2)])
if len(sys.argv) > 3:
    notebook.close()
    notebook = Notebook.open(path)
largest = max(file.stat().st_size for file in path.parent.iterdir() if file.is_file())
endless = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, endless))
try:
    keep(notebook, [mark(3), mark(4, "x" * 2_000_000)])
    print("kept")
except (NotKept, HomeUnwritable) as error:
    print(error)
print(len(notebook.marks()))
resource.setrlimit(resource.RLIMIT_FSIZE, (endless, endless))
print(len(keep(notebook, [mark(5)])), len(notebook.marks()), notebook.problems())
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


FULL_AT_FIRST = FULL.replace("keep(notebook, [mark(1), mark(2)])", "path.parent.mkdir()").replace(
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
    keep(opened(), [mark(1)])
    assert opened().marks() == (mark(1),)
