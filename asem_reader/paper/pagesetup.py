# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The measures of a page: its paper, its type, and the room that its head and foot take."""

import textwrap
from dataclasses import dataclass
from typing import Self

from asem_reader.core.printing.form import Form, Paper, Profile

MM = 72 / 25.4

# Typst's names of the sizes, and their heights in points.
_PAPERS = {Paper.A4: ("a4", 297 * MM), Paper.LETTER: ("us-letter", 11 * 72.0)}
_CARD = ("a5", 210 * MM)

_LINE = 1.2

# What is no running text is smaller, but in no profile smaller than this: head and foot of the page, sources,
# codes and what is said aside. Nine points are still read in a car.
SMALLEST = 9.0

# Size of the text, of what is smaller; how many letters of the marking and of a title go on a line.
_STANDARD = (10.5, SMALLEST, 66, 56)
_TYPE = {Profile.LARGE: (14.0, 10.0, 59, 46), Profile.CARD: (11.0, SMALLEST, 47, 28)}
# A marking may be long, but not endless.
_MOST = 320

# From the edge of the paper to the marking, and what lies between the lines there and before the text.
_EDGE, _BETWEEN = 11 * MM, 5.2 * MM


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page setup of a form: its measures, in points.

    Attributes:
        paper: Typst's name of the paper.
        height: of the paper.
        size: of the text's type.
        small: of the type in head and foot, of sources, codes and what is said aside.
        title: how many letters of a title have room in the head.
        head, foot: from the edges of the paper to the text.
        marking, handling: as they stand on the page.
    """

    paper: str
    height: float
    size: float
    small: float
    title: int
    head: float
    foot: float
    marking: str
    handling: str

    @classmethod
    def of(cls, form: Form) -> Self:
        """Return the measures of a form; what is long takes room from the text, no letter from itself."""
        card = form.profile is Profile.CARD
        paper, height = _CARD if card else _PAPERS[form.paper]
        size, small, letters, title = _TYPE.get(form.profile, _STANDARD)
        marking, handling = (
            textwrap.shorten(text, _MOST, placeholder=" …") for text in (form.marking, form.handling)
        )
        line = _LINE * small
        more = len(marking) // letters * line
        handled = (1 + len(handling) // letters) * line + 1.4 * MM if handling else 0.0
        head = _EDGE + 2 * small + _BETWEEN + more + handled
        foot = _EDGE + 2 * small + _BETWEEN + more + (line if card else 0.0)
        return cls(paper, height, size, small, title, head, foot, marking.upper(), handling)

    @property
    def room(self) -> float:
        """Height that the text on a page may have."""
        return self.height - self.head - self.foot

    @property
    def line(self) -> float:
        """Height of a line of the text."""
        return self.size * _LINE
