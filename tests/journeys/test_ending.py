# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A window that the system ends keeps the note that is being written, and the place, whatever lies open."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.processes import PATHS, ROOT

from asem_reader.store.notebook.notebook import Notebook

if TYPE_CHECKING:
    Process = subprocess.Popen[str]

# Opens the window as the program does, writes without a pause, sets a scene, and says when it stands.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox
from support.driver import Driver
from asem_reader import paths
from asem_reader.app import application, make_compositor
from asem_reader.cli.arguments import main
from asem_reader.core.marks.errors import NotKept
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing.printwindow import PrintWindow
from asem_reader.widgets.printing.sheetoptions import SheetOptions
from asem_reader.widgets.controls.progress import Progress

app, scene = application(), sys.argv.pop(1)

def endless():
    try:
        while True:
            yield
    finally:
        print("left", flush=True)


def write():
    global driver
    there = [Driver(each) for each in app.topLevelWidgets() if isinstance(each, QMainWindow)]
    driver = next((each for each in there if each.is_furnished), None)
    if driver is None:
        return
    timer.stop()
    driver.command("note_topic").editor.never_pause().write("Ask the desk")
    QTimer.singleShot(200, lambda: print("ready", flush=True))
    exec(scene)

timer = QTimer(interval=10)
timer.timeout.connect(write)
timer.start()
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def heard() -> Iterator[None]:
    """Let what is started hear signals: in the background, and under nohup, children ignore some."""
    numbers = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)
    before = {number: signal.signal(number, signal.default_int_handler) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def opened(home: Path, scene: str = "", before: str = "") -> "Process":
    """Start a window in which a note is being written, and wait until the scene is set."""
    command = [sys.executable, "-c", before + WINDOW, scene, "--home", str(home), "climate-change"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": PATHS}
    pipe = subprocess.PIPE
    with heard():
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout
    if process.stdout.readline() != "ready\n":
        process.kill()
        raise AssertionError(process.communicate()[1])
    return process


def ended(process: "Process", number: int) -> tuple[int, str, str]:
    """Send a signal; return the exit code and what was said."""
    process.send_signal(number)
    try:
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    own = (line for line in err.splitlines(keepends=True) if not line.startswith("This plugin does not"))
    return process.returncode, out, "".join(own)


def notes(home: Path) -> list[str]:
    with closing(Notebook.open(home / "notebook.db")) as notebook:
        return [mark.body for mark in notebook.marks()]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_keeps_the_note_and_the_place(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    assert ended(opened(tmp_path), number) == (128 + number, "", "")
    assert notes(tmp_path) == ["Ask the desk"]
    assert "trail=asem:climate-change" in (tmp_path / "session.ini").read_text()
    assert not (tmp_path / "notebook.db-wal").exists()


@pytest.mark.parametrize(
    "scene",
    [
        'driver.command("print")',
        'driver.command("compose")',
        'QMessageBox.question(driver.widget, "", "Sure?")',
        "QFileDialog.getSaveFileName(driver.widget)",
        "driver.menu_bar.actions()[0].menu().popup(driver.widget.pos())",
    ],
    ids=["print", "pack", "box", "file", "menu"],
)
def test_a_signal_ends_what_lies_open_too(tmp_path: Path, scene: str) -> None:
    assert ended(opened(tmp_path, scene), signal.SIGTERM) == (128 + signal.SIGTERM, "", "")
    assert notes(tmp_path) == ["Ask the desk"]


PROGRESS = "Progress.patience = {}; Progress(driver.widget).run('Counting', endless())"
SAVING = """
nothing = Path("none")
compositor = make_compositor(driver.library, Marks(Notebook(nothing), str), paths.home(nothing))
with PrintWindow(compositor, SheetOptions(Settings(nothing)), "")._waiting("Saving") as progress:
    while progress(0, 0):
        pass
print("left", flush=True)
"""


@pytest.mark.parametrize(
    "scene", [PROGRESS.format(0), PROGRESS.format(600), SAVING], ids=["seen", "unseen", "saving"]
)
def test_what_is_done_in_steps_is_left_first(tmp_path: Path, scene: str) -> None:
    assert ended(opened(tmp_path, scene), signal.SIGTERM) == (128 + signal.SIGTERM, "left\n", "")
    assert notes(tmp_path) == ["Ask the desk"]


def test_a_fault_of_the_program_at_the_end_asks_nobody(tmp_path: Path) -> None:
    code, _, said = ended(opened(tmp_path, "app.aboutToQuit.connect(lambda: 1 / 0)"), signal.SIGTERM)
    assert (code, "ZeroDivisionError" in said) == (128 + signal.SIGTERM, True)
    assert notes(tmp_path) == ["Ask the desk"]


def test_what_cannot_be_kept_is_said_and_does_not_hold_the_end(tmp_path: Path) -> None:
    scene = "driver.fail_to_keep(NotKept('the disk is full')).close()"
    code, _, said = ended(opened(tmp_path, scene), signal.SIGTERM)
    assert (code, said.startswith("The change could not be saved: the disk is full.")) == (1, True)
    assert said.count("\n") == 1


def test_signals_that_come_together_are_one(tmp_path: Path) -> None:
    process = opened(tmp_path)
    process.send_signal(signal.SIGTERM)
    assert ended(process, signal.SIGHUP)[0] in (128 + signal.SIGTERM, 128 + signal.SIGHUP)
    assert notes(tmp_path) == ["Ask the desk"]


def test_a_second_signal_ends_at_once(tmp_path: Path) -> None:
    scene = "app.aboutToQuit.connect(lambda: [print('held', flush=True), time.sleep(60)])"
    process = opened(tmp_path, scene, "import time\n")
    process.send_signal(signal.SIGTERM)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    time.sleep(1.1)
    assert ended(process, signal.SIGINT) == (128 + signal.SIGTERM, "", "")


def test_what_is_ignored_stays_ignored(tmp_path: Path) -> None:
    process = opened(tmp_path, before="import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n")
    process.send_signal(signal.SIGHUP)
    time.sleep(0.3)
    assert process.poll() is None
    assert ended(process, signal.SIGTERM)[0] == 128 + signal.SIGTERM


def test_a_window_that_could_not_be_is_ended_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "asem_reader", "--library", str(tmp_path / "none.db")]
    command += ["--home", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with heard():
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    assert process.stderr.readline().startswith("The Library was not found")
    time.sleep(0.5)
    assert ended(process, signal.SIGINT)[0] == 1
