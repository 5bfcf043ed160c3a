# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All marks in use, found by id, by topic and by what waits, and kept current change by change."""

from bisect import bisect_left
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from asem_reader.core.marks.mark import Mark, MarkId, MarkKind
from asem_reader.core.place import Slug

Replacement = tuple[Mark | None, Mark | None]  # what was there, and what is there instead
Key = TypeVar("Key")

_CREATED = attrgetter("created")
_REMEMBERED = 1_000  # replacements: who is further behind begins anew, which takes no longer
_FEW = 200  # of so many changed marks each is put in its place; of more, all are sorted anew

_STEP = 400  # marks that are put in order in some milliseconds


class MarkIndex:
    """Marks in the order of their age; of those of one second the one that came first is the older.

    `all` and `on` are the same tuple as long as nothing in it is another: whoever made something of it can
    tell whether that still holds.

    Attributes:
        replacements: how many marks `take_in` put in, took out or replaced so far.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks: dict[MarkId, Mark] = {}
        self._ages: dict[MarkId, int] = {}  # of those too that went: they come back to their place
        self._topics: dict[Slug, dict[MarkId, Mark]] = {}
        self._filed: dict[str, dict[MarkId, Mark]] = {}
        self._waiting: dict[MarkId, Mark] = {}
        self._row: list[Mark] | None = None  # the oldest first; None until somebody asks
        self._replaced = deque[Replacement](maxlen=_REMEMBERED)
        self.replacements = 0
        self._all: tuple[Mark, ...] | None = None
        self._on: dict[Slug, tuple[Mark, ...]] = {}
        self._noted: frozenset[Slug] | None = None
        self.add(marks)

    def emptied(self) -> "MarkIndex":
        """Return a register without marks, in which those that come back are as old as they were."""
        empty = MarkIndex()
        empty._ages = self._ages
        return empty

    @property
    def by_id(self) -> Mapping[MarkId, Mark]:
        """Each mark by its id."""
        return MappingProxyType(self._marks)

    @property
    def all(self) -> tuple[Mark, ...]:
        """All marks, newest first."""
        if self._all is None:
            self._all = tuple(reversed(self._in_order()))
        return self._all

    @property
    def topics(self) -> tuple[Slug, ...]:
        """The topics that have a mark."""
        return tuple(self._topics)

    def since(self, replacements: int) -> tuple[Replacement, ...] | None:
        """What `take_in` put in the place of what since there were so many; None if that was long ago."""
        known = len(self._replaced) - (self.replacements - replacements)
        return tuple(islice(self._replaced, known, None)) if known >= 0 else None

    @property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        if self._noted is None:
            topics = self._topics.items()
            self._noted = frozenset(slug for slug, on in topics if any(map(_is_note, on.values())))
        return self._noted

    @property
    def waiting(self) -> tuple[Mark, ...]:
        """The marks that wait for their reader, oldest first."""
        return tuple(self.by_age(self._waiting.values()))

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """The marks on a topic and its blocks, oldest first."""
        found = self._on.get(slug)
        if found is None:
            found = self._on[slug] = tuple(self.by_age(self._topics.get(slug, {}).values()))
        return found

    @property
    def paths(self) -> tuple[str, ...]:
        """The folders in which a mark stands itself."""
        return tuple(self._filed)

    def in_folder(self, path: str) -> tuple[Mark, ...]:
        """The marks that stand in a folder itself, in no order."""
        return tuple(self._filed.get(path, {}).values())

    def key(self, mark: Mark) -> tuple[str, int]:
        """What a mark is sorted by: the older has the smaller, and one that never was in use the largest."""
        return mark.created, self._ages.get(mark.id, len(self._ages))

    def by_age(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return marks, the oldest first: sorted by `key`, but in a fraction of the time."""
        ages, youngest = self._ages, len(self._ages)
        came_first = sorted(marks, key=lambda mark: ages.get(mark.id, youngest))
        return sorted(came_first, key=_CREATED)  # stable

    def add(self, marks: Iterable[Mark]) -> None:
        """Take marks in, those first that came first into the Notebook."""
        self._row = None
        for mark in marks:
            self._drop(mark.id)
            if not mark.deleted:
                self._put(mark)

    def take_in(self, old: Iterable[Mark], new: Iterable[Mark]) -> None:
        """Put new marks in the place of old ones; what is only in `old`, or lies in the bin, goes."""
        put = {mark.id: mark for mark in new}
        gone = [mark.id for mark in old if mark.id not in put]
        if len(put) + len(gone) > _FEW:
            self._row = None
        for each in gone:
            self._replace(self._drop(each), None)
        for mark in put.values():
            before = self._drop(mark.id)
            if not mark.deleted:
                self._put(mark)
            self._replace(before, None if mark.deleted else mark)

    def after(self, old: Iterable[Mark], new: Iterable[Mark]) -> Generator[None, None, "MarkIndex"]:
        """Make in steps the register that `take_in` would make of this one, which stays as it is."""
        put = {mark.id: mark for mark in new}
        yield
        gone = {mark.id for mark in old} - put.keys()
        made, there = self.emptied(), iter(self._marks.items())
        while some := list(islice(there, _STEP)):
            made.add(put.pop(name, mark) for name, mark in some if name not in gone)
            yield
        others = iter(put.values())
        while some_new := list(islice(others, _STEP)):
            made.add(some_new)
            yield
        _ = made.all  # sorted now, and not when somebody waits
        yield
        return made

    def _replace(self, old: Mark | None, new: Mark | None) -> None:
        self._replaced.append((old, new))
        self.replacements += 1

    def _put(self, mark: Mark) -> None:
        self._marks[mark.id] = mark
        self._ages.setdefault(mark.id, len(self._ages))
        self._topics.setdefault(mark.slug, {})[mark.id] = mark
        self._filed.setdefault(mark.folder, {})[mark.id] = mark
        if mark.waiting:
            self._waiting[mark.id] = mark
        if self._row is not None:
            self._row.insert(self._place(mark), mark)
        self._forget(mark)

    def _drop(self, name: MarkId) -> Mark | None:
        mark = self._marks.pop(name, None)
        if mark is None:
            return None
        _take(self._topics, mark.slug, name)
        _take(self._filed, mark.folder, name)
        self._waiting.pop(name, None)
        if self._row is not None:
            del self._row[self._place(mark)]
        self._forget(mark)
        return mark

    def _place(self, mark: Mark) -> int:
        return bisect_left(self._row or (), self.key(mark), key=self.key)

    def _forget(self, mark: Mark) -> None:
        """Do not go on with what was made before this mark came or went."""
        self._all = self._noted = None
        self._on.pop(mark.slug, None)

    def _in_order(self) -> list[Mark]:
        if self._row is None:
            self._row = self.by_age(self._marks.values())
        return self._row


def _take(boxes: dict[Key, dict[MarkId, Mark]], key: Key, name: MarkId) -> None:
    """Take a mark out of its box, and a box in which nothing is left away."""
    box = boxes[key]
    del box[name]
    if not box:
        del boxes[key]


def _is_note(mark: Mark) -> bool:
    return mark.kind is MarkKind.NOTE
