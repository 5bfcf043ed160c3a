# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tables of the page, sorted by their heads."""

import pytest
from support.driver import Driver

PLACE = "china"


@pytest.fixture
def reading(driver: Driver) -> Driver:
    """The window with a page that has a long table."""
    driver.activate().open(PLACE).page.take_keys()
    return driver


def rows(reading: Driver) -> list[str]:
    """The first cells of the longest table."""
    listed = [block for block in reading.article.blocks.values() if block.kind == "row"]
    runs = [block.run for block in listed]
    names = {block.id for block in listed if block.run == max(runs, key=runs.count)}
    return [stop.block for stop in reading.page.stops if stop.block in names]


def test_a_head_sorts_rising_falling_and_as_it_was(reading: Driver) -> None:
    run = max(block.run for block in reading.article.blocks.values() if block.id in rows(reading))
    as_it_was, orders = rows(reading), []
    for _ in range(3):
        reading.page.follow(f"#sort-{run}-0")
        orders.append(rows(reading))
    assert orders[0] != as_it_was
    assert sorted(orders[0]) == sorted(as_it_was)
    assert orders[1][0] == orders[0][-1]
    assert orders[2] == as_it_was


def test_sorting_by_keys_is_heard_and_stays_there(reading: Driver) -> None:
    while not reading.page.link.startswith("Sort by"):
        reading.press("Tab")
    column, scrolled = reading.page.link.removeprefix("Sort by "), reading.page.scrolled
    reading.press("Return")
    assert reading.page.told == f"Sorted by {column}, rising"
    assert (reading.page.link, reading.page.scrolled) == (f"Sort by {column}", scrolled)
    reading.press("Return")
    assert reading.page.told == f"Sorted by {column}, falling"


def test_a_click_on_a_head_sorts(reading: Driver) -> None:
    while not reading.page.link.startswith("Sort by"):
        reading.press("Tab")
    at = reading.page.link_point
    at.setX(at.x() - 20)
    reading.page.click(at)
    assert reading.page.told.endswith("rising")


def test_the_order_is_not_remembered(reading: Driver) -> None:
    as_it_was = reading.page.html
    run = next(block.run for block in reading.article.blocks.values() if block.kind == "row")
    reading.page.follow(f"#sort-{run}-0")
    assert reading.page.html != as_it_was
    reading.open("maritime-security").open(PLACE)
    assert reading.page.html == as_it_was
