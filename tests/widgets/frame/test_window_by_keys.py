# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window and its dialogs by keys, with nothing in them: Tab comes round, and what is reached is heard."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.tabs import name_of, tab_rounds, tagged, unheard

from asem_reader.widgets.controls.label import LinkLabel


@pytest.mark.parametrize("view", ["contents", "marks", "history"])
def test_tab_comes_round_in_the_window(driver: Driver, view: str) -> None:
    driver.command(view)
    assert tab_rounds(driver.widget)


@pytest.mark.parametrize("text", ["piracy", "saftey ", "xqzzy", ""])
def test_tab_comes_round_while_one_searches(driver: Driver, text: str) -> None:
    driver.search(text)
    assert tab_rounds(driver.widget)
    assert tagged(driver.widget) == []
    assert unheard(driver.widget) == []


def test_tab_reaches_what_stands_over_the_marks(driver: Driver) -> None:
    driver.note("Ask the desk").command("marks")
    assert {"Group marks", "Filter marks", "Marks"} <= {name_of(stop) for stop in tab_rounds(driver.widget)}


def test_where_there_is_nothing_the_sentence_is_read(driver: Driver) -> None:
    driver.command("marks")
    assert any(name_of(stop).startswith("No marks yet.") for stop in tab_rounds(driver.widget))


def test_tab_goes_through_the_panes_from_left_to_right(driver: Driver) -> None:
    driver.note("Ask the desk").command("marks")
    stops = [name_of(stop) for stop in tab_rounds(driver.widget)]
    at = stops.index("Search everything")
    stops = stops[at:] + stops[:at]
    ends = [
        "Search everything",
        "Group marks",
        "Filter marks",
        "Maritime security",
        "On this page",
        "My notes",
    ]
    assert [name for name in stops if name in ends] == ends


@pytest.mark.parametrize("command", ["restore_backup", "waiting", "binders", "print", "palette", "jump"])
def test_tab_comes_round_in_an_empty_dialog(driver: Driver, command: str) -> None:
    driver.dialog(command, lambda dialog: tab_rounds(dialog.widget))


def test_tab_comes_round_in_a_pack_without_topics(driver: Driver) -> None:
    driver.command("compose")
    stops = [name_of(stop) for stop in tab_rounds(driver.composer.widget)]
    assert any(name.startswith("No topics yet.") for name in stops)


def test_f6_reaches_the_notice(driver: Driver) -> None:
    driver.activate().command("search")
    driver.dialog("jump", lambda dialog: dialog.type("no such thing").press("Return"))
    driver.activate().press("F6", "F6")
    assert name_of(driver.widget.focusWidget() or driver.widget) == driver.notice != ""


def test_a_label_that_begins_with_a_link_lets_go_of_the_keys(qtbot: QtBot) -> None:
    window, label, beside = QWidget(), LinkLabel(), LinkLabel()
    qtbot.addWidget(window)
    for each in (label, beside):
        each.setText('<p><a href="a">One</a></p><p><a href="b">Two</a></p>')
        (window.layout() or QVBoxLayout(window)).addWidget(each)
    window.show()
    assert tab_rounds(window)
