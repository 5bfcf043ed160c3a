# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the start on a real X screen: from the command until the window manager lists the window as mapped.

A screen and a window manager of its own (Xvfb, openbox, xprop); the same for a bare window of Qt, and for
other readers where they are installed. By turns, after one of each to warm the disk.
"""

import os
import select
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from tools.figures import report

_TOOLS = ("Xvfb", "openbox", "xprop")
_PEERS = ("zeal", "goldendict", "kiwix-desktop")
_BARE = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTextBrowser, QTreeView
app = QApplication([])
window = QSplitter(Qt.Orientation.Horizontal)
page = QTextBrowser()
page.setHtml("<h1>A page</h1>" + "<p>With some text in it.</p>" * 40)
window.addWidget(QTreeView())
window.addWidget(page)
window.resize(1240, 820)
window.show()
app.exec()
"""
_LONGEST = 30.0  # seconds that a program may take
_OURS, _BARELY = "first page", "bare window"


class Start(NamedTuple):
    """One start: milliseconds by the clock, and of the processor in all threads of the process."""

    wall: float
    cpu: float


def measure_mapped(home: Path, runs: int) -> None:
    """Print medians of each program, and ours as a ratio to the bare window, pair by pair."""
    missing = [tool for tool in _TOOLS if not shutil.which(tool)]
    if missing:
        report("start until mapped", f"not measured: no {', '.join(missing)}")
        return
    python = sys.executable
    programs = {_BARELY: [python, "-c", _BARE], _OURS: [python, "-m", "asem_reader"]}
    programs |= {name: [path] for name in _PEERS if (path := shutil.which(name))}
    with _screen() as (display, windows):
        rounds = [
            {name: _mapped(command, home / name, display, windows) for name, command in programs.items()}
            for _ in range(runs + 1)
        ][1:]
    for name in programs:
        wall, cpu = (statistics.median(each[name][kind] for each in rounds) for kind in (0, 1))
        report(f"start until mapped, {name}", f"{wall:.0f} ms, processor {cpu:.0f} ms")
    wall, cpu = (
        statistics.median(each[_OURS][kind] / each[_BARELY][kind] for each in rounds) for kind in (0, 1)
    )
    report("start, ratio to the bare window", f"{wall:.2f}, processor {cpu:.2f}", "1.3")


@contextmanager
def _screen() -> Iterator[tuple[str, IO[bytes]]]:
    """A screen with a window manager: what DISPLAY is to be, and its list of windows, told at each change."""
    reading, writing = os.pipe()
    server = ["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
    with ExitStack() as processes:

        def run(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)
            processes.callback(process.wait)
            processes.callback(process.terminate)
            return process

        run(server, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            display = f":{told.readline().strip()}"
        run(["openbox"], stdout=subprocess.DEVNULL, env=os.environ | {"DISPLAY": display})
        ask = ["xprop", "-display", display, "-root"]
        while b"CLIENT_LIST" not in subprocess.run(ask, capture_output=True, check=False).stdout:
            time.sleep(0.05)
        watch = run(
            [*ask, "-spy", "_NET_CLIENT_LIST"], stdout=subprocess.PIPE, bufsize=0
        )  # select() sees no buffer
        assert watch.stdout
        _wait(watch.stdout, listed=False)
        yield display, watch.stdout


def _mapped(command: list[str], home: Path, display: str, windows: IO[bytes]) -> Start:
    """Start a program, wait until its window is in the list of the window manager, and end it."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    env = kept | {"HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    env["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # one of the others does not start for root without
    begun = time.monotonic_ns()
    program = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(windows, listed=True)
        wall = time.monotonic_ns() - begun
        # The clock of another process, as clock_getcpuclockid(3) makes it: ended threads count too.
        cpu = time.clock_gettime_ns(~program.pid << 3 | 2)
    finally:
        program.terminate()
        program.wait()
    _wait(windows, listed=False)
    return Start(wall / 1e6, cpu / 1e6)


def _wait(windows: IO[bytes], *, listed: bool) -> None:
    """Read the list at each change, until a window is in it, or none is."""
    late = time.monotonic() + _LONGEST
    while select.select([windows], [], [], max(late - time.monotonic(), 0))[0]:
        line = windows.readline()
        if not line:
            break
        if (b"0x" in line) is listed:
            return
    raise TimeoutError("the list of windows did not change")
