# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is deleted for good stands nowhere in the home any more."""

import datetime
import json
import shutil
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from support.commandline import Read, Run
from support.marks import NOON, keep, mark

from asem_reader import paths
from asem_reader.core.marks.change import Change, removal
from asem_reader.core.marks.mark import Mark
from asem_reader.core.steps import done
from asem_reader.operations.merging import between, joining, keep_merge
from asem_reader.store.files import is_local
from asem_reader.store.notebook.backup import folder_of
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import state_of

CANARY = "Zeisig sings at dawn. " * 500  # on several pages of SQLite
FOLDER, TAG = "Wiedehopf", "goldammer"
WORDS = (b"Zeisig", b"sings", FOLDER.encode(), TAG.encode())


@pytest.fixture
def run(run: Run) -> Run:
    """Runs `marks` with what follows."""
    return partial(run, "marks")


def secret(number: int = 1, body: str = CANARY) -> Mark:
    return mark(number, body)._replace(folder=FOLDER, tags=(TAG,))


@pytest.fixture
def full(tmp_path: Path) -> paths.Home:
    """A home in which a note stands wherever one can: backups, copies set aside, damaged ones, searches."""
    home = paths.Home(tmp_path / "home")
    notebook = Notebook(home.notebook, lambda: NOON)
    keep(notebook, [secret(), mark(2, "harmless")])
    for day in (1, 2):
        notebook.file.clock = lambda day=day: NOON + datetime.timedelta(days=day)
        keep(notebook, [mark(2 + day, f"day {day}")])
    notebook.file.back_up("before-edition-abcdef")
    notebook.change(Change("", (secret(),), (secret(1, f"{CANARY}, also at noon."),)))
    notebook.close()
    beside = home.notebook.parent
    shutil.copy(home.notebook, beside / "notebook.replaced-20261125-120000.db")
    broken = bytearray(home.notebook.read_bytes())
    broken[:16] = b"not SQLite at al"
    (beside / "notebook.damaged-20261125-120000.db").write_bytes(broken)
    kept = json.dumps(["zeisig dawn", "piracy"]).replace('"', '\\"')
    home.session.write_text(f'[search]\nrecent="{kept}"\nsaved=[]\n')
    return home


def found(home: paths.Home) -> list[str]:
    """The files in which a word of the note stands."""
    files = [file for file in home.data.rglob("*") if file.is_file()]
    return sorted(file.name for file in files if any(word in file.read_bytes() for word in WORDS))


def test_a_note_that_is_deleted_for_good_stands_nowhere_and_all_else_stays(
    full: paths.Home, run: Run, read: Read
) -> None:
    assert len(found(full)) >= 6
    files = len(list(folder_of(full.notebook).iterdir()))
    code, said, _err = run("forget", secret().id)
    assert (code, "Nothing was changed" in said, len(found(full)) >= 6) == (0, True, True)
    assert run("forget", secret().id, "--yes")[0] == 0
    assert found(full) == []
    assert "piracy" in full.session.read_text()
    assert {each["body"] for each in read("list")} == {"harmless", "day 1", "day 2"}
    assert len(list(folder_of(full.notebook).iterdir())) == files + 1  # that of today
    assert all(each["whole"] for each in read("backups"))


def test_the_preview_says_where_it_stands(full: paths.Home, read: Read) -> None:
    told = read("forget", secret().id)
    assert (told["forgotten"], told["folders"], told["searches"]) == (False, [FOLDER], ["zeisig dawn"])
    assert {name for name in told["files"] if "damaged" in name or "replaced" in name or "edition" in name}
    assert len(told["files"]) >= 5


def test_the_bin_is_emptied_for_good(full: paths.Home, run: Run) -> None:
    with closing(Notebook(full.notebook)) as notebook:
        notebook.change(removal((secret(1, f"{CANARY}, also at noon."),)))
    assert run("forget", "--bin", "--yes")[0] == 0
    assert found(full) == []


def test_a_merge_brings_back_nothing_that_was_forgotten_and_forgets_it_elsewhere(
    full: paths.Home, run: Run, tmp_path: Path
) -> None:
    with closing(Notebook(tmp_path / "laptop" / "notebook.db", lambda: NOON)) as laptop:
        keep(laptop, [secret(), mark(9, "of the laptop")])
        theirs = state_of(laptop)
        assert run("forget", secret().id, "--yes")[0] == 0
        with closing(Notebook(full.notebook)) as office:
            mine = state_of(office)
            keep_merge(office, between(mine, done(joining(mine, theirs))))
            mine = state_of(office)
        assert found(full) == []
        keep_merge(laptop, between(theirs, done(joining(theirs, mine))))
        assert {each.body for each in laptop.marks()} >= {"of the laptop", "harmless"}
    assert found(paths.Home(tmp_path / "laptop")) == []


def test_what_was_broken_off_is_done_again_with_the_same_id(full: paths.Home, run: Run) -> None:
    before = {file: file.read_bytes() for file in folder_of(full.notebook).iterdir()}
    assert run("forget", secret().id, "--yes")[0] == 0
    for file, content in before.items():
        file.write_bytes(content)
    assert found(full) != []
    assert run("forget", secret().id, "--yes")[0] == 0
    assert found(full) == []


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT * FROM marks").fetchone()
print(flush=True)
input()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nobody that a file is held")
def test_beside_a_program_that_has_it_open_nothing_is_forgotten(full: paths.Home, run: Run) -> None:
    if not is_local(full.notebook.parent):
        pytest.skip("without a shared log, as in a folder of a network, nobody is told that a file is held")
    holding = [sys.executable, "-c", _HOLD, str(full.notebook)]
    with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        code, _out, err = run("forget", secret().id, "--yes")
        other.communicate(b"\n")
    assert (code, "has the Notebook open" in err) == (1, True)
    assert len(found(full)) >= 6


def test_an_id_that_is_none_is_not_forgotten(full: paths.Home, run: Run) -> None:
    code, _out, err = run("forget", f"{7:032x}", "--yes")
    assert (code, "There is no mark" in err) == (1, True)


def test_copies_are_listed_and_taken_away_by_name(full: paths.Home, run: Run, read: Read) -> None:
    names = [each["name"] for each in read("copies")]
    damaged = next(name for name in names if "damaged" in name)
    assert run("copies", "--remove", damaged)[0] == 0
    assert [each["name"] for each in read("copies")] == [name for name in names if name != damaged]
    assert run("copies", "--remove", "../notebook.db")[0] == 1
