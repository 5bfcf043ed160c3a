# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The paragraph cursor: Up and Down go from paragraph to paragraph, and a screen reader hears each once."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from support.driver import Driver

from asem_reader.store.library import Library


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """The window, in which the page has the keys."""
    driver.activate().page.take_keys()
    return driver


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, as if there were one."""
    said: list[str] = []

    def update(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


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


def test_the_caret_is_found_at_the_paragraph(reading: Driver) -> None:
    reading.press("Down", times=6)
    stop = reading.page.stop
    assert stop
    assert reading.page.caret == 0
    reading.press("Right")
    assert reading.page.caret == stop.position + 1
    reading.press("Shift+Right")
    assert reading.page.selection == stop.parts[0].text()[1]


def test_tab_goes_to_the_next_link_from_there(reading: Driver) -> None:
    reading.press("Down", times=5)
    reading.press("Tab")
    assert reading.page.selection == "UNCLOS"
    reading.highlight()
    assert [mark.words for mark in reading.marks] == [""]


def test_the_paragraph_and_its_marks_are_heard_once(reading: Driver, heard: list[str]) -> None:
    first = reading.article.sections[0]
    reading.at(first.blocks[0]).highlight("rose").at("")
    heard.clear()
    reading.press("Down", times=5)
    assert heard[-2:] == [f"Heading: {first.title}", f"Rose highlight. {first.blocks[0].text}"]
    assert len(heard) == 5


def test_a_selection_is_left_with_esc(reading: Driver) -> None:
    reading.mark("Bottom line")
    assert reading.page.selection
    reading.press("Escape")
    assert not reading.page.selection
