# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Links, pipes and huge files beside the Notebook: none is followed, waited for, read whole or emptied."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark
from support.processes import child

from asem_reader.core.errors import NotWritten
from asem_reader.core.place import Slug
from asem_reader.core.reading import Rest
from asem_reader.store.files import open_regular, read_regular
from asem_reader.store.instance import InstanceLock, Mailbox, take_lock
from asem_reader.store.notebook.backup import folder_of
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.notebook.recovery import kept

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
REST = Rest(Slug("piracy"), None, "2026-11-23T12:00:00Z")

LOOK = """
import sys
from pathlib import Path
from asem_reader.store.instance import Mailbox
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.notebook.recovery import kept
from asem_reader.store.instance import InstanceLock, library_of
home = Path(sys.argv[1])
Mailbox(home).collect()
library_of(home)
InstanceLock.take(home, home / "asem.db")
kept(home / "notebook.db")
log = ReadingLog(home / "reading.db")
log.rests()
log.keep((), ())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    (made / "letters").mkdir(parents=True)
    (made / "backups").mkdir()
    return made


@pytest.mark.parametrize(
    "name",
    [
        "letters/1.letter",
        "window.lock",
        "reading.db",
        "reading.db-journal",
        "reading.db-wal",
        "backups/notebook-2026-11-23.db",
    ],
)
def test_a_pipe_is_not_waited_for(home: Path, name: str) -> None:
    with closing(ReadingLog(home / "reading.db")) as log:
        log.keep((REST,), ())
    (home / name).unlink(missing_ok=True)
    os.mkfifo(home / name)
    ran = child("-c", LOOK, str(home), timeout=10)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (home / name).is_fifo()


@pytest.mark.parametrize(
    "end", [Path.symlink_to, lambda name, target: os.mkfifo(name), lambda name, _: name.mkdir()]
)
def test_only_a_regular_file_is_opened(tmp_path: Path, end: Callable[[Path, Path], object]) -> None:
    (tmp_path / "target").write_text("dear")
    end(tmp_path / "name", tmp_path / "target")
    for flags in (os.O_RDONLY, os.O_RDWR, os.O_RDWR | os.O_CREAT):
        with pytest.raises(OSError, match="name"):
            open_regular(tmp_path / "name", flags)
    assert read_regular(tmp_path / "target", 2) == b"de"


def test_what_a_link_named_as_the_lock_leads_to_is_not_emptied(home: Path) -> None:
    (home / "dear").write_text("words")
    (home / "window.lock").symlink_to("dear")
    lock = InstanceLock.take(home, home / "asem.db")
    assert lock
    lock.leave()
    assert (home / "dear").read_text() == "words"


def test_a_linked_folder_of_letters_is_left_alone_and_nothing_is_put_into_it(home: Path) -> None:
    (home / "others").mkdir()
    (home / "others" / "1.letter").write_text("dear")
    (home / "letters").rmdir()
    (home / "letters").symlink_to("others")
    box = Mailbox(home)
    assert (box.open(), box.collect()) == (False, [])
    with pytest.raises(OSError, match="link"):
        box.post("asem:piracy")
    assert [file.name for file in (home / "others").iterdir()] == ["1.letter"]


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_second_start_says_that_it_cannot_hand_its_place_over(
    home: Path, library_file: Path, kind: str
) -> None:
    (home / "letters").rmdir()
    (home / "letters").symlink_to("backups") if kind == "link" else (home / "letters").write_text("")
    lock = InstanceLock.take(home, library_file)
    assert lock
    with pytest.raises(NotWritten, match="letters could not be written"):
        take_lock("POL-05", library_file, home)
    lock.leave()


def test_a_letter_is_read_no_further_than_an_address_is_long(home: Path) -> None:
    with (home / "letters" / "1.letter").open("wb") as file:
        file.truncate(1 << 40)
    assert [len(said) for said in Mailbox(home).collect()] == [4_000]


def test_a_linked_reading_log_is_neither_read_nor_written(home: Path) -> None:
    other = ReadingLog(home / "other.db")
    assert other.keep((REST,), ())
    other.close()
    before = (home / "other.db").read_bytes()
    (home / "reading.db").symlink_to("other.db")
    log = ReadingLog(home / "reading.db")
    assert (log.rests(), log.keep((REST,), ())) == ({}, False)
    assert (home / "other.db").read_bytes() == before


def test_a_dangling_link_among_backups_is_none(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    folder = folder_of(notebook.path)
    folder.mkdir(exist_ok=True)
    (folder / "notebook-2026-11-01.db").symlink_to("nowhere")
    assert kept(notebook.path) == ()


ENDLESS = """
CREATE VIEW rests AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
SELECT count(*) AS slug, '' AS block, '' AS at, '' AS digest FROM n
"""


def test_a_reading_log_that_never_ends_is_done_without(home: Path) -> None:
    with closing(sqlite3.connect(home / "reading.db")) as connection:
        connection.execute(ENDLESS)
    assert child("-c", LOOK, str(home), timeout=20).stderr == b""


@pytest.mark.parametrize("end", [os.mkfifo, lambda name: name.symlink_to("nowhere")])
def test_a_pipe_as_the_notebooks_journal_is_said(
    home: Path, library_file: Path, end: Callable[[Path], None]
) -> None:
    with closing(Notebook.open(home / "notebook.db")) as notebook:
        keep(notebook, [mark(1)])
    end(home / "notebook.db-journal")
    listing = ("--library", str(library_file), "--home", str(home), "marks", "list")
    ran = child("-m", "asem_reader", *listing, timeout=10)
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (1, b"", 1)
    assert b"notebook.db-journal is a link or a pipe" in ran.stderr


def test_a_notebook_that_is_a_link_is_opened(home: Path) -> None:
    (home / "synced").mkdir()
    (home / "notebook.db").symlink_to("synced/notebook.db")
    with closing(Notebook.open(home / "notebook.db")) as notebook:
        keep(notebook, [mark(1)])
    with closing(Notebook.open(home / "synced" / "notebook.db")) as notebook:
        assert len(notebook.marks()) == 1
