# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Numerals as words: what is counted, and what comes in a row, as plain text writes it."""

import re

CARDINALS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"),
    *("twenty-fourth", "twenty-fifth"),
)
CARDINAL = rf"(?:[0-9]+|{'|'.join(CARDINALS)})"
ORDINAL = rf"(?:[0-9]+(?:st|nd|rd|th)|{'|'.join(reversed(ORDINALS))})"
_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)


def counted(numeral: str) -> int:
    """Return the number that `CARDINAL` found."""
    return int(numeral) if numeral.isdecimal() else CARDINALS.index(numeral.lower())


def ordinals(text: str) -> set[int]:
    """Return the numbers of all ordinals in a text: of ``the 3rd and the fourth``, 3 and 4."""
    found = (word.lower() for word in _ORDINAL.findall(text))
    return {int(word[:-2]) if word[0].isdigit() else ORDINALS.index(word) + 1 for word in found}
