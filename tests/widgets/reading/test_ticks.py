# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marked words on the page: ticks in the scroll bar, and room around the one that was reached."""

import pytest
from support.contrast import contrast_ratio
from support.driver import Driver

from asem_reader.core.theme import DARK, THEMES, Theme


def test_a_word_reached_by_f3_has_air_around_it(driver: Driver) -> None:
    driver.open("maritime-security", "the")
    for _ in range(12):
        driver.command("find_next")
        assert driver.page.room_below_caret > 40


def test_ticks_stand_where_the_words_do_and_stay_on_resize(driver: Driver) -> None:
    driver.open("maritime-security", "UNCLOS", "China")
    before = driver.page.ticks
    assert len(before) == driver.page.found > 3
    assert list(before) == sorted(before)
    assert all(0 <= tick <= 1 for tick in before)
    driver.resize(700, 500)
    assert len(driver.page.ticks) == len(before)
    assert driver.page.ticks != before
    driver.open("maritime-security")
    assert driver.page.ticks == ()


def test_ticks_are_painted_in_the_colours_of_the_theme(driver: Driver) -> None:
    driver.command("theme_dark").open("maritime-security", "UNCLOS")
    image = driver.page.scroll_bar
    middle = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    assert {DARK.found, DARK.muted} <= middle


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_ticks_can_be_told_from_the_paper(theme: Theme) -> None:
    assert contrast_ratio(theme.muted, theme.paper) >= 3
    assert contrast_ratio(theme.here, theme.paper) >= 3
