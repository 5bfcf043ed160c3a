# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Links of the page by keys: Tab goes from one to the next from where one is, and each is heard as a link."""

import pytest
from pytestqt.qtbot import QtBot
from support.driver import Driver

from asem_reader.core.content import BlockKind
from asem_reader.core.place import Slug
from asem_reader.store.library import Library


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """The window, in which the page has the keys."""
    driver.activate().page.take_keys()
    return driver


def test_tab_goes_on_from_the_paragraph_and_says_each_link(reading: Driver) -> None:
    reading.press("Down", times=5)
    told = []
    for _ in range(3):
        reading.press("Tab")
        told.append(reading.page.told)
    assert told[:2] == ["UNCLOS, link", "ASEAN, link"]
    assert told[2].startswith(f"Source 1, link. 1. {reading.article.sources[0].title}, ")
    reading.press("Shift+Tab")
    assert (reading.page.link, reading.page.selection) == ("ASEAN", "")
    reading.highlight()
    assert [mark.words for mark in reading.marks] == [""]


@pytest.mark.parametrize("above", [0, 7, 20])
def test_tab_on_a_source_reaches_its_address(reading: Driver, above: int) -> None:
    reading.press("End").press("Up", times=above)
    stop = reading.page.stop
    reading.press("Tab")
    assert reading.page.stop == stop
    assert "." in reading.page.link
    assert stop
    assert any(reading.page.link in part.text() for part in stop.parts)


def test_tab_goes_through_all_links_of_a_page_and_leaves_it(reading: Driver) -> None:
    reading.open("migration")
    places = []
    while reading.page.has_keys:
        reading.press("Tab")
        places.append(reading.page.caret)
    assert places[:-1] == sorted(set(places[:-1]))
    assert len(places) > 50


def test_the_bar_follows_tab(reading: Driver) -> None:
    reading.press("End")
    reading.press("Shift+Tab", "Shift+Tab")
    stop = reading.page.stop
    assert stop
    assert stop.position <= reading.page.caret < reading.page.stops[-1].position


def test_a_link_at_the_beginning_of_a_paragraph_is_one_link(reading: Driver, library: Library) -> None:
    blocks = library.article(Slug("afghanistan")).blocks.values()
    block = next(each for each in blocks if each.kind is BlockKind.PARAGRAPH and each.cells[0][0].to)
    reading.open(f"afghanistan#{block.id}").press("Tab")
    assert reading.page.link == block.cells[0][0].text


def test_a_number_leads_to_its_source_and_back_to_its_sentence(reading: Driver, qtbot: QtBot) -> None:
    reading.press("Down", times=5).press("Tab", times=3)
    caret, before = reading.page.caret, reading.page.scrolled
    reading.press("Return")
    qtbot.waitUntil(lambda: reading.page.told.startswith(f"1. {reading.article.sources[0].title}"))
    assert reading.page.stop
    assert reading.page.stop.anchor == "source-1"
    reading.press("Tab")
    assert reading.page.link in reading.article.sources[0].url
    reading.command("back")
    assert (reading.page.caret, reading.page.link) == (caret, "Source 1")
    assert abs(reading.page.scrolled - before) <= 1
    qtbot.waitUntil(lambda: reading.page.told.startswith(reading.article.sections[0].blocks[0].text))
    assert not reading.action("back").isEnabled()


def test_a_key_that_is_held_beside_others_silences_no_jump(reading: Driver, qtbot: QtBot) -> None:
    reading.press("Down", times=5).press("Tab", times=3).press("Return", "Alt")
    qtbot.waitUntil(lambda: reading.page.told.startswith("1. "))


def test_the_way_back_outlives_another_size_of_the_text(reading: Driver) -> None:
    reading.press("Down", times=5).press("Tab", times=3)
    reading.press("Return").command("larger").command("back")
    assert reading.page.link == "Source 1"


def test_a_jump_gives_the_page_the_keys_and_says_where_it_led(reading: Driver, qtbot: QtBot) -> None:
    block = reading.article.sections[2].blocks[0]
    reading.command("search")
    reading.dialog("jump", lambda asked: asked.type(f"asem:maritime-security#{block.id}").press("Return"))
    assert reading.activate().page.has_keys
    qtbot.waitUntil(lambda: reading.page.told.startswith(block.text[:40]))


def test_f3_says_the_line_of_the_word(reading: Driver) -> None:
    reading.open("maritime-security", "piracy")
    for _ in range(2):
        reading.press("F3")
        assert "piracy" in reading.page.told.lower()
        assert reading.page.told == reading.page.caret_line.strip()


def test_enter_on_a_mark_gives_the_page_the_keys(reading: Driver) -> None:
    block = reading.article.sections[2].blocks[0]
    reading.at(block).bookmark()
    reading.open("migration").command("by_topics")
    reading.tree.unfold_all().select(next(text for text in reading.tree.texts if block.text[:20] in text))
    reading.press("Return")
    assert (reading.title, reading.page.has_keys) == ("Maritime security", True)


def test_enter_in_the_contents_gives_the_page_the_keys(reading: Driver) -> None:
    reading.command("contents")
    reading.contents.select("Climate change")
    reading.press("Return")
    assert (reading.title, reading.page.has_keys) == ("Climate change", True)
