# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text can be read on its grounds, and what is no text be seen (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11).

The tables name which colours meet on the screen.
"""

import re
from itertools import product

import pytest
from support.contrast import contrast_ratio

from asem_reader.core.marks.mark import Colour
from asem_reader.core.theme import CONTRAST, DARK, DARK_CONTRAST, LIGHT, THEMES, Theme, theme

HIGHLIGHTS = ["yellow", "green", "blue", "rose"]

named = pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)


TEXTS = [
    *product(["ink"], ["paper", "frame", "tint"], [7.0]),
    *product(["muted", "accent"], ["paper", "frame", "tint"], [4.5]),
    *product(["ink", "muted", "accent"], ["found", "noted"], [4.5]),
    ("paper", "here", 4.5),  # the word that F3 has reached, be it a link or not
    ("paper", "accent", 4.5),  # what is selected
    *product(["ink", "accent"], HIGHLIGHTS, [7.0]),
    *product(["muted"], HIGHLIGHTS, [4.5]),
]
SEEN = [
    *product(["edge"], ["paper", "frame"]),  # fields, buttons, handles of scroll bars; the bar of a paragraph
    *product(["focus"], ["paper", "frame", "tint"]),  # the ring, on the inside and the outside
    ("focus", "edge"),  # the ring stands where the edge was
    *product(["accent"], ["paper", "frame", "tint"]),  # the bar or line at what is chosen
    ("muted", "frame"),  # boxes to tick, grooves
    *product(["here"], ["found", "paper"]),  # the word that F3 has reached, among the others
    ("muted", "paper"),  # edges of found words where grounds may be alike, of printed pages, of marks
]


@named
@pytest.mark.parametrize(("part", "ground"), SEEN)
def test_what_is_no_text_can_be_seen(one: Theme, part: str, ground: str) -> None:
    assert contrast_ratio(getattr(one, part), getattr(one, ground)) >= 3


@named
@pytest.mark.parametrize(("text", "ground", "least"), TEXTS)
def test_text_can_be_read(one: Theme, text: str, ground: str, least: float) -> None:
    assert contrast_ratio(getattr(one, text), getattr(one, ground)) >= least


@pytest.mark.parametrize("one", [CONTRAST, DARK_CONTRAST], ids=lambda one: one.name)
@pytest.mark.parametrize("text", ["ink", "muted", "accent"])
def test_high_contrast_is_high(one: Theme, text: str) -> None:
    assert contrast_ratio(getattr(one, text), one.paper) >= 7
    assert contrast_ratio(one.rule, one.paper) >= 7


@named
def test_what_is_set_apart_can_be_told_apart(one: Theme) -> None:
    grounds = {one.paper, one.found, one.here, one.noted, one.tint, *map(one.ground, Colour)}
    assert len(grounds) == 9


@named
def test_a_highlight_without_a_colour_is_yellow(one: Theme) -> None:
    assert one.ground(None) == one.ground(Colour.YELLOW) == one.yellow


@named
def test_colours_are_written_alike(one: Theme) -> None:
    colours = {name: value for name, value in one._asdict().items() if name != "name"}
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in colours.values())


@pytest.mark.parametrize(
    ("dark", "contrast", "one"),
    [(False, False, LIGHT), (True, False, DARK), (False, True, CONTRAST), (True, True, DARK_CONTRAST)],
)
def test_the_setting_chooses(dark: bool, contrast: bool, one: Theme) -> None:
    assert theme(dark=dark, contrast=contrast) is one


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#abcdef", "#abcdef", 1.0),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
