# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The colours of the glass: quiet paper, one deep blue, and their dark and high-contrast kin."""

from typing import NamedTuple

from asem_reader.core.marks.mark import Colour


class Theme(NamedTuple):
    """Colours by what they are for, each as ``#rrggbb``."""

    name: str
    paper: str  # the page
    ink: str  # its text
    muted: str  # text of second rank
    rule: str  # hairlines, which set parts of a page or a window apart
    edge: str  # edges of what can be used: fields, buttons, handles of scroll bars
    focus: str  # the ring round what has the keys
    accent: str  # links, the current item: the one colour
    tint: str  # ground of the current item
    frame: str  # ground of the panes beside the page
    found: str  # ground of matched words
    here: str  # ground of the one that F3 has reached; its text is the paper's colour
    noted: str  # ground of the paragraph that a note is being written on
    yellow: str  # grounds of highlights
    green: str
    blue: str
    rose: str
    q0: str  # shades of a figure, from the lowest fifth to the highest
    q1: str
    q2: str
    q3: str
    q4: str

    def ground(self, colour: Colour | None) -> str:
        """The ground of a highlight; one without a colour is yellow."""
        ground: str = getattr(self, colour or Colour.YELLOW)
        return ground


_NAMES = ("light", "dark", "contrast", "dark-contrast")
_COLOURS = {
    "paper": ("#fefdfb", "#17191d", "#ffffff", "#000000"),
    "ink": ("#1c1e22", "#e6e3dc", "#000000", "#ffffff"),
    "muted": ("#585d66", "#a4a9b1", "#1f1f1f", "#e2e2e2"),
    "rule": ("#dcd8d0", "#363a41", "#000000", "#ffffff"),
    "edge": ("#8d8a82", "#686d76", "#000000", "#ffffff"),
    "focus": ("#123a76", "#b4cefa", "#1f5fe0", "#4d86f0"),
    "accent": ("#17407f", "#a5c3f7", "#00136b", "#bcd6ff"),
    "tint": ("#e4ebf6", "#26344d", "#d0dcff", "#1d3a7a"),
    "frame": ("#f5f3ef", "#1d2025", "#ffffff", "#000000"),
    "found": ("#fbe7a6", "#463910", "#ffe45c", "#5c4a00"),
    "here": ("#a85400", "#f2a93b", "#8a4300", "#ffb000"),
    "noted": ("#f1efe2", "#25271f", "#f0f0d8", "#1f1f10"),
    "yellow": ("#f5ef8e", "#363211", "#fff36b", "#464000"),
    "green": ("#c9ecc0", "#18381c", "#b5f5a8", "#0b4a1c"),
    "blue": ("#c6e2fa", "#17334f", "#b9dcff", "#0d3f78"),
    "rose": ("#fbd3dd", "#4a2231", "#ffc4d6", "#6b1a3c"),
    "q0": ("#e9eff8", "#1f2937", "#e6ecff", "#0d1f4d"),
    "q1": ("#cbd9ee", "#26406a", "#c4d2ff", "#1d3a7a"),
    "q2": ("#a0bbe0", "#345c9b", "#9fb4f5", "#2b54a6"),
    "q3": ("#426fb0", "#7ba6e8", "#2a46b5", "#8fb6ff"),
    "q4": ("#17407f", "#c9dcfb", "#00136b", "#dce9ff"),
}
THEMES = tuple(
    Theme(name, **{colour: shades[number] for colour, shades in _COLOURS.items()})
    for number, name in enumerate(_NAMES)
)
LIGHT, DARK, CONTRAST, DARK_CONTRAST = THEMES


def theme(*, dark: bool, contrast: bool) -> Theme:
    """Return the colours for a dark or light, plain or high-contrast setting."""
    return THEMES[dark + 2 * contrast]
