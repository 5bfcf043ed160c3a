# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Long lists are narrowed to the entries that hold what is typed."""

import pytest
from support.driver import Driver

FIELD = "Filter the entries"


@pytest.fixture
def glossary(driver: Driver) -> Driver:
    """The window with the glossary."""
    return driver.activate().open("glossary")


def entries(driver: Driver) -> list[str]:
    blocks = driver.article.blocks
    shown = [blocks[stop.block] for stop in driver.page.stops if stop.block]
    return [block.text for block in shown if block.is_entry]


def test_typing_narrows_the_glossary_and_esc_gives_all_back(glossary: Driver) -> None:
    before = entries(glossary)
    glossary.page.take_keys()
    glossary.press("Shift+Tab").type("LABOUR forum")
    assert entries(glossary) == [each for each in before if "Labour Forum" in each] != []
    assert f"1 of {len(before)} entries" in glossary.filterbar.text
    glossary.press("Escape")
    assert entries(glossary) == before
    glossary.press("Escape")
    assert glossary.page.has_keys


@pytest.mark.parametrize(("place", "typed"), [("chronology", "asem12"), ("handbook-keys", "bookmark")])
def test_events_and_tables_are_narrowed_too(driver: Driver, place: str, typed: str) -> None:
    driver.activate().open(place).filterbar.write(FIELD, typed)
    assert entries(driver)
    assert all(typed in each.lower() for each in entries(driver))


def test_what_is_not_shown_comes_back_when_one_is_led_there(glossary: Driver) -> None:
    before, last = entries(glossary), glossary.article.sections[-1].heading.id
    glossary.filterbar.write(FIELD, "labour")
    glossary.page.follow(f"#{last}")
    assert glossary.page.paragraph == last
    assert entries(glossary) == before


def test_another_page_has_no_filter_and_the_next_time_all_is_there(glossary: Driver) -> None:
    before = entries(glossary)
    glossary.filterbar.write(FIELD, "labour")
    bar = glossary.filterbar.widget
    glossary.open("china")
    assert bar.isHidden()
    assert entries(glossary.open("glossary")) == before
    assert glossary.filterbar.field(FIELD).text() == ""


def test_what_is_left_is_seen_from_its_first_entry_on(glossary: Driver) -> None:
    glossary.page.go_to(glossary.article.sections[11].heading.id)
    glossary.filterbar.write(FIELD, "l")
    assert glossary.page.scrolled == 0
