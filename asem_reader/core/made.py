# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pages that stand in no Library: they are made of values whenever they are opened, and so have no marks."""

from typing import NamedTuple

from asem_reader.core.content import Edition, Topic
from asem_reader.core.errors import BadAddress
from asem_reader.core.place import Place, Slug

START = Place(Slug("start"))
NEWS = Place(Slug("whats-new"))
MADE = frozenset((START.slug, NEWS.slug))
HANDBOOK = Slug("handbook")
SEARCH, PACK = "search", "pack"  # keys of views of the start page: a search for a text, the binder of an id


class Release(NamedTuple):
    """A version of the program with an edition of its Library."""

    version: str
    edition: str  # empty for a Library that did not come with the program


class PillarCount(NamedTuple):
    """A pillar, and how many issues are under it."""

    topic: Topic
    issues: int


class KeptPack(NamedTuple):
    """A pack that was kept."""

    id: str
    name: str


class Welcome(NamedTuple):
    """What the start page tells."""

    edition: Edition
    counts: tuple[tuple[str, int], ...]  # what there is in the Library, and how much of it
    pillars: tuple[PillarCount, ...]
    read: tuple[Topic, ...] = ()  # what was read last, newest first
    packs: tuple[KeptPack, ...] = ()
    chapters: tuple[Topic, ...] = ()  # the pages of the handbook


def made_place(text: str) -> Place | None:
    """Return the place of a page that is made, if that is what an address leads to."""
    try:
        place = Place.parse(text)
    except BadAddress:
        return None
    return place if place.slug in MADE else None
