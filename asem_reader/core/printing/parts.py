# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The parts of a sheet: their order, how much of each there is room for, what is given up first."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Part(StrEnum):
    """The kind of a portion of a sheet; an article on an issue has all but our line and the last three."""

    BOTTOM_LINE = "bottom-line"
    POSITION = "asem-position"
    VIEWS = "who-holds-which-view"
    NEXT = "next"
    OUR_LINE = "our-line"
    FACTS = "key-facts"
    ASKED = "if-asked"
    BACKGROUND = "background"
    TIMELINE = "timeline"
    MEETINGS = "meetings"
    INSTRUMENTS = "instruments"
    ORIGIN = "the-founding-page"
    TEXT = "text"
    TOPICS = "topics"
    FIGURES = "figures"


class PartRule(NamedTuple):
    """The rule for a part, a row of `PARTS`. What is left out is left to the full article.

    Attributes:
        section: its section in an article on an issue; empty for none.
        side: the side of a sheet on which it stands.
        limit: how many entries practice allows on two sides; 0 for any number.
        share, least: its share of two sides when these are too few, and how many entries stay in any case;
            both 0 for a part that gives up nothing.
        newest: whether the newest entries stay, which stand last; else the first.
        given_up: which to leave out first when a sheet runs over, from 1; 0 for what the sheet is for.
        on_sheet, on_card: whether a sheet and a speaking card have it; the full article has every part.
        card_limit: how many entries go on a card; 0 for any number.
    """

    section: str = ""
    side: int = 2
    limit: int = 0
    share: int = 0
    least: int = 0
    newest: bool = False
    given_up: int = 0
    on_sheet: bool = True
    on_card: bool = False
    card_limit: int = 0


# In the order in which they stand on a sheet.
PARTS: Mapping[Part, PartRule] = MappingProxyType(
    {
        Part.BOTTOM_LINE: PartRule("Bottom line", side=1, on_card=True),
        Part.POSITION: PartRule(
            "ASEM position", side=1, limit=5, share=7, least=2, on_card=True, card_limit=3
        ),
        Part.VIEWS: PartRule("Who holds which view", side=1, limit=6, share=7, least=2),
        Part.NEXT: PartRule("Next", side=1, limit=4, share=4, least=1, on_card=True, card_limit=3),
        Part.OUR_LINE: PartRule(side=1, on_card=True),
        Part.FACTS: PartRule("Key facts", limit=8, share=8, least=2, on_card=True, card_limit=2),
        Part.ASKED: PartRule("If asked", limit=4, share=5, least=2, given_up=6),
        Part.BACKGROUND: PartRule("Background", limit=12, share=4, newest=True, given_up=5),
        Part.TIMELINE: PartRule("Timeline", given_up=2, on_sheet=False),
        Part.MEETINGS: PartRule(share=1, given_up=4),
        Part.INSTRUMENTS: PartRule("Instruments", limit=6, share=2, given_up=3),
        Part.ORIGIN: PartRule("The founding page", given_up=1, on_sheet=False),
        Part.TEXT: PartRule(share=8, least=4, card_limit=8),
        Part.TOPICS: PartRule(),
        Part.FIGURES: PartRule(),
    }
)
