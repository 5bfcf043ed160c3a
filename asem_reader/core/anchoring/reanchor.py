# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Places marks in another edition: by block id, else by quote and context, else by likeness, else not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, Hunks, Location
from asem_reader.core.anchoring.match import Match, matched
from asem_reader.core.anchoring.naming import TopicMatcher, heirs
from asem_reader.core.anchoring.requote import requoted
from asem_reader.core.anchoring.wording import Wording, even, likeness
from asem_reader.core.language import ngettext
from asem_reader.core.marks.mark import Anchor, Mark, MarkKind, Waiting

_BIGGER = 0.6  # of a paragraph that was split, the part that goes on for it
_MOST = 0.6  # of words that a split cut in two, the part that goes on for them
_ALL = 0.8  # a highlighted part that is still called the whole paragraph


class Fate(Enum):
    """The outcome for a mark's place."""

    KEPT = "kept"
    MOVED = "moved"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Placement:
    """The placement of a mark in another edition, with other candidates."""

    mark: Mark  # as it was
    new: Mark  # as it is to be: with its new place, or with its old one and why it waits
    candidates: tuple[Location, ...] = ()  # where it may belong, likeliest first; none if it has its place

    @property
    def fate(self) -> Fate:
        """The outcome: it stands where it stood, elsewhere, or waits for its reader."""
        if self.new.waiting:
            return Fate.WAITING
        same = self.new.block == self.mark.block and self.new.slug == self.mark.slug
        return Fate.KEPT if same else Fate.MOVED


@dataclass(frozen=True, slots=True)
class Report:
    """The placements of all marks in another edition."""

    placements: tuple[Placement, ...]

    def __str__(self) -> str:
        """Say it in a sentence such as “143 kept, 2 moved, 1 needs you”."""
        counts = Counter(each.fate for each in self.placements)
        kept, moved, waiting = (counts[fate] for fate in Fate)
        parts = [ngettext("{count} kept", "{count} kept", kept).format(count=kept)]
        if moved:
            parts.append(ngettext("{count} moved", "{count} moved", moved).format(count=moved))
        if waiting:
            parts.append(ngettext("{count} needs you", "{count} need you", waiting).format(count=waiting))
        return f"{', '.join(parts)}."

    @property
    def changes(self) -> tuple[Placement, ...]:
        """Those whose mark is another now, be it only by what stands around it."""
        return tuple(each for each in self.placements if each.new != each.mark)

    def of(self, fate: Fate) -> tuple[Placement, ...]:
        """Those of one fate."""
        return tuple(each for each in self.placements if each.fate is fate)


class Reanchorer:
    """Anchors marks again in another edition; without a fingerprint of the last more of them wait."""

    def __init__(self, index: EditionIndex, fingerprint: Fingerprint, marks: Iterable[Mark]) -> None:
        self._index = index
        self._fingerprint = fingerprint
        self._heirs = heirs(index, fingerprint, marks)
        self._hunks = Hunks(index, fingerprint, self._heirs)
        self._naming = TopicMatcher(index, fingerprint, self._heirs)
        self._known: dict[Anchor, Match] = {}

    def place(self, mark: Mark) -> Placement:
        """Return where a mark belongs in this edition; nothing of it is lost if nowhere."""
        if mark.block is None:
            return self._topic(mark)
        old = Anchor(mark.slug, mark.block, mark.quote, mark.before, mark.after)
        if old not in self._known:
            here = old.slug if old.slug in self._index.topics else self._heirs.get(old.slug)
            self._known[old] = matched(self._hunks, self._fingerprint, old, here)
        match = self._known[old]
        if match.why:
            return self._waiting(mark, match.why, match.candidates)
        if mark.words:
            return self._words(mark, match)
        return self._whole(mark, match)

    def _topic(self, mark: Mark) -> Placement:
        named = self._naming.find(mark.slug, mark.quote)
        locations = self._index.topics
        if named.slug:
            return Placement(mark, placed(mark, locations[named.slug]))
        candidates = tuple(locations[slug] for slug in named.candidates)
        return Placement(mark, mark._replace(waiting=named.why), candidates)

    def _words(self, mark: Mark, match: Match) -> Placement:
        """Find the words in what the block became; of a split one, in the part that has them."""
        old = Wording(mark.quote)
        found = []
        for number in match.sure:
            there = requoted(old, mark.words, mark.nth, self._index.wordings[number])
            # Of words that a split cut in two, one part must have most.
            share = len(there[0].split()) / max(1, len(mark.words.split())) if there else 0
            if there and (len(match.sure) == 1 or share >= _MOST):
                found.append((self._index.locations[number], there))
        if len(found) != 1:
            others = [number for number in match.candidates if number not in match.sure]
            return self._waiting(mark, Waiting.WORDS_GONE, (*match.sure, *others))
        location, (words, nth) = found[0]
        return Placement(mark, placed(mark, location, words, nth))

    def _whole(self, mark: Mark, match: Match) -> Placement:
        """Stay with the greater part of a block that was split."""
        old = Wording(mark.quote)
        likes = {n: likeness(old, self._index.wordings[n], even) for n in match.sure}
        number = max(likes, key=lambda n: likes[n].cover)
        cover, fragment = likes[number].cover, likes[number].fill >= _ALL
        if cover < _BIGGER * sum(like.cover for like in likes.values()) or (fragment and cover < _BIGGER):
            order = sorted(likes, key=lambda n: -likes[n].cover)
            return self._waiting(mark, Waiting.IN_DOUBT, tuple(order))
        return Placement(mark, placed(mark, self._index.locations[number]))

    def _waiting(self, mark: Mark, why: Waiting, candidates: tuple[int, ...]) -> Placement:
        locations = tuple(self._index.locations[number] for number in candidates)
        return Placement(mark, mark._replace(waiting=why), locations)


def placed(mark: Mark, location: Location, words: str = "", nth: int = 0) -> Mark:
    """Return a mark at a location; a highlight of all of a paragraph that grew longer stays on its words."""
    if not words and mark.kind is MarkKind.HIGHLIGHT and not mark.words and location.block:
        inside = mark.quote in location.text and len(mark.quote) < _ALL * len(location.text)
        words = mark.quote if inside else ""
    return mark._replace(**location.anchor(words, nth)._asdict(), waiting=None)


def placed_by_hand(mark: Mark, location: Location) -> Mark:
    """Return a mark as its reader puts it at a location: on its words if they are there, else on all."""
    there = requoted(Wording(mark.quote), mark.words, mark.nth, Wording(location.text))
    return placed(mark, location, *(there or ("", 0)))


def kept_on_topic(mark: Mark, topic: Location) -> Mark:
    """Return a mark on a whole topic: a bookmark as it is, any other as a note with what it was on."""
    moved = placed(mark, topic)
    if mark.kind is MarkKind.BOOKMARK or mark.block is None:
        return moved
    quoted = f"> {mark.words or mark.quote}"
    body = f"{mark.body.rstrip()}\n\n{quoted}".lstrip()
    return moved._replace(kind=MarkKind.NOTE, colour=None, body=body)
