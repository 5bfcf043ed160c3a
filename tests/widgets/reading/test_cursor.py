# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The paragraph cursor: Up and Down go from paragraph to paragraph, and a screen reader hears each once."""

import pytest
from support.driver import Driver
from support.surface import wait

from asem_reader.core.content import BlockKind
from asem_reader.store.library import Library


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """The window, in which the page has the keys."""
    driver.activate().page.take_keys()
    return driver


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


@pytest.mark.parametrize("slug", ["maritime-security", "security-and-peace", "asem9", "singapore"])
def test_down_goes_through_all_of_a_page_and_up_back(reading: Driver, slug: str) -> None:
    reading.resize(1100, 900).open(slug)
    count = min(len(reading.page.stops), 60)
    seen = []
    for key in ("Down", "Up"):
        for _ in range(count):
            reading.press(key)
            seen.append(reading.page.stop)
            assert reading.page.stop_is_seen
    numbers = [stop.number for stop in seen if stop]
    assert numbers == [*range(count), *reversed(range(count - 1)), 0]


def test_every_paragraph_of_an_article_is_a_stop(driver: Driver, library: Library) -> None:
    stops = [stop.block for stop in driver.page.stops if stop.block]
    assert set(stops) == set(library.article(driver.article.topic.slug).blocks)


def test_a_paragraph_longer_than_the_window_is_scrolled_through(reading: Driver) -> None:
    reading.resize(500, 420)
    for _ in range(12):
        reading.command("larger")
    long = max(reading.page.stops, key=lambda stop: stop.box.height())
    while reading.page.stop is None or reading.page.stop.number < long.number:
        reading.press("Down")
    before = reading.page.scrolled
    reading.press("Down")
    assert reading.page.stop == long
    assert reading.page.scrolled > before
    reading.press("Down", times=20)
    assert reading.page.stop.number > long.number


def test_one_goes_on_from_what_is_seen(reading: Driver) -> None:
    reading.press("Down", "Down")
    reading.page.scroll_to(1200)
    reading.press("Down")
    assert reading.page.stop_is_seen
    assert reading.page.scrolled > 1000


@pytest.mark.parametrize(("key", "at_end"), [("End", -1), ("Home", 0)], ids=["end", "home"])
@pytest.mark.parametrize("held", ["", "Ctrl+"], ids=["", "ctrl"])
def test_the_ends_of_the_page_take_it_along(reading: Driver, key: str, at_end: int, held: str) -> None:
    reading.press("Down", "PgDown", held + key)
    assert reading.page.stop == reading.page.stops[at_end]
    assert reading.page.is_at_end if at_end else reading.page.scrolled == 0


def test_a_page_on_takes_it_along(reading: Driver) -> None:
    reading.press("PgDown")
    assert reading.page.stop_is_seen
    assert reading.page.scrolled > 300
    assert reading.page.paragraph


def test_it_follows_a_click(reading: Driver) -> None:
    reading.press("Down")
    stop = reading.page.stops[4]
    reading.page.click(stop)
    assert reading.page.stop == stop
    assert reading.page.caret_leads


def test_the_caret_comes_along_and_right_finds_it_there(reading: Driver) -> None:
    reading.press("Down", times=6)
    stop = reading.page.stop
    assert stop
    assert reading.page.caret == stop.position
    reading.press("Right")
    assert (reading.page.caret, reading.page.told) == (stop.position, stop.parts[0].text()[0])
    reading.press("Shift+Right")
    assert reading.page.selection == stop.parts[0].text()[0]


def test_right_first_skips_no_letter_of_a_selection(reading: Driver) -> None:
    reading.press("Down", times=4)
    reading.press("Right", "Ctrl+Shift+Right", "Ctrl+Shift+Right")
    assert reading.page.selection == "Bottom line"


@pytest.mark.parametrize("slug", ["maritime-security", "political-pillar-overview", "glossary", "asem9"])
def test_each_paragraph_is_heard_once_by_its_line_and_what_is_told(reading: Driver, slug: str) -> None:
    reading.open(slug)
    blocks = reading.article.blocks
    for _ in range(min(len(reading.page.stops), 60)):
        reading.press("Down")
        block = reading.page.stop and reading.page.stop.block
        if block and blocks[block].kind not in (BlockKind.ROW, BlockKind.HEAD):
            heard = letters(reading.page.caret_line + reading.page.told)
            assert heard.count(letters(blocks[block].text) or heard) == 1, heard


def test_headings_items_and_rows_are_told_in_words(reading: Driver) -> None:
    reading.open("political-pillar-overview")
    told = []
    for _ in reading.page.stops:
        reading.press("Down")
        told.append(reading.page.told)
    assert told[0].endswith("Heading level 1.")
    assert "Heading level 2." in told
    assert any("Item 2 of " in each for each in told)
    assert any("Heads of a table" in each for each in told)
    assert any("instrument, row 1 of" in each and "in force: " in each for each in told)
    assert told[-1].endswith(f"Source {len(reading.article.sources)} of {len(reading.article.sources)}.")


def test_home_and_end_tell_all_of_it_for_no_line_is_said(reading: Driver) -> None:
    reading.press("Down", "End", "Home")
    assert reading.page.told == "Maritime security. Heading level 1."


def test_marks_are_heard_behind_their_paragraph(reading: Driver) -> None:
    first = reading.article.sections[0]
    reading.at(first.blocks[0]).highlight("rose").at("")
    reading.press("Down", times=5)
    assert reading.page.told.endswith("within 2026. Rose highlight.")


def test_the_page_has_the_name_of_its_topic(reading: Driver) -> None:
    reading.open("migration")
    assert reading.page.name == "Migration"


def test_nothing_of_it_is_said_again_when_the_keys_come_back(reading: Driver) -> None:
    reading.press("Down", times=5)
    assert reading.page.told
    reading.command("search")
    assert wait(lambda: not reading.page.told)


def test_a_selection_is_left_with_esc(reading: Driver) -> None:
    reading.mark("Bottom line")
    assert reading.page.selection
    reading.press("Escape")
    assert not reading.page.selection
