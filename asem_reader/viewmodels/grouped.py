# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All marks in the groups of a view, made once for each state of the marks."""

import datetime
from collections.abc import Callable, Generator

from asem_reader.core.exchange.guide import Guide
from asem_reader.core.grouping import Group, View, by_colour, by_date, by_folder, by_tag, by_topic
from asem_reader.core.marks import Folder, Mark
from asem_reader.viewmodels.marks import Marks
from asem_reader.viewmodels.standings import Standings


class Grouped:
    """Groups marks; of each view asked for the last groups are kept, for as long as they are true."""

    def __init__(
        self,
        marks: Marks,
        guide: Callable[[], Guide],
        today: Callable[[], datetime.date],
        zone: datetime.tzinfo | None,
    ) -> None:
        self._marks = marks
        self._standings = Standings(guide)
        self._today = today
        self._zone = zone
        self._made: dict[View, tuple[tuple[object, ...], Group]] = {}

    @property
    def guide(self) -> Guide:
        """Titles and order of the Library."""
        return self._standings.guide

    def by(self, view: View) -> Generator[None, None, Group]:
        """Group all marks, or those in the bin, in steps; what is not read yet is read."""
        if view is not View.BIN:
            yield from self._marks.learning()
        if view is View.TOPICS:
            yield from self._standings.preparing(self._marks.all)
        marks = self._marks.bin if view is View.BIN else self._marks.all
        made_of = view, marks, self._marks.folders, self._today()
        before, whole = self._made.get(view, ((), None))
        if whole is None or made_of != before:  # the same tuples are compared at once
            whole = self._group(*made_of)
            self._made[view] = made_of, whole
            yield
        return whole

    def _group(
        self, view: View, marks: tuple[Mark, ...], folders: tuple[Folder, ...], today: datetime.date
    ) -> Group:
        if view is View.FOLDERS:
            return by_folder(marks, folders)
        if view is View.TOPICS:
            return by_topic(marks, self._marks.title_of, self._standings.of)
        if view is View.DATES:
            return by_date(marks, today, self._zone)
        if view is View.BIN:
            return Group("", "", marks, (), len(marks))
        return by_tag(marks) if view is View.TAGS else by_colour(marks)
