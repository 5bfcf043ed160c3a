# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a disk can be trusted with: journals that share memory, and files written whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from asem_reader.core.errors import NotWritten

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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, synced, then renamed.

    Raises:
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
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NotWritten(str(path), reason(error)) from error
    except BaseException:  # whoever stops it half-way shall find nothing of it
        draft.unlink(missing_ok=True)
        raise


def reason(error: OSError) -> str:
    """What the system says is wrong, as the end of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]
