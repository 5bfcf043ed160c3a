# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Traces a block of an earlier edition: into which blocks of this one it went, if that is plain."""

from dataclasses import dataclass

from asem_reader.core.anchoring.editionindex import Fingerprint, Hunks, digest
from asem_reader.core.anchoring.evidence import Candidate, Evidence, Position
from asem_reader.core.anchoring.wording import Wording, likeness, normal
from asem_reader.core.marks.mark import Anchor, Waiting
from asem_reader.core.place import Slug

_GAIN = 0.15  # so much more of the old text must another part bring in
_MARGIN = 0.1  # the next best must be so much worse
_LEFT = 0.5  # what stands in its place and is so like it may be what is left of it
_SAME = 0.8  # a block of another topic is so like it,
_APART = 0.4  # and all else so much less,
_LONG = 12  # and it has so many words that it is no phrase that several use
_SHOWN = 0.2  # below this it is no candidate
_MOST = 8
_ENOUGH = 5
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """The match of an old block: where it went."""

    # The block that it is now, or those into which it was split, in reading order; empty if unsure.
    sure: tuple[int, ...]
    candidates: tuple[int, ...] = ()  # the likeliest, best first, where it is not plain
    why: Waiting | None = None  # why not; None if it is plain


def matched(hunks: Hunks, fingerprint: Fingerprint, old: Anchor, here: Slug | None) -> Match:
    """Return where a block of the last edition went, whose topic is `here` in this one."""
    return _Search(hunks, fingerprint, old, here).match()


class _Search:
    def __init__(self, hunks: Hunks, fingerprint: Fingerprint, old: Anchor, here: Slug | None) -> None:
        self.normal = normal(old.quote)
        self.digest = digest(self.normal)
        # A fingerprint that does not know the text is not of the edition that the mark was placed in.
        known = (old.block, self.digest) in fingerprint.topics.get(old.slug, ())
        self.fingerprint = fingerprint if known else Fingerprint()
        self.evidence = Evidence(hunks, self.fingerprint, here, old)
        self.index, self.old, self.named = hunks.index, old, self.evidence.named

    def match(self) -> Match:
        named = self.named
        if named is not None and self.index.normals[named] == self.normal and self._is_same(named):
            return Match((named,))
        return self._by_quote() or self._by_likeness()

    # The very words.

    def _by_quote(self) -> Match | None:
        """The block with the very words; None if there is none, or its id has a better claim."""
        same = self.index.same.get(self.normal, [])
        mine = [number for number in same if self._is_here(number) and self._is_same(number)]
        if not mine:
            there = self._elsewhere(same)
            plain = self.named is None or self.index.normals[self.named] == self.normal
            return there if there and (there.sure or plain) else None
        before = self.fingerprint.topics.get(self.old.slug, ())
        count = sum(each == self.digest for _, each in before)
        if len(mine) == 1 and count == 1:
            return Match((mine[0],))
        if self.named is not None and self._is_here(self.named):
            return None if count > 1 else self._doubt([*mine, self.named])
        if len(mine) == 1 and not count:
            return Match((mine[0],))
        return self._by_context(mine, enough=1 if len(mine) >= count else 2)

    def _elsewhere(self, same: list[int]) -> Match | None:
        """The block of another topic with the very words, if it did not stand there before."""
        if not self.fingerprint:
            return None
        new = [n for n in same if self.evidence.hunk(n) and self.index.locations[n].text == self.old.quote]
        gone = self.fingerprint.count[self.digest] - sum(self.evidence.hunk(n) is None for n in same)
        # Of several that said the same, nobody can tell which it is.
        alone = self.fingerprint.count[self.digest] == 1
        if len(new) == gone == 1 and alone and not self._is_replaced():
            return Match((new[0],))
        # If more are gone than came, ours may have been reworded where it stood.
        return self._doubt(new) if new and len(new) >= gone else None

    def _by_context(self, same: list[int], enough: int) -> Match:
        order = sorted(same, key=lambda number: (-self.evidence.context(number), number))
        best = self.evidence.context(order[0])
        if best >= enough and (len(order) == 1 or self.evidence.context(order[1]) < best):
            return Match((order[0],))
        return self._doubt(order)

    # The like.

    def _by_likeness(self) -> Match:
        ranked = sorted(self._candidates(), key=lambda each: (-each.score, each.number))
        taken = [each for each in ranked if self.evidence.is_taken(each)]
        numbers = [each.number for each in ranked if max(each.like.ratio, each.like.cover) >= _SHOWN]
        if taken:
            parts = self._with_parts(taken[0], ranked)
            rivals = [each for each in ranked if each.number not in parts and self._is_rival(each, taken)]
            if not rivals or rivals[0].score <= taken[0].score - _MARGIN:
                return Match(parts, tuple(numbers[:_ENOUGH]))
            return self._doubt(numbers)
        away = self._moved(ranked)
        if away is not None:
            return Match((away,), tuple(numbers[:_ENOUGH]))
        if self.named is not None and self.named not in numbers:
            numbers.append(self.named)
        if self.named is not None or any(each.is_hopeful and not self._stayed(each) for each in ranked):
            return self._doubt(numbers)
        gone = Waiting.BLOCK_GONE if self.evidence.here else Waiting.TOPIC_GONE
        return Match((), tuple(numbers[:_ENOUGH]), gone)

    def _moved(self, ranked: list[Candidate]) -> int | None:
        """The new block of another topic that alone is so like it; of few words nobody can tell."""
        if self.named is not None or len(self.evidence.text.words) < _LONG:
            return None
        likest = sorted(ranked, key=lambda each: -each.likest)
        it, others = likest[0] if likest else None, likest[1:]
        if it is None or it.near or it.like.ratio < _SAME or not self.evidence.is_new(it.number):
            return None
        return None if any(each.likest > it.like.ratio - _APART for each in others) else it.number

    def _candidates(self) -> list[Candidate]:
        """Blocks that may be it: the one with its id, the likest of its topic, the likest of all."""
        pool = dict.fromkeys([] if self.named is None else [self.named])
        pool |= dict.fromkeys(self._likest_here())
        pool |= dict.fromkeys(self.index.like(self.evidence.text, _MOST))
        return [self.evidence.candidate(number) for number in pool]

    def _likest_here(self) -> list[int]:
        mine, weight = set(self.evidence.text.words), self.index.weight
        texts = {number: self.index.wordings[number].words for number in self.evidence.around}
        shared = {number: sum(map(weight, mine.intersection(words))) for number, words in texts.items()}
        return sorted((n for n in shared if shared[n]), key=lambda n: (-shared[n], n))[:_MOST]

    def _with_parts(self, it: Candidate, ranked: list[Candidate]) -> tuple[int, ...]:
        """The block, and those that hold what it lacks of the old text: it was split."""
        parts, cover = [it.number], it.like.cover
        others = [each for each in ranked if each is not it and self.evidence.is_part(it, each)]
        while others and len(parts) < _PARTS:
            covers = [self._joined([*parts, other.number]) for other in others]
            best, part = max(covers), others[covers.index(max(covers))]
            if best < cover + _GAIN:
                break
            others.remove(part)
            parts, cover = [*parts, part.number], best
        return tuple(sorted(parts))

    def _joined(self, numbers: list[int]) -> float:
        """The share of the old text that several blocks hold, in whichever order."""
        texts = [self.index.locations[number].text for number in sorted(numbers)]
        both = (Wording(" ".join(texts)), Wording(" ".join(reversed(texts))))
        return max(likeness(self.evidence.text, each, self.index.weight).cover for each in both)

    def _is_rival(self, each: Candidate, taken: list[Candidate]) -> bool:
        """True if another block is taken too, or is likelier though something speaks against it."""
        free = each.near and each.stand in (Position.THERE, Position.PUT_IN)
        return each in taken or (free and each.score > taken[0].score)

    def _stayed(self, each: Candidate) -> bool:
        return bool(self.fingerprint) and each.stand is Position.UNKNOWN

    def _is_same(self, number: int) -> bool:
        """True if a block of the same words is the same: letter for letter, or else where it stood."""
        if self.index.locations[number].text == self.old.quote or not self.fingerprint:
            return True
        it = self.evidence.candidate(number)
        return self.evidence.hunk(number) is None or it.stand is Position.THERE or it.context > 0

    def _is_replaced(self) -> bool:
        """True if something like it stands where it stood, so that a twin elsewhere is not it."""
        there = (self.evidence.candidate(number) for number in self.evidence.around)
        return any(each.stand is Position.THERE and each.likest >= _LEFT for each in there)

    def _is_here(self, number: int) -> bool:
        return self.index.locations[number].slug == self.evidence.here

    def _doubt(self, numbers: list[int]) -> Match:
        return Match((), tuple(numbers[:_ENOUGH]), Waiting.IN_DOUBT)
