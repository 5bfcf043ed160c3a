# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whatever happens to its bytes, a Notebook shows what was written, and nothing is thrown away."""

import datetime
import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.app import open_notebook, recovered
from asem_reader.core.marks.errors import NotebookDamaged
from asem_reader.core.marks.mark import Mark
from asem_reader.store.notebook.notebook import Notebook

SEEDS = int(os.environ.get("DAMAGES", "60"))
MARKS = tuple(mark(number, f"note {number} " * 9) for number in range(60))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Notebook of sixty marks, of which its backup has forty."""
    path = tmp_path_factory.mktemp("whole") / "notebook.db"
    with closing(Notebook(path, lambda: NOON)) as notebook:
        keep(notebook, MARKS[:40])
        notebook.file.clock = lambda: NOON + datetime.timedelta(days=1)
        keep(notebook, MARKS[40:])
    return path


def damage(content: bytearray, dice: random.Random) -> bytes:
    """Flip bits, put noise or zeros over a stretch, cut off or repeat."""
    at, size = dice.randrange(len(content)), dice.choice([1, 16, 512, 4096])
    kind = dice.choice(["flip", "flips", "noise", "zeros", "cut", "swap"])
    if kind in ("flip", "flips"):
        for _ in range(1 if kind == "flip" else 40):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    elif kind == "cut":
        del content[at:]
    elif kind == "swap":
        other = dice.randrange(0, len(content) - 4096)
        content[at : at + 4096] = content[other : other + 4096]
    else:
        content[at : at + size] = dice.randbytes(size) if kind == "noise" else bytes(size)
    return bytes(content)


def shown(path: Path) -> tuple[Mark, ...]:
    """What the window would show, after it put right what had to be."""
    notebook, fault, _ = open_notebook(path)
    with closing(notebook):
        try:
            return notebook.marks() if not isinstance(fault, NotebookDamaged) else ()
        except NotebookDamaged:
            notebook.close()
    notebook, fault, _ = recovered(path)
    with closing(notebook):
        return notebook.marks()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_shown_is_what_was_written(whole: Path, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "home" / "notebook.db"
    shutil.copytree(whole.parent, path.parent)
    damaged = damage(bytearray(path.read_bytes()), random.Random(seed))
    path.write_bytes(damaged)
    marks = {each.id: each for each in shown(path)}
    assert set(marks.values()) <= set(MARKS)
    aside = list(path.parent.glob("*damaged*.db"))
    if aside:
        assert set(MARKS[:40]) <= set(marks.values()), "the backup has these"
        assert aside[0].read_bytes() == damaged
    else:
        assert set(marks.values()) == set(MARKS)


def test_marks_that_no_backup_has_are_saved_from_a_damaged_file(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "home" / "notebook.db"
    shutil.copytree(whole.parent, path.parent)
    content = bytearray(path.read_bytes())
    at = content.index(MARKS[50].body.encode())
    content[at : at + 5] = b"wrong"
    path.write_bytes(content)
    notebook, _, told = open_notebook(path)
    with closing(notebook):
        assert set(notebook.marks()) == set(MARKS) - {MARKS[50]}
    assert "19 marks saved from the damaged file" in told
