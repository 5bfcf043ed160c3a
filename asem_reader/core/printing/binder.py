# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A binder: what a pack is made of, under a name, so that it can be made again."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import NewType, Self

from asem_reader.core.content import Edition, Topic
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.core.printing.selection import Selection

BinderId = NewType("BinderId", str)

_OUTFIT = Outfit()


@dataclass(frozen=True, slots=True)
class BinderItem:
    """An item of a binder: a topic.

    Attributes:
        title: as the Library called it when it was put in, to name it by when it is gone.
        omit: names and codes of what is left out of its sheet.
        only: names and codes of what alone is in it; empty for all that there is room for.
    """

    slug: Slug
    title: str
    omit: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def selection(self) -> Selection:
        """The selection of the topic that is printed."""
        return Selection(self.only, self.omit)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a pack is laid out, as far as it goes with the pack: paper and marking are the reader's own.

    Attributes:
        profile: how much and how large.
        handling: the line under the marking; empty for none.
        notes: with the reader's own.
        codes: with the code of each paragraph.
        margin: with a wide margin for notes by hand.
    """

    profile: Profile = Profile.STANDARD
    handling: str = ""
    notes: bool = False
    codes: bool = False
    margin: bool = False


@dataclass(frozen=True, slots=True)
class Binder:
    """A binder: the topics of which a pack is made, with its cover and layout.

    Attributes:
        id: 32 hexadecimal digits.
        name: what the reader calls it.
        items: the topics, in order, each once.
        edition: the Library with which it was composed last.
        created, modified, deleted: UTC, ISO 8601; deleted is empty while it is in use.
    """

    id: BinderId
    name: str
    cover: Cover
    items: tuple[BinderItem, ...] = ()
    outfit: Outfit = _OUTFIT
    edition: str = ""
    created: str = ""
    modified: str = ""
    deleted: str = ""
    layout: Layout = Layout()

    @property
    def slugs(self) -> tuple[Slug, ...]:
        """The topics, in order."""
        return tuple(item.slug for item in self.items)

    def added(self, topics: Iterable[Topic]) -> Self:
        """Return it with topics put behind the others; one that is in stays where it is."""
        new = {topic.slug: BinderItem(topic.slug, topic.title) for topic in topics}
        return replace(
            self, items=(*self.items, *(item for item in new.values() if item.slug not in self.slugs))
        )

    def without(self, slugs: Iterable[Slug]) -> Self:
        """Return it without some topics."""
        gone = set(slugs)
        return replace(self, items=tuple(item for item in self.items if item.slug not in gone))

    def moved(self, slugs: Iterable[Slug], before: int) -> Self:
        """Return it with topics put before the item that is now at a place, together and in their order."""
        moving = set(slugs)
        head = [item for item in self.items[:before] if item.slug not in moving]
        tail = [item for item in self.items[before:] if item.slug not in moving]
        return replace(self, items=(*head, *(each for each in self.items if each.slug in moving), *tail))

    def shifted(self, slug: Slug, step: int) -> Self:
        """Return it with a topic so many places further on; at either end it stays."""
        at = self.slugs.index(slug) + step
        if not 0 <= at < len(self.items):
            return self
        return self.moved((slug,), at + (step > 0))

    def omitting(self, slug: Slug, name: str, *, wished: bool) -> Self:
        """Return it with a part of a topic left out, or no longer."""

        def changed(item: BinderItem) -> BinderItem:
            others = tuple(other for other in item.omit if other != name)
            return replace(item, omit=(*others, name) if wished else others)

        return self._with(slug, changed)

    def limited(self, slug: Slug, only: tuple[str, ...]) -> Self:
        """Return it with only some parts and paragraphs of a topic; with () as much as there is room for."""
        return self._with(slug, lambda item: replace(item, only=only))

    def item(self, slug: Slug) -> BinderItem | None:
        """The item of a topic; None if it is not in the binder."""
        return next((item for item in self.items if item.slug == slug), None)

    def _with(self, slug: Slug, changed: Callable[[BinderItem], BinderItem]) -> Self:
        items = (changed(item) if item.slug == slug else item for item in self.items)
        return replace(self, items=tuple(items))

    def refreshed(self, topics: Mapping[Slug, Topic], edition: Edition) -> Self:
        """Return it with the titles of another edition; topics that are gone stay, and keep theirs."""
        items = tuple(
            replace(item, title=topics[item.slug].title) if item.slug in topics else item
            for item in self.items
        )
        return replace(self, items=items, edition=edition.name)

    def gone(self, topics: Mapping[Slug, Topic]) -> tuple[BinderItem, ...]:
        """The items whose topics a Library does not have."""
        return tuple(item for item in self.items if item.slug not in topics)


def titled(binder: Binder) -> Cover:
    """Return the cover of a binder; one without a title has the binder's name."""
    return replace(binder.cover, title=binder.cover.title.strip() or binder.name)


def written(binder: Binder) -> str:
    """Return what a binder holds as JSON; `read` takes it back."""
    record = {
        "cover": asdict(binder.cover),
        "leaves": [asdict(item) for item in binder.items],
        "outfit": asdict(binder.outfit),
        "layout": asdict(binder.layout),
        "edition": binder.edition,
    }
    return json.dumps(record, ensure_ascii=False)


def read(content: str) -> tuple[Cover, tuple[BinderItem, ...], Outfit, str, Layout]:
    """Return cover, items, outfit, edition and layout from JSON; fields that are not known are passed over.

    Raises:
        ValueError: a field has another type, or an item has no slug; the message names it.
    """
    record = _object(json.loads(content), "binder")
    cover = _object(record.get("cover", {}), "cover")
    outfit = _object(record.get("outfit", {}), "outfit")
    texts = {name: _text(cover, name) for name in ("title", "occasion", "place", "date", "prepared_for")}
    wishes = {name: _wish(outfit, name, standard) for name, standard in asdict(Outfit()).items()}
    items = record.get("leaves", [])
    if not isinstance(items, list):
        raise ValueError("leaves must be a list")
    layout = _layout(_object(record.get("layout", {}), "layout"))
    return Cover(**texts), tuple(map(_item, items)), Outfit(**wishes), _text(record, "edition"), layout


def _item(record: object) -> BinderItem:
    item = _object(record, "leaf")
    slug = _text(item, "slug")
    if not slug:
        raise ValueError("slug must be the slug of a topic")
    return BinderItem(Slug(slug), _text(item, "title") or slug, _texts(item, "omit"), _texts(item, "only"))


def _layout(layout: Mapping[str, object]) -> Layout:
    """A profile that a later program knows, and this one not, is the standard one."""
    name = _text(layout, "profile")
    profile = Profile(name) if name in tuple(Profile) else Profile.STANDARD
    notes, codes, margin = (_wish(layout, field, False) for field in ("notes", "codes", "margin"))
    return Layout(profile, _text(layout, "handling"), notes, codes, margin)


def _texts(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = record.get(name, [])
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ValueError(f"{name} must be a list of texts")
    return tuple(value)


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
