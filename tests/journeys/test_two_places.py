# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader in two places at once: topics in tabs, each with its own way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTabBar
from support.driver import Driver
from support.surface import LEFT, choose_at, wait

from asem_reader.core.place import Place

offscreen = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SEA, CLIMATE = Place.parse("maritime-security"), Place.parse("climate-change")


def test_a_tab_is_opened_gone_round_and_closed_by_keys(driver: Driver) -> None:
    driver.activate()
    assert driver.tabs == []
    driver.press("Ctrl+T").open(CLIMATE)
    assert driver.tabs == ["Maritime security, tab 1 of 2", "Climate change, tab 2 of 2"]
    driver.press("Ctrl+Tab")
    assert (driver.title, driver.status) == ("Maritime security", "Maritime security, tab 1 of 2")
    assert driver.page.has_keys
    driver.press("Ctrl+W")
    assert (driver.title, driver.tabs) == ("Climate change", [])
    driver.press("Ctrl+Shift+T")
    assert (driver.title, len(driver.tabs)) == ("Maritime security", 2)


def test_the_last_tab_closes_the_window(driver: Driver) -> None:
    driver.activate().press("Ctrl+W")
    assert not driver.widget.isVisible()


def test_each_tab_keeps_its_way_back_its_place_and_its_found_words(driver: Driver) -> None:
    driver.activate().open(CLIMATE, "climate")
    found = driver.page.found
    driver.page.scroll_to_end(0.37)
    scrolled, top = driver.page.scrolled, driver.page.top
    driver.press("Ctrl+T").open("migration")
    assert driver.page.found == 0
    driver.press("Ctrl+PgDown")
    assert (driver.title, driver.page.found, driver.page.top) == ("Climate change", found, top)
    assert abs(driver.page.scrolled - scrolled) < 3
    assert driver.command("back").title == "Maritime security"


def test_a_tab_comes_back_with_the_link_that_had_the_keys_and_with_no_other(driver: Driver) -> None:
    driver.activate().press("Ctrl+T")
    assert driver.title == "Welcome"
    driver.press("Ctrl+Tab")
    assert driver.page.link == ""
    linked = driver.press("Tab", times=5).page.link
    assert linked
    assert driver.press("Ctrl+Tab", "Ctrl+Tab").page.link == linked


def test_a_jump_to_a_source_is_still_a_step_of_back_in_its_tab(driver: Driver) -> None:
    driver.activate().page.scroll_to(300)
    driver.page.follow("#source-3")
    assert driver.page.scrolled > 300
    driver.press("Ctrl+T", "Ctrl+Tab").command("back")
    assert (driver.title, driver.page.scrolled) == ("Maritime security", 300)


def test_tabs_are_restored_with_the_front_one_alone_read(open_driver: Callable[..., Driver]) -> None:
    first = open_driver(SEA)
    first.activate().press("Ctrl+T").open(CLIMATE).press("Ctrl+T").open("migration").press("Ctrl+PgUp")
    first.let_go()
    again = open_driver(None)
    assert (again.title, len(again.tabs)) == ("Climate change", 3)
    assert again.activate().press("Ctrl+Tab").title == "Migration"


def test_what_a_start_asks_for_is_one_tab_more(
    open_driver: Callable[..., Driver],
) -> None:
    first = open_driver(SEA)
    first.activate().press("Ctrl+T").open(CLIMATE)
    first.let_go()
    again = open_driver(Place.parse("migration"))
    assert (again.title, len(again.tabs)) == ("Migration", 3)


def test_tabs_are_chosen_moved_and_closed_by_the_mouse(driver: Driver) -> None:
    driver.activate().press("Ctrl+T").open(CLIMATE)
    bar = driver.tab_bar
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(0).center())
    assert (driver.title, driver.page.has_keys) == ("Maritime security", True)
    bar.moveTab(0, 1)
    assert driver.tabs == ["Climate change, tab 1 of 2", "Maritime security, tab 2 of 2"]
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert (driver.title, driver.tabs) == ("Climate change", [])
    driver.press("Ctrl+Shift+T")
    cross = bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert isinstance(cross, QAbstractButton)
    cross.click()
    assert (driver.title, driver.tabs) == ("Maritime security", [])


def test_a_note_that_is_being_written_is_kept_when_its_tab_goes_behind(driver: Driver) -> None:
    driver.activate().command("note")
    driver.editor.write("Ask the navy")
    driver.press("Ctrl+T").press("Ctrl+PgUp")
    assert [mark.body for mark in driver.marks] == ["Ask the navy"]
    assert wait(lambda: not driver.editor.is_open)


def test_a_link_opens_in_a_tab_behind_by_ctrl_and_the_middle_button(driver: Driver) -> None:
    driver.activate().press("Tab", times=2)
    assert driver.page.link == "Security and peace"
    driver.press("Ctrl+Return")
    assert (driver.title, driver.status) == ("Maritime security", "Security and peace, tab 2 of 2")
    driver.page.click_link("Political pillar", Qt.MouseButton.MiddleButton)
    driver.page.click_link("Political pillar", LEFT, Qt.KeyboardModifier.ControlModifier)
    assert driver.title == "Maritime security"
    assert driver.tabs[2:] == ["Political pillar, tab 3 of 4", "Political pillar, tab 4 of 4"]


def test_the_contents_the_pane_beside_and_results_open_tabs_too(driver: Driver) -> None:
    driver.activate().command("contents")
    driver.contents.select("Migration")
    driver.press("Ctrl+Return")
    assert driver.contents.has_keys
    driver.aside_links("Related").middle_click()
    driver.search("piracy")
    driver.press("Ctrl+Return")
    assert (driver.title, driver.field_has_keys, len(driver.tabs)) == ("Maritime security", True, 4)
    assert driver.press("Ctrl+PgUp").page.found
    assert driver.press("Ctrl+PgUp", times=2).title == "Migration"


@offscreen
@pytest.mark.parametrize(
    ("entry", "title"), [("Open", "Migration"), ("Open in a new tab", "Maritime security")]
)
def test_the_menu_of_a_row_opens_it_here_or_in_a_tab(driver: Driver, entry: str, title: str) -> None:
    driver.contents.select("Migration").pick(entry)
    assert driver.title == title
    assert driver.tabs[1:] == ([] if entry == "Open" else ["Migration, tab 2 of 2"])


@offscreen
def test_the_menu_of_a_link_opens_it_and_copies_its_address(driver: Driver) -> None:
    offered = driver.page.choose_on_link("Political pillar", "Copy address")
    assert offered[:4] == ["Open", "Open in a new tab", "Open beside", "Copy address"]
    assert driver.clipboard == "asem:political"
    driver.page.choose_on_link("Political pillar", "Open in a new tab")
    assert driver.tabs[1:] == ["Political pillar, tab 2 of 2"]


@offscreen
def test_the_menu_of_a_tab_is_about_that_tab(driver: Driver) -> None:
    driver.activate().command("new_tab").open(CLIMATE)
    first = driver.tab_bar.tabRect(0).center()
    offered = choose_at(driver.tab_bar, first, "Close tab")
    assert offered == [*("Close tab", "New tab", "Reopen closed tab"), *offered[3:]]
    assert {"Print…", "Split: compare side by side"} < set(offered)
    assert (driver.title, driver.tabs) == ("Climate change", [])


@offscreen
def test_the_menu_key_offers_what_can_be_done_with_the_tab_in_front(driver: Driver) -> None:
    driver.activate().command("new_tab").open(CLIMATE)
    here = driver.tab_bar.tabRect(0).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, driver.tab_bar.mapToGlobal(here))
    QApplication.sendEvent(driver.tab_bar, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert driver.action("close_tab") in menu.actions()
    menu.close()
    assert driver.title == "Climate change"


def test_the_window_lives_on_when_the_second_page_is_gone(driver: Driver) -> None:
    driver.activate().command("split").command("split")
    QTest.qWait(1)  # in which it is deleted
    before = driver.page.picture()
    assert driver.command("theme_dark").page.picture() != before
