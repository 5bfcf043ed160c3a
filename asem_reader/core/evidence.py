# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What speaks for a block of this edition being what became of one of the last, and what against."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from asem_reader.core.gap import Gap, Gaps
from asem_reader.core.ground import Ground, Imprint, Site, digest
from asem_reader.core.marks import CONTEXT
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.wording import Likeness, Wording, even, likeness, normal

# Of 1. Fitted on made editions of our own content: tests/editions.py.
_REWORDED = 0.6  # a block of its own topic that is so like the old text is what became of it
_PUT_IN = 0.5  # so, where nothing stood before
_SAID_TWICE = 0.45  # so, where id or neighbours say the same
_ALONE = 0.35  # so, where it alone stands in the place of the old one alone
_BOTH = 0.25  # so, where it has the id and stands in the place
_AGAINST = 0.8  # so, where something speaks against it
_MERGED = 0.85  # so much of the old text is in the new
_JOINED = 0.65  # so, where it has the id of a neighbour
_LONGER = 1.3  # and is so much longer
_SPLIT = 0.8  # so much of the new text comes from the old
_CROWDED = 0.15  # so much better must it fit than a neighbour, where blocks went
_TELLING = 4  # neighbours of fewer words say nothing outside their topic


class Old(NamedTuple):
    """A block as a mark remembers it."""

    slug: Slug
    block: BlockId | None
    quote: str
    before: str
    after: str


class Stand(Enum):
    """Where a block stands, compared with the last edition."""

    THERE = "where the old one stood"
    PUT_IN = "where nothing stood"
    FOR_ANOTHER = "where another stood"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may be what became of the old one, and what speaks for it."""

    number: int
    like: Likeness
    context: int
    stand: Stand
    alone: bool
    named: bool
    near: bool

    @property
    def likest(self) -> float:
        """How like the old text it is in any way."""
        return max(self.like.ratio, self.like.cover, self.like.fill)

    @property
    def is_hopeful(self) -> bool:
        """Whether a reader may find that it is it."""
        return self.like.ratio >= _SAID_TWICE or self.like.cover >= _JOINED or self.like.fill >= _SPLIT

    @property
    def score(self) -> float:
        """How likely it is, among others."""
        parts = max(self.like.ratio, 0.9 * self.like.cover, 0.8 * self.like.fill)
        stands = self.stand is Stand.THERE or self.context == 2
        return parts + 0.1 * self.context + 0.1 * stands + 0.2 * self.named + 0.15 * self.near


class Evidence:
    """Weighs blocks of this edition against one of the last.

    Args:
        imprint: of the last edition; an empty one if the mark was not placed in it.
        here: the topic that the block stood in, by the slug that it has now; None if it is gone.
    """

    def __init__(self, ground: Ground, gaps: Gaps, imprint: Imprint, here: Slug | None, old: Old) -> None:
        self.ground = ground
        self.imprint = imprint
        self.here = here
        self.old = old
        self.text = Wording(old.quote)
        self.named = ground.by_id.get(old.block)
        self._gaps = gaps

    @property
    def around(self) -> list[int]:
        """The blocks of its topic."""
        return self.ground.of.get(self.here, []) if self.here else []

    def candidate(self, number: int) -> Candidate:
        """Return what speaks for a block."""
        like = likeness(self.text, self.ground.wordings[number], self.ground.weight)
        gap = self.gap(number)
        alone = gap is not None and len(gap.old) == len(gap.new) == 1
        near = self.site(number).slug == self.here
        context, stand = self.context(number), self._stand(number)
        return Candidate(number, like, context, stand, alone, number == self.named, near)

    def is_taken(self, it: Candidate) -> bool:
        """Whether a block is what became of the old one, not what was there or became of another."""
        like, stand = it.like, it.stand
        unheard = not it.near or stand is Stand.FOR_ANOTHER or self._was_there(it.number)
        if (unheard and not it.named) or not (self.imprint or (it.named and it.context)):
            return False
        if it.named and stand is Stand.THERE and not self._is_neighbours(it, 0):
            return it.likest >= _BOTH
        if like.cover >= _MERGED and stand is Stand.THERE and not self._is_strangers(it.number):
            return True
        crowded = _CROWDED if self._is_crowded(it.number) else 0
        if not it.named and self._is_joined(it):
            return True
        if self._is_neighbours(it, crowded) or (not it.named and self._is_anothers(it.number)):
            return False
        merged = like.cover >= _MERGED and stand is Stand.UNKNOWN
        parted = it.named and like.fill >= _SPLIT and stand is not Stand.FOR_ANOTHER
        return merged or parted or like.ratio >= self._least(it)

    def _least(self, it: Candidate) -> float:
        """How like the old text a block must be to be taken for what became of it."""
        if self._numbers_lost(it.number):
            return _AGAINST
        if it.stand is Stand.THERE and it.alone:
            return _ALONE
        if it.stand is Stand.FOR_ANOTHER or (it.stand is Stand.UNKNOWN and self._is_left_empty):
            return _AGAINST
        sides = it.context + 2 * (it.stand is Stand.THERE) + it.named + (it.stand is Stand.PUT_IN)
        if self._numbers_differ(it.number) and sides < 2:
            return _AGAINST
        if sides >= 2 and not self._is_crowded(it.number):
            return _SAID_TWICE
        return _PUT_IN if it.stand is Stand.PUT_IN else _REWORDED

    def is_part(self, it: Candidate, other: Candidate) -> bool:
        """Whether another block may be a part of the old one too."""
        least = _REWORDED if abs(it.number - other.number) <= 2 else _SPLIT
        stayed = self.imprint and other.stand is Stand.UNKNOWN
        return other.near and not stayed and other.like.fill >= least

    def site(self, number: int) -> Site:
        """The block of that number."""
        return self.ground.sites[number]

    def gap(self, number: int) -> Gap | None:
        """The gap in which a block stands; None if it stayed, or nothing is known."""
        return self._gaps.at(number) if self.imprint else None

    def _stand(self, number: int) -> Stand:
        gap = self.gap(number)
        if gap is None:
            return Stand.UNKNOWN
        if self.site(number).slug == self.here and self.old.block in gap.old:
            return Stand.THERE
        return Stand.FOR_ANOTHER if gap.old else Stand.PUT_IN

    def context(self, number: int) -> int:
        """On how many sides the neighbours are those of before, and outside the topic tell something."""
        site = self.site(number)
        if not self.imprint:
            return (self.old.before == site.before) + (self.old.after == site.after)
        least = 0 if site.slug == self.here else _TELLING
        before = _same_side(self.old.before, site.before, least)
        return before + _same_side(self.old.after, site.after, least)

    def _was_there(self, number: int) -> bool:
        """Whether the text stood in the last edition already."""
        return bool(self.imprint.count[digest(self.ground.normals[number])])

    def _is_anothers(self, number: int) -> bool:
        """Whether it has the id of another block of the last edition."""
        block = self.site(number).block
        return block != self.old.block and block in self.imprint.ids

    def _is_strangers(self, number: int) -> bool:
        """Whether it has the id of a block that did not stand there."""
        gap = self.gap(number)
        return self._is_anothers(number) and not (gap and self.site(number).block in gap.old)

    def _is_joined(self, it: Candidate) -> bool:
        """Whether it has the id of a neighbour, and is so much longer that both may be in it."""
        gap, block = self.gap(it.number), self.site(it.number).block
        both = gap is not None and {self.old.block, block} <= set(gap.old)
        longer = len(self.ground.wordings[it.number].words) >= _LONGER * len(self.text.words)
        return both and longer and it.like.cover >= _JOINED

    def _is_neighbours(self, it: Candidate, margin: float) -> bool:
        """Whether it is rather what became of the block before or behind."""
        text = self.site(it.number).text
        ends = ((self.old.before, text[-CONTEXT:]), (self.old.after, text[:CONTEXT]))
        weight = self.ground.weight
        near = max(likeness(Wording(one), Wording(other), weight).ratio for one, other in ends)
        return near + margin > it.likest

    def _is_crowded(self, number: int) -> bool:
        """Whether more blocks went from there than came, so that it may be what became of another."""
        gap = self.gap(number)
        return gap is not None and len(gap.old) > len(gap.new)

    @cached_property
    def _is_left_empty(self) -> bool:
        """Whether the blocks before and behind now stand side by side."""
        before, after = self.old.before, self.old.after
        return any(
            bool(before and after)
            and self.site(number).text.endswith(before)
            and self.site(number).after == after
            for number in self.around
        )

    def _numbers_differ(self, number: int) -> bool:
        """Whether each text has numbers that the other has not: another year, another meeting."""
        mine, theirs = self.text.numbers, self.ground.wordings[number].numbers
        return bool(mine - theirs) and bool(theirs - mine)

    def _numbers_lost(self, number: int) -> bool:
        """Whether none of the old text's numbers is there, and no id speaks for it."""
        mine, theirs = self.text.numbers, self.ground.wordings[number].numbers
        return number != self.named and bool(mine) and not mine & theirs


def _same_side(old: str, new: str, least: int) -> bool:
    """Whether what stood beside a block still does, perhaps reworded."""
    if old == new:
        return len(normal(old).split()) >= least
    one, other = Wording(old), Wording(new)
    if min(len(one.words), len(other.words)) < max(least, 2):
        return False
    return likeness(one, other, even).ratio >= _REWORDED
