# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the page tells of numbers and words in place, and the ways back from a source."""

import pytest
from PySide6.QtCore import QPoint
from support.driver import Driver

from asem_reader.core.place import BlockId


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """The window, in which the page has the keys."""
    driver.activate().page.take_keys()
    return driver


def to_link(reading: Driver, name: str) -> None:
    """Go on by Tab to a link."""
    while reading.page.link != name:
        assert reading.page.has_keys
        reading.press("Tab")


def test_pointing_at_a_number_tells_its_source_and_of_a_range_all(reading: Driver) -> None:
    to_link(reading, "Source 1")
    tip = reading.page.point_at(reading.page.link_point)
    first, second, third, *_ = reading.article.sources
    assert "1. " + first.title in tip
    assert first.publisher in tip
    assert second.title in tip
    assert third.title in tip


def test_a_source_that_was_led_to_lies_on_a_tint_until_one_goes_on(reading: Driver) -> None:
    to_link(reading, "Source 1")
    reading.press("Return")
    assert reading.page.is_tinted
    reading.press("Down")
    assert not reading.page.is_tinted


def test_each_source_leads_back_to_where_it_is_cited(reading: Driver) -> None:
    cited = reading.article.citing[1]
    reading.page.go_to("source-1")
    to_link(reading, "Cited at b")
    assert reading.page.told.startswith("Cited at b, link. ")
    reading.press("Return")
    assert reading.page.paragraph == BlockId(cited[1])
    reading.command("back")
    assert reading.page.link == "Cited at b"


def test_ways_back_are_neither_heard_with_a_source_nor_copied(reading: Driver) -> None:
    reading.page.go_to("source-1")
    reading.press("Down", "Up").command("copy_source")
    assert "↑" not in reading.page.told
    assert "↑" not in reading.clipboard


def test_a_key_defines_the_terms_of_a_paragraph_and_stays_there(reading: Driver) -> None:
    reading.press("Down", times=5)
    before = reading.page.caret
    reading.command("define")
    assert "UNCLOS: United Nations Convention on the Law of the Sea." in reading.page.told
    assert reading.page.caret == before


def test_a_key_defines_words_of_everyday_language_too(reading: Driver) -> None:
    reading.page.select_words("partner")
    reading.command("define")
    assert reading.page.told.startswith("Partner: ASEM partner.")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("words", "is_term"), [("UNCLOS", True), ("partner", True), ("Bottom line", False)])
def test_the_menu_of_the_page_defines_words_that_are_terms(driver: Driver, words: str, is_term: bool) -> None:
    driver.page.select_words(words)
    offered = [entry.text() for entry in driver.page.menu(QPoint(5, 5))]
    assert ("Define &word" in offered) == is_term
