# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A binder: what a pack is made of, under a name, so that it can be made again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import NewType, Self

from asem_reader.core.content import Edition, Topic
from asem_reader.core.pack import Cover
from asem_reader.core.place import Slug

BinderId = NewType("BinderId", str)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A topic in a binder.

    Attributes:
        title: as the Library called it when it was put in, to name it by when it is gone.
        omit: names and codes of what is left out of its sheet.
    """

    slug: Slug
    title: str
    omit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a pack has beside its sheets.

    Attributes:
        contents: a list of the sheets with their pages, behind the cover.
        terms: the acronyms used, spelled out.
        joined: one list of sources for all sheets; else each has its own.
        meetings, partners: sheets of the meetings and partners that the others lead to, behind them.
    """

    contents: bool = True
    terms: bool = True
    joined: bool = True
    meetings: bool = False
    partners: bool = False


@dataclass(frozen=True, slots=True)
class Binder:
    """What a pack is made of.

    Attributes:
        id: 32 hexadecimal digits.
        name: what the reader calls it.
        leaves: the topics, in order, each once.
        edition: the Library with which it was composed last.
        created, modified, deleted: UTC, ISO 8601; deleted is empty while it is in use.
    """

    id: BinderId
    name: str
    cover: Cover
    leaves: tuple[Leaf, ...] = ()
    outfit: Outfit = Outfit()
    edition: str = ""
    created: str = ""
    modified: str = ""
    deleted: str = ""

    @property
    def slugs(self) -> tuple[Slug, ...]:
        """The topics, in order."""
        return tuple(leaf.slug for leaf in self.leaves)

    def added(self, topics: Iterable[Topic]) -> Self:
        """Return it with topics put behind the others; one that is in stays where it is."""
        new = {topic.slug: Leaf(topic.slug, topic.title) for topic in topics}
        return replace(
            self, leaves=(*self.leaves, *(leaf for leaf in new.values() if leaf.slug not in self.slugs))
        )

    def without(self, slugs: Iterable[Slug]) -> Self:
        """Return it without some topics."""
        gone = set(slugs)
        return replace(self, leaves=tuple(leaf for leaf in self.leaves if leaf.slug not in gone))

    def moved(self, slugs: Iterable[Slug], before: int) -> Self:
        """Return it with topics put before the leaf that is now at a place, together and in their order."""
        moving = set(slugs)
        head = [leaf for leaf in self.leaves[:before] if leaf.slug not in moving]
        tail = [leaf for leaf in self.leaves[before:] if leaf.slug not in moving]
        return replace(self, leaves=(*head, *(each for each in self.leaves if each.slug in moving), *tail))

    def shifted(self, slug: Slug, step: int) -> Self:
        """Return it with a topic so many places further on; at either end it stays."""
        at = self.slugs.index(slug) + step
        if not 0 <= at < len(self.leaves):
            return self
        return self.moved((slug,), at + (step > 0))

    def omitting(self, slug: Slug, name: str, *, wished: bool) -> Self:
        """Return it with a part of a topic left out, or no longer."""

        def changed(leaf: Leaf) -> Leaf:
            others = tuple(other for other in leaf.omit if other != name)
            return replace(leaf, omit=(*others, name) if wished else others)

        return replace(
            self, leaves=tuple(changed(leaf) if leaf.slug == slug else leaf for leaf in self.leaves)
        )

    def refreshed(self, topics: Mapping[Slug, Topic], edition: Edition) -> Self:
        """Return it with the titles of another edition; topics that are gone stay, and keep theirs."""
        leaves = tuple(
            replace(leaf, title=topics[leaf.slug].title) if leaf.slug in topics else leaf
            for leaf in self.leaves
        )
        return replace(self, leaves=leaves, edition=edition.name)

    def gone(self, topics: Mapping[Slug, Topic]) -> tuple[Leaf, ...]:
        """The leaves whose topics a Library does not have."""
        return tuple(leaf for leaf in self.leaves if leaf.slug not in topics)


def written(binder: Binder) -> str:
    """Return what a binder holds as JSON; `read` takes it back."""
    record = {
        "cover": asdict(binder.cover),
        "leaves": [asdict(leaf) for leaf in binder.leaves],
        "outfit": asdict(binder.outfit),
        "edition": binder.edition,
    }
    return json.dumps(record, ensure_ascii=False)


def read(content: str) -> tuple[Cover, tuple[Leaf, ...], Outfit, str]:
    """Return cover, leaves, outfit and edition from JSON; fields that are not known are passed over.

    Raises:
        ValueError: a field has another type, or a leaf has no slug; the message names it.
    """
    record = _object(json.loads(content), "binder")
    cover = _object(record.get("cover", {}), "cover")
    outfit = _object(record.get("outfit", {}), "outfit")
    texts = {name: _text(cover, name) for name in ("title", "occasion", "place", "date", "prepared_for")}
    wishes = {name: _wish(outfit, name, standard) for name, standard in asdict(Outfit()).items()}
    leaves = record.get("leaves", [])
    if not isinstance(leaves, list):
        raise ValueError("leaves must be a list")
    return Cover(**texts), tuple(map(_leaf, leaves)), Outfit(**wishes), _text(record, "edition")


def _leaf(record: object) -> Leaf:
    leaf = _object(record, "leaf")
    slug, omit = _text(leaf, "slug"), leaf.get("omit", [])
    if not slug:
        raise ValueError("slug must be the slug of a topic")
    if not isinstance(omit, list) or not all(isinstance(name, str) for name in omit):
        raise ValueError("omit must be a list of texts")
    return Leaf(Slug(slug), _text(leaf, "title") or slug, tuple(omit))


def _object(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{name} must be an object")
    return value


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} must be a text")
    return value


def _wish(record: Mapping[str, object], name: str, standard: object) -> bool:
    value = record.get(name, standard)
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false")
    return value
