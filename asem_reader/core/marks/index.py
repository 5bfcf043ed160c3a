# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Index of all marks in use, by id, age and topic; a change makes another index of them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter

from asem_reader.core.marks.mark import Mark, MarkId, MarkKind
from asem_reader.core.place import Slug

_CREATED = attrgetter("created")


class MarkIndex:
    """An immutable index of marks; each of its lists is made when it is first asked for.

    Of marks of one second the first to come is the older.

    Attributes:
        by_id: each mark by its id, in the order in which they came.
        ages: a number for each mark that ever was in use, the lower the earlier it came; indexes that share
            it agree on who is older, also of marks that went and came back.
    """

    def __init__(
        self, by_id: Mapping[MarkId, Mark] | None = None, ages: dict[MarkId, int] | None = None
    ) -> None:
        self.by_id = by_id or {}
        self.ages = {} if ages is None else ages

    def after(self, old: Iterable[Mark], new: Iterable[Mark]) -> "MarkIndex":
        """Return the index with new marks in the place of old ones; what lies in the bin is left out."""
        put = {mark.id: mark for mark in new}
        marks = {**self.by_id, **put}
        come_back = any(name in self.ages for name in set(put).difference(self.by_id))
        for name in (*(mark.id for mark in old if mark.id not in put), *put):
            if name not in put or put[name].deleted:
                marks.pop(name, None)
            else:
                self.ages.setdefault(name, len(self.ages))
        if come_back:
            marks = {name: marks[name] for name in sorted(marks, key=self.ages.__getitem__)}
        return MarkIndex(marks, self.ages)

    @cached_property
    def all(self) -> tuple[Mark, ...]:
        """All marks, newest first."""
        return tuple(reversed(sorted(self.by_id.values(), key=_CREATED)))  # noqa: C413 (stable)

    @cached_property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        return frozenset(mark.slug for mark in self.by_id.values() if mark.kind is MarkKind.NOTE)

    @cached_property
    def _on(self) -> dict[Slug, tuple[Mark, ...]]:
        return {}

    def on(self, slug: Slug) -> tuple[Mark, ...]:
        """Return the marks on a topic and its blocks, oldest first."""
        if slug not in self._on:
            there = (mark for mark in self.by_id.values() if mark.slug == slug)
            self._on[slug] = tuple(sorted(there, key=_CREATED))
        return self._on[slug]

    def by_age(self, marks: Iterable[Mark]) -> list[Mark]:
        """Return marks, the oldest first; those that never were in use last of their second."""
        ages, youngest = self.ages, len(self.ages)
        return sorted(marks, key=lambda mark: (mark.created, ages.get(mark.id, youngest)))
