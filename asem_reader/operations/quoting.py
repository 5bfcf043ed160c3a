# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds the paragraph for marks of another maker, which have no more than the words that they are on."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, takewhile

from asem_reader.core.anchoring.wording import starts
from asem_reader.core.exchange.parcel import Parcel, packed
from asem_reader.core.marks.mark import Mark, anchor, occurrence
from asem_reader.core.steps import Steps
from asem_reader.store.libraries import Reading
from asem_reader.store.library import texts

_MOST = 1_000  # places that are compared; words that stand more often stand anywhere
_CONTEXT = 64  # letters that are compared on either side
_TELLING = 32  # letters that stand nowhere by chance
_BESIDE = 6  # letters beside fewer than that which tell that it is this text
_SAME = str.maketrans("’‘“”–—‑\u00a0\u202f\u2009\n\r\t", "''\"\"---      ")  # letter for letter


def quoting(parcel: Parcel, library: Reading) -> Steps[Parcel]:
    """Return a parcel in which the loose marks have the place where their words stand, in short steps.

    Those whose words stand nowhere, or in several places alike, are left out; one that names a place of the
    Library stays on that.
    """
    if not parcel.loose:
        return parcel
    search, placed = _Search(library), list[Mark]()
    for mark in parcel.loose:
        placed += search.placed(mark)
        yield
    left_out = parcel.left_out + len(parcel.loose) - len(placed)
    whole = packed((*parcel.marks, *placed), parcel.folders, left_out)
    return replace(whole, again=whole.again + parcel.again)


class _Search:
    """All texts of a Library, one behind the other, each on a line."""

    def __init__(self, library: Reading) -> None:
        self._library = library
        self._blocks = [block for each in library.libraries for block in texts(each)[0]]
        lines = [each.text.translate(_SAME) for each in self._blocks]
        self._text = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def placed(self, mark: Mark) -> Iterator[Mark]:
        """Yield a mark where its words stand; none if no place is sure."""
        exact = " ".join(mark.words.translate(_SAME).split())
        at = self._best(mark, exact)
        if at is not None:
            number = bisect_right(self._starts, at) - 1
            block, start = self._blocks[number], at - self._starts[number]
            words = block.text[start : start + len(exact)]
            part = ("", 0) if words == block.text else (words, occurrence(block.text, words, start))
            on = anchor(self._library.article(block.slug), block.block, *part)
            yield mark._replace(**on._asdict())
        elif mark.slug:
            yield mark._replace(words="", before="", after="")

    def _best(self, mark: Mark, exact: str) -> int | None:
        """The place of the words that is most like the one meant."""
        found = {at: self._likeness(mark, at, at + len(exact)) for at in self._places(mark, exact)}
        likest = max(found.values(), default=0)
        best = [at for at, likeness in found.items() if likeness == likest]
        beside = mark.before.split() or mark.after.split()
        is_sure = mark.slug or not beside or likest >= _BESIDE or len(exact) >= _TELLING
        return best[0] if len(best) == 1 and is_sure else None

    def _places(self, mark: Mark, exact: str) -> list[int]:
        """All places where the words stand, in the topic if one is named; none if they are too many."""
        places = list[int]()
        for at in starts(self._text, exact):
            block = self._blocks[bisect_right(self._starts, at) - 1]
            if mark.slug in ("", block.slug) and mark.block in (None, block.block):
                places.append(at)
            if len(places) > _MOST:
                return []
        if mark.block and not places:
            return self._places(mark._replace(block=None), exact)
        return places

    def _likeness(self, mark: Mark, start: int, end: int) -> int:
        before, after = self._text[max(0, start - _CONTEXT) : start], self._text[end : end + _CONTEXT]
        return _alike(before[::-1], mark.before[-_CONTEXT:][::-1]) + _alike(after, mark.after[:_CONTEXT])


def _alike(one: str, other: str) -> int:
    """The number of letters with which two texts begin alike, but for blanks."""
    pairs = zip(*("".join(text.translate(_SAME).split()) for text in (one, other)), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
