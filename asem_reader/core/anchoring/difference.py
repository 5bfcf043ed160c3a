# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two texts side by side: what they share, and what only one of them has."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some letters of a text; `own` if the other text has none such there."""

    text: str
    own: bool


def compared(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both texts in stretches, by words; each text whole."""
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    left, right = [], []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left.append(Stretch("".join(one[i1:i2]), tag != "equal"))
        right.append(Stretch("".join(other[j1:j2]), tag != "equal"))
    return tuple(each for each in left if each.text), tuple(each for each in right if each.text)
