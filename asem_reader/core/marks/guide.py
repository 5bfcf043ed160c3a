# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Guide to Libraries for whoever writes marks down for people: titles, and the order of reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from asem_reader.core.content import Article, Topic
from asem_reader.core.marks.mark import Mark, span
from asem_reader.core.place import BlockId, Place, Slug


@dataclass(frozen=True, slots=True)
class Chapter:
    """The marks on one topic, in the order of reading.

    Attributes:
        title: of the topic; its slug where the Library does not know it.
        symbol: empty if it has none.
        names: as those of a `Guide`.
    """

    place: Place
    title: str
    symbol: str
    marks: tuple[Mark, ...]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guide:
    """Titles and order of Libraries; an empty one knows neither, and everything still has its place.

    Attributes:
        topics: all topics, in the order of the tree.
        blocks: where each block stands in the topic of that slug.
        names: what the codes in views stand for, in capitals.
    """

    topics: Mapping[Slug, Topic] = field(default_factory=dict)
    blocks: Mapping[tuple[Slug, BlockId], int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        topics: Iterable[Topic],
        blocks: Iterable[tuple[Slug, BlockId]],
        names: Mapping[str, str] | None = None,
    ) -> Self:
        """Return the guide to topics in the order of the tree and blocks in the order of reading."""
        places = {block: place for place, block in enumerate(blocks)}
        return cls({topic.slug: topic for topic in topics}, places, names or {})

    @property
    def titles(self) -> dict[Slug, str]:
        """The title of every topic."""
        return {slug: topic.title for slug, topic in self.topics.items()}

    def view_said(self, view: str) -> str:
        """Return the view of a mark in words; nothing for none."""
        return view_said(view, self.names)

    def chapters(self, marks: Iterable[Mark]) -> tuple[Chapter, ...]:
        """Return marks by topic, in the order of reading; those on unknown topics stand at the end."""
        by_slug: dict[Slug, list[Mark]] = {}
        for mark in marks:
            by_slug.setdefault(mark.slug, []).append(mark)
        known = [slug for slug in self.topics if slug in by_slug]
        unknown = sorted(slug for slug in by_slug if slug not in self.topics)
        return tuple(self._chapter(slug, by_slug[slug]) for slug in (*known, *unknown))

    def _chapter(self, slug: Slug, marks: list[Mark]) -> Chapter:
        topic = self.topics.get(slug)
        marks.sort(key=self.standing)
        title, symbol = (topic.title, topic.symbol) if topic else (slug, "")
        return Chapter(Place(slug), title, symbol, tuple(marks), self.names)

    def standing(self, mark: Mark) -> tuple[int, int, str]:
        """Return where a mark stands in its topic, to sort by, equals by age.

        Those on the whole topic come first, then by block and by words as on the page; those of lost blocks
        come last.
        """
        block = self.blocks.get((mark.slug, mark.block), len(self.blocks)) if mark.block else -1
        found = span(mark.quote, mark.words, mark.nth) if mark.words else None
        return block, found[0] if found else -1, mark.created


def view_said(view: str, names: Mapping[str, str]) -> str:
    """Return the view of a mark in words, with names by their codes; nothing for none."""
    if not view:
        return ""
    from asem_reader.core.indicators import wording  # noqa: PLC0415 (few marks have one)

    return wording.view_said(view, names)


def in_reading_order(article: Article, marks: Iterable[Mark]) -> list[Mark]:
    """Return marks of an article's topic as they are met: those on the topic first, then by their words.

    Marks on blocks that the article does not have stand last; equals stand by age.
    """
    slug = article.topic.slug
    guide = Guide.of((article.topic,), ((slug, block) for block in article.blocks))
    return sorted(marks, key=guide.standing)
