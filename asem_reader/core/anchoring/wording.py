# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Texts as rows of words, and how much two of them share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

_WORD = re.compile(r"\w+")


class Wording:
    """A text and its words, whatever their case, and the signs between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = tuple(word[0].casefold() for word in found)
        self.spans = tuple(word.span() for word in found)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The words with a digit: years, days, amounts, numbers of meetings."""
        return frozenset(word for word in self.words if any(map(str.isdigit, word)))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return which of its words the letters from `start` to before `end` touch: first, and one behind."""
        touched = [n for n, (first, behind) in enumerate(self.spans) if behind > start and first < end]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)


def normal(text: str) -> str:
    """Return a text in the form in which texts that differ in case and signs alone are the same."""
    return " ".join(Wording(text).words)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts share, in the same order, each from 0 to 1.

    Attributes:
        cover: of the old text, what the new one holds.
        fill: of the new text, what comes from the old one.
        ratio: of both.
    """

    cover: float
    fill: float
    ratio: float


def likeness(old: Wording, new: Wording, weight: Callable[[str], float]) -> Likeness:
    """Compare two texts word by word; `weight` says how much a word tells."""
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    shared = sum(
        sum(map(weight, old.words[match.a : match.a + match.size])) for match in matcher.get_matching_blocks()
    )
    whole, other = sum(map(weight, old.words)), sum(map(weight, new.words))
    if not whole or not other:
        same = float(old.text == new.text)
        return Likeness(same, same, same)
    return Likeness(shared / whole, shared / other, 2 * shared / (whole + other))


def followed(old: Wording, new: Wording) -> tuple[int, ...]:
    """Return the numbers of the words of an old text that stand in a new one, in the same order."""
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    return tuple(match.a + step for match in matcher.get_matching_blocks() for step in range(match.size))


def even(_word: str) -> float:
    """The weight of a word where all tell the same."""
    return 1.0
