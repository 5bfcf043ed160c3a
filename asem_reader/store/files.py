# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files that can be trusted: private ones, regular ones, those written whole, and disks that share memory.

Personal folders are 0700, by the XDG Base Directory Specification 0.8, and files 0600, whatever the umask.
Windows has no such modes; there the user's profile is the fence, and what is missing is just made.
What cannot be made or read is an OSError, if nothing else is said.
"""

import errno
import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from asem_reader.core.errors import AlreadyThere, NotWritten
from asem_reader.core.language import _

# File systems on which SQLite's shared memory cannot be relied on: sqlite.org/wal.html, section 1.
_REMOTE = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs"}
)
_MOUNTS = Path("/proc/self/mounts")
# What SQLite keeps in files of their own beside a database: sqlite.org/tempfiles.html.
COMPANIONS = ("-journal", "-wal", "-shm")
# A link is refused, a pipe not waited for: open(2). Windows has neither, but a mode for text.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_FOLDER, _FILE, _OTHERS = 0o700, 0o600, 0o077
_OURS = ("notebook*.db*", "reading.db*", "session.ini*", "window.lock", "backups", "letters")


def is_local(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """True if a write-ahead log is safe in `folder`; False wherever that isn't known.

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
        _device, point, kind_here, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        if folder.is_relative_to(point) and len(point) > longest:
            longest, kind = len(point), kind_here
    return bool(kind) and kind not in _REMOTE and not kind.startswith("fuse.")


def companion(file: Path, end: str) -> Path:
    """Return the path of a file's companion: its name with an end such as one of `COMPANIONS`."""
    return file.with_name(f"{file.name}{end}")


def size_and_time(file: Path) -> tuple[int, int] | None:
    """Return the size of a file in bytes, and when it was changed last in ns; None if there is none."""
    with suppress(OSError):
        found = file.stat()
        return found.st_size, found.st_mtime_ns
    return None


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the reader alone; one that is there stays."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(_FOLDER)
        folder.chmod(_FOLDER)  # a umask may take from what mkdir is told
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def make_file(file: Path) -> bool:
    """Make an empty file for the reader alone, and return whether it was made; one that is there stays."""
    try:  # SQLite gives its journals the rights of the database
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE))
    except FileExistsError:
        return False
    file.chmod(_FILE)
    return True


def free_name(file: Path) -> Path:
    """Return a file's own name, or that with a number: what was set aside is never written over."""
    number, free = 1, file
    while os.path.lexists(free):
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def make_free(file: Path) -> Path:
    """Make an empty file for the reader alone under a free name, as `free_name` gives it, and return it."""
    while not make_file(free := free_name(file)):
        pass  # another program was faster
    return free


def tighten(folder: Path) -> None:
    """Take from others the right to read what lies in a folder for personal files.

    Earlier versions left that to the umask. The folder itself stays as it is if anything of someone else's
    lies in it, for then it may be shared; so does what belongs to another user, and what is a link.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        files = list(folder.iterdir())
        ours = [file for file in files if any(fnmatch(file.name, name) for name in _OURS)]
        inside = [each for file in ours if file.is_dir() and not file.is_symlink() for each in file.iterdir()]
        for file in (*ours, *inside, *([folder] if ours == files else [])):
            _close_to_others(file)


def _close_to_others(file: Path) -> None:
    """Take from others only: who made a file read-only meant it."""
    found = file.lstat()
    mode = stat.S_IMODE(found.st_mode)
    if mode & _OTHERS and (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        with suppress(PermissionError):
            file.chmod(mode & ~_OTHERS)


def open_regular(path: Path, flags: int = os.O_RDONLY) -> int:
    """Open a regular file, and return its descriptor; no link at its end is followed.

    There may be a link or a pipe that others put there: it is not changed, nor waited for, but an OSError.
    """
    handle = os.open(path, flags | _FLAGS, _FILE)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, _("It is no regular file"), str(path))
    return handle


def read_regular(path: Path, most: int) -> bytes:
    """Return what a regular file begins with, at most so many bytes."""
    with os.fdopen(open_regular(path), "rb") as file:
        return file.read(most)


def is_regular(path: Path) -> bool:
    """True if there is a regular file; a link is none, wherever it leads."""
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def is_free(path: Path) -> bool:
    """True if a name may be opened by its name: there is a regular file, or nothing."""
    return is_regular(path) or not os.path.lexists(path)


def write_whole(path: Path, content: bytes, *, replace: bool = True, private: bool = False) -> None:
    """Write a file whole or not at all: a temporary file beside it, synced, then renamed.

    A file that is replaced hands on its mode, owner and what else the system keeps of it. Where nothing
    may be replaced, the draft is given a name that no other file has. A private one can be read by its
    owner alone, whatever the umask.

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
            name_new(draft, path)
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


def name_new(draft: Path, path: Path) -> None:
    """Give a draft a name that no file has, or raise FileExistsError: link(2) minds that, not rename(2)."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: take the name first, and then replace what is one's own
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, _FILE))
        try:
            draft.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def reason(error: OSError) -> str:
    """Reason of an error as the system says it, as the end of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:]
