# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Meetings as facts: which was the last of its series on a given day, and which is to come."""

from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.content import Article, Source
from asem_reader.core.place import BlockId, Slug

SUMMITS = Slug("summits")
FOREIGN_MINISTERS = Slug("foreign-ministers")

HELD = "held"
IN_PERSON = "in person"
_NOT_TO_COME = ("cancelled", "postponed")

# Which series speak for a whole pillar: its own ministers'. Topics with a series of their own have that, too.
_OF_PILLAR = {
    "political": (FOREIGN_MINISTERS,),
    "economic-financial": (Slug("economic-ministers-meetings"), Slug("finance-ministers-meetings")),
    "social-cultural-educational": (Slug("education-ministers-meetings"), Slug("culture-ministers-meetings")),
    "all-connectivity": (Slug("transport-ministers-meetings"),),
    "asem-process": (FOREIGN_MINISTERS,),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as the Library knows it."""

    name: str  # short, such as ``ASEM13`` or ``14th FinMM``
    # What it is one of: the group of summits or of foreign ministers' meetings, else the topic that lists
    # the series.
    series: Slug
    series_title: str
    # Where the Library says more; a topic of its own has no block.
    topic: Slug
    block: BlockId | None
    # ISO 8601, to the precision known; empty if unknown.
    start: str
    end: str
    city: str  # empty if unknown or none
    country: str  # ISO 3166-1 alpha-2 code of the host's; empty if unknown
    format: str  # ``in person``, ``virtual``, ``hybrid`` or empty
    status: str  # ``held``, or what else became of it
    source: Source | None  # the best of those that say so; None if there is none


def series_of(article: Article) -> tuple[Slug, ...]:
    """Return the series an article names: summits, its pillar's ministers, and what it is related to."""
    pillar = article.crumbs[0].slug if article.crumbs else article.topic.slug
    own = (topic.slug for topic in article.related)
    return tuple(dict.fromkeys((SUMMITS, *_OF_PILLAR.get(pillar, ()), *own)))


def last_held(meetings: Iterable[Meeting], series: Slug, day: str) -> Meeting | None:
    """Return the last meeting of a series that was held and had begun by a day (ISO 8601), or None."""
    held = (m for m in meetings if m.series == series and m.status == HELD and m.start and m.start <= day)
    return max(held, key=lambda meeting: meeting.start, default=None)


def to_come(meetings: Iterable[Meeting], series: Slug, day: str) -> tuple[Meeting, ...]:
    """Return the meetings of a series that begin after a day and are not called off, soonest first."""
    coming = (m for m in meetings if m.series == series and m.start > day)
    as_planned = (m for m in coming if not any(word in m.status for word in _NOT_TO_COME))
    return tuple(sorted(as_planned, key=lambda meeting: meeting.start))
