# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All marks in use, found by id, age and topic; a change makes another index of them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter

from asem_reader.core.marks.mark import Mark, MarkId, MarkKind
from asem_reader.core.place import Slug


class MarkIndex:
    """An immutable index of marks; each of its lists is made when it is first asked for.

    Of marks of one second the first to come is the older.

    Attributes:
        by_id: each mark by its id.
        ages: a number for each mark that ever was in use, the lower the earlier it came.
    """

    def __init__(self, marks: Iterable[Mark] = (), ages: dict[MarkId, int] | None = None) -> None:
        """Take marks, those first that came first into the Notebook; what lies in the bin is left out.

        Marks that stand in the `ages` of an earlier index are as old as they were; others are added there.
        """
        self.by_id: Mapping[MarkId, Mark] = {mark.id: mark for mark in marks if not mark.deleted}
        self._on: dict[Slug, tuple[Mark, ...]] = {}
        self.ages = {} if ages is None else ages
        for name in self.by_id:
            self.ages.setdefault(name, len(self.ages))

    def after(self, old: Iterable[Mark], new: Iterable[Mark]) -> "MarkIndex":
        """Return the index with new marks in the place of old ones; what is only in `old` is gone."""
        marks, put = dict(self.by_id), {mark.id: mark for mark in new}
        for mark in old:
            marks.pop(mark.id, None)
        return MarkIndex((marks | put).values(), self.ages)

    @cached_property
    def all(self) -> tuple[Mark, ...]:
        """All marks, newest first."""
        return tuple(reversed(self.by_age(self.by_id.values())))

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """Return the marks on a topic and its blocks, oldest first."""
        if slug not in self._on:
            self._on[slug] = tuple(self.by_age(mark for mark in self.by_id.values() if mark.slug == slug))
        return self._on[slug]

    @cached_property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        return frozenset(mark.slug for mark in self.by_id.values() if mark.kind is MarkKind.NOTE)

    @cached_property
    def waiting(self) -> tuple[Mark, ...]:
        """The marks that wait for their reader, oldest first."""
        return tuple(self.by_age(mark for mark in self.by_id.values() if mark.waiting))

    def by_age(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return marks, the oldest first; those that never were in use last of their second."""
        ages, youngest = self.ages, len(self.ages)
        came_first = sorted(marks, key=lambda mark: ages.get(mark.id, youngest))
        return sorted(came_first, key=attrgetter("created"))  # stable
