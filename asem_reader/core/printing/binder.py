# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A binder: what a pack is made of, under a name, so that it can be made again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, NewType, Self, TypeVar

from asem_reader.core.content import Edition, Topic
from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.core.printing.selection import Selection

BinderId = NewType("BinderId", str)

_OUTFIT = Outfit()
_KINDS = {
    dict: N_("{name} must be an object"),
    list: N_("{name} must be a list"),
    tuple: N_("{name} must be a list of texts"),
    str: N_("{name} must be a text"),
    bool: N_("{name} must be true or false"),
}

_Kept = TypeVar("_Kept", Cover, Outfit, "Layout", "BinderItem")


@dataclass(frozen=True, slots=True)
class BinderItem:
    """An item of a binder: a topic.

    Attributes:
        title: as the Library called it when it was put in, to name it by when it is gone.
        omit: names and codes of what is left out of its sheet.
        only: names and codes of what alone is in it; empty for all that there is room for.
        view: the view of its figures that is printed in its place, whole; empty for the topic.
    """

    slug: Slug
    title: str
    omit: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    view: str = ""

    @property
    def selection(self) -> Selection:
        """The selection of the topic that is printed."""
        return Selection(self.only, self.omit)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, as far as it goes with a pack: paper and marking are the reader's own.

    Attributes:
        profile: how much and how large.
        handling: the line under the marking; empty for none.
        notes: with the reader's own.
        codes: with the code of each paragraph.
        margin: with a wide margin for notes by hand.
        our_line: with lines to write on, for what the reader's own side will say on an issue.
    """

    profile: Profile = Profile.STANDARD
    handling: str = ""
    notes: bool = False
    codes: bool = False
    margin: bool = False
    our_line: bool = False


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
        new = {each.slug: BinderItem(each.slug, each.title) for each in topics if each.slug not in self.slugs}
        return replace(self, items=(*self.items, *new.values()))

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
        omit = (other for item in self.items if item.slug == slug for other in item.omit if other != name)
        return self._with(slug, omit=(*omit, name) if wished else tuple(omit))

    def limited(self, slug: Slug, only: tuple[str, ...]) -> Self:
        """Return it with only some parts and paragraphs of a topic; with () as much as there is room for."""
        return self._with(slug, only=only)

    def item(self, slug: Slug) -> BinderItem | None:
        """The item of a topic; None if it is not in the binder."""
        return next((item for item in self.items if item.slug == slug), None)

    def _with(self, slug: Slug, **changed: Any) -> Self:
        items = (replace(item, **changed) if item.slug == slug else item for item in self.items)
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
    record = _field({"binder": json.loads(content)}, "binder", {})
    layout = _fields(_field(record, "layout", {}), Layout())
    if layout.profile not in tuple(Profile):  # a later program may know more
        layout = replace(layout, profile=Profile.STANDARD)
    return (
        _fields(_field(record, "cover", {}), Cover("")),
        tuple(map(_item, _field(record, "leaves", []))),
        _fields(_field(record, "outfit", {}), Outfit()),
        _field(record, "edition", ""),
        replace(layout, profile=Profile(layout.profile)),
    )


def _item(record: object) -> BinderItem:
    item = _fields(_field({"leaf": record}, "leaf", {}), BinderItem(Slug(""), ""))
    if not item.slug:
        raise ValueError("slug must be the slug of a topic")
    return replace(item, title=item.title or item.slug)


def _fields(record: Mapping[str, Any], standard: _Kept) -> _Kept:
    """A value with what a record says, and else with its own."""
    return replace(standard, **{name: _field(record, name, own) for name, own in asdict(standard).items()})


def _field(record: Mapping[str, Any], name: str, standard: Any) -> Any:
    """The value of a record's field, of the type of its standard value; a tuple is a list of texts."""
    value = record.get(name, standard)
    if isinstance(standard, tuple) and isinstance(value, list):
        value = tuple(value) if all(isinstance(text, str) for text in value) else value
    kind = next(kind for kind in _KINDS if isinstance(standard, kind))
    if not isinstance(value, kind):
        raise ValueError(_(_KINDS[kind]).format(name=name))
    return value
