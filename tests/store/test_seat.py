# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One window has the seat; a second start hands its place over, and a crash leaves nothing that blocks."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from support.processes import ROOT, child

from asem_reader import paths
from asem_reader.core.errors import NoSuchPlace, OtherLibraryOpen, WindowSilent
from asem_reader.store.instance import InstanceLock, Mailbox, library_of, take_lock

# Takes the seat, says so, and collects letters until it is told to end.
WINDOW = """
import sys, time
from pathlib import Path
from asem_reader import paths
from asem_reader.store.instance import take_lock
from asem_reader.store.instance import Mailbox
home, library, place = paths.home(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3]
seat = take_lock(place, library, home.state)
print("window" if seat else "handed", flush=True)
end = time.monotonic() + float(sys.argv[4])
while seat and time.monotonic() < end:
    for said in Mailbox(home.state).collect():
        print(said, flush=True)
    time.sleep(0.01)
"""


@pytest.fixture
def home(tmp_path: Path) -> paths.Home:
    return paths.home(tmp_path / "home")


def start(home: paths.Home, library: Path, place: str, seconds: float = 20) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(home.state), str(library), place, str(seconds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_the_seat_is_taken_once_and_free_again_when_it_is_left(home: paths.Home, library_file: Path) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    assert InstanceLock.take(home.state, library_file) is None
    assert library_of(home.state) == library_file
    first.leave()
    second = InstanceLock.take(home.state, library_file)
    assert second
    second.leave()


def test_two_homes_have_a_seat_each(tmp_path: Path, library_file: Path) -> None:
    locks = [InstanceLock.take(tmp_path / name, library_file) for name in ("ann", "ben")]
    assert all(locks)
    for lock in locks:
        assert lock
        lock.leave()


def test_a_folder_that_cannot_be_made_keeps_nobody_out(tmp_path: Path, library_file: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    assert InstanceLock.take(tmp_path / "home", library_file)
    assert InstanceLock.take(tmp_path / "home", library_file)
    assert library_of(tmp_path / "home") is None


FULL = """
import resource, sys
from pathlib import Path
from asem_reader.store.instance import InstanceLock
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
seats = [InstanceLock.take(Path(sys.argv[1]), Path("asem.db")) for _ in range(2)]
print([bool(seat) for seat in seats])
"""


def test_on_a_full_disk_the_seat_is_taken_once_too(home: paths.Home) -> None:
    ran = child("-c", FULL, str(home.state))
    assert ran.stdout == b"[True, False]\n", ran.stderr.decode()
    assert library_of(home.state) is None


def test_a_second_start_hands_its_place_over(home: paths.Home, library_file: Path) -> None:
    with start(home, library_file, "POL-05") as first:
        assert first.stdout
        assert first.stdout.readline() == "window\n"
        assert take_lock("POL-07", library_file, home.state) is None
        assert take_lock("asem:start", library_file, home.state) is None
        assert take_lock(None, library_file, home.state) is None
        assert first.stdout.readline() == "asem:korean-peninsula\n"
        assert first.stdout.readline() == "asem:start\n"
        assert first.stdout.readline() == "\n"
        first.kill()


def test_a_second_start_loads_no_qt(home: paths.Home, library_file: Path) -> None:
    second = "import sys; from asem_reader.cli.arguments import main; main(sys.argv[1:]); print(*sys.modules)"
    with start(home, library_file, "POL-05") as first:
        assert first.stdout
        first.stdout.readline()
        ran = child("-c", second, "--home", str(home.state), "--library", str(library_file), "POL-07")
        assert first.stdout.readline() == "asem:korean-peninsula\n"
        first.kill()
    assert b"asem_reader.store.instance" in ran.stdout
    assert b"PySide6" not in ran.stdout


def test_a_killed_window_leaves_nothing_that_blocks(home: paths.Home, library_file: Path) -> None:
    with start(home, library_file, "POL-05") as first:
        assert first.stdout
        first.stdout.readline()
        first.kill()
    lock = take_lock(None, library_file, home.state)
    assert lock
    lock.leave()


def test_who_waits_gets_the_seat_when_the_window_closes(home: paths.Home, library_file: Path) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    threading.Timer(0.1, first.leave).start()
    second = take_lock("POL-05", library_file, home.state)
    assert second
    second.leave()
    assert Mailbox(home.state).collect() == []


def test_a_window_that_does_not_answer_is_said(home: paths.Home, library_file: Path) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    with pytest.raises(WindowSilent):
        take_lock("POL-05", library_file, home.state, patience=0.1)
    assert Mailbox(home.state).collect() == []
    first.leave()


@pytest.mark.parametrize(
    ("place", "library", "fault"), [("nonsense", "", NoSuchPlace), ("", "x", OtherLibraryOpen)]
)
def test_what_the_open_window_cannot_show_is_said_by_the_second_start(
    home: paths.Home, library_file: Path, place: str, library: str, fault: type[Exception]
) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    with pytest.raises(fault):
        take_lock(place or None, Path(library).absolute() if library else library_file, home.state)
    first.leave()


@pytest.mark.parametrize("race", range(int(os.environ.get("RACES", "3"))))
def test_of_two_starts_at_once_one_is_the_window(home: paths.Home, library_file: Path, race: int) -> None:
    starts = [start(home, library_file, place, 3) for place in ("POL-05", "POL-07")]
    first_lines = []
    for each in starts:
        assert each.stdout
        first_lines.append(each.stdout.readline())
    assert sorted(first_lines) == ["handed\n", "window\n"], race
    first = starts[first_lines.index("window\n")]
    assert first.stdout
    assert first.stdout.readline() in ("asem:maritime-security\n", "asem:korean-peninsula\n")
    for each in starts:
        each.kill()
        each.communicate()


def test_an_old_letter_is_thrown_away_unread(home: paths.Home) -> None:
    box = Mailbox(home.state)
    for address, age in (("asem:old", 3600), ("asem:new", 0)):
        letter = box.post(address)
        os.utime(letter, (time.time() - age,) * 2)
    assert box.collect() == ["asem:new"]
    assert list(box.folder.iterdir()) == []
