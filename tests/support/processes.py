# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Python in a process of its own, where the project lies, and what a process leaves open."""

import gc
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "asem_reader"
PATHS = os.pathsep.join((str(ROOT), str(ROOT / "tests")))


def child(*arguments: str | bytes, timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own, offscreen, from the root of the project."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": PATHS,
        },
        capture_output=True,
        timeout=timeout,
        check=False,
    )


def let_others_enter(folder: Path) -> None:
    """Let other users enter a folder and those above it; what is not ours stays as it is."""
    for each in (folder, *folder.parents):
        there = each.stat()
        if there.st_uid == os.getuid() and each != Path("/"):
            each.chmod(there.st_mode | stat.S_IXOTH | stat.S_IROTH)


def is_left_open(file: Path) -> bool:
    """Whether this thread has a connection to a SQLite file that nobody has closed."""
    for each in gc.get_objects():
        if isinstance(each, sqlite3.Connection):
            with suppress(sqlite3.ProgrammingError):  # it is closed, or another thread's
                if each.execute("PRAGMA database_list").fetchone()[2] == str(file):
                    return True
    return False


class Clock:
    """What `time.monotonic` says, in seconds, in place of the real one."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now
