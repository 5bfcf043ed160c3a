# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A copy of the Notebook's file as its write-ahead log needs it: what else the log is laid over is not whole.

A log holds pages of one file, and nothing in it says of which: sqlite.org/howtocorrupt.html, 1.4.
"""

import io
import os
import shutil
import sqlite3
import struct
import tempfile
from contextlib import closing, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, which lets nobody take away a file that is open
    fcntl = None  # type: ignore[assignment]

from asem_reader.core.language import _
from asem_reader.store.files import companion, is_regular, make_file, size_and_time
from asem_reader.store.notebook.backup import is_whole

# sqlite.org/fileformat2.html, 4.1: page size and salts in the log's head; page and salts in that of a frame.
_PAGE_SIZES = {1 << power for power in range(9, 17)}
_HELD = 128  # the byte of the shared memory that whoever has the log open locks: os_unix.c, UNIX_SHM_DMS
_HEAD, _FRAME = struct.Struct(">8xI4x8s8x"), struct.Struct(">I4x8s8x")


class Base:
    """The copy, beside the Notebook. It is there while a log may be; without it, no file is a stranger."""

    def __init__(self, notebook: Path) -> None:
        """Take the Notebook's file; a link is followed, as SQLite has its log beside what that leads to."""
        self._file = notebook
        real = os.path.realpath(notebook)
        self._path, self._log, self._memory = (Path(f"{real}-{end}") for end in ("base", "wal", "shm"))
        self._held: io.FileIO | None = None

    def begin(self) -> None:
        """Hold the file open: it is about to be opened by SQLite, and to be read beside that.

        Whoever closes a file ends all locks that its process has on it, also those of SQLite, and another
        program takes the log for nobody's: sqlite.org/howtocorrupt.html, 2.2. So this is closed last.
        """
        self.end()
        with suppress(OSError):
            self._held = self._file.open("rb", buffering=0)

    def end(self) -> None:
        """Let go of the file, which SQLite has closed."""
        if self._held:
            self._held.close()
            self._held = None

    @property
    def exists(self) -> bool:
        """True if there is one."""
        return is_regular(self._path)

    @property
    def has_log(self) -> bool:
        """True if there is a log, be it empty: who closes the file last takes it away, unless killed."""
        return os.path.lexists(self._log)

    @property
    def is_current(self) -> bool:
        """True if the file is as it was copied, as far as its size and time tell."""
        return size_and_time(self._file) == size_and_time(self._path)

    def refresh(self) -> None:
        """Copy the file as it is now, if it is not as it was copied; the log must belong to it.

        Where that fails there is no copy: an old one would make the file a stranger.
        """
        state = size_and_time(self._file)
        if not state or self.is_current:
            return
        draft = companion(self._path, ".part")
        try:
            draft.unlink(missing_ok=True)
            make_file(draft)
            draft.write_bytes(self._content())
            os.utime(draft, ns=(state[1], state[1]))
            if size_and_time(self._file) != state:
                raise OSError("it was changed meanwhile")
            draft.replace(self._path)
        except OSError:
            self.drop()
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def drop(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def drop_log(self) -> None:
        """Take away the log, and the copy that it needed; an OSError says that it could not be."""
        self._log.unlink(missing_ok=True)
        self._memory.unlink(missing_ok=True)
        self.drop()

    @property
    def is_contradicted(self) -> bool:
        """True if the file is another than was copied: a page is neither as here nor as in the log."""
        if not self.exists or self.is_current:
            return False
        try:
            there = self._content()
        except OSError:
            return True
        return not there or not _fits(there, _read(self._path), _read(self._log))

    @property
    def is_held(self) -> bool:
        """True if another program has the log open, and may be writing into it; not known on Windows."""
        if fcntl is None or not is_regular(self._memory):
            return False
        handle = os.open(self._memory, os.O_RDWR)
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _HELD)
        except OSError:
            return True
        finally:
            os.close(handle)
        return False

    @property
    def is_needed(self) -> bool:
        """True if the file is whole with its log alone: bringing that home was broken off in the midst."""
        there = self._content() if self._file.exists() else b""
        with tempfile.TemporaryDirectory() as folder:
            alone, both = Path(folder, "alone.db"), Path(folder, "both.db")
            for file in (alone, both):
                file.write_bytes(there)
            companion(both, "-wal").write_bytes(_read(self._log))
            return bool(there) and not _is_sound(alone) and _is_sound(both)

    def _content(self) -> bytes:
        """The content of the file without its log."""
        if self._held is None:
            return self._file.read_bytes()
        self._held.seek(0)
        return self._held.read()

    def save(self, aside: Path) -> None:
        """Lay the log over the copy, in a file of its own; without it where both are not whole, or raise."""
        beside = companion(aside, "-wal")
        try:
            for with_log in (True, False):
                shutil.copyfile(self._path, aside)
                if with_log and is_regular(self._log):
                    make_file(beside)
                    shutil.copyfile(self._log, beside)
                if _is_sound(aside):
                    return
                beside.unlink(missing_ok=True)
            raise sqlite3.DatabaseError(_("the copy is not whole"))
        except BaseException:
            for file in (aside, beside):
                file.unlink(missing_ok=True)
            raise


def _fits(there: bytes, base: bytes, log: bytes) -> bool:
    """True if each page of a file is that of the copy, or one that the log holds for its place."""
    size, salts = _HEAD.unpack_from(log) if len(log) >= _HEAD.size else (0, b"")
    if size not in _PAGE_SIZES:  # the log is none
        return there == base
    frames: dict[int, set[bytes]] = {}
    for start in range(_HEAD.size, len(log) - _FRAME.size - size + 1, _FRAME.size + size):
        page, of = _FRAME.unpack_from(log, start)
        if of != salts:
            break
        frames.setdefault(page, set()).add(log[start + _FRAME.size : start + _FRAME.size + size])
    starts = range(0, max(len(there), len(base)), size)
    pages = ((number, there[at : at + size], base[at : at + size]) for number, at in enumerate(starts, 1))
    return all(
        page == old or page in frames.get(number, ()) or (not page and number in frames)
        for number, page, old in pages
    )


def _is_sound(file: Path) -> bool:
    """True if a database is whole, and in one file from then on."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        return is_whole(copy)
    return False


def _read(file: Path) -> bytes:
    return file.read_bytes() if is_regular(file) else b""
