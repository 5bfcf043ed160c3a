# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files are written whole or not at all, and a log is trusted to local disks alone."""

import errno
import os
from pathlib import Path

import pytest
from support.processes import child

from asem_reader.core.errors import AlreadyThere, NotWritten
from asem_reader.store.files import is_local, reason, write_whole

MOUNTS = """\
/dev/vda / ext4 rw 0 0
proc /proc proc rw 0 0
server:/home /home/ann nfs4 rw 0 0
/dev/sdb1 /home/ann/stick vfat rw 0 0
//server/share /mnt/with\\040blank cifs rw 0 0
sshfs#x /mnt/ssh fuse.sshfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.skipif(os.name != "posix", reason="mounts are listed on Linux alone")
@pytest.mark.parametrize(
    ("folder", "local"),
    [
        ("/home/bob", True),
        ("/tmp/x", True),
        ("/home/ann", False),
        ("/home/ann/notes", False),
        ("/home/anna", True),
        ("/home/ann/stick/notes", True),
        ("/mnt/with blank/notes", False),
        ("/mnt/ssh", False),
    ],
)
def test_the_nearest_mount_decides(tmp_path: Path, folder: str, local: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert is_local(Path(folder), mounts) is local


def test_what_is_not_known_is_not_trusted(tmp_path: Path) -> None:
    assert is_local(Path("/home"), tmp_path / "missing") is False
    (tmp_path / "mounts").write_text("")
    assert is_local(Path("/home"), tmp_path / "mounts") is False


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    for content in (b"first, the longer one", b"second", b""):
        write_whole(tmp_path / "sheet.pdf", content)
        assert (tmp_path / "sheet.pdf").read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_new_file_may_be_read_as_the_mask_says(tmp_path: Path) -> None:
    write_whole(tmp_path / "sheet.pdf", b"x")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("target", ["missing/sheet.pdf", "file/sheet.pdf", "folder", "x" * 300])
def test_where_nothing_can_be_written_nothing_changes(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotWritten) as caught:
        write_whole(tmp_path / target, b"new")
    assert str(tmp_path / target) in caught.value.sentence
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_bytes() == b"old"


def no_link(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")  # as a disk without links says


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_was_taken_meanwhile_is_left_to_who_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    write_whole(tmp_path / "sheet.pdf", b"first", replace=False)
    with pytest.raises(AlreadyThere):
        write_whole(tmp_path / "sheet.pdf", b"second", replace=False)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"sheet.pdf": b"first"}
    assert (tmp_path / "sheet.pdf").stat().st_nlink == 1


FULL = """
import resource, sys
from pathlib import Path
from asem_reader.core.errors import NotWritten
from asem_reader.store.files import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    write_whole(Path(sys.argv[1]), b"x" * 50_000)
except NotWritten as error:
    print(error.sentence)
"""


def test_a_full_disk_leaves_the_old_file_and_no_part_of_the_new(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"old")
    ran = child("-c", FULL, str(tmp_path / "sheet.pdf"))
    assert b"could not be written" in ran.stdout, ran.stderr.decode()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"sheet.pdf": b"old"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "no space left on device"),
        (OSError("Odd"), "odd"),
        (OSError(), ""),
    ],
)
def test_a_reason_is_the_end_of_a_sentence(error: OSError, said: str) -> None:
    assert reason(error) == said
