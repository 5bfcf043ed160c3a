# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reading mode: the text alone, and all as it was before."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMenuBar, QSplitter, QToolBar
from support.driver import Driver


def shown(driver: Driver) -> list[bool]:
    """Whether menus, tools, foot and panes can be seen."""
    around = [driver.widget.findChild(kind) for kind in (QMenuBar, QToolBar)]
    panes = [driver.widget.findChild(QSplitter).widget(at) for at in (0, 2)]
    return [each.isVisible() for each in (*around, *panes)]


def sizes(driver: Driver) -> list[int]:
    QApplication.processEvents()  # which lays them out
    return list(driver.widget.findChild(QSplitter).sizes())


@pytest.mark.parametrize("key", ["F12", "Escape"])
def test_the_text_is_alone_until_f12_or_esc(driver: Driver, key: str) -> None:
    driver.resize(1300, 700).split(300, 700, 300).activate().press("Shift+F9")
    before = shown(driver), sizes(driver)
    driver.press("F12")
    assert (shown(driver), driver.page.has_keys) == ([False] * 4, True)
    assert driver.status == "F12 or Esc leaves the reading mode."
    driver.press(key)
    assert (shown(driver), sizes(driver)) == before
    assert not driver.action("reading_mode").isChecked()


def test_a_pane_for_which_there_is_no_room_any_more_does_not_come_back(driver: Driver) -> None:
    driver.resize(1300, 700).activate().press("F12").resize(700, 600)
    assert shown(driver) == [False] * 4
    assert shown(driver.press("F12")) == [True, True, True, False]
    assert shown(driver.resize(1300, 700)) == [True] * 4


@pytest.mark.parametrize(("key", "view"), [("Ctrl+K", "contents"), ("Ctrl+3", "history"), ("F9", "contents")])
def test_what_needs_the_window_leaves_the_reading_mode(driver: Driver, key: str, view: str) -> None:
    driver.resize(1300, 700).activate().press("F12", key)
    assert shown(driver) == [True] * 4
    assert driver.view == view


def test_a_restart_in_the_reading_mode_shows_the_window_as_it_was(
    driver: Driver, open_driver: Callable[[], Driver]
) -> None:
    driver.resize(1300, 700).split(310, 690, 300).activate()
    before = shown(driver), sizes(driver)
    driver.press("F12").close()
    again = open_driver().restore_shape().resize(1300, 700)
    assert (shown(again), sizes(again)) == before
