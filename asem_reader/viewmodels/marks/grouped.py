# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All marks in the groups of a view, sorted once and kept current change by change."""

import datetime
from collections.abc import Callable, Generator, Iterator
from functools import cached_property

from asem_reader.core.marks.buckets import Buckets, Drawn, Rule
from asem_reader.core.marks.grouping import (
    COLOURED,
    FILED,
    TAGGED,
    Group,
    View,
    by_colour,
    by_date,
    by_folder,
    by_tag,
    by_topic,
    dating,
    in_reading_order,
)
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.index import MarkIndex
from asem_reader.viewmodels.marks.marks import Marks


class FilledBuckets:
    """Drawers with all marks of a register, and how much of what changed in it they know."""

    def __init__(self, index: MarkIndex, rule: Rule, today: datetime.date) -> None:
        """Take the register, by what its marks are sorted, and the day on which that holds."""
        self._index = index
        self._today = today
        self._buckets = Buckets(rule, index.key)
        self._known = 0

    def filling(self) -> Iterator[None]:
        """Put all marks in, in steps; what changes meanwhile is caught up with."""
        self._known = self._index.replacements
        yield from self._buckets.filling(reversed(self._index.all))

    def caught_up(self, index: MarkIndex, today: datetime.date) -> Drawn | None:
        """Return the drawers as the marks are now; None if they are to be filled anew."""
        replaced = self._index.since(self._known)
        if index is not self._index or today != self._today or replaced is None:
            return None
        for old, new in replaced:
            self._buckets.replace(old, new)
        self._known = self._index.replacements
        return self._buckets


class MarkGrouper:
    """Groups marks. What was sorted for a view is kept for the day, or until all marks are read again."""

    def __init__(
        self,
        marks: Marks,
        guide: Callable[[], Guide],
        today: Callable[[], datetime.date],
        zone: datetime.tzinfo | None,
    ) -> None:
        self._marks = marks
        self._read_guide = guide
        self._today = today
        self._zone = zone
        self._filled: dict[View, FilledBuckets] = {}

    @cached_property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self._read_guide()

    def by(self, view: View) -> Generator[None, None, Group]:
        """Group all marks, or those in the bin, in steps; what is not read yet is read."""
        if view is View.BIN:
            return Group("", "", self._marks.bin, (), len(self._marks.bin))
        yield from self._marks.learning()
        index, today = self._marks.index, self._today()
        filled = self._filled.get(view)
        drawn = filled.caught_up(index, today) if filled else None
        while drawn is None:
            filled = FilledBuckets(index, self._rule(view, today), today)
            yield from filled.filling()
            drawn = filled.caught_up(index, today)
            self._filled[view] = filled
        return self._group(view, drawn, today)

    def _rule(self, view: View, today: datetime.date) -> Rule:
        if view is View.TOPICS:
            return in_reading_order(self.guide.standing)
        if view is View.DATES:
            return dating(today, self._zone)
        return {View.FOLDERS: FILED, View.TAGS: TAGGED, View.COLOURS: COLOURED}[view]

    def _group(self, view: View, drawn: Drawn, today: datetime.date) -> Group:
        if view is View.FOLDERS:
            return by_folder(drawn, self._marks.folders)
        if view is View.TOPICS:
            return by_topic(drawn, self._marks.title_of)
        if view is View.DATES:
            return by_date(drawn, today, self._zone)
        return by_tag(drawn) if view is View.TAGS else by_colour(drawn)
