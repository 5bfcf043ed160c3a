# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search in the real Library, and its sections as they were read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found
from asem_reader.core.search.query import parse
from asem_reader.store.files import is_local
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

Find = Callable[..., Found]
EVERYTHING = 10_000


@pytest.fixture(scope="session")
def search(library: Library) -> Search:
    return Search(library)


@pytest.fixture(scope="session")
def find(search: Search) -> Find:
    """Finds what is typed; all of it unless a limit is set."""

    def find(
        text: str, limit: int = EVERYTHING, noted: tuple[Slug, ...] = (), *, literal: bool = False
    ) -> Found:
        return search.find(parse(text, literal=literal), limit, noted)

    return find


@pytest.fixture
def local_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk of which it is known that a write-ahead log is safe there, whatever this one is."""
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n")
    monkeypatch.setattr(
        "asem_reader.store.notebook.connection.is_local", lambda folder: is_local(folder, mounts)
    )
