# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A block of this edition that may be what became of one of the last."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from asem_reader.core.anchoring.wording import Likeness
from asem_reader.core.place import BlockId, Slug

# Of 1. Fitted on made editions of our own content: tests/editions.py.
SAID_TWICE = 0.45  # a block is so like the old text where id or neighbours say the same
JOINED = 0.65  # so much of the old text is in it where it has the id of a neighbour
SPLIT = 0.8  # so much of the new text comes from the old


class OldBlock(NamedTuple):
    """A block as a mark remembers it."""

    slug: Slug
    block: BlockId | None
    quote: str
    before: str
    after: str


class Position(Enum):
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
    stand: Position
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
        return self.like.ratio >= SAID_TWICE or self.like.cover >= JOINED or self.like.fill >= SPLIT

    @property
    def score(self) -> float:
        """How likely it is, among others."""
        parts = max(self.like.ratio, 0.9 * self.like.cover, 0.8 * self.like.fill)
        stands = self.stand is Position.THERE or self.context == 2
        return parts + 0.1 * self.context + 0.1 * stands + 0.2 * self.named + 0.15 * self.near
