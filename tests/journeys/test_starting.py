# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The start makes the first page, and everything else only after that is painted."""

import subprocess
import sys
from pathlib import Path

import pytest
from builders import is_left_open, mark
from glass import MARITIME
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.errors import LibraryDamaged, NoSuchPlace
from asem_reader.start import show_first, start
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook

LATE = (
    *("core.sheet", "core.letters", "core.record", "core.restoring"),
    "store.search",
    *("viewmodels.hits", "viewmodels.marktree", "viewmodels.history", "viewmodels.marking"),
    *("widgets.hands", "widgets.panes", "widgets.marktext"),
)
# Each takes some milliseconds, and what the first page needs does without: its values are NamedTuples.
UNWANTED = ("dataclasses", "json")
FIRST_PAGE = """
import sys
from pathlib import Path
from asem_reader import paths
from asem_reader.start import start
app, window = start(Path(sys.argv[1]), paths.home(Path(sys.argv[2])), None)
window.reader.painted.connect(lambda: print(*sys.modules) or app.quit())
app.exec()
"""


def test_the_first_page_is_painted_before_the_rest_is_imported(library_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAGE, str(library_file), str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "asem_reader.widgets.reading.reader" in loaded
    assert [name for name in LATE if f"asem_reader.{name}" in loaded] == []
    assert [name for name in UNWANTED if name in loaded] == []


def test_the_tree_is_filled_with_the_first_topic_alone(
    qapp: QApplication, qtbot: QtBot, library_file: Path, home: paths.Home
) -> None:
    window = make_window(application(), Library.open(library_file), home)
    qtbot.addWidget(window)
    window.show()
    assert window.left.outline.model() is None
    show_first(window, MARITIME)
    assert window.left.outline.currentIndex().data() == "Maritime security"
    window.close()
    window.context.desk.library.close()


def test_the_rest_is_there_once_the_first_page_is_painted(
    qapp: QApplication, qtbot: QtBot, library_file: Path, home: paths.Home
) -> None:
    window = make_window(application(), Library.open(library_file), home)
    qtbot.addWidget(window)
    window.show()
    show_first(window, MARITIME)
    assert window._dispatcher is None
    qtbot.waitUntil(lambda: window._dispatcher is not None)
    window.close()
    window.context.desk.library.close()


def test_a_command_that_comes_before_the_first_page_is_done(
    qapp: QApplication, qtbot: QtBot, library_file: Path, home: paths.Home
) -> None:
    window = make_window(application(), Library.open(library_file), home)
    qtbot.addWidget(window)
    show_first(window, MARITIME)
    window.actions_by_name["bookmark"].trigger()
    assert window.context.marks.bookmark_on(MARITIME.slug)
    window.close()
    window.context.marks.close()
    window.context.desk.library.close()


def test_a_start_that_leads_nowhere_lets_go_of_the_library(
    qapp: QApplication, own_library: Path, home: paths.Home
) -> None:
    with pytest.raises(NoSuchPlace) as caught:
        start(own_library, home, "asem:nowhere")
    assert caught.value
    assert not is_left_open(own_library)


def test_a_window_that_cannot_be_made_lets_go_of_the_notebook(
    qapp: QApplication, own_library: Path, home: paths.Home
) -> None:
    notebook = Notebook.open(home.notebook)
    notebook.put([mark()])
    notebook.close()
    library = Library.open(own_library)
    library.close()
    with pytest.raises(LibraryDamaged) as caught:
        make_window(application(), library, home)
    assert caught.value
    assert not is_left_open(home.notebook)
