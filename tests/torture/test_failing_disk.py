# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""At whichever write the disk fails, there is a sentence, what was kept stays, and it works on afterwards."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import mark
from support.processes import ROOT

from asem_reader.core.marks.mark import Mark
from asem_reader.store.notebook.notebook import Notebook

# A reader's week, a step a line: each says whether it was kept, and what was said if it was not.
WEEK = """
import datetime, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import NOON, keep, mark
from asem_reader.core.marks.change import Change
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.mark import Folder
from asem_reader.store.notebook.notebook import Notebook
day = 0
notebook = Notebook(Path(sys.argv[1]), lambda: NOON + datetime.timedelta(days=day))
steps = [
    lambda: keep(notebook, [mark(1), mark(2, "two " * 2000)]),
    lambda: keep(notebook, [mark(3)]),
    lambda: notebook.change(Change("Note", (mark(1),), (mark(1)._replace(body="other"),))),
    lambda: notebook.change(Change("", (mark(3),))),
    lambda: notebook.change(Change("Folder", new_folders=(Folder("New", 3),))),
    lambda: keep(notebook, [mark(4, "four " * 5000)]),
]
for number, step in enumerate(steps):
    day = number // 2
    try:
        step()
        print("kept", number, flush=True)
    except ReaderError as error:
        print("not", number, error, flush=True)
"""
LAST = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import keep, mark
from asem_reader.store.notebook.notebook import Notebook
keep(Notebook.open(Path(sys.argv[1])), [mark(99)])
"""
MORE = {"once": 0, "for a while": 5, "for ever": 10**6}
SAID = {errno.EIO: "disk", errno.ENOSPC: "disk"}


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The disk that fails, compiled."""
    library = tmp_path_factory.mktemp("shim") / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.fixture
def week(shim: Path, notebook_file: Path) -> Callable[..., list[str]]:
    """Goes through the week on a disk that fails at a call, and returns what was said."""

    def week(at: int = 0, more: int = 0, code: int = errno.EIO) -> list[str]:
        notebook_file.parent.mkdir(exist_ok=True)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LD_PRELOAD": str(shim),
            "FAIL_BELOW": str(notebook_file.parent),
            "FAIL_AT": str(at),
            "FAIL_MORE": str(more),
            "FAIL_WITH": str(code),
            "FAIL_COUNT": str(notebook_file.parent.parent / "count"),
        }
        ran = subprocess.run(
            [sys.executable, "-c", WEEK, str(notebook_file)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout.splitlines()

    return week


def calls(week: Callable[..., list[str]], file: Path) -> int:
    """How often the week writes."""
    assert week() == [f"kept {number}" for number in range(6)]
    return int((file.parent.parent / "count").read_text())


def settle(file: Path) -> dict[str, Mark]:
    """Work on with a disk that is whole again, and return what there is then."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", LAST, str(file)], cwd=ROOT, env=environment, check=True)
    with closing(Notebook.open(file)) as notebook:
        return {each.id: each for each in (*notebook.marks(), *notebook.bin())}


def forget(file: Path) -> None:
    """Begin another week in an empty folder."""
    for each in [*file.parent.rglob("*")]:
        if each.is_file():
            each.unlink()


@pytest.mark.parametrize("code", SAID)
@pytest.mark.parametrize("more", MORE.values(), ids=MORE)
def test_a_disk_that_fails_at_any_write_loses_nothing_that_was_kept(
    week: Callable[..., list[str]], notebook_file: Path, code: int, more: int
) -> None:
    count = calls(week, notebook_file)
    failed = 0
    for at in range(1, count + 1):
        forget(notebook_file)
        said = week(at, more, code)
        kept = {int(line.split()[1]) for line in said if line.startswith("kept")}
        refused = [line for line in said if line.startswith("not")]
        failed += bool(refused)
        assert all(line.endswith(".") and len(line) < 300 for line in refused), said
        there = settle(notebook_file)
        expected = {0: (1, 2), 1: (3,), 5: (4,)}
        for step in kept & expected.keys():
            assert all(mark(number).id in there for number in expected[step]), (at, said)
        if 2 in kept:
            assert there[mark(1).id].body == "other", (at, said)
        if 3 in kept:
            assert there[mark(3).id].deleted, (at, said)
    assert failed > count / 10, "the disk hardly ever failed"
    print(f"{count} writes, {failed} of them refused something, nothing lost")
