# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Memory of reading: the place reached in each topic, the days it was open, and whether it changed since."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from asem_reader.core.language import N_
from asem_reader.core.place import BlockId, Place, Slug


class State(StrEnum):
    """The state of a topic: read as it is now, or not."""

    UNREAD = N_("not read yet")
    READ = "read"
    CHANGED = N_("changed since you read it")


class Rest(NamedTuple):
    """The place where a reader left a topic."""

    slug: Slug
    block: BlockId | None  # the one at the top; None at the beginning, or when they had come to the end
    at: str  # when, UTC, ISO 8601 with seconds
    digest: str = ""  # of the text that was read (`digests`); empty if it was only looked at

    @property
    def place(self) -> Place:
        """The place to go on."""
        return Place(self.slug, self.block)


class Visit(NamedTuple):
    """A topic that was open on a day."""

    day: str  # where the reader was, ``YYYY-MM-DD``
    slug: Slug
    at: str  # when last on that day, UTC, ISO 8601 with seconds


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
