# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Grouping of marks by folder, topic, tag, colour or date, as a list of them shows them."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter

from asem_reader.core.dates import spoken
from asem_reader.core.folding import plain
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, folders_of
from asem_reader.core.place import Slug
from asem_reader.core.steps import Steps


class View(StrEnum):
    """By what marks are grouped; the bin has no groups."""

    FOLDERS = "folders"
    TOPICS = "topics"
    TAGS = "tags"
    COLOURS = "colours"
    DATES = "dates"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Group:
    """Some marks under one title.

    Attributes:
        key: what it is known by from one grouping to the next: a folder's path, a slug, a tag; "" for all.
        groups: those in it, which stand before its own marks.
        count: of the marks in it and in the groups in it.
    """

    key: str
    title: str
    marks: tuple[Mark, ...] = ()
    groups: tuple["Group", ...] = ()
    count: int = 0

    @property
    def rows(self) -> int:
        """The number of things in it."""
        return len(self.groups) + len(self.marks)


_COLOUR_TITLES = {
    Colour.YELLOW: N_("Yellow"),
    Colour.GREEN: N_("Green"),
    Colour.BLUE: N_("Blue"),
    Colour.ROSE: N_("Rose"),
    MarkKind.HIGHLIGHT: N_("Other highlights"),
    MarkKind.NOTE: N_("Notes"),
    MarkKind.BOOKMARK: N_("Bookmarks"),
}


def groups_of(group: Group) -> Iterator[Group]:
    """Yield a group and all in it, each before those that it holds."""
    waiting = [group]
    while waiting:
        group = waiting.pop()
        yield group
        waiting += reversed(group.groups)


def marks_of(group: Group) -> Iterator[Mark]:
    """Yield the marks in a group and in all that it holds, whose rows stand before its own."""
    for inner in group.groups:
        yield from marks_of(inner)
    yield from group.marks


def by_folder(marks: Iterable[Mark], folders: Collection[Folder]) -> Group:
    """Return marks in folders, by position, those of one position as given; those without one stand last.

    A folder without a mark stands there too, and one that only a mark knows, for another program took it
    away.
    """
    ordered, inside = sorted(marks, key=attrgetter("position")), dict[str, list[Group]]()
    filed = _boxed((mark.folder, mark) for mark in ordered)

    def made(path: str, name: str) -> Group:
        return _group(path, name, filed.get(path, ()), inside.pop(path, ()))

    everything = [*folders, *folders_of(ordered, folders)]
    everything.sort(key=lambda folder: (-folder.path.count("/"), folder.position, folder.path))
    for folder in everything:  # the deepest first, so each is whole when the one that holds it is made
        inside.setdefault(folder.parent, []).append(made(folder.path, folder.name))
    return made("", "")


def by_topic(
    marks: Iterable[Mark], standing: Callable[[Mark], tuple[int, int, str]], title_of: Callable[[Slug], str]
) -> Steps[Group]:
    """Put marks under the topics they are on, by title; in each by their standing, equals as given.

    Topic by topic: to sort so many takes long.
    """
    on, topics = _boxed((mark.slug, mark) for mark in marks), list[Group]()
    for slug in on:
        yield
        topics.append(_group(slug, title_of(Slug(slug)), sorted(on[slug], key=standing)))
    return _whole(sorted(topics, key=lambda group: (plain(group.title), group.key)))


def by_tag(newest_first: Iterable[Mark]) -> Group:
    """Return marks under each of their tags, by name; those without one come last."""
    tagged = _boxed((tag, mark) for mark in newest_first for tag in dict.fromkeys(mark.tags) or ("",))
    named = sorted(filter(None, tagged), key=lambda tag: (plain(tag), tag))
    groups = [_group(tag, tag, tagged[tag]) for tag in named]
    return _whole([*groups, *([_group("", _("Without a tag"), tagged[""])] if "" in tagged else [])])


def by_colour(newest_first: Iterable[Mark]) -> Group:
    """Return highlights under their colours, then notes, then bookmarks."""
    drawn = _boxed((mark.colour or mark.kind, mark) for mark in newest_first)
    return _whole(_group(key, _(title), drawn[key]) for key, title in _COLOUR_TITLES.items() if key in drawn)


def by_date(newest_first: Iterable[Mark], today: datetime.date, zone: datetime.tzinfo | None) -> Group:
    """Return marks under the time they were made: today, yesterday, then by month.

    Marks carry UTC; `today` and `zone` are the reader's, None for the zone of the machine.
    """
    age = cache(_age)
    dated = _boxed((age(day_of(mark.created, zone), today)[0], mark) for mark in newest_first)
    return _whole(_group(*age(day_of(marks[0].created, zone), today), marks) for marks in dated.values())


def day_of(moment: str, zone: datetime.tzinfo | None) -> datetime.date | None:
    """Return the date of a moment (ISO 8601) in a zone, None for the machine's; None if it is no moment."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None


def _age(day: datetime.date | None, today: datetime.date) -> tuple[str, str]:
    """The age of a day, as a key and as a title."""
    if day is None:
        return "", _("Without a date")
    if day == today:
        return "today", _("Today")
    if day == today - datetime.timedelta(1):
        return "yesterday", _("Yesterday")
    key = day.isoformat()[:7]
    is_this_month = day < today and key == today.isoformat()[:7]
    return key, _("Earlier in {month}").format(month=spoken(key)) if is_this_month else spoken(key)


def _boxed(keyed: Iterable[tuple[str, Mark]]) -> dict[str, list[Mark]]:
    """Marks under their keys, in the order given."""
    boxes = defaultdict[str, list[Mark]](list)
    for key, mark in keyed:
        boxes[key].append(mark)
    return boxes


def _group(key: str, title: str, marks: Iterable[Mark], groups: Iterable[Group] = ()) -> Group:
    own, inner = tuple(marks), tuple(groups)
    return Group(key, title, own, inner, len(own) + sum(group.count for group in inner))


def _whole(groups: Iterable[Group]) -> Group:
    return _group("", "", (), groups)
