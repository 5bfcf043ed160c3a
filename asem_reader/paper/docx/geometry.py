# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of a form, in twips: twentieths of a point."""

from dataclasses import dataclass

from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.paper.pagesetup import PageSetup

_PAPERS = {Paper.A4: (11_906, 16_838), Paper.LETTER: (12_240, 15_840)}
_CARD = (8_391, 11_906)

# 20 mm, and 13 mm on a card; 48 mm more to write in.
_EDGE, _CARD_EDGE, _WRITING = 1_134, 737, 2_721

_LINE = 36  # of the text's own size, which is some 75 letters


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page.

    Attributes:
        width, height: of the paper.
        left, right: where the text ends.
        edge: where head and foot end, which are wider than the text.
        writing: how much of the room to the right is to write in.
        points: the size of the text.
    """

    width: int
    height: int
    left: int
    right: int
    edge: int
    writing: int
    points: float

    @property
    def text(self) -> int:
        """How wide the text is."""
        return self.width - self.left - self.right

    @property
    def beyond(self) -> int:
        """How far head and foot stand out to the left of the text."""
        return self.left - self.edge

    def half_points(self, share: float = 1) -> int:
        """Return a share of the size of the text, in half points, as Word counts sizes."""
        return round(2 * self.points * share)


def geometry(form: Form) -> Geometry:
    """Return the page of a form; lines have at most some 75 letters."""
    card = form.profile is Profile.CARD
    width, height = _CARD if card else _PAPERS[form.paper]
    edge = _CARD_EDGE if card else _EDGE
    points = PageSetup.of(form).size
    writing = _WRITING if form.margin and not card else 0
    spare = width - 2 * edge - writing - min(round(_LINE * points * 20), width - 2 * edge - writing)
    left = edge if writing else edge + spare // 2
    return Geometry(width, height, left, edge + writing + spare - (left - edge), edge, writing, points)
