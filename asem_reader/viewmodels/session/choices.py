# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The settings that are one of a few values, as the Preferences show them and the file keeps them."""

from collections.abc import Mapping
from typing import NamedTuple

from asem_reader.core.language import N_, _


class Choice(NamedTuple):
    """A setting of which one value is chosen.

    Attributes:
        name: its line in the file of settings.
        title: what it is called.
        values: what may be kept, and what is read of each.
        usual: the value until another is chosen.
    """

    name: str
    title: str
    values: Mapping[str, str]
    usual: str

    def said(self, value: str) -> str:
        """What is read of a value."""
        return _(self.values[value]).format(value=value)


_POINTS = N_("{value} points")

THEME = Choice(
    "look/theme",
    N_("&Colours"),
    {
        "system": N_("As the system"),
        "light": N_("Light"),
        "dark": N_("Dark"),
        "contrast": N_("High contrast, light"),
        "dark-contrast": N_("High contrast, dark"),
    },
    "system",
)
FACE = Choice(
    "text/face",
    N_("&Typeface"),
    {"serif": N_("Source Serif, with serifs"), "sans": N_("The system’s, without serifs")},
    "serif",
)
SIZE = Choice(
    "text/size",
    N_("Si&ze of the text"),
    dict.fromkeys(("9", "10", "11", "12", "13", "14", "16", "18", "21", "24", "28"), _POINTS),
    "12",
)
LINE = Choice(
    "text/line",
    N_("Width of a &line"),
    {
        "52": N_("Narrow, {value} letters"),
        "67": N_("Usual, {value} letters"),
        "84": N_("Wide, {value} letters"),
        "0": N_("As wide as the window"),
    },
    "67",
)
PANES = Choice(
    "panes/size",
    N_("Size in &panes and menus"),
    {"0": N_("As the system"), **dict.fromkeys(("8", "9", "10", "11", "12", "14", "16", "18"), _POINTS)},
    "0",
)
BEGIN = Choice(
    "start/with",
    N_("&Begin with"),
    {"last": N_("What lay open at the end"), "first": N_("The start page")},
    "last",
)
COLOUR = Choice(
    "marks/colour",
    N_("&Highlight in"),
    {"yellow": N_("Yellow"), "green": N_("Green"), "blue": N_("Blue"), "rose": N_("Rose")},
    "yellow",
)
PAPER = Choice(
    "paper/size",
    N_("Pap&er"),
    {"": N_("As usual in your country"), "a4": N_("A4"), "letter": N_("US Letter")},
    "",
)
CHOICES = (THEME, FACE, SIZE, LINE, PANES, BEGIN, COLOUR, PAPER)
