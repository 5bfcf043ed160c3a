# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The colours of the glass: quiet paper, one deep blue, and their dark and high-contrast kin."""

from typing import NamedTuple

from asem_reader.core.marks.mark import Colour


class Theme(NamedTuple):
    """Colours by what they are for, each as ``#rrggbb``.

    Attributes:
        paper, ink: the page and its text.
        muted: text of second rank.
        rule: hairlines.
        accent: links, the current item: the one colour.
        tint: ground of the current item.
        frame: ground of the panes beside the page.
        found, here: ground of matched words, and of the one that F3 has reached.
        noted: ground of the paragraph that a note is being written on.
        yellow, green, blue, rose: grounds of highlights.
    """

    name: str
    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    tint: str
    frame: str
    found: str
    here: str
    noted: str
    yellow: str
    green: str
    blue: str
    rose: str

    def ground(self, colour: Colour | None) -> str:
        """What a highlight is drawn with; one without a colour is yellow."""
        grounds = {
            Colour.YELLOW: self.yellow,
            Colour.GREEN: self.green,
            Colour.BLUE: self.blue,
            Colour.ROSE: self.rose,
        }
        return grounds[colour or Colour.YELLOW]


LIGHT = Theme(
    name="light",
    paper="#fefdfb",
    ink="#1c1e22",
    muted="#585d66",
    rule="#dcd8d0",
    accent="#17407f",
    tint="#e4ebf6",
    frame="#f5f3ef",
    found="#fbe7a6",
    here="#f5b942",
    noted="#f1efe2",
    yellow="#f5ef8e",
    green="#c9ecc0",
    blue="#c6e2fa",
    rose="#fbd3dd",
)
DARK = Theme(
    name="dark",
    paper="#17191d",
    ink="#e6e3dc",
    muted="#a4a9b1",
    rule="#363a41",
    accent="#a5c3f7",
    tint="#26344d",
    frame="#1d2025",
    found="#574716",
    here="#7d5c0c",
    noted="#25271f",
    yellow="#363211",
    green="#18381c",
    blue="#17334f",
    rose="#4a2231",
)
CONTRAST = Theme(
    name="contrast",
    paper="#ffffff",
    ink="#000000",
    muted="#1f1f1f",
    rule="#000000",
    accent="#00136b",
    tint="#d0dcff",
    frame="#ffffff",
    found="#ffe45c",
    here="#ffb000",
    noted="#f0f0d8",
    yellow="#fff36b",
    green="#b5f5a8",
    blue="#b9dcff",
    rose="#ffc4d6",
)
DARK_CONTRAST = Theme(
    name="dark-contrast",
    paper="#000000",
    ink="#ffffff",
    muted="#e2e2e2",
    rule="#ffffff",
    accent="#bcd6ff",
    tint="#1d3a7a",
    frame="#000000",
    found="#5c4a00",
    here="#7a4200",
    noted="#1f1f10",
    yellow="#464000",
    green="#0b4a1c",
    blue="#0d3f78",
    rose="#6b1a3c",
)
THEMES = (LIGHT, DARK, CONTRAST, DARK_CONTRAST)


def theme(*, dark: bool, contrast: bool) -> Theme:
    """Return the colours for a dark or light, plain or high-contrast setting."""
    if contrast:
        return DARK_CONTRAST if dark else CONTRAST
    return DARK if dark else LIGHT
