# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks in groups, as a list of them shows them: by folder, topic, tag, colour or date."""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from asem_reader.core.dates import MONTHS
from asem_reader.core.letters import plain
from asem_reader.core.marks import Colour, Folder, Mark, MarkKind, lineage
from asem_reader.core.place import Slug

_FOLDER, _SLUG, _POSITION = attrgetter("folder"), attrgetter("slug"), attrgetter("position")
Standing = Callable[[Mark], tuple[int, int, str]]


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
        """How many things stand in it."""
        return len(self.groups) + len(self.marks)


def by_folder(marks: Iterable[Mark], folders: Collection[Folder]) -> Group:
    """Return marks in folders, in their order; those without a folder stand behind the folders.

    A folder that only a mark knows, for another program took it away, stands there all the same.

    Args:
        marks: newest first.
        folders: all of them; those without a mark stand there too.
    """
    filed = _gathered(marks, _FOLDER)
    paths = {folder.path for folder in folders}
    lost = dict.fromkeys(path for folder in filed if folder not in paths for path in lineage(folder))
    everything = (*folders, *(Folder(path) for path in lost if path not in paths))
    inside: dict[str, list[Group]] = {}

    def made(path: str, name: str) -> Group:
        oldest_first = filed.get(path, [])[::-1]
        order = sorted(oldest_first, key=_POSITION)  # stable: the oldest of equals stands first
        return _group(path, name, order, inside.pop(path, ()))

    deepest_first = sorted(
        everything, key=lambda folder: (-folder.path.count("/"), folder.position, folder.path)
    )
    for folder in deepest_first:  # so each is whole when the one that holds it is made
        inside.setdefault(folder.parent, []).append(made(folder.path, folder.name))
    return made("", "")


def by_topic(marks: Iterable[Mark], title_of: Callable[[Slug], str], standing: Standing) -> Group:
    """Return marks under the topics they are on, by title, and there in the order of reading.

    Args:
        marks: newest first.
        title_of: what a topic is called.
        standing: where a mark stands in its topic.
    """
    oldest_first = [*marks][::-1]
    topics = (
        _group(slug, title_of(Slug(slug)), sorted(found, key=standing))
        for slug, found in _gathered(oldest_first, _SLUG).items()
    )
    return _whole(sorted(topics, key=lambda group: plain(group.title)))


def by_tag(marks: Iterable[Mark]) -> Group:
    """Return marks under each of their tags, by name; those without one come last."""
    tagged: dict[str, list[Mark]] = {}
    for mark in marks:
        for tag in mark.tags or ("",):
            tagged.setdefault(tag, []).append(mark)
    bare = tagged.pop("", [])
    named = [
        _group(tag, tag, found) for tag, found in sorted(tagged.items(), key=lambda item: plain(item[0]))
    ]
    return _whole([*named, *([_group("", "Without a tag", bare)] if bare else [])])


def by_colour(marks: Iterable[Mark]) -> Group:
    """Return highlights under their colours, then notes, then bookmarks."""
    keys = [*Colour, MarkKind.HIGHLIGHT, MarkKind.NOTE, MarkKind.BOOKMARK]
    titles = [*(colour.capitalize() for colour in Colour), "Other highlights", "Notes", "Bookmarks"]
    found = _gathered(marks, lambda mark: mark.colour or mark.kind)
    return _whole(
        _group(key, title, found[key]) for key, title in zip(keys, titles, strict=True) if key in found
    )


def by_date(marks: Iterable[Mark], today: datetime.date, zone: datetime.tzinfo | None) -> Group:
    """Return marks under the time they were made: today, yesterday, then by month.

    Args:
        marks: newest first.
        today: the date where the reader is.
        zone: the reader's, for marks carry UTC; None for the machine's.
    """
    groups: dict[str, tuple[str, list[Mark]]] = {}
    key, start = "", ""  # the group of the mark before, and when it begins, in UTC
    for mark in marks:
        if not start or mark.created < start:
            day = day_of(mark.created, zone)
            key, title, first = _age(day, today) if day else ("", "Without a date", None)
            start = _utc(first, zone) if first else ""
            groups.setdefault(key, (title, []))
        groups[key][1].append(mark)
    return _whole(_group(key, title, found) for key, (title, found) in groups.items())


def day_of(moment: str, zone: datetime.tzinfo | None) -> datetime.date | None:
    """Return the date of a moment (ISO 8601) in a zone, None for the machine's; None if it is no moment."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone(zone).date()
    except (ValueError, OverflowError):
        return None


def _age(day: datetime.date, today: datetime.date) -> tuple[str, str, datetime.date]:
    """How long ago a day is: a key, a title, and the first day of which that is true."""
    if day == today:
        return "today", "Today", day
    if day == today - datetime.timedelta(1):
        return "yesterday", "Yesterday", day
    month = f"{MONTHS[day.month - 1]} {day.year}"
    earlier = (day.year, day.month) == (today.year, today.month) and day < today
    return f"{day:%Y-%m}", f"Earlier in {month}" if earlier else month, day.replace(day=1)


def _utc(day: datetime.date, zone: datetime.tzinfo | None) -> str:
    """When a day begins in a zone, as marks carry it."""
    midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(datetime.UTC)
    return midnight.strftime("%Y-%m-%dT%H:%M:%SZ")


def _gathered(marks: Iterable[Mark], key: Callable[[Mark], str]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(key(mark), []).append(mark)
    return found


def _group(key: str, title: str, marks: Iterable[Mark], groups: Iterable[Group] = ()) -> Group:
    own, inner = tuple(marks), tuple(groups)
    return Group(key, title, own, inner, len(own) + sum(group.count for group in inner))


def _whole(groups: Iterable[Group]) -> Group:
    return _group("", "", (), groups)
