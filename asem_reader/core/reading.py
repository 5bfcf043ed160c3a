# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What was read: where one was in each topic, on which day it was open, and whether it changed since."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from asem_reader.core.language import N_
from asem_reader.core.place import BlockId, Place, Slug


class State(StrEnum):
    """Whether a topic was read as it is now."""

    UNREAD = N_("not read yet")
    READ = "read"
    CHANGED = N_("changed since you read it")


class Rest(NamedTuple):
    """Where a reader left a topic.

    Attributes:
        block: the one at the top; None at the beginning, or when they had come to the end.
        at: when, UTC, ISO 8601 with seconds.
        digest: of the text that was read (`digests`); empty if it was only looked at.
    """

    slug: Slug
    block: BlockId | None
    at: str
    digest: str = ""

    @property
    def place(self) -> Place:
        """Where to go on."""
        return Place(self.slug, self.block)


class Visit(NamedTuple):
    """A topic that was open on a day.

    Attributes:
        day: where the reader was, ``YYYY-MM-DD``.
        at: when last on that day, UTC, ISO 8601 with seconds.
    """

    day: str
    slug: Slug
    at: str


def state(rest: Rest | None, digest: str) -> State:
    """Return whether what was left so was read as it is now; without a digest it counts as read."""
    if rest is None or not rest.digest:
        return State.UNREAD
    return State.READ if not digest or rest.digest == digest else State.CHANGED


def digests(hashes: Iterable[tuple[Slug, str]]) -> Mapping[Slug, str]:
    """Return one digest for the text of each topic, from the hashes of its blocks in reading order."""
    texts: dict[Slug, list[str]] = {}
    for slug, text in hashes:
        texts.setdefault(slug, []).append(text)
    return {slug: blake2b("".join(all_).encode(), digest_size=8).hexdigest() for slug, all_ in texts.items()}
