# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Texts as rows of words: how much two of them share, and what only one of them has."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_BESIDE = 0.6  # so like what stood beside a block must a stretch be


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
    """The shares that two texts have in common, in the same order, each from 0 to 1."""

    cover: float  # of the old text, what the new one holds
    fill: float  # of the new text, what comes from the old one
    ratio: float  # of both


def likeness(old: Wording, new: Wording, weight: Callable[[str], float]) -> Likeness:
    """Compare two texts word by word; `weight` says how much a word tells."""
    matches = matcher(old.words, new.words).get_matching_blocks()
    shared = sum(sum(map(weight, old.words[match.a : match.a + match.size])) for match in matches)
    whole, other = sum(map(weight, old.words)), sum(map(weight, new.words))
    if not whole or not other:
        same = float(old.text == new.text)
        return Likeness(same, same, same)
    return Likeness(shared / whole, shared / other, 2 * shared / (whole + other))


def followed(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return which word of a new text each word of an old one became that stands there in the same order."""
    matches = matcher(old, new).get_matching_blocks()
    return {match.a + step: match.b + step for match in matches for step in range(match.size)}


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """Return what compares two rows, of which no member is too common to count."""
    return SequenceMatcher(None, old, new, autojunk=False)


def starts(text: str, words: str) -> Iterator[int]:
    """Yield the places where words stand in a text; none for no words."""
    at = text.find(words)
    while at >= 0 and words:
        yield at
        at = text.find(words, at + 1)


def even(_word: str) -> float:
    """The weight of a word where all tell the same."""
    return 1.0


class Stretch(NamedTuple):
    """A stretch of a text; `own` if the other text has none such there."""

    text: str
    own: bool


def compared(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both texts in stretches, by words; each text whole."""
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    left, right = [], []
    for tag, i1, i2, j1, j2 in matcher(one, other).get_opcodes():
        left.append(Stretch("".join(one[i1:i2]), tag != "equal"))
        right.append(Stretch("".join(other[j1:j2]), tag != "equal"))
    return tuple(each for each in left if each.text), tuple(each for each in right if each.text)


def is_beside(old: str, new: str, least: int) -> bool:
    """True if what stood beside a block still does, perhaps reworded; of fewer words it tells nothing."""
    if old == new:
        return len(normal(old).split()) >= least
    one, other = Wording(old), Wording(new)
    if min(len(one.words), len(other.words)) < max(least, 2):
        return False
    return likeness(one, other, even).ratio >= _BESIDE


def beyond_neighbours(before: str, after: str, new: Wording) -> Iterator[Wording]:
    """Yield what stands in a text behind what stood before a block, and before what stood after it.

    So words of a neighbour that says much the same are not taken for those of the block. A side that does not
    stand in the text, perhaps reworded, yields nothing.
    """
    for side, is_before in ((before, True), (after, False)):
        found = _found(Wording(side).words, new.words)
        if found is not None:
            rest = new.words[found[1] :] if is_before else new.words[: found[0]]
            yield Wording(" ".join(rest))


def _found(side: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    """First and last of some words in which a row of others stands, perhaps reworded."""
    longest = matcher(side, words).find_longest_match()
    if longest.size < 2:  # a word alone stands anywhere
        return None
    at = max(0, longest.b - longest.a)
    near = matcher(side, words[at : at + len(side)])
    if near.ratio() < _BESIDE:
        return None
    matches = [match for match in near.get_matching_blocks() if match.size]
    return at + matches[0].b, at + matches[-1].b + matches[-1].size
