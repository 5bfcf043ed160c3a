# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A thousand kills at random moments, of the command line and of the window's own store, lose nothing."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from support.processes import ROOT

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Anchor, Mark, MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.notebook.backup import backups
from asem_reader.store.notebook.notebook import Notebook

KILLS = int(os.environ["TORTURE"] or 1000)
# The window's own way: gestures through Marks and Marking, each said when it returned.
WINDOW = """
import itertools, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.core.marks.mark import Target
from asem_reader.viewmodels.marks.marks import Marks
app = QCoreApplication([])
article = Library.open(Path(sys.argv[2])).article(Slug("maritime-security"))
marks = Marks(Notebook.open(Path(sys.argv[1])), str)
marking, blocks = Marking(marks), list(article.blocks)
for number in itertools.count():
    spot = Target(article, blocks[(number + int(sys.argv[3])) % len(blocks)])
    body = f"{sys.argv[3]} {number} " + "words " * (number % 90)  # as `written`
    if marking.note(spot, body):
        print("note", spot.block, body, sep="\\t", flush=True)
    if marking.highlight_all([spot], list(Colour)[number % 4]):
        print("done", flush=True)
"""
# A day's first change of a large Notebook, then an import of many: threads copy it and bring its log home.
LARGE = """
import datetime, itertools, sys
from pathlib import Path
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Anchor, MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.notebook.notebook import Notebook
day = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(int(sys.argv[2]))
notebook, on = Notebook(Path(sys.argv[1]), lambda: day), Anchor(Slug("piracy"), None, "Piracy", "", "")
for number in itertools.count():
    count = 2_500 if number % 9 == 4 else 1
    marks = tuple(notebook.draft(MarkKind.NOTE, on, str(number)) for _ in range(count))
    notebook.change(Change("Import", new=marks))
    print(*(mark.id for mark in marks), flush=True)
"""


def killed(arguments: list[str], seconds: float) -> list[str]:
    """Run Python, kill it some time after its first word, and return the whole lines that it said."""
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        first = process.stdout.readline()
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        rest = process.stdout.read()
        timer.cancel()
        process.kill()
    return (first + rest).split("\n")[:-1]


def written(kill: int, number: int) -> str:
    """The note that the window writes as its `number`-th."""
    return f"{kill} {number} " + "words " * (number % 90)


def order(body: str) -> tuple[int, ...]:
    """When a note was written: before which kill, and as which; () for none."""
    return tuple(map(int, body.split()[:2]))


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def kept(file: Path) -> dict[str, Mark]:
    """What is there, after SQLite and the digests of all rows found nothing wrong."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with closing(Notebook.open(file)) as notebook:
        return {mark.id: mark for mark in notebook.marks()}


@pytest.mark.parametrize("share", [0.5])
def test_kills_of_the_window_s_own_store_lose_nothing(
    notebook_file: Path, library_file: Path, share: float
) -> None:
    dice = random.Random(1)
    notes: dict[str, str] = {}
    said = 0
    for kill in range(int(KILLS * share)):
        lines = killed(["-c", WINDOW, str(notebook_file), str(library_file), str(kill)], dice.random() * 0.15)
        acknowledged = [tuple(line.split("\t")[1:]) for line in lines if line.startswith("note")]
        said += len(acknowledged)
        notes |= dict(acknowledged)
        if kill % 25 == 0 or kill == int(KILLS * share) - 1:
            there = {str(mark.block): mark.body for mark in kept(notebook_file).values() if mark.body}
            assert notes.keys() <= there.keys(), (kill, "lost")
            assert all(body == written(*order(body)) for body in there.values()), (kill, "not whole")
            newer = [block for block, body in there.items() if body != notes.get(block)]
            assert all(order(there[block]) > order(notes.get(block, "")) for block in newer), (kill, "older")
            # Each kill may leave one note that was kept, but not yet said to be.
            assert len({order(there[block])[0] for block in newer}) == len(newer), (kill, newer)
            notes = there
    print(f"{int(KILLS * share)} kills, {said} notes acknowledged, none lost")


@pytest.mark.parametrize("share", [0.5])
def test_kills_of_the_command_line_lose_nothing(notebook_file: Path, share: float) -> None:
    dice = random.Random(2)
    acknowledged: set[str] = set()
    home = str(notebook_file.parent)
    start = time.monotonic()
    undisturbed = ["-m", "asem_reader", "--home", f"{home}-undisturbed", "marks", "add", "POL-05"]
    subprocess.run([sys.executable, *undisturbed], cwd=ROOT, capture_output=True, check=True)
    whole = time.monotonic() - start
    for kill in range(int(KILLS * share)):
        arguments = ["-m", "asem_reader", "--home", home, "marks", "add", "POL-05", "--note", f"note {kill}"]
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
        )
        timer = threading.Timer(whole * (0.2 + dice.random()), process.kill)
        timer.start()
        said, _ = process.communicate()
        timer.cancel()
        acknowledged |= {line for line in said.split("\n")[:-1] if line}
    there = kept(notebook_file)
    assert acknowledged <= set(there)
    assert len(acknowledged) > KILLS * share / 20, "hardly any came so far"
    assert all(mark.body.startswith("note ") for mark in there.values())
    print(f"{int(KILLS * share)} kills, {len(acknowledged)} marks acknowledged, none lost")


@pytest.mark.parametrize("share", [0.04])
def test_kills_while_a_large_notebook_is_copied_lose_nothing(notebook_file: Path, share: float) -> None:
    dice, acknowledged = random.Random(3), set[str]()
    with closing(Notebook(notebook_file)) as notebook:
        on = Anchor(Slug("piracy"), None, "Piracy " * 50, "", "")
        many = tuple(notebook.draft(MarkKind.NOTE, on, "Of before") for _ in range(20_000))
        notebook.change(Change("Import", new=many))
    for kill in range(max(4, int(KILLS * share))):
        lines = killed(["-c", LARGE, str(notebook_file), str(kill)], dice.random() * 0.4)
        acknowledged |= {name for line in lines for name in line.split()}
        assert acknowledged <= set(kept(notebook_file))
    copies = [bool(kept(file)) for file in backups(notebook_file)]
    assert all(copies)
    said = f"{len(acknowledged)} marks acknowledged, none lost; {len(copies)} backups, all whole"
    print(f"{kill + 1} kills, {said}")
