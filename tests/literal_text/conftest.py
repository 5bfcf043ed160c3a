# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A Library and a Notebook with markup in every field, and what the program makes over them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.hostile_content import fill, hostile_library
from support.hostile_world import Hostile
from support.screen import MARITIME, driver, home, open_driver, patient, swept

from asem_reader import paths
from asem_reader.app import make_compositor
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.marks.marks import Marks

__all__ = ["driver", "home", "open_driver", "patient", "swept"]


@pytest.fixture(scope="session")
def library_file(library_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_library(library_file, tmp_path_factory.mktemp("hostile") / "asem.db")


@pytest.fixture
def filled(library_file: Path, home: paths.Home) -> paths.Home:
    """A home in which markup stands in all that is marked, filed and packed."""
    library = Library.open(library_file)
    block = next(iter(library.article(MARITIME.slug).blocks))
    library.close()
    fill(home.notebook, MARITIME.slug, block)
    return home


@pytest.fixture
def hostile(library_file: Path, filled: paths.Home, qtbot: QtBot) -> Iterator[Hostile]:
    library, notebook, parent = Library.open(library_file), Notebook.open(filled.notebook), QWidget()
    qtbot.addWidget(parent)
    marks = Marks(notebook, lambda slug: library.article(slug).topic.title)
    editions, compositor = Editions(library, marks), make_compositor(library, marks, filled)
    editions.begin()
    editions.finish()
    yield Hostile(library, filled, marks, editions, compositor, parent)
    for each in (compositor, marks, library):
        each.close()


@pytest.fixture
def reading(filled: paths.Home, open_driver: Callable[..., Driver]) -> Driver:
    """The window over all that."""
    return open_driver().place_marks().open(MARITIME)
