# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the program against its budgets and prints each figure beside its budget.

Medians and 95th percentiles over many runs, the start as a ratio to a bare window in the same run:
machines are noisy, and no test hangs on a time.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import asem_reader
from asem_reader.start import tune_collector
from tools.bench_editions import measure_editions
from tools.bench_exchange import measure_exchange
from tools.bench_explorer import measure_explorer
from tools.bench_marks import measure_marks
from tools.bench_notes import measure_notes
from tools.bench_page import measure_page
from tools.bench_paper import measure_paper
from tools.bench_preview import measure_preview
from tools.bench_search import measure_answers, measure_keys, measure_made
from tools.bench_sets import measure_sets
from tools.bench_start import measure_mapped
from tools.figures import report, spread, timed

PROGRAM = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QTextBrowser, QTreeView

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, done)
        return False

def done():
    print(time.monotonic_ns(), flush=True)
    app.exit()

{make}
painted = Painted()
page.viewport().installEventFilter(painted)
app.exec()
"""
BARE_WINDOW = """
from PySide6.QtCore import Qt
app = QApplication([])
window = QSplitter(Qt.Orientation.Horizontal)
page = QTextBrowser()
page.setHtml("<h1>A page</h1>" + "<p>With some text in it.</p>" * 40)
window.addWidget(QTreeView())
window.addWidget(page)
window.resize(1240, 820)
window.show()
"""
OUR_WINDOW = """
from pathlib import Path
from asem_reader import paths
from asem_reader.start import start
app, window = start(paths.library(), paths.home(Path(sys.argv[1])), None)
page = window.reader
"""
# Memory is measured before large things were opened.
PARTS = (
    "start",
    "command",
    "judged",
    "sets",
    "window",
    "preview",
    "keys",
    "figures",
    "paper",
    "notebook",
    "marks",
    "notes",
    "page",
    "exchange",
    "editions",
    "made",
)


def main() -> None:
    """Measure everything, or what is asked for, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15, help="starts of each program")
    options.add_argument(
        "--only", choices=PARTS, action="append", help="a part; judged then names its failures"
    )
    chosen = options.parse_args()
    wanted, runs = chosen.only or PARTS, chosen.runs
    report("what", "measured", "budget")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        measures: dict[str, Callable[[], None]] = {
            "start": lambda: measure_starts(home, runs),
            "command": lambda: measure_command_line(runs),
            "judged": lambda: measure_answers(failures=bool(chosen.only)),
            "sets": measure_sets,
            "window": lambda: measure_window(home / "window"),
            "preview": lambda: measure_preview(home / "preview"),
            "keys": lambda: measure_keys(home / "keys"),
            "figures": lambda: measure_explorer(home / "figures"),
            "paper": measure_paper,
            "notebook": lambda: measure_notebook(home / "notebook"),
            "exchange": lambda: measure_exchange(home / "exchange"),
            "marks": lambda: measure_marks(home / "marks"),
            "notes": lambda: measure_notes(home / "notes"),
            "page": lambda: measure_page(home / "page"),
            "editions": lambda: measure_editions(home / "editions"),
            "made": lambda: measure_made(home / "made"),
        }
        for part, measure in measures.items():
            if part in wanted:
                measure()


def measure_starts(home: Path, runs: int) -> None:
    """Command to first page painted: ours and a bare window, by turns, after one of each to warm the disk.

    Our modules are compiled first, as they are wherever the program was installed.
    """
    compileall.compile_dir(Path(asem_reader.__file__).parent, quiet=1)
    bare, ours = PROGRAM.format(make=BARE_WINDOW), PROGRAM.format(make=OUR_WINDOW)
    pairs = [(first_paint(bare, home), first_paint(ours, home)) for _ in range(runs + 1)][1:]
    ratio = statistics.median(mine / other for other, mine in pairs)
    report("start, bare window", f"{statistics.median(other for other, _ in pairs):.0f} ms", "")
    report("start, first page painted", f"{statistics.median(mine for _, mine in pairs):.0f} ms", "")
    report("start, ratio to the bare window", f"{ratio:.2f}", "1.5")
    measure_mapped(home / "starts", runs)


def first_paint(program: str, home: Path) -> float:
    """Milliseconds from the command to the end of the first paint."""
    start = time.monotonic_ns()
    ran = subprocess.run(
        [sys.executable, "-c", program, str(home)], check=True, capture_output=True, text=True, env=os.environ
    )
    return (int(ran.stdout.split()[-1]) - start) / 1e6


def measure_command_line(runs: int) -> None:
    """The whole process of a command that needs no Qt."""
    command = [sys.executable, "-m", "asem_reader", "search", "piracy", "--json"]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    report("command line, search", f"{statistics.median(times):.0f} ms", "300 ms")


def measure_window(home: Path) -> None:
    """What happens in an open window, each painted before it is counted."""
    from asem_reader import paths
    from asem_reader.app import application, make_window
    from asem_reader.start import show_first
    from asem_reader.store.library import Library

    app = application()
    library = Library.open(paths.library())
    window = make_window(app, library, paths.home(home))
    window.restore_shape()
    show_first(window, None)
    window.show()
    app.processEvents()
    assert window.dispatcher  # as a moment after the first page
    tune_collector()  # as the start does
    topics = library.topics()

    def opened(number: int) -> None:
        window.context.desk.go(topics[number % len(topics)].place)
        window.reader.viewport().repaint()

    spread("click to page painted", [timed(opened, number) for number in range(100)], "p95 16 ms")
    report("memory with 100 topics opened", f"{resident():.0f} MB", "130 MB")
    window.close()
    window.context.close()
    window.context.marks.close()


def measure_notebook(home: Path) -> None:
    """From a gesture to bytes on the disk."""
    from asem_reader.core.marks.change import Change
    from asem_reader.core.marks.mark import Anchor, MarkKind
    from asem_reader.core.place import Slug
    from asem_reader.store.notebook.notebook import Notebook

    notebook = Notebook(home / "notebook.db")
    anchor = Anchor(Slug("migration"), None, "Migration", "", "")

    def kept(number: int) -> None:
        notebook.change(Change("", new=(notebook.draft(MarkKind.NOTE, anchor, f"Note {number}"),)))

    spread("mark durable on disk", [timed(kept, number) for number in range(200)], "20 ms")
    notebook.close()


def resident() -> float:
    """Resident memory of this process in MB."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
