# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the window of the connectivity figures: opened, a step of a slider until painted, and draws."""

import statistics
import subprocess
import sys
from pathlib import Path

from tools.figures import longest_hold, report, spread, timed

_RUNS, _STEPS = 7, 100
_OPENED = """
import sys, time
from pathlib import Path
from asem_reader import paths
from asem_reader.start import start
app, window = start(paths.library(), paths.home(Path(sys.argv[1])), None)
window.dispatcher
for _ in range(200):
    app.processEvents()
begun = time.perf_counter()
window.do("explore")
app.sendPostedEvents()
print((time.perf_counter() - begun) * 1000)
"""


def measure_explorer(home: Path) -> None:
    """The first opening in processes of their own, the rest in one window."""
    command = [sys.executable, "-c", _OPENED, str(home / "opened")]
    times = [
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])
        for _ in range(_RUNS)
    ]
    report("figures: first opened and painted", f"{statistics.median(times):.0f} ms", "100 ms")
    measure_steps(home / "steps")


def measure_steps(home: Path) -> None:
    """A slider to and fro, with the ranking and its picture painted; then draws, left alone."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QSlider

    from asem_reader import paths
    from asem_reader.app import application
    from asem_reader.core.theme import LIGHT
    from asem_reader.store.library import Library
    from asem_reader.store.output import Output
    from asem_reader.viewmodels.explorer.explorer import Explorer
    from asem_reader.viewmodels.session.settings import Settings
    from asem_reader.widgets.explorer.explorerwindow import ExplorerWindow

    app, library = application(), Library.open(paths.library())
    explorer = Explorer(library, Output([], library.path))
    window = ExplorerWindow(explorer, Settings(paths.home(home).session), LIGHT)
    window.resize(1320, 860)
    window.show()
    longest_hold(app, lambda: not explorer.going)
    slider = window.findChildren(QSlider)[2]  # a pillar's

    def step(number: int) -> None:
        slider.setValue(25 * (1 + number % 12))
        QCoreApplication.sendPostedEvents()  # layouts and paints

    spread("figures: step of a slider to painted", [timed(step, n) for n in range(_STEPS)], "p95 16 ms")
    taken, holds = [], []
    for number in range(_RUNS):
        explorer.weigh("Physical", 1 + number % 2)
        seconds, hold = longest_hold(app, lambda: not explorer.going)
        taken.append(seconds)
        holds.append(hold)
    report("figures: 500 draws", f"{statistics.median(taken):.2f} s", "0.5 s")
    report("  the window held at most", f"{max(holds):.0f} ms", "25 ms at a time")
    window.close()
    library.close()
