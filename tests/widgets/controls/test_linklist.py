# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lists of links beside the page: heard as lists, walked by keys, as high as their rows."""

import pytest
from PySide6.QtGui import QAccessible
from support.driver import Driver


@pytest.mark.parametrize("title", ["On this page", "Related"])
def test_they_are_lists_for_a_screen_reader_with_a_row_for_each_link(driver: Driver, title: str) -> None:
    links = driver.aside_links(title)
    heard = QAccessible.queryAccessibleInterface(links.widget)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.List, title)
    names = [heard.child(number).text(QAccessible.Text.Name) for number in range(heard.childCount())]
    assert names == links.texts
    assert len(names) > 2


def test_arrows_walk_them_and_enter_goes_there(driver: Driver) -> None:
    links = driver.activate().aside_links("On this page").take_keys()
    assert links.current == driver.article.sections[0].title
    driver.press("Down", "Return")
    assert driver.page.top == driver.article.sections[1].heading.id
    assert driver.page.has_keys
    driver.command("back")
    assert driver.page.scrolled == 0


@pytest.mark.parametrize("width", [180, 300])
def test_no_row_is_cut_off(driver: Driver, width: int) -> None:
    driver.resize(1200, 800).split(250, 950 - width, width)
    view = driver.aside_links("Related").view
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    assert 0 <= view.viewport().height() - last.bottom() <= 6
    assert view.verticalScrollBar().maximum() == 0
