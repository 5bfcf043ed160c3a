# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Hunks of a topic, as in a diff: which blocks of the last edition went, and what came in their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, digest
from asem_reader.core.place import BlockId, Slug


@dataclass(frozen=True, slots=True)
class Hunk:
    """A hunk, as in a diff: a stretch of a topic between blocks that stayed as they were.

    Attributes:
        old: the blocks of the last edition that stood there; none if the new ones were put in.
        new: the numbers of the blocks that stand there now.
    """

    old: tuple[BlockId, ...]
    new: tuple[int, ...]


class Hunks:
    """The hunks of all topics, each compared when it is first asked for."""

    def __init__(self, index: EditionIndex, fingerprint: Fingerprint, heirs: Mapping[Slug, Slug]) -> None:
        self._index = index
        self._fingerprint = fingerprint
        self._former = {heir: slug for slug, heir in heirs.items() if heir not in fingerprint.topics}
        self._known: dict[Slug, dict[int, Hunk]] = {}

    def at(self, number: int) -> Hunk | None:
        """The hunk in which a block stands; None if it stayed."""
        slug = self._index.locations[number].slug
        if slug not in self._known:
            self._known[slug] = self._compared(slug)
        return self._known[slug].get(number)

    def _compared(self, slug: Slug) -> dict[int, Hunk]:
        before = self._fingerprint.topics.get(self._former.get(slug, slug), ())
        numbers = self._index.of.get(slug, [])
        now = [digest(self._index.normals[number]) for number in numbers]
        matcher = SequenceMatcher(None, [each for _, each in before], now, autojunk=False)
        return {
            number: Hunk(tuple(block for block, _ in before[i1:i2]), tuple(numbers[j1:j2]))
            for tag, i1, i2, j1, j2 in matcher.get_opcodes()
            if tag != "equal"
            for number in numbers[j1:j2]
        }
