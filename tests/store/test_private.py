# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Nobody but the reader can read what the reader writes, whatever the umask."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import NOON, keep, mark

from asem_reader import paths
from asem_reader.store import files
from asem_reader.store.instance import InstanceLock, Mailbox
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.notebook.recovery import recover
from asem_reader.viewmodels.session.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.fixture(params=[0o000, 0o022, 0o027, 0o077], ids=oct, autouse=True)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> set[tuple[str, str]]:
    """What there is, by kind, with its mode."""
    found = [folder, *folder.rglob("*")]
    return {("folder" if each.is_dir() else "file", oct(each.stat().st_mode & 0o777)) for each in found}


PRIVATE = {("folder", "0o700"), ("file", "0o600")}


def test_a_notebook_its_backups_and_its_log_are_private(notebook: Notebook) -> None:
    keep(notebook, [mark(1)])
    notebook.file.back_up("before-2")
    assert modes(notebook.path.parent) == PRIVATE


def test_folders_above_it_that_are_made_are_private_too(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "a" / "b")
    assert modes(tmp_path / "a") == {("folder", "0o700")}


def test_what_is_set_aside_is_private(opened: Callable[..., Notebook], notebook_file: Path) -> None:
    notebook = opened()
    keep(notebook, [mark(1)])
    notebook.file.back_up("before-2")
    notebook.close()
    notebook_file.write_bytes(b"damaged")
    recover(notebook_file, NOON)
    assert modes(notebook_file.parent) == PRIVATE


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A folder as an earlier version left it under the usual umask."""
    folder = tmp_path / "home"
    for each in (folder, folder / "backups"):
        each.mkdir()
        each.chmod(0o755)
    for name in ("notebook.db", "notebook.damaged-20260101-120000.db", "backups/notebook-2026-01-01.db"):
        files.make_file(folder / name)
        (folder / name).chmod(0o644)
    return folder


def test_what_an_earlier_version_left_open_is_closed(older: Path) -> None:
    files.tighten(older)
    assert modes(older) == PRIVATE


def test_a_folder_with_something_else_in_it_keeps_its_mode(older: Path) -> None:
    files.make_file(older / "speech.odt")
    (older / "speech.odt").chmod(0o644)
    files.tighten(older)
    assert older.stat().st_mode & 0o777 == 0o755
    assert (older / "speech.odt").stat().st_mode & 0o777 == 0o644
    assert (older / "notebook.db").stat().st_mode & 0o777 == 0o600


def test_what_may_not_be_written_stays_so(older: Path) -> None:
    (older / "notebook.db").chmod(0o444)
    files.tighten(older)
    assert (older / "notebook.db").stat().st_mode & 0o777 == 0o400


def test_what_a_link_leads_to_stays_as_it_is(older: Path, tmp_path: Path) -> None:
    files.make_file(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").chmod(0o644)
    (older / "reading.db").symlink_to(tmp_path / "elsewhere")
    files.tighten(older)
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o644


def test_the_whole_home_is_private(tmp_path: Path) -> None:
    home = paths.home(tmp_path / "home")
    settings = Settings(home.session)
    settings.grow(1)
    settings.sync()
    with closing(ReadingLog(home.reading)) as log:
        assert log.keep([], [])
    Mailbox(home.state).post("asem:maritime-security")
    lock = InstanceLock.take(home.state, tmp_path / "asem.db")
    assert lock
    lock.leave()
    assert modes(tmp_path / "home") == PRIVATE


def test_a_change_closes_what_was_open_to_others(older: Path) -> None:
    (older / "notebook.db").unlink()
    with closing(Notebook(older / "notebook.db")) as notebook:
        keep(notebook, [mark(1)])
        assert modes(older) == PRIVATE
