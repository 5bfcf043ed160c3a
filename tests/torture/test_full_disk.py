# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""On a disk that is full, or nearly, there is a sentence, nothing is lost, and room makes it work again."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader.core.marks.errors import HomeUnwritable, NotKept
from asem_reader.store.notebook.notebook import Notebook

_SIZE = 2_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path, leaving: int) -> Path:
    """Leave so many bytes free."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError:
                break
        file.truncate(max(0, file.tell() - leaving))
    return ballast


@pytest.mark.parametrize("leaving", [0, 1_000, 4_096, 20_000, 65_536, 200_000])
@pytest.mark.parametrize("before", [0, 30])
def test_a_full_disk_loses_nothing(small_disk: Path, leaving: int, before: int) -> None:
    notebook = Notebook(small_disk / "home" / "notebook.db", lambda: NOON)
    kept = [mark(number, "words " * 200) for number in range(before)]
    for each in kept:
        keep(notebook, [each])
    ballast = fill(small_disk, leaving)
    refused = []
    for number in range(100, 200):
        one = mark(number, "more words " * 400)
        try:
            keep(notebook, [one])
            kept.append(one)
        except (NotKept, HomeUnwritable) as error:
            refused.append(str(error))
    assert refused, "the disk was never full"
    assert all(said.endswith(".") for said in refused)
    assert set(notebook.marks()) == set(kept)
    ballast.unlink()
    keep(notebook, [mark(999)])
    notebook.close()
    again = Notebook.open(notebook.path)
    assert set(again.marks()) == {*kept, mark(999)}
    again.close()
