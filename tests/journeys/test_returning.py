# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader who comes back: where they were, what they read, and one window for all starts."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing

from builders import ROOT, child
from PySide6.QtCore import QFileSystemWatcher, Qt
from pytestqt.qtbot import QtBot

from asem_reader import paths
from asem_reader.core.marks.mark import MarkKind, anchor
from asem_reader.core.place import Place, Slug
from asem_reader.core.reading import State
from asem_reader.store.instance.mailbox import Mailbox
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.reading.outline import STATE
from asem_reader.widgets.frame.window import Window

SEA, CLIMATE = Place(Slug("maritime-security")), Place(Slug("climate-change"))


def scroll_half(window: Window, qtbot: QtBot) -> None:
    bar = window.reader.verticalScrollBar()
    with qtbot.waitSignal(window.reader.settled):
        bar.setValue(bar.maximum() // 2)


def test_a_topic_opens_where_it_was_left_even_after_a_restart(
    open_window: Callable[..., Window], qtbot: QtBot
) -> None:
    window = open_window(SEA)
    scroll_half(window, qtbot)
    left = window.reader.top_block
    window.context.desk.go(CLIMATE)
    window.close()
    again = open_window(CLIMATE)
    again.context.desk.go(SEA)
    assert left is not None
    assert again.reader.top_block == left
    assert "Where you left off" in again.statusBar().currentMessage()


def test_who_came_to_the_end_begins_anew(window: Window, qtbot: QtBot) -> None:
    bar = window.reader.verticalScrollBar()
    with qtbot.waitSignal(window.reader.settled):
        bar.setValue(bar.maximum())
    window.context.desk.go(CLIMATE)
    window.context.desk.go(SEA)
    assert bar.value() == 0


def test_what_lay_open_for_a_while_is_ticked_in_the_tree(window: Window, qtbot: QtBot) -> None:
    outline = window.context.outline
    assert outline.index_of(SEA.slug).data(STATE) == State.UNREAD
    qtbot.waitUntil(lambda: outline.index_of(SEA.slug).data(STATE) == State.READ, timeout=8_000)
    said = outline.index_of(SEA.slug).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Maritime security, POL-05, read"


def test_the_history_shows_today_and_leads_back(window: Window, qtbot: QtBot) -> None:
    window.context.desk.go(CLIMATE)
    window.actions_by_name["history"].trigger()
    view = window.left.history
    model = view.model()
    today = model.index(0, 0)
    assert (today.data(), view.isExpanded(today)) == ("Today", True)
    assert [model.index(row, 0, today).data() for row in range(2)] == ["Climate change", "Maritime security"]
    view.setCurrentIndex(model.index(1, 0, today))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.context.desk.page
    assert window.context.desk.page.place.slug == SEA.slug


def test_only_a_window_that_listens_has_one_of_the_few_watchers(window: Window) -> None:
    mailbox = window.context.mailbox
    assert mailbox.findChildren(QFileSystemWatcher) == []
    window.watch.start()
    assert len(mailbox.findChildren(QFileSystemWatcher)) == 1


def test_the_window_answers_a_second_start(window: Window, home: paths.Home, qtbot: QtBot) -> None:
    window.watch.start()
    message = Mailbox(home.state).post("asem:climate-change")
    qtbot.waitUntil(lambda: message.taken)
    assert window.context.desk.page
    assert window.context.desk.page.place == CLIMATE


def test_the_window_shows_what_the_command_line_writes(
    window: Window, home: paths.Home, qtbot: QtBot
) -> None:
    window.watch.start()
    with closing(Notebook.open(home.notebook)) as elsewhere:
        elsewhere.put(
            [
                elsewhere.draft(
                    MarkKind.NOTE, anchor(window.context.desk.library.article(SEA.slug), None), "New"
                )
            ]
        )
        qtbot.waitUntil(lambda: [mark.body for mark in window.context.marks.all] == ["New"], timeout=8_000)


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
