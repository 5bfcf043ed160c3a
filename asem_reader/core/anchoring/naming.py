# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Matches topics of two editions: by slug, by what they hold, by title."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, digest
from asem_reader.core.anchoring.wording import Wording, likeness, normal
from asem_reader.core.marks.mark import Mark, Waiting
from asem_reader.core.place import Slug

_HEIR = 0.5  # of what is left of a topic, so much must stand in one
_LEAST = 2  # and so many blocks
_LIKE = 0.6
_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """The match of a topic: it was found again, or why not and which it may be."""

    slug: Slug | None
    candidates: tuple[Slug, ...] = ()
    why: Waiting | None = None


def heirs(index: EditionIndex, fingerprint: Fingerprint, marks: Iterable[Mark]) -> dict[Slug, Slug]:
    """Return for each topic that is gone the one that now holds what it held, if there is one.

    The edition says of some where they went. What others held is known from the fingerprint of the last
    edition, else from the marks on it.
    """
    held: dict[Slug, set[str]] = defaultdict(set)
    for slug, blocks in fingerprint.topics.items():
        if slug not in index.topics:
            held[slug] = {each for _, each in blocks if fingerprint.count[each] == 1}
    for mark in marks:
        if mark.block and mark.slug not in index.topics and mark.slug not in fingerprint.topics:
            held[mark.slug].add(digest(normal(mark.quote)))
    return {**(_inheriting(index, held) if held else {}), **index.redirects}


def _inheriting(index: EditionIndex, held: Mapping[Slug, set[str]]) -> dict[Slug, Slug]:
    """The topics in which most of what is left of others stands, by texts that stand but once."""
    alone = {text: numbers[0] for text, numbers in index.same.items() if len(numbers) == 1}
    homes = {digest(text): index.locations[number].slug for text, number in alone.items()}
    found = {}
    for slug, digests in held.items():
        votes = Counter(homes[each] for each in digests if each in homes)
        for heir, count in votes.most_common(1):
            if count >= _LEAST and count > _HEIR * votes.total():
                found[slug] = heir
    return found


class TopicMatcher:
    """Matches topics of the last edition with those of this one."""

    def __init__(self, index: EditionIndex, fingerprint: Fingerprint, heirs: Mapping[Slug, Slug]) -> None:
        self._index = index
        self._fingerprint = fingerprint
        self._heirs = heirs

    def find(self, slug: Slug, title: str) -> TopicMatch:
        """Return the topic that had this slug and title."""
        named = sorted(self._index.named.get(normal(title), ()))
        if slug in self._index.topics:
            # A slug is for ever; only a title that a new topic has taken throws doubt on it.
            doubtful = slug not in named and any(each not in self._fingerprint.topics for each in named)
            return TopicMatch(None, (slug, *named), Waiting.IN_DOUBT) if doubtful else TopicMatch(slug)
        if slug in self._index.redirects:
            return TopicMatch(self._index.redirects[slug])
        heir = self._heirs.get(slug)
        free = self._index.topics.keys() - self._fingerprint.topics.keys() - set(self._heirs.values())
        new = [each for each in named if each in free]
        if heir and heir not in self._fingerprint.topics:
            return TopicMatch(heir)
        if self._fingerprint and len(new) == len(named) == 1:
            return TopicMatch(new[0])
        like = self._like(title)
        fresh = [each for ratio, each in like if ratio >= _LIKE and each in free]
        if self._fingerprint and not named and len(fresh) == 1 and not heir:
            return TopicMatch(fresh[0])
        all_of_them = dict.fromkeys([*([heir] if heir else []), *named, *(each for _, each in like)])
        why = Waiting.IN_DOUBT if heir or named or fresh else Waiting.TOPIC_GONE
        return TopicMatch(None, tuple(all_of_them)[:_ENOUGH], why)

    def _like(self, title: str) -> list[tuple[float, Slug]]:
        old, weight = Wording(title), self._index.weight
        words = set(old.words)
        ratios = [
            (likeness(old, Wording(location.text), weight).ratio, slug)
            for slug, location in self._index.topics.items()
            if words.intersection(Wording(location.text).words)
        ]
        return sorted(((r, s) for r, s in ratios if r > 0), key=lambda pair: (-pair[0], pair[1]))
