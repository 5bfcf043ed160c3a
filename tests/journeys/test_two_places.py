# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A reader in two places at once: topics in tabs, each with its own way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar
from support.driver import Driver
from support.surface import LEFT, wait

from asem_reader.core.place import Place

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
    driver.activate().press("Ctrl+T", "Ctrl+Tab")
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
