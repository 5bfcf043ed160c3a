# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lists of links beside the page: heard as lists, walked by keys, as high as their rows."""

import pytest
from PySide6.QtGui import QAccessible
from support.driver import Driver

from asem_reader.core.theme import LIGHT
from asem_reader.widgets.controls.linklist import LinkList


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


def marked(driver: Driver) -> str:
    links = driver.aside_links("On this page").view
    assert isinstance(links, LinkList)
    return links.marked


def test_a_bar_stands_before_the_heading_under_which_one_reads(driver: Driver) -> None:
    ids = [section.heading.id for section in driver.activate().resize(1200, 500).article.sections]
    seen = [marked(driver)]
    for section in ids:
        driver.at(section)
        seen.append(marked(driver))
    assert seen == ["", *(f"#{section}" for section in ids)]
    assert driver.press("Ctrl+End")
    assert marked(driver) == "#sources"
    assert driver.press("Ctrl+Home")
    assert marked(driver) == ""


def test_the_bar_stands_before_what_one_jumped_to_at_the_end_of_a_page(driver: Driver) -> None:
    driver.activate().resize(1200, 700).open("handbook-window")
    for number, section in enumerate(driver.article.sections):
        driver.aside_links("On this page").click_number(number)
        assert marked(driver) == f"#{section.heading.id}"


def test_the_bar_follows_the_page_that_has_the_keys(driver: Driver) -> None:
    second = driver.activate().article.sections[1].heading.id
    driver.at(second).command("split").press("Ctrl+Home")
    assert marked(driver) == ""
    driver.press("Shift+F6")
    assert driver.pages
    assert marked(driver) == f"#{second}"


def test_the_bar_is_drawn_in_the_colour_of_what_is_current(driver: Driver) -> None:
    links = driver.aside_links("On this page").view
    before = links.grab().toImage()
    driver.at(driver.article.sections[0].heading.id)
    image = links.grab().toImage()
    spot = links.visualRect(links.model().index(0, 0)).center().y()
    assert before.pixelColor(1, spot) != image.pixelColor(1, spot)
    assert image.pixelColor(1, spot).name() == LIGHT.accent.lower()
