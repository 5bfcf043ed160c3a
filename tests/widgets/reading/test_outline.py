# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tree of contents: it shows what lies open, wherever one came from."""

import pytest
from PySide6.QtTest import QTest
from support.driven_panes import DrivenList
from support.driver import Driver

TITLES = ("Security and peace", "Maritime security", "Migration")


def sees(tree: DrivenList, text: str) -> bool:
    """Whether the row that says so can be seen, once what the window had put off is done."""
    QTest.qWait(10)
    box = tree.view.visualRect(tree.index_of(text))
    return box.top() >= 0 and 0 < box.bottom() < tree.view.viewport().height()


def test_rows_that_were_walked_to_are_left_with_the_tree(driver: Driver) -> None:
    driver.activate().contents.take_keys()
    driver.press("Up", "Up")
    assert driver.contents.current != driver.title
    driver.press("F6")
    assert driver.contents.current == driver.title == "Maritime security"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_menu_over_a_row_that_was_walked_to_is_about_that_row(driver: Driver) -> None:
    driver.activate().contents.take_keys()
    driver.press("Up", "Up")
    walked = driver.contents.current
    assert driver.contents.menu()
    assert driver.contents.current == walked


def test_what_lies_open_is_seen_when_titles_are_wrapped_anew(driver: Driver) -> None:
    driver.activate().resize(1200, 600).contents.unfold_all()
    driver.open("youth")
    assert sees(driver.contents, driver.title)
    driver.split(120, 800, 250)
    assert sees(driver.contents, driver.title)


def test_its_neighbours_are_seen_with_it_if_they_fit(driver: Driver) -> None:
    driver.activate().resize(1200, 700).contents.unfold_all().scroll_to(10_000)
    driver.open("migration")
    assert [sees(driver.contents, title) for title in TITLES] == [True, True, True]
