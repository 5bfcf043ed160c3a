# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Evidence for and against a block of this edition being what became of one of the last."""

from dataclasses import dataclass
from enum import Enum

from asem_reader.core.anchoring.editionindex import Fingerprint, Hunk, Hunks, digest
from asem_reader.core.anchoring.wording import (
    Likeness,
    Wording,
    beyond_neighbours,
    followed,
    is_beside,
    likeness,
)
from asem_reader.core.marks.mark import CONTEXT, Anchor
from asem_reader.core.place import Slug

# Of 1. Fitted on made editions of our own content: tests/editions.py.
_SAID_TWICE = 0.45  # a block is so like the old text where id or neighbours say the same
_JOINED = 0.65  # so much of the old text is in it where it has the id of a neighbour
_SPLIT = 0.8  # so much of the new text comes from the old
_REWORDED = 0.6  # a block of its own topic that is so like the old text is what became of it
_PUT_IN = 0.5  # so, where nothing stood before, and it has the id or is a part
_PART = 0.9  # so much of a part that was moved comes from the old text
_MOVED = 0.65  # so, where nothing stood before: it moved and was reworded
_ALONE = 0.35  # so, where it alone stands in the place of the old one alone
_BOTH = 0.25  # so, where it has the id and stands in the place
_AGAINST = 0.8  # so, where something speaks against it
_NEARLY = 0.9  # so, where it may be a part of another: it stands in its place, beside nothing of before,
_LESS = 0.15  # and has so much less of the old text than comes from there
_MERGED = 0.85  # so much of the old text is in the new
_AMONG = 0.25  # of the words of two parts, so many may lie among one another
_LONGER = 1.3  # and is so much longer
_CROWDED = 0.15  # so much better must it fit than a neighbour, where blocks went
_TELLING = 4  # neighbours of fewer words say nothing outside their topic


class Position(Enum):
    """The position of a block, compared with the last edition."""

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
    stand: Position
    alone: bool
    named: bool
    near: bool

    @property
    def likest(self) -> float:
        """The greatest likeness to the old text, of any kind."""
        return max(self.like.ratio, self.like.cover, self.like.fill)

    @property
    def is_hopeful(self) -> bool:
        """True if a reader may find that it is it."""
        return self.like.ratio >= _SAID_TWICE or self.like.cover >= _JOINED or self.like.fill >= _SPLIT

    @property
    def score(self) -> float:
        """The score among other candidates."""
        parts = max(self.like.ratio, 0.9 * self.like.cover, 0.8 * self.like.fill)
        stands = self.stand is Position.THERE or self.context == 2
        return parts + 0.1 * self.context + 0.1 * stands + 0.2 * self.named + 0.15 * self.near


class Evidence:
    """Weighs blocks of this edition against one of the last."""

    def __init__(self, hunks: Hunks, fingerprint: Fingerprint, here: Slug | None, old: Anchor) -> None:
        self.index = hunks.index
        self.fingerprint = fingerprint  # of the last edition; an empty one if the mark was not placed in it
        self.here = here  # the topic that the block stood in, by its slug of today; None if it is gone
        self.old = old  # the block, as a mark remembers it
        self.text = Wording(old.quote)
        self.named = self.index.by_id.get(old.block)
        self._hunks = hunks

    @property
    def around(self) -> list[int]:
        """The blocks of its topic."""
        return self.index.of.get(self.here, []) if self.here else []

    def candidate(self, number: int) -> Candidate:
        """Return what speaks for a block."""
        like = likeness(self.text, self.index.wordings[number], self.index.weight)
        hunk = self.hunk(number)
        alone = hunk is not None and len(hunk.old) == len(hunk.new) == 1
        near = self.index.locations[number].slug == self.here
        context, stand = self.context(number), self._stand(number)
        return Candidate(number, like, context, stand, alone, number == self.named, near)

    def is_taken(self, it: Candidate) -> bool:
        """True if a block is what became of the old one, not what was there or became of another."""
        like, stand = it.like, it.stand
        unheard = not it.near or stand is Position.FOR_ANOTHER or self._was_there(it.number)
        unheard = (unheard and not it.named) or self._is_known(it.number)
        if unheard or not (self.fingerprint or (it.named and it.context)):
            return False
        if it.named and stand is Position.THERE and not self._is_neighbours(it, 0):
            return it.likest >= _BOTH
        merged = like.cover >= _MERGED and self._is_merged(it.number)
        if merged and stand is Position.THERE:
            return True
        crowded = _CROWDED if self._is_crowded(it.number) else 0
        if not it.named and self._is_joined(it):
            return True
        if self._is_neighbours(it, crowded) or (not it.named and self._is_anothers(it.number)):
            return False
        merged = merged and stand is Position.UNKNOWN
        parted = it.named and like.fill >= _SPLIT and stand is not Position.FOR_ANOTHER
        return merged or parted or like.ratio >= self._least(it)

    def _least(self, it: Candidate) -> float:
        """The least likeness at which a block is taken for what became of the old one."""
        if self._numbers_lost(it.number):
            return _AGAINST
        if it.stand is Position.THERE and it.alone and (it.named or self._is_as_long(it.number)):
            return _ALONE
        if it.stand is Position.FOR_ANOTHER:
            return _NEARLY if not it.context and it.like.fill > it.like.cover + _LESS else _AGAINST
        if it.stand is Position.PUT_IN:
            return _PUT_IN if it.named or it.like.fill >= _PART else _MOVED
        sides = it.context + 2 * (it.stand is Position.THERE) + it.named
        return _SAID_TWICE if sides >= 2 and not self._is_crowded(it.number) else _REWORDED

    def is_part(self, it: Candidate, other: Candidate) -> bool:
        """True if another block may be a part of the old one too."""
        least = _REWORDED if abs(it.number - other.number) == 1 else _SPLIT
        free = not self.fingerprint or other.stand is not Position.UNKNOWN
        own = other.like.fill >= least and not self._is_neighbours(other, 0)
        return other.near and free and own and not self._is_between(it, other)

    def _is_between(self, it: Candidate, other: Candidate) -> bool:
        """True if what two blocks have of the old text lies among one another, as in no split."""
        texts = (self.index.wordings[each.number].words for each in (it, other))
        one, two = (tuple(followed(self.text.words, words)) for words in texts)
        if not one or not two:
            return False
        among = sum(two[0] <= n <= two[-1] for n in one), sum(one[0] <= n <= one[-1] for n in two)
        return min(among[0] / len(one), among[1] / len(two)) > _AMONG

    def hunk(self, number: int) -> Hunk | None:
        """The hunk in which a block stands; None if it stayed, or nothing is known."""
        return self._hunks.at(number) if self.fingerprint else None

    def _stand(self, number: int) -> Position:
        hunk = self.hunk(number)
        if hunk is None:
            return Position.UNKNOWN
        in_gap = self.index.locations[number].slug == self.here and self.old.block in hunk.old
        if in_gap and not self._is_past(number, hunk):
            return Position.THERE
        return Position.FOR_ANOTHER if hunk.old else Position.PUT_IN

    def _is_past(self, number: int, hunk: Hunk) -> bool:
        """True if a block stands before what stood before the old one, or behind what stood behind it."""
        before, after = self.old.before, self.old.after[::-1]
        later = (self.index.locations[each].text for each in hunk.new if each > number)
        earlier = (self.index.locations[each].text[::-1] for each in hunk.new if each < number)
        return any(_ends(before, text) for text in later) or any(_ends(after, text) for text in earlier)

    def context(self, number: int) -> int:
        """The number of sides with the neighbours of before, which outside the topic must tell something."""
        location = self.index.locations[number]
        if not self.fingerprint:
            return (self.old.before == location.before) + (self.old.after == location.after)
        least = 0 if location.slug == self.here else _TELLING
        before = is_beside(self.old.before, location.before, least)
        return before + is_beside(self.old.after, location.after, least)

    def is_new(self, number: int) -> bool:
        """True if a block was put in, with the same numbers, and no other of the last edition is in it."""
        same = self.text.numbers == self.index.wordings[number].numbers
        put_in = self._stand(number) is Position.PUT_IN and not self._was_there(number)
        return bool(self.fingerprint) and same and put_in and not self._is_anothers(number)

    def _was_there(self, number: int) -> bool:
        return bool(self.fingerprint.count[digest(self.index.normals[number])])

    def _is_known(self, number: int) -> bool:
        """True if all blocks of that text stood in the last edition already: none of them is new."""
        text = self.index.normals[number]
        other = text != " ".join(self.text.words)
        return other and self.fingerprint.count[digest(text)] >= len(self.index.same[text])

    def _is_anothers(self, number: int) -> bool:
        """True if it has the id of another block of the last edition."""
        block = self.index.locations[number].block
        return block != self.old.block and block in self.fingerprint.ids

    def _is_joined(self, it: Candidate) -> bool:
        """True if it has the id of a neighbour, and is so much longer that both may be in it."""
        hunk, block = self.hunk(it.number), self.index.locations[it.number].block
        both = hunk is not None and {self.old.block, block} <= set(hunk.old)
        longer = len(self.index.wordings[it.number].words) >= _LONGER * len(self.text.words)
        return both and longer and self._is_with_neighbour(it.number, _JOINED)

    def _is_merged(self, number: int) -> bool:
        """True if a text that holds all of the old one is it and another, not one that spoke of it before.

        It stands beside what stood beside it, or else at an end of what fewer blocks became.
        """
        text, crowded = self.index.locations[number].text, self._is_crowded(number)
        if crowded and (text.startswith(self.old.quote) or text.endswith(self.old.quote)):
            return True
        if self._rests(number):
            return self._is_with_neighbour(number, _MERGED)
        new, size = self.index.wordings[number].words, round(_LONGER * len(self.text.words))
        ends = (new[:size], new[-size:])
        covers = (self._cover(Wording(" ".join(end))) for end in ends)
        return crowded and any(cover >= _MERGED for cover in covers)

    def _is_with_neighbour(self, number: int, least: float) -> bool:
        """True if so much of the old text stands in a longer one beside what stood beside it before."""
        return any(self._cover(rest) >= least for rest in self._rests(number))

    def _rests(self, number: int) -> tuple[Wording, ...]:
        """The text beside each neighbour of the old block that stands in a text."""
        return tuple(beyond_neighbours(self.old.before, self.old.after, self.index.wordings[number]))

    def _cover(self, text: Wording) -> float:
        return likeness(self.text, text, self.index.weight).cover

    def _is_neighbours(self, it: Candidate, margin: float) -> bool:
        """True if it is rather what became of the block before or behind."""
        text = self.index.locations[it.number].text
        ends = ((self.old.before, text[-CONTEXT:]), (self.old.after, text[:CONTEXT]))
        weight = self.index.weight
        likes = [likeness(Wording(one), Wording(other), weight) for one, other in ends]
        # Of a text that is no longer than what is known of a neighbour, all may come from there.
        near = max(like.fill if len(text) < CONTEXT else like.ratio for like in likes)
        return near + margin >= it.likest

    def _is_crowded(self, number: int) -> bool:
        """True if more blocks went from there than came, so that it may be what became of another."""
        hunk = self.hunk(number)
        return hunk is not None and len(hunk.old) > len(hunk.new)

    def _is_as_long(self, number: int) -> bool:
        """True if it is no more than twice as long as the old text, nor as short: reworded, no more."""
        short, long = sorted((len(self.text.words), len(self.index.wordings[number].words)))
        return long <= 2 * short

    def _numbers_lost(self, number: int) -> bool:
        """True if none of the old text's numbers is there, and no id speaks for it."""
        mine, theirs = self.text.numbers, self.index.wordings[number].numbers
        return number != self.named and bool(mine) and not mine & theirs


def _ends(one: str, other: str) -> bool:
    """True if of two texts the shorter is the end of the other."""
    short, long = sorted((one, other), key=len)
    return " " in short and long.endswith(short)
