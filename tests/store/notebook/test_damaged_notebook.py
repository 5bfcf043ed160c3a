# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What happens to a Notebook that is damaged, foreign or newer: it is named, kept, and put back."""

import datetime
import random
import re
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark
from support.processes import child

from asem_reader.core.marks.errors import NotebookDamaged, NotebookNewer
from asem_reader.store.notebook.backup import backups, folder_of
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.recovery import recover

Opened = Callable[..., Notebook]
Damage = Callable[[Path], object]


def fill(opened: Opened, days: int = 1) -> Notebook:
    """A Notebook with a mark a day; from the second day on there is a backup of the days before."""
    notebook = opened()
    for day in range(days):
        notebook.file.clock = lambda day=day: NOON - datetime.timedelta(days=days - day)
        keep(notebook, [mark(day)])
    notebook.file.clock = lambda: NOON
    return notebook


def overwrite(at: int, content: bytes) -> Damage:
    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(content)

    return damage


def truncate(size: int) -> Damage:
    return lambda path: path.write_bytes(path.read_bytes()[:size])


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE marks (id); INSERT INTO marks VALUES (1);")


def without_marks(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TABLE marks")


def odd_kind(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE marks SET kind = 'poem'")


def odd_tags(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE marks SET tags = '5'")


DAMAGE: dict[str, Damage] = {
    "header zeroed": overwrite(0, bytes(100)),
    "first page zeroed": overwrite(0, bytes(4096)),
    "second page noise": overwrite(4096, random.Random(1).randbytes(4096)),
    "second page zeroed": overwrite(4096, bytes(4096)),
    "truncated to 100": truncate(100),
    "truncated to a page": truncate(4096),
    "truncated to a page and a half": truncate(6000),
    "one byte": truncate(1),
    "random bytes": lambda path: path.write_bytes(random.Random(2).randbytes(9000)),
    "text": lambda path: path.write_text("my notes\n" * 999),
    "foreign": foreign,
    "table gone": without_marks,
    "kind that there is not": odd_kind,
    "tags that are no list": odd_tags,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_notebook_is_named_and_left_as_it_is(
    opened: Opened, notebook_file: Path, damage: Damage
) -> None:
    fill(opened).close()
    damage(notebook_file)
    before = notebook_file.read_bytes()
    with pytest.raises(NotebookDamaged) as caught:
        opened()
    assert str(notebook_file) in caught.value.sentence
    assert notebook_file.read_bytes() == before


def test_an_emptied_notebook_with_a_backup_is_damaged_and_not_new(
    opened: Opened, notebook_file: Path
) -> None:
    fill(opened, days=2).close()
    notebook_file.write_bytes(b"")
    with pytest.raises(NotebookDamaged):
        opened()
    assert notebook_file.read_bytes() == b""


@pytest.mark.parametrize("version", [6, 99, 2**31 - 1])
def test_a_newer_notebook_is_read_and_left_as_it_is(
    opened: Opened, notebook_file: Path, version: int
) -> None:
    fill(opened).close()
    overwrite(60, struct.pack(">I", version))(notebook_file)
    before = notebook_file.read_bytes()
    notebook = opened()
    assert notebook.marks() == (mark(0),)
    assert isinstance(notebook.newer, NotebookNewer)
    with pytest.raises(NotebookNewer):
        keep(notebook, [mark(9)])
    notebook.close()
    assert notebook_file.read_bytes() == before


@pytest.mark.parametrize("seed", range(40))
def test_any_damage_ends_in_marks_or_a_sentence(opened: Opened, notebook_file: Path, seed: int) -> None:
    fill(opened, days=1).close()
    content = bytearray(notebook_file.read_bytes())
    dice = random.Random(seed)
    for _ in range(dice.choice([1, 5, 50])):
        content[dice.randrange(len(content))] = dice.randrange(256)
    notebook_file.write_bytes(content)
    with suppress(NotebookDamaged, NotebookNewer):
        opened().marks()


def test_a_damaged_notebook_is_kept_and_the_newest_good_backup_put_in_its_place(
    opened: Opened, notebook_file: Path
) -> None:
    fill(opened, days=4).close()
    overwrite(0, bytes(100))(notebook_file)
    damaged = notebook_file.read_bytes()
    newest, *_ = backups(notebook_file)
    sentence = recover(notebook_file, NOON)
    (aside,) = notebook_file.parent.glob("*damaged*")
    assert aside.read_bytes() == damaged
    assert aside.name in sentence
    assert re.findall(r"\d{4}-\d\d-\d\d", newest.name)[0] in sentence
    assert sentence.endswith(".")
    assert [each.id for each in opened().marks()] == [mark(day).id for day in range(3)]
    assert newest in backups(notebook_file)


@pytest.mark.parametrize(
    "damage", [truncate(100), truncate(0), overwrite(0, bytes(100)), foreign, without_marks]
)
def test_a_bad_backup_is_skipped(opened: Opened, notebook_file: Path, damage: Damage) -> None:
    fill(opened, days=4).close()
    overwrite(0, bytes(100))(notebook_file)
    newest, second, *_ = backups(notebook_file)
    damage(newest)
    sentence = recover(notebook_file, NOON)
    assert re.findall(r"\d{4}-\d\d-\d\d", second.name)[0] in sentence
    assert len(opened().marks()) == 2


def test_without_a_backup_an_empty_notebook_is_opened_and_said(opened: Opened, notebook_file: Path) -> None:
    fill(opened).close()
    overwrite(0, bytes(100))(notebook_file)
    sentence = recover(notebook_file, NOON)
    (aside,) = notebook_file.parent.glob("*damaged*")
    assert aside.name in sentence
    assert "no backup" in sentence
    assert opened().marks() == ()


def test_recovering_twice_keeps_both_damaged_files(opened: Opened, notebook_file: Path) -> None:
    fill(opened, days=2).close()
    for second in range(2):
        overwrite(0, bytes(100))(notebook_file)
        recover(notebook_file, NOON + datetime.timedelta(seconds=second))
    assert len(list(notebook_file.parent.glob("*damaged*"))) == 2


def test_recovering_twice_in_one_second_loses_neither(opened: Opened, notebook_file: Path) -> None:
    fill(opened, days=2).close()
    for noise in (b"one" * 40, b"two" * 40):
        overwrite(0, noise)(notebook_file)
        recover(notebook_file, NOON)
    starts = {file.read_bytes()[:3] for file in notebook_file.parent.glob("*damaged*.db")}
    assert starts == {b"one", b"two"}


def test_the_write_ahead_log_goes_with_its_notebook(opened: Opened, notebook_file: Path) -> None:
    fill(opened).close()
    notebook_file.with_name("notebook.db-wal").write_bytes(b"an old log")
    overwrite(0, bytes(100))(notebook_file)
    recover(notebook_file, NOON)
    (log,) = notebook_file.parent.glob("*damaged*-wal")
    assert log.read_bytes() == b"an old log"
    assert not notebook_file.with_name("notebook.db-wal").exists()


def test_a_log_of_another_notebook_ends_in_marks_or_a_sentence(
    local_disk: None, opened: Opened, notebook_file: Path, tmp_path: Path
) -> None:
    """SQLite itself takes such a log for the file's own: sqlite.org/howtocorrupt.html, 1.4."""
    other = opened(tmp_path / "other.db")
    keep(other, [mark(7)])
    fill(opened).close()
    notebook_file.with_name("notebook.db-wal").write_bytes(other.path.with_name("other.db-wal").read_bytes())
    with suppress(NotebookDamaged):
        assert set(opened().marks()) <= {mark(0), mark(7)}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are listed on Linux alone")
@pytest.mark.parametrize("at", [0, 4096])
def test_a_damaged_notebook_is_let_go_of(opened: Opened, notebook_file: Path, at: int) -> None:
    """Windows renames no file that lies open, and `recover` has to."""
    fill(opened).close()
    overwrite(at, bytes(100))(notebook_file)
    with pytest.raises(NotebookDamaged) as caught:
        opened()
    links = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert [link for link in links if link.startswith(str(notebook_file))] == [], caught.value


AFTER_RECOVERY = """
import os, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import keep, mark
from asem_reader.app import open_notebook
notebook, fault, told = open_notebook(Path(sys.argv[1]))
keep(notebook, [mark(77)])
print(told)
print([name for name in sorted(os.listdir(Path(sys.argv[1]).parent)) if name.endswith("-wal")], flush=True)
os._exit(1)  # as a kill would: nothing is closed
"""


@pytest.mark.parametrize("at", [0, 4096])
def test_a_mark_made_after_a_recovery_survives_a_kill(opened: Opened, notebook_file: Path, at: int) -> None:
    fill(opened, days=2).close()
    overwrite(at, bytes(100))(notebook_file)
    ran = child("-c", AFTER_RECOVERY, str(notebook_file))
    assert b"Your Notebook was damaged" in ran.stdout, ran.stderr.decode()
    assert [each.id for each in opened().marks()] == [mark(0).id, mark(77).id], ran.stdout.decode()


def test_nothing_else_is_taken_for_a_backup(notebook_file: Path) -> None:
    folder = folder_of(notebook_file)
    folder.mkdir(parents=True)
    for name in ("notebook-2026-11-01.db", "notebook-old.db", "notebook-2026-11-02.part", "mine.db"):
        (folder / name).write_bytes(b"")
    assert [file.name for file in backups(notebook_file)] == ["notebook-2026-11-01.db"]
