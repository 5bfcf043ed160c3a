# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text in a figure: its sizes, and how wide it is, estimated from the typeface's own measures."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from asem_reader.core.drawing.figure import Label, TextAnchor

FAMILY = "Source Serif 4"
TITLE, BODY, SMALLEST = 11.0, 8.0, 7.5  # in points; nothing is smaller
CAPITAL, DESCENT = 0.67, 0.24  # of the size: height of a capital, depth of a letter below its line

# Advance widths in thousandths of the size, of the regular weight.
_ADVANCES = {
    letter: advance
    for advance, letters in {
        240: "' ’",
        300: "!,-.:;j|·•",
        350: "()/[\\]filt{}°",
        400: "?IJ`²³",
        450: '*rs“”"',
        500: "#$_cz–€",
        540: "+0123456789<=>Saegx~−±×≤≥^",
        600: "FLPZbdkopqvyø",
        650: "BCETXYhnuß",
        700: "AGKRV→",
        750: "&DNOQU",
        810: "Hæ",
        860: "@w…—",
        960: "%MmÆ",
        1020: "W",
    }.items()
    for letter in letters
}
_WORD = re.compile(r"\S*?(?:(?<=\w)[/-](?=\w)|\s+|$)")  # a line may end after a hyphen or a slash, too
_OTHER = 1000  # a letter of another script
_STRONGER = 1.04


@lru_cache(4096)
def width(text: str, size: float, *, strong: bool = False) -> float:
    """Return about how wide a text is, in points; rather too wide than too narrow."""
    plain = (each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    return sum(_ADVANCES.get(each, _OTHER) for each in plain) / 1000 * size * (_STRONGER if strong else 1)


def fitted(text: str, size: float, room: float, *, strong: bool = False) -> str:
    """Return a text that is no wider than its room, its end left out if need be."""
    if width(text, size, strong=strong) <= room:
        return text
    shorter = text
    while shorter and width(f"{shorter}…", size, strong=strong) > room:
        shorter = shorter[:-1].rstrip()
    return f"{shorter}…"


def wrapped(text: str, size: float, room: float, *, strong: bool = False) -> Iterator[str]:
    """Yield the lines of a text, none wider than its room unless a single word is."""
    line = ""
    for word in _WORD.findall(text):
        if line and width(f"{line}{word}".rstrip(), size, strong=strong) > room:
            yield line.rstrip()
            line = ""
        line += word
    if line:
        yield line.rstrip()


def two_lines(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return a text on one line or two, the end of the second left out if need be."""
    first, *more = list(wrapped(text, size, room)) or [""]
    both = (first, " ".join(more)) if more else (first,)
    return tuple(fitted(line, size, room) for line in both)


def bounds(label: Label) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a label, in points."""
    wide = width(label.text, label.size, strong=label.strong)
    left = label.x - {TextAnchor.START: 0.0, TextAnchor.MIDDLE: 0.5, TextAnchor.END: 1.0}[label.anchor] * wide
    return left, label.y - CAPITAL * label.size, left + wide, label.y + DESCENT * label.size
