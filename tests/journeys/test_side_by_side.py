# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two pages side by side: each with its own way, one of them with the keys, and all else about that one."""

import pytest
from PySide6.QtTest import QTest
from support.driver import Driver
from support.screen import OpenDriver
from support.surface import wait

from asem_reader.core.place import Place
from asem_reader.paths import Home
from asem_reader.viewmodels.session.choices import BEGIN
from asem_reader.viewmodels.session.settings import Settings

SEA, CLIMATE = Place.parse("maritime-security"), Place.parse("climate-change")


def test_a_second_page_is_opened_gone_to_and_closed_by_keys(driver: Driver) -> None:
    driver.activate().press("F4")
    assert driver.status == "Maritime security, second page"
    driver.open(CLIMATE)
    assert driver.page.name == "Climate change, second page"
    assert driver.press("Shift+F6").page.name == "Maritime security"
    assert (driver.title, driver.page.has_keys) == ("Maritime security", True)
    driver.press("F6", "F4")
    assert (driver.title, driver.page.has_keys, driver.status) == ("Maritime security", True, "One page.")
    assert driver.press("Ctrl+Shift+T").title == "Climate change"


def test_each_page_has_its_own_way_back(driver: Driver) -> None:
    driver.activate().press("F4").open(CLIMATE).open("migration").press("Shift+F6")
    assert not driver.action("back").isEnabled()
    driver.press("F6").command("back")
    assert (driver.title, driver.pages) == ("Climate change", ["Maritime security", "Climate change"])


def test_what_stands_round_the_pages_is_about_the_one_with_the_keys(driver: Driver) -> None:
    driver.activate().press("F4").open(CLIMATE, "climate").note("On climate")
    assert driver.notes.texts
    assert (driver.contents.current, bool(driver.counted)) == ("Climate change", True)
    driver.press("Shift+F6")
    assert (driver.contents.current, driver.counted, driver.marks_here) == ("Maritime security", "", [])
    assert driver.lines_over_pages == [True, False]
    driver.command("bookmark")
    assert [mark.slug for mark in driver.marks_here] == [SEA.slug]


def test_finding_on_the_page_stays_on_the_one_with_the_keys(driver: Driver) -> None:
    driver.activate().press("F4").open(CLIMATE).press("Ctrl+F").type("climate")
    assert driver.page.found
    driver.press("Escape", "Shift+F6")
    assert (driver.title, driver.page.found) == ("Maritime security", 0)


def test_a_link_opens_beside_and_the_next_on_the_other_side(driver: Driver) -> None:
    driver.activate().press("Tab", times=2)
    driver.press("Ctrl+Shift+Return")
    assert driver.pages == ["Maritime security", "Security and peace"]
    assert (driver.title, driver.page.has_keys) == ("Security and peace", True)
    driver.contents.select("Migration")
    driver.contents.take_keys()
    driver.press("Ctrl+Shift+Return")
    assert driver.pages == ["Migration", "Security and peace"]


def test_what_is_not_there_opens_no_second_page(driver: Driver) -> None:
    driver.activate().open_beside(Place.parse("atlantis"))
    assert (driver.pages, driver.page.has_keys) == (["Maritime security"], True)
    assert driver.notice


def test_two_pages_of_one_topic_scroll_together_by_their_paragraphs(driver: Driver) -> None:
    driver.activate().press("F4", "Shift+F4")
    driver.page.scroll_to_end(0.6)
    top = driver.page.top
    assert driver.press("Shift+F6").page.top == top
    driver.press("Shift+F4")
    driver.page.scroll_to(0)
    assert driver.press("F6").page.top == top


@pytest.mark.parametrize("heading", ["Background", "If asked"])
def test_pages_of_two_topics_scroll_together_by_their_headings(driver: Driver, heading: str) -> None:
    driver.activate().press("F4", "Shift+F4").open(CLIMATE)
    driver.follow_aside("On this page", heading)
    assert driver.press("Shift+F6").title == "Maritime security"
    (section,) = [each for each in driver.article.sections if each.title == heading]
    stop = driver.page.stop_of(section.heading.id)
    assert stop
    assert abs(driver.page.box_of(stop).top() - 14) < 3


def test_the_panes_give_way_to_a_second_page_and_come_back(driver: Driver) -> None:
    driver.activate().resize(1024, 600)
    assert (driver.shows_left, driver.shows_right) == (True, True)
    driver.press("F4")
    assert (driver.shows_left, driver.shows_right) == (False, False)
    driver.press("F4")
    assert (driver.shows_left, driver.shows_right) == (True, True)
    driver.press("F4").resize(1366, 700)
    assert (driver.shows_left, driver.shows_right) == (True, False)


def test_the_last_tab_of_a_page_closes_that_page_and_not_the_window(driver: Driver) -> None:
    driver.activate().press("F4").open(CLIMATE).press("Shift+F6", "Ctrl+W")
    assert (driver.pages, driver.title, driver.page.name) == (["Climate change"], *["Climate change"] * 2)
    driver.press("F4", "Ctrl+W")
    assert driver.widget.isVisible()
    assert driver.press("Ctrl+Shift+T").title == "Climate change"


def test_a_note_on_the_second_page_is_kept_with_it(driver: Driver) -> None:
    driver.activate().press("F4").open(CLIMATE).command("note")
    driver.editor.write("Ask at COP")
    driver.command("split")
    assert [mark.body for mark in driver.marks] == ["Ask at COP"]
    assert wait(lambda: driver.pages == ["Maritime security"])


def test_the_second_page_is_there_again_at_the_next_start(open_driver: OpenDriver) -> None:
    first = open_driver().activate().press("F4").open(CLIMATE).press("Ctrl+T").open("migration")
    first.close()
    second = open_driver(None).activate()
    assert wait(lambda: second.pages == ["Maritime security", "Migration"])
    assert (second.title, second.page.has_keys) == ("Maritime security", True)
    second.press("F6", "Ctrl+Tab")
    assert second.pages == ["Maritime security", "Climate change"]


def test_a_second_page_that_was_closed_stays_closed(open_driver: OpenDriver) -> None:
    open_driver().activate().press("F4", "F4").close()
    again = open_driver(None)
    QTest.qWait(50)
    assert again.pages == ["Maritime security"]


def test_who_begins_with_the_start_page_has_no_second_one(open_driver: OpenDriver, home: Home) -> None:
    open_driver().activate().press("F4").close()
    Settings(home.session).choose(BEGIN, "first")
    again = open_driver(None)
    QTest.qWait(50)
    assert len(again.pages) == 1


def test_another_size_and_theme_reach_both_pages(driver: Driver) -> None:
    driver.activate().press("F4").command("larger").command("theme_dark")
    looks = [(driver.text_size, driver.page.colours.name)]
    looks.append((driver.press("Shift+F6").text_size, driver.page.colours.name))
    assert looks == [(13.0, "dark")] * 2
