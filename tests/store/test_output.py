# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Output destroys nothing: links, devices, several names, modes, and the program's own files."""

import os
import stat
from pathlib import Path

import pytest

from asem_reader.core.errors import AlreadyThere, NotWritten
from asem_reader.store.library import Library
from asem_reader.store.output import Output

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and modes are those of POSIX")


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """What lies in a folder: kinds and modes of files, and what is in those that can be read."""
    found = {path: path.lstat().st_mode for path in folder.rglob("*")}
    return {str(p): (mode, p.read_bytes() if stat.S_ISREG(mode) else b"") for p, mode in found.items()}


def refused(output: Output, path: Path) -> str:
    """What is said of a file that is not written even by force; nothing may change."""
    before = state(path.parent)
    with pytest.raises(NotWritten) as caught:
        output.write(path, b"new", replace=True)
    assert state(path.parent) == before
    assert str(path) in caught.value.sentence
    return caught.value.sentence


def test_a_file_is_replaced_only_if_it_may_be(output: Output, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    output.write(file, b"first")
    with pytest.raises(AlreadyThere):
        output.write(file, b"second")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x.pdf", b"first")]
    output.write(file, b"second", replace=True)
    assert file.read_bytes() == b"second"


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_leads_to_is_written(output: Output, tmp_path: Path, there: bool) -> None:
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "x.pdf", tmp_path / "link.pdf"
    link.symlink_to("folder/x.pdf")
    if there:
        file.write_bytes(b"old")
        with pytest.raises(AlreadyThere):
            output.write(link, b"new")
    output.write(link, b"new", replace=there)
    assert link.is_symlink()
    assert (file.is_symlink(), file.read_bytes()) == (False, b"new")


@posix
def test_links_in_a_circle_are_said(output: Output, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "symbolic links" in refused(output, tmp_path / "a")


@posix
@pytest.mark.parametrize("kind", ["pipe", "link to a pipe"])
def test_what_is_no_file_is_refused(output: Output, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "x"
    os.mkfifo(target)
    if kind == "link to a pipe":
        target = tmp_path / "link"
        target.symlink_to("x")
    assert "- is standard output" in refused(output, target)


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """A device that swallows all: root has one of its own, for the system's must survive a failing test."""
    if os.geteuid():
        return Path(os.devnull)
    try:
        os.mknod(tmp_path / "null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except OSError:
        pytest.skip("no device can be made here")
    return tmp_path / "null"


@posix
def test_a_device_stays_one(output: Output, device: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(device)
    for target in (device, tmp_path / "link"):
        with pytest.raises(NotWritten, match="- is standard output"):
            output.write(target, b"new", replace=True)
    assert stat.S_ISCHR(device.lstat().st_mode)


def test_a_folder_is_refused(output: Output, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert "it is a folder" in refused(output, tmp_path / "x")


@posix
def test_a_file_of_several_names_is_refused(output: Output, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    os.link(tmp_path / "x", tmp_path / "y")
    assert "hard links" in refused(output, tmp_path / "y")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_a_file_that_is_replaced_keeps_its_mode_and_not_its_time(
    output: Output, tmp_path: Path, mode: int
) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"old")
    file.chmod(mode)
    os.utime(file, (0, 0))
    output.write(file, b"new", replace=True)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", mode)
    assert file.stat().st_mtime > 0


root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")


@root
def test_where_the_group_cannot_be_kept_another_may_do_no_more_than_all(
    output: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_permitted(*_: object) -> None:
        raise PermissionError

    (tmp_path / "x").write_bytes(b"old")
    (tmp_path / "x").chmod(0o664)
    os.chown(tmp_path / "x", 0, 5678)
    monkeypatch.setattr(os, "chown", not_permitted)
    output.write(tmp_path / "x", b"new", replace=True)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o644


@root
def test_a_file_that_is_replaced_keeps_its_owner(output: Output, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    os.chown(tmp_path / "x", 1234, 5678)
    output.write(tmp_path / "x", b"new", replace=True)
    there = (tmp_path / "x").stat()
    assert (there.st_uid, there.st_gid) == (1234, 5678)


@posix
@pytest.mark.parametrize("mode", [0o400, 0o444, 0o000])
def test_a_file_without_leave_to_write_is_refused_to_root_as_well(
    output: Output, tmp_path: Path, mode: int
) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"old")
    file.chmod(mode)
    with pytest.raises(NotWritten, match="it may not be written to"):
        output.write(file, b"new", replace=True)
    assert stat.S_IMODE(file.stat().st_mode) == mode
    file.chmod(0o600)
    assert file.read_bytes() == b"old"


# The program's own.

OWN = (
    *(
        "notebook.db",
        "notebook.db-wal",
        "notebook.db-shm",
        "notebook.db-journal",
        "notebook.db.part",
        "Notebook.DB",
    ),
    *("notebook.damaged-20261130-120000.db", "reading.db", "reading.db-wal"),
    *("session.ini", "session.ini.lock", "window.lock"),
    *("backups", "backups/notebook-2026-11-29.db", "backups/mine.json"),
    *("letters", "letters/1.letter", "letters/../notebook.db"),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("backups", "letters"):
        (tmp_path / "home" / name).mkdir(parents=True)
    return tmp_path / "home"


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", OWN)
def test_the_program_s_own_files_are_left_alone(output: Output, home: Path, name: str, there: bool) -> None:
    file = home / name
    if there and not file.is_dir():
        file.write_bytes(b"sacred")
    assert "own files" in refused(output, file)


@posix
@pytest.mark.parametrize("name", ["notebook.db", "reading.db", "backups/notebook-2026-11-29.db"])
def test_they_are_known_by_any_name(output: Output, home: Path, tmp_path: Path, name: str) -> None:
    (home / name).write_bytes(b"sacred")
    (tmp_path / "file").symlink_to(home / name)
    (tmp_path / "folder").symlink_to(home)
    os.link(home / name, tmp_path / "hard")
    assert "own files" in refused(output, tmp_path / "file")
    assert "own files" in refused(output, tmp_path / "folder" / name)
    assert "own files" in refused(output, tmp_path / "hard")


def test_the_library_and_its_digest_are_left_alone(own_library: Path, tmp_path: Path) -> None:
    output = Output([tmp_path / "data", tmp_path / "state"], own_library)
    digest = own_library.with_name("asem.db.sha256")
    assert "own files" in refused(output, own_library)
    assert "own files" in refused(output, digest)
    digest.unlink()
    assert "own files" in refused(output, digest)
    Library.open(own_library).close()


@pytest.mark.parametrize("name", ["marks.json", "notebook.db.pdf", "mine/notebook.db"])
def test_beside_them_the_reader_may_write(output: Output, home: Path, name: str) -> None:
    (home / "mine").mkdir()
    output.write(home / name, b"mine")
    assert (home / name).read_bytes() == b"mine"
