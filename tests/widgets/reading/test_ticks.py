# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marked words on the page: ticks in the scroll bar, and room around the one that was reached."""

import pytest

from asem_reader.core.theme import DARK, THEMES, Theme, contrast_ratio
from asem_reader.widgets.frame.window import Window


def test_a_word_reached_by_f3_has_air_around_it(window: Window) -> None:
    window.reader.mark_words(("the",))
    for _ in range(12):
        window.actions_by_name["find_next"].trigger()
        line = window.reader.cursorRect()
        assert line.bottom() < window.reader.viewport().height() - 40


def test_ticks_stand_where_the_words_do_and_stay_on_resize(window: Window) -> None:
    window.reader.mark_words(("UNCLOS", "China"))
    bar = window.reader._bar
    before = bar.ticks
    assert len(before) == window.reader.words.found > 3
    assert list(before) == sorted(before)
    assert all(0 <= tick <= 1 for tick in before)
    window.resize(700, 500)
    assert len(bar.ticks) == len(before)
    assert bar.ticks != before
    window.reader.mark_words(())
    assert bar.ticks == ()


def test_ticks_are_painted_in_the_colours_of_the_theme(window: Window) -> None:
    window.reader.dress(DARK)
    window.reader.mark_words(("UNCLOS",))
    image = window.reader._bar.grab().toImage()
    middle = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    assert {DARK.found, DARK.muted} <= middle


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_ticks_can_be_told_from_the_paper(theme: Theme) -> None:
    assert contrast_ratio(theme.muted, theme.paper) >= 3
    assert contrast_ratio(theme.ink, theme.here) >= 3
