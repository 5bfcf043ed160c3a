# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Another Notebook written into the file of the open one, or put beside a log that a killed program left."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark, wait_for_checkpoint
from support.processes import ROOT, Clock

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import NotebookReplaced
from asem_reader.store.notebook.notebook import Notebook

Opened = Callable[..., Notebook]
pytestmark = pytest.mark.usefixtures("local_disk")


@pytest.fixture
def other(opened: Opened, tmp_path: Path) -> Path:
    """The Notebook of another machine, with a mark of its own."""
    other = opened(tmp_path / "other.db")
    keep(other, [mark(50)])
    other.close()
    return other.path


@pytest.fixture(params=["fresh", "home", "large"])
def mine(request: pytest.FixtureRequest, notebook: Notebook, clock: "Clock") -> Notebook:
    """An open Notebook with a mark, in its log or brought home already, alone or among many others."""
    keep(notebook, [mark(1)])
    if request.param != "fresh":
        if request.param == "large":
            keep(notebook, map(mark, range(100, 1_000)))
        for _ in range(8):
            notebook.changed_elsewhere()
            wait_for_checkpoint(notebook)
            clock.now += 1
    return notebook


def ids(path: Path) -> set[str]:
    with closing(Notebook.open(path)) as opened:
        return {each.id for each in opened.marks()} - {mark(number).id for number in range(100, 1_000)}


def aside(path: Path) -> Path:
    (found,) = path.parent.glob("notebook.replaced-*.db")
    return found


def test_a_change_is_kept_in_a_copy_and_the_file_is_left_as_it_is(mine: Notebook, other: Path) -> None:
    shutil.copyfile(other, mine.path)
    with pytest.raises(NotebookReplaced) as caught:
        mine.change(Change("Note", new=(mark(2),)))
    mine.close()
    assert mine.path.read_bytes() == other.read_bytes()
    assert caught.value.file == str(aside(mine.path))
    assert ids(aside(mine.path)) == {mark(1).id, mark(2).id}
    assert ids(mine.path) == {mark(50).id}


def test_who_only_watches_or_closes_keeps_a_copy_too(mine: Notebook, other: Path) -> None:
    keep(mine, [mark(2)])
    shutil.copyfile(other, mine.path)
    mine.close()
    assert isinstance(mine.file.fault_on_closing, NotebookReplaced)
    assert ids(aside(mine.path)) == {mark(1).id, mark(2).id}
    assert ids(mine.path) == {mark(50).id}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 1_000], ids=["empty", "junk"])
def test_what_is_no_notebook_is_left_as_it_is_too(mine: Notebook, content: bytes) -> None:
    mine.path.write_bytes(content)
    with pytest.raises(NotebookReplaced):
        mine.changed_elsewhere()
    mine.close()
    assert mine.path.read_bytes() == content
    assert ids(aside(mine.path)) == {mark(1).id}


def test_an_older_state_of_itself_is_another_file(mine: Notebook, tmp_path: Path) -> None:
    mine.close()
    older = shutil.copyfile(mine.path, tmp_path / "older.db")
    keep(mine, [mark(2)])
    mine.close()
    keep(mine, [mark(3)])
    shutil.copyfile(older, mine.path)
    with pytest.raises(NotebookReplaced):
        keep(mine, [mark(4)])
    assert ids(aside(mine.path)) == {mark(number).id for number in (1, 2, 3, 4)}
    mine.close()
    assert ids(mine.path) == {mark(1).id}


def test_before_anything_was_written_the_other_is_just_read(
    opened: Opened, notebook: Notebook, other: Path
) -> None:
    keep(notebook, [mark(1)])
    notebook.close()
    again = opened(notebook.path)
    assert again.marks() == (mark(1),)
    shutil.copyfile(other, notebook.path)
    assert again.changed_elsewhere()
    assert again.marks() == (mark(50),)


def test_what_another_brought_home_is_no_other_file(notebook: Notebook, tmp_path: Path) -> None:
    keep(notebook, [mark(1)])
    with closing(sqlite3.connect(notebook.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    keep(notebook, [mark(2)])
    assert {each.id for each in notebook.marks()} == {mark(1).id, mark(2).id}
    assert list(notebook.path.parent.glob("*replaced*")) == []


_COMMAND = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.marks import keep, mark
from asem_reader.core.errors import ReaderError
from asem_reader.store.notebook import connection
from asem_reader.store.notebook.notebook import Notebook
connection.is_local = lambda _: True
notebook = Notebook(Path(sys.argv[1]))
try:
    keep(notebook, [mark(7)]) if sys.argv[3] == "add" else notebook.marks()
    print("done")
except ReaderError as error:
    print(error)
"""


def command(path: Path, what: str) -> str:
    """What a program of its own says that reads or writes beside this one."""
    run = [sys.executable, "-c", _COMMAND, path, ROOT / "tests", what]
    return subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("what", ["add", "list"])
def test_a_command_that_comes_first_leaves_it_to_who_has_it_open(
    mine: Notebook, other: Path, what: str
) -> None:
    mine.changed_elsewhere()
    wait_for_checkpoint(mine)
    subprocess.run(["cp", other, mine.path], check=True)  # a process of its own, for the locks
    assert "put another Notebook in its place" in command(mine.path, what)
    with pytest.raises(NotebookReplaced):
        mine.changed_elsewhere()
    assert ids(aside(mine.path)) == {mark(1).id}
    mine.close()
    assert mine.path.read_bytes() == other.read_bytes()
    assert command(mine.path, what) == "done\n"


def test_a_change_in_steps_is_kept_whatever_a_command_does_beside_it(notebook: Notebook, other: Path) -> None:
    keep(notebook, [mark(1)])
    steps = notebook.changing(Change("Import", new=tuple(map(mark, range(2, 500)))))
    for _ in range(5):
        next(steps)
    subprocess.run(["cp", other, notebook.path], check=True)
    command(notebook.path, "list")
    with pytest.raises(NotebookReplaced):
        list(steps)
    with closing(Notebook.open(aside(notebook.path))) as saved:
        assert len(saved.marks()) == 499


_KILLED = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from support.marks import keep, mark
from support.processes import Clock
from asem_reader.store.notebook import connection
from asem_reader.store.notebook.notebook import Notebook
connection.is_local = lambda _: True
notebook = Notebook.open(Path(sys.argv[1]))
keep(notebook, [mark(1)])
notebook.close()
keep(notebook, [mark(2)])
notebook.changed_elsewhere()
keep(notebook, [mark(3)])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed(notebook_file: Path) -> Path:
    """A Notebook whose program was killed before its log was brought home."""
    notebook_file.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-c", _KILLED, notebook_file, ROOT / "tests"], check=False)
    assert notebook_file.with_name("notebook.db-wal").stat().st_size
    return notebook_file


@pytest.mark.parametrize("how", ["into", "renamed"])
def test_a_log_that_was_left_is_not_laid_over_another_file(killed: Path, other: Path, how: str) -> None:
    if how == "renamed":
        killed.unlink()
    shutil.copyfile(other, killed)
    with pytest.raises(NotebookReplaced):
        Notebook.open(killed)
    assert ids(killed) == {mark(50).id}
    assert ids(aside(killed)) == {mark(number).id for number in (1, 2, 3)}


@pytest.mark.parametrize("content", [None, b""], ids=["no file", "an empty file"])
def test_a_log_that_was_left_beside_nothing_is_set_aside(killed: Path, content: bytes | None) -> None:
    killed.unlink()
    if content is not None:
        killed.write_bytes(content)
    with pytest.raises(NotebookReplaced):
        Notebook.open(killed)
    assert ids(aside(killed)) == {mark(number).id for number in (1, 2, 3)}


def test_a_copy_of_the_folder_has_all_that_the_log_held(killed: Path, tmp_path: Path) -> None:
    shutil.copytree(killed.parent, tmp_path / "copy", copy_function=shutil.copyfile)
    assert ids(tmp_path / "copy" / killed.name) == {mark(number).id for number in (1, 2, 3)}


def test_who_was_killed_while_the_log_was_brought_home_loses_nothing(killed: Path) -> None:
    """Some pages are in the file already, others not yet: here one, and the file is as long as it will be."""
    log = killed.with_name("notebook.db-wal").read_bytes()
    page = int.from_bytes(log[32:36])
    size = int.from_bytes(log[8:12])
    with killed.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(log[56 : 56 + size])
    assert ids(killed) == {mark(number).id for number in (1, 2, 3)}
    assert list(killed.parent.glob("*replaced*")) == []


@pytest.mark.parametrize("grown", [0, 100], ids=["before it grew", "within a page"])
def test_who_was_killed_while_the_file_grew_loses_nothing(
    notebook: Notebook, tmp_path: Path, grown: int
) -> None:
    """The first page says already how long the file will be; of the page being written a part is there."""
    keep(notebook, [mark(1)])
    notebook.close()
    short = notebook.path.stat().st_size
    notebook.changed_elsewhere()
    wait_for_checkpoint(notebook)
    keep(notebook, [mark(number, "x" * 900) for number in range(2, 102)])
    killed = shutil.copytree(notebook.path.parent, tmp_path / "killed") / notebook.path.name
    notebook.close()
    killed.write_bytes(notebook.path.read_bytes()[: short + grown])
    with closing(Notebook.open(killed)) as opened:
        assert len(opened.marks()) == 101
    assert list(killed.parent.glob("*replaced*")) == []


def test_a_checkpoint_that_the_disk_broke_off_makes_no_stranger(
    notebook: Notebook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(notebook, [mark(1)])
    notebook.changed_elsewhere()
    wait_for_checkpoint(notebook)
    keep(notebook, [mark(2)])

    class Full(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            with notebook.path.open("ab") as end:  # as of a page that found no room any more
                end.write(b"half a page")
            raise sqlite3.OperationalError("database or disk is full")

    def full(file: Path, *, is_open: bool) -> sqlite3.Connection:
        return sqlite3.connect(file, factory=Full)

    with monkeypatch.context() as patched:
        patched.setattr("asem_reader.store.notebook.connection.open_notebook", full)
        for _ in range(5):
            notebook.changed_elsewhere()
            wait_for_checkpoint(notebook)
            clock.now += 1
    keep(notebook, [mark(3)])
    assert {each.id for each in notebook.marks()} == {mark(number).id for number in (1, 2, 3)}
    assert list(notebook.path.parent.glob("*replaced*")) == []


def test_no_copy_of_the_file_is_left_when_the_last_closes_it(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    assert notebook.path.with_name("notebook.db-base").exists()
    notebook.close()
    assert list(notebook.path.parent.iterdir()) == [notebook.path]
