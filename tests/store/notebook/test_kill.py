# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A program that is killed while it keeps marks loses none that it said were kept."""

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from support.processes import ROOT

from asem_reader.core.marks.mark import Mark
from asem_reader.store.notebook.notebook import Notebook

KEEPER = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, "tests")
from support.marks import keep, mark
from asem_reader.core.marks.change import Change
from asem_reader.store.notebook.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
for number in itertools.count(int(sys.argv[2])):
    one = mark(number, "words " * (number % 700))
    keep(notebook, [one])
    if number % 3 == 0:
        notebook.change(Change("", (one,), (one._replace(body="rewritten"),)))
    sys.stdout.write(one.id + "\\n")
    sys.stdout.flush()
"""


def kill_after(path: Path, start: int, seconds: float) -> set[str]:
    """Run the keeper, kill it some time after its first mark, and return the ids that it acknowledged."""
    keeper = subprocess.Popen(
        [sys.executable, "-c", KEEPER, str(path), str(start)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with keeper:
        assert keeper.stdout is not None
        assert keeper.stderr is not None
        first = keeper.stdout.readline()
        timer = threading.Timer(seconds, keeper.kill)
        timer.start()
        rest, said = keeper.stdout.read(), keeper.stderr.read()
        timer.join()
    assert first, said
    return {line for line in (first + rest).split("\n")[:-1] if line}


def test_twenty_kills_lose_no_mark_that_was_acknowledged(
    notebook_file: Path, opened: Callable[..., Notebook]
) -> None:
    dice = random.Random(20)
    acknowledged: set[str] = set()
    for kill in range(20):
        acknowledged |= kill_after(notebook_file, 100_000 * kill, dice.random() * 0.08)
        with closing(sqlite3.connect(notebook_file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    kept: dict[str, Mark] = {mark.id: mark for mark in opened().marks()}
    assert acknowledged <= set(kept)
    assert len(acknowledged) > 40
    assert all(kept[name].body == "rewritten" for name in acknowledged if int(name, 16) % 3 == 0)
