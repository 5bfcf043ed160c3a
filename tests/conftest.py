# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What all tests share: the real Library, a Notebook, a small folder of content."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support.content import Data
from support.marks import NOON
from support.processes import ROOT

from asem_reader.authoring.bundle import compile_library
from asem_reader.store.connect import digest_agrees
from asem_reader.store.libraries import Libraries
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.output import Output

settings.register_profile(
    "asem", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("asem")

# The printers of this machine are no matter of the tests, nor is its voice.
os.environ["CUPS_SERVER"] = str(Path(__file__).parent / "none" / "cups.sock")
os.environ["SPEECHD_ADDRESS"] = f"unix_socket:{Path(__file__).parent / 'none' / 'speechd.sock'}"


def pytest_xdist_auto_num_workers() -> int:
    """Pytest: a worker more than there are cores, for tests by ear wait for the bus more than they work."""
    affinity = getattr(os, "sched_getaffinity", None)
    return (len(affinity(0)) if affinity else os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real Library with its digest beside it; do not change it."""
    copy = tmp_path_factory.mktemp("library") / "asem.db"
    built = ROOT / "data" / "asem.db"
    if built.is_file():
        shutil.copy(built, copy)
        shutil.copy(f"{built}.sha256", f"{copy}.sha256")
    if not (copy.is_file() and digest_agrees(copy)):
        compile_library(ROOT / "data", copy)
    return copy


@pytest.fixture(scope="session")
def library(library_file: Path) -> Iterator[Library]:
    library = Library.open(library_file)
    yield library
    library.close()


@pytest.fixture
def libraries(tmp_path: Path) -> Iterator[Libraries]:
    """Two made Libraries, the bundled one and `other`; both have the topic `piracy`."""
    first, other = Data.with_reference(tmp_path / "first"), Data.with_reference(tmp_path / "other")
    other.files["edition.yaml"] = 'name: "7"\ndate: "2026-11-25"\nlibrary: other\n'
    other.change("title: Piracy at sea", "title: Piracy on the air")
    other.change("Pirates came ashore", "Smugglers came ashore")
    libraries = Libraries(Library.open(data.build()) for data in (first, other))
    yield libraries
    libraries.close()


@pytest.fixture
def own_library(library_file: Path, tmp_path: Path) -> Path:
    """The real Library and its digest, to be damaged."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name in ("asem.db", "asem.db.sha256"):
        shutil.copy(library_file.with_name(name), folder / name)
    return folder / "asem.db"


@pytest.fixture
def notebook_file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebook.db"


@pytest.fixture
def opened(notebook_file: Path) -> Iterator[Callable[..., Notebook]]:
    """Opens the Notebook, as often as wanted, and closes what was opened."""
    open_ones: list[Notebook] = []

    def opened(path: Path = notebook_file, clock: object = None) -> Notebook:
        notebook = Notebook.open(path, clock if callable(clock) else lambda: NOON)
        open_ones.append(notebook)
        return notebook

    yield opened
    for notebook in open_ones:
        notebook.close()


@pytest.fixture
def notebook(opened: Callable[..., Notebook]) -> Notebook:
    return opened()


@pytest.fixture
def output(notebook_file: Path, library_file: Path) -> Output:
    """Writes files, beside a home and a Library that it leaves alone."""
    return Output([notebook_file.parent], library_file)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """A small folder of content that compiles."""
    return Data(tmp_path / "data")
