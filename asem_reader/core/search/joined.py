# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Many short texts as one long one, so that all of them are searched at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

_BETWEEN = "\n"


class JoinedTexts:
    """Texts by their numbers, from 0. Words are looked for letter by letter: both must be plain."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = tuple(texts)
        self._whole = _BETWEEN.join(parts)
        self._starts = [0, *accumulate(len(part) + 1 for part in parts)]
        self._vocabulary = _BETWEEN.join(set(self._whole.split()))
        self._lacks = ""
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._starts) - 1

    def holding(self, word: str) -> Iterator[int]:
        """Yield the numbers of the texts that hold a word, each once and in order."""
        if self._is_lacking(word):
            return
        whole, starts, size, count = self._whole, self._starts, len(word), len(self)
        at = whole.find(word)
        while at >= 0:
            number = bisect_right(starts, at, 0, count) - 1
            behind = starts[number + 1]
            if at + size < behind:
                yield number
                if number + 1 == count:
                    return
                at = whole.find(word, behind)
            else:  # it goes from one text into the next
                at = whole.find(word, at + 1)

    def _is_lacking(self, word: str) -> bool:
        """Whether a word stands nowhere: the different words of many texts are a fraction of them."""
        if self._lacks and self._lacks in word:
            return True  # one types on, and what was typed before stands nowhere already
        there = self._vocabulary if word.split() == [word] else self._whole
        if not len(self) or word not in there:
            self._lacks = word
            return True
        return False

    def count(self, word: str) -> int:
        """How often a word stands there, about: across two texts counts too."""
        count = self._counts.get(word)
        if count is None:
            count = self._counts[word] = self._whole.count(word)
        return count

    def holds(self, number: int, word: str) -> bool:
        """Whether a text holds a word."""
        return self._whole.find(word, self._starts[number], self._starts[number + 1] - 1) >= 0
