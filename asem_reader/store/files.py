# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a disk can be trusted with: journals that share memory, and files written whole or not at all."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from asem_reader.core.errors import AlreadyThere, NotWritten

# File systems on which SQLite's shared memory cannot be relied on: sqlite.org/wal.html, section 1.
_REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs"}
)
_MOUNTS = Path("/proc/self/mounts")


def is_local(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a write-ahead log is safe in `folder`; False wherever that isn't known.

    Linux only looks its mounts up; elsewhere a UNC path is remote and all else local.
    """
    folder = folder.resolve()
    if not sys.platform.startswith("linux"):
        return not str(folder).startswith("\\\\")
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    longest, kind = -1, ""
    for line in lines:
        _, point, kind_here, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if folder.is_relative_to(point) and len(point) > longest:
            longest, kind = len(point), kind_here
    return bool(kind) and kind not in _REMOTE and not kind.startswith("fuse.")


def write_whole(path: Path, content: bytes, *, replace: bool = True, private: bool = False) -> None:
    """Write a file whole or not at all: a temporary file beside it, synced, then renamed.

    A file that is replaced hands on its mode, owner and what else the system keeps of it. Where nothing
    may be replaced, the draft is linked to the name, for a link never takes a name that another has.
    A private one can be read by its owner alone, whatever the umask.

    Raises:
        AlreadyThere: a file is there, and not to be replaced.
        NotWritten: it could not be written; no part of it remains, and what was there stays.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise NotWritten(str(path), reason(error)) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:  # as the draft is
            mask = os.umask(0)
            os.umask(mask)
            draft.chmod(0o666 & ~mask)
        if replace:
            _resemble(draft, path)
            draft.replace(path)
        else:
            _name(draft, path)
    except FileExistsError as error:
        raise AlreadyThere(str(path)) from error
    except OSError as error:
        raise NotWritten(str(path), reason(error)) from error
    finally:  # whoever stops it half-way shall find nothing of it
        draft.unlink(missing_ok=True)


def _resemble(draft: Path, old: Path) -> None:
    """Give a draft the owner, mode and attributes of the file that it replaces, if there is one."""
    try:
        was = old.stat()
    except FileNotFoundError:
        return
    if sys.platform != "win32":
        for owner in (was.st_uid, -1):  # only root gives files away; a group of one's own, anyone
            with suppress(OSError):
                os.chown(draft, owner, was.st_gid)
                break
    shutil.copystat(old, draft)
    os.utime(draft)
    if draft.stat().st_gid != was.st_gid:  # another group may do no more than all others
        draft.chmod(was.st_mode & 0o707 | (was.st_mode & 0o007) << 3)


def _name(draft: Path, path: Path) -> None:
    """Give a draft its name, unless another file has it.

    Raises:
        FileExistsError: one has.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: take the name first, and then replace what is one's own
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
        try:
            draft.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def reason(error: OSError) -> str:
    """What the system says is wrong, as the end of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]
