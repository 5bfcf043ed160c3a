# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader who comes back: where they were, what they read, and one window for all starts."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.marks import keep
from support.processes import ROOT, child

from asem_reader import paths
from asem_reader.core.marks.mark import MarkKind, anchor
from asem_reader.core.place import Place, Slug
from asem_reader.store.instance import InstanceLock, Mailbox, take_lock
from asem_reader.store.notebook.notebook import Notebook

SEA, CLIMATE = Place(Slug("maritime-security")), Place(Slug("climate-change"))


def test_a_topic_opens_where_it_was_left_even_after_a_restart(open_driver: Callable[..., Driver]) -> None:
    first = open_driver(SEA)
    first.page.scroll_to_end(0.5)
    left = first.page.top
    first.open(CLIMATE).close()
    again = open_driver(CLIMATE).open(SEA)
    assert left is not None
    assert again.page.top == left
    assert "Where you left off" in again.status


def test_who_came_to_the_end_begins_anew(driver: Driver) -> None:
    driver.page.scroll_to_end()
    driver.open(CLIMATE).open(SEA)
    assert driver.page.scrolled == 0


def test_what_lay_open_for_a_while_is_ticked_in_the_tree(driver: Driver, qtbot: QtBot) -> None:
    assert driver.contents.heard_of("Maritime security") == "Maritime security, POL-05"
    read = "Maritime security, POL-05, read"
    qtbot.waitUntil(lambda: driver.contents.heard_of("Maritime security") == read, timeout=8_000)


def test_the_history_shows_today_and_leads_back(driver: Driver) -> None:
    driver.activate().open(CLIMATE).command("history")
    assert driver.history.texts == ["Today", "Climate change", "Maritime security"]
    driver.history.select("Maritime security")
    driver.press("Return")
    assert driver.title == "Maritime security"


def test_only_a_window_that_listens_has_one_of_the_few_watchers(driver: Driver) -> None:
    assert driver.outside.findChildren(QFileSystemWatcher) == []
    driver.listen()
    assert len(driver.outside.findChildren(QFileSystemWatcher)) == 1


def test_the_window_answers_a_second_start(driver: Driver, home: paths.Home, qtbot: QtBot) -> None:
    driver.listen()
    letter = Mailbox(home.state).post("asem:climate-change")
    qtbot.waitUntil(lambda: not letter.exists())
    assert driver.title == "Climate change"


@pytest.mark.parametrize("place", ["POL-07", None])
def test_a_second_start_hands_on_what_lets_the_window_come_up(
    driver: Driver,
    home: paths.Home,
    library_file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    place: str | None,
) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    driver.listen()
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "launcher-7")
    with qtbot.waitSignal(driver.outside.came) as came:
        answered = threading.Thread(target=take_lock, args=(place, library_file, home.state))
        answered.start()
        qtbot.waitUntil(lambda: not answered.is_alive(), timeout=8_000)
    assert came.args == ["asem:korean-peninsula" if place else "", "launcher-7"]
    first.leave()


@pytest.mark.parametrize(("token", "known"), [("launcher-8", "launcher-8"), ("", None), ("a\0b", None)])
def test_the_window_comes_up_by_the_token_that_it_is_given(
    driver: Driver,
    home: paths.Home,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    token: str,
    known: str | None,
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    driver.listen()
    letter = Mailbox(home.state).post("asem:climate-change", token)
    qtbot.waitUntil(lambda: not letter.exists())
    assert driver.title == "Climate change"
    assert os.environ.pop("XDG_ACTIVATION_TOKEN", None) == known


def test_a_second_start_may_be_given_a_view_of_the_figures(
    driver: Driver, home: paths.Home, library_file: Path, qtbot: QtBot
) -> None:
    first = InstanceLock.take(home.state, library_file)
    assert first
    driver.listen()
    view = "asem:indicator-lpi?show=tiles&with=MLT"
    answered = threading.Thread(target=take_lock, args=(view, library_file, home.state))
    answered.start()
    qtbot.waitUntil(lambda: not answered.is_alive(), timeout=8_000)
    assert (driver.explorer.topic, driver.explorer.here) == ("Logistics Performance Index", "Malta")
    first.leave()


def test_the_window_shows_what_the_command_line_writes(
    driver: Driver, home: paths.Home, qtbot: QtBot
) -> None:
    driver.listen()
    with closing(Notebook.open(home.notebook)) as elsewhere:
        keep(elsewhere, [elsewhere.draft(MarkKind.NOTE, anchor(driver.article, None), "New")])
        qtbot.waitUntil(lambda: [mark.body for mark in driver.marks] == ["New"], timeout=8_000)


def test_a_second_program_ends_at_once_and_its_place_opens_in_the_first(home: paths.Home) -> None:
    arguments = ("-m", "asem_reader", "--home", str(home.state))
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(home.state)}
    with subprocess.Popen([sys.executable, *arguments, "POL-05"], cwd=ROOT, env=environment) as first:
        while not (home.state / "letters").is_dir():  # until there is a window
            time.sleep(0.05)
        for _ in range(2):
            second = child(*arguments, "POL-07")
            assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
        assert first.poll() is None
        first.kill()
