# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The SHA-256 that lies beside a file, and whether the file still has it."""

import hashlib
import threading
from pathlib import Path

_BITE = 1 << 21  # bytes: after each, a thread has to wait for its turn


def digest_agrees(path: Path) -> bool | None:
    """Whether a file has the SHA-256 in the `.sha256` beside it (sha256sum's form); None if there is none.

    Raises:
        OSError: the file cannot be read.
    """
    beside = path.with_name(f"{path.name}.sha256")
    if not beside.is_file():
        return None
    said = beside.read_text(encoding="ascii", errors="replace").split()
    found, bite = hashlib.sha256(), memoryview(bytearray(_BITE))
    with path.open("rb", buffering=0) as file:
        while size := file.readinto(bite):
            found.update(bite[:size])
    return said[:1] == [found.hexdigest()]


class Comparison:
    """Compares a file with its digest on a thread of its own: hashing lets go of the interpreter."""

    def __init__(self, path: Path) -> None:
        """Begin at once."""
        self._path = path
        self._agrees: bool | None = None
        self._fault: OSError | None = None
        self._thread = threading.Thread(target=self._compare, name="comparison", daemon=True)
        self._thread.start()

    def agrees(self) -> bool | None:
        """Wait for the end, and return as `digest_agrees` does.

        Raises:
            OSError: the file could not be read.
        """
        self._thread.join()
        if self._fault:
            raise self._fault
        return self._agrees

    def _compare(self) -> None:
        try:
            self._agrees = digest_agrees(self._path)
        except OSError as error:
            self._fault = error
