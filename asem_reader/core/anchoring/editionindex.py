# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""An index of one edition of the Library, the fingerprint of the last, and hunks, in which both differ."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple, Self

from asem_reader.core.anchoring.wording import Wording, matcher, normal
from asem_reader.core.marks.mark import CONTEXT, Anchor
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.steps import Steps

_COMMON = 400  # a word of so many blocks finds none of them
_RAREST = 12  # words of a text by which its like is looked for


class IndexedText(NamedTuple):
    """A text to be indexed: a block of an edition, or with `block` None a topic and one of its names."""

    slug: Slug
    block: BlockId | None
    text: str


@dataclass(frozen=True, slots=True)
class Location:
    """A location for a mark: a block, or with `block` None a topic; with the text there and around it."""

    slug: Slug
    block: BlockId | None
    text: str
    before: str = ""
    after: str = ""

    @property
    def place(self) -> Place:
        """Its address."""
        return Place(self.slug, self.block)

    def anchor(self, words: str = "", nth: int = 0) -> Anchor:
        """The anchor of a mark that stands here."""
        return Anchor(self.slug, self.block, self.text, self.before, self.after, words, nth)


class Fingerprint:
    """The fingerprint of an edition, which tells the next what is new: id and digest of each block."""

    def __init__(self, topics: Mapping[Slug, tuple[tuple[BlockId, str], ...]] | None = None) -> None:
        self.topics = dict(topics or {})
        blocks = [block for known in self.topics.values() for block in known]
        self.ids = frozenset(block for block, _ in blocks)
        self.count = Counter(digest for _, digest in blocks)

    def __bool__(self) -> bool:
        return bool(self.topics)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the fingerprint that `dump` wrote; what cannot be read is left out."""
        topics = {}
        for line in text.splitlines():
            slug, *pairs = line.split(" ")
            blocks = [pair.partition(":") for pair in pairs if ":" in pair]
            topics[Slug(slug)] = tuple((BlockId(block), digest) for block, _, digest in blocks)
        return cls(topics)

    def dump(self) -> str:
        """Return it as text: a line a topic, with its slug and ``id:digest`` of each block."""
        lines = ((slug, *map(":".join, blocks)) for slug, blocks in self.topics.items())
        return "\n".join(map(" ".join, lines))


class EditionIndex:
    """An index of all blocks and topics of one edition: by id, by text and by likeness."""

    def __init__(
        self,
        blocks: Iterable[IndexedText],
        topics: Iterable[IndexedText],
        redirects: Mapping[Slug, Slug] = MappingProxyType({}),
    ) -> None:
        """Take the blocks in reading order, topic by topic, and the topics, each first by its title.

        `redirects` says of topics that were folded into others, which these are.
        """
        self.redirects = redirects
        self.topics: dict[Slug, Location] = {}
        self.named: dict[str, set[Slug]] = defaultdict(set)
        for slug, _, name in topics:
            self.topics.setdefault(slug, Location(slug, None, name))
            self.named[normal(name)].add(slug)
        self.locations: list[Location] = []
        self.wordings: list[Wording] = []
        self.normals: list[str] = []
        self.by_id: dict[BlockId | None, int] = {}
        self.same: dict[str, list[int]] = defaultdict(list)
        self.of: dict[Slug, list[int]] = defaultdict(list)
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._weights: dict[str, float] = {}
        for location in _with_neighbours(list(blocks)):
            self._lay(location)

    @classmethod
    def laying(
        cls,
        blocks: Iterable[IndexedText],
        topics: Iterable[IndexedText],
        redirects: Mapping[Slug, Slug] = MappingProxyType({}),
    ) -> Steps[Self]:
        """Make the index in short steps, for whoever may not keep others waiting."""
        index = cls((), topics, redirects)
        for location in _with_neighbours(list(blocks)):
            index._lay(location)
            yield
        return index

    def _lay(self, location: Location) -> None:
        number, wording = len(self.locations), Wording(location.text)
        text = " ".join(wording.words)
        self.locations.append(location)
        self.wordings.append(wording)
        self.normals.append(text)
        self.by_id[location.block] = number
        self.same[text].append(number)
        self.of[location.slug].append(number)
        for word in set(wording.words):
            self._holding[word].append(number)

    def weight(self, word: str) -> float:
        """The weight of a word: the rarer it is, the more it tells."""
        weight = self._weights.get(word)
        if weight is None:
            holding = len(self._holding.get(word, ()))
            weight = self._weights[word] = math.log(1 + len(self.locations) / (1 + holding))
        return weight

    def like(self, text: Wording, most: int) -> list[int]:
        """The blocks that share most of the rare words of a text, those that share most first."""
        rare = sorted(set(text.words), key=lambda word: (len(self._holding.get(word, ())), word))
        score: dict[int, float] = defaultdict(float)
        for word in rare[:_RAREST]:
            holding = self._holding.get(word, ())
            if len(holding) <= _COMMON:
                weight = self.weight(word)
                for number in holding:
                    score[number] += weight
        return [number for number, _ in sorted(score.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint that this edition leaves for the next."""
        texts = zip(self.locations, map(digest, self.normals), strict=True)
        blocks = [(each.block or BlockId(""), text) for each, text in texts]
        return Fingerprint({slug: tuple(blocks[n] for n in self.of.get(slug, ())) for slug in self.topics})


@dataclass(frozen=True, slots=True)
class Hunk:
    """A hunk, as in a diff: a stretch of a topic between blocks that stayed as they were."""

    # The blocks of the last edition that stood there; none if the new ones were put in.
    old: tuple[BlockId, ...]
    new: tuple[int, ...]  # the numbers of the blocks that stand there now


class Hunks:
    """The hunks of all topics, each compared when it is first asked for."""

    def __init__(self, index: EditionIndex, fingerprint: Fingerprint, heirs: Mapping[Slug, Slug]) -> None:
        self.index = index
        self._fingerprint = fingerprint
        self._former = {heir: slug for slug, heir in heirs.items() if heir not in fingerprint.topics}
        self._known: dict[Slug, dict[int, Hunk]] = {}

    def at(self, number: int) -> Hunk | None:
        """The hunk in which a block stands; None if it stayed."""
        slug = self.index.locations[number].slug
        if slug not in self._known:
            self._known[slug] = self._compared(slug)
        return self._known[slug].get(number)

    def _compared(self, slug: Slug) -> dict[int, Hunk]:
        before = self._fingerprint.topics.get(self._former.get(slug, slug), ())
        numbers = self.index.of.get(slug, [])
        now = [digest(self.index.normals[number]) for number in numbers]
        return {
            number: Hunk(tuple(block for block, _ in before[i1:i2]), tuple(numbers[j1:j2]))
            for tag, i1, i2, j1, j2 in matcher([each for _, each in before], now).get_opcodes()
            if tag != "equal"
            for number in numbers[j1:j2]
        }


def digest(text: str) -> str:
    """The digest of a normal text in a fingerprint: BLAKE2b (RFC 7693) of 4 bytes."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _with_neighbours(blocks: list[IndexedText]) -> Iterator[Location]:
    """Yield blocks with what stands before and after each in its topic, as `marks.anchor` keeps it."""
    for before, (slug, block, text), after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        first = before.text[-CONTEXT:] if before and before.slug == slug else ""
        last = after.text[:CONTEXT] if after and after.slug == slug else ""
        yield Location(slug, block, text, first, last)
