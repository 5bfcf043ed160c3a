# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The start makes the first page, and everything else only after that is painted."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import keep, mark
from support.processes import is_left_open
from support.screen import MARITIME

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.errors import LibraryDamaged, NoSuchPlace
from asem_reader.start import start
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook

LATE = (
    *("core.printing.sheet", "core.folding", "core.marks.record", "core.marks.backup"),
    *("store.search.search", "core.words"),
    *("viewmodels.search.hits", "viewmodels.marks.marktree", "viewmodels.reading.history"),
    *("core.drawing", "core.indicators", "store.indicators", "operations.figures", "operations.pictures"),
    *("viewmodels.explorer", "widgets.explorer", "widgets.controls.drawing"),
    *("viewmodels.marks.marking", "widgets.commands", "widgets.marks.noteeditor", "widgets.reading.marktext"),
)
# They take some milliseconds, and what the first page needs does without: its values are NamedTuples, and
# Qt for Python makes the types of all widgets where it is to find out which one it was given.
UNWANTED = ("dataclasses", "QWizard")
FIRST_PAGE = """
import linecache, sys
from pathlib import Path
from asem_reader import paths
from asem_reader.start import start
app, window = start(Path(sys.argv[1]), paths.home(Path(sys.argv[2])), None)
types = vars(sys.modules["PySide6.QtWidgets"])
window.reader.painted.connect(lambda: print(*sys.modules, *linecache.cache, *types) or app.quit())
app.exec()
"""


def test_the_first_page_is_painted_before_the_rest_is_imported(library_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAGE, str(library_file), str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "asem_reader.widgets.frame.window" in loaded
    assert [name for name in LATE if f"asem_reader.{name}" in loaded] == []
    assert [name for name in UNWANTED if name in loaded] == []
    ours = Path(paths.__file__).parent
    assert [name for name in loaded if Path(name).is_relative_to(ours)] == []  # no source is read


def test_what_comes_late_is_there_at_all() -> None:
    assert [name for name in LATE if find_spec(f"asem_reader.{name}") is None] == []


@pytest.fixture
def made(qapp: QApplication, library_file: Path, home: paths.Home) -> Iterator[Driver]:
    """A window that shows nothing yet."""
    driver = Driver(make_window(application(), Library.open(library_file), home))
    yield driver
    driver.let_go()
    driver.widget.deleteLater()


def test_the_tree_is_filled_with_the_first_topic_alone(made: Driver) -> None:
    made.widget.show()
    assert made.contents.view.model() is None
    made.show_first(MARITIME)
    assert made.contents.current == "Maritime security"


def test_the_rest_is_there_once_the_first_page_is_painted(made: Driver, qtbot: QtBot) -> None:
    made.widget.show()
    made.show_first(MARITIME)
    assert not made.is_furnished
    qtbot.waitUntil(lambda: made.is_furnished)


def test_a_command_that_comes_before_the_first_page_is_done(made: Driver) -> None:
    made.show_first(MARITIME)
    made.command("bookmark")
    assert [(mark.kind, mark.slug) for mark in made.marks] == [("bookmark", MARITIME.slug)]


def test_a_start_may_be_given_a_view_of_the_figures(
    qapp: QApplication, library_file: Path, home: paths.Home
) -> None:
    _app, window = start(library_file, home, "asem:indicator-lpi?show=tiles&with=MLT")
    driver = Driver(window)
    assert driver.title == "Logistics Performance Index"
    assert driver.explorer.here == "Malta"
    driver.let_go()


def test_a_first_start_is_no_larger_than_the_screen(
    qapp: QApplication, library_file: Path, home: paths.Home
) -> None:
    _app, window = start(library_file, home, None)
    assert window.screen().availableGeometry().contains(window.geometry())
    Driver(window).let_go()


def test_a_start_smaller_than_last_time_has_no_pane_for_which_there_is_no_room(made: Driver) -> None:
    made.restore_shape().resize(700, 500).widget.show()
    assert (made.shows_left, made.shows_right) == (True, False)


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
    keep(notebook, [mark()])
    notebook.close()
    library = Library.open(own_library)
    library.close()
    with pytest.raises(LibraryDamaged) as caught:
        make_window(application(), library, home)
    assert caught.value
    assert not is_left_open(home.notebook)
