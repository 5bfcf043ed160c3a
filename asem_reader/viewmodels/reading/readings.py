# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reading log as the window knows it: remembered at once, written down now and then."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from asem_reader.core.made import MADE
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.reading import Rest, State, Visit, state
from asem_reader.store.notebook.readinglog import ReadingLog


class Readings(QObject):
    """Write-back cache of the reading log: where each topic was left, when it was open, if it changed."""

    opened = Signal()  # a topic was
    changed = Signal()  # the state of a topic is another

    def __init__(
        self,
        log: ReadingLog,
        digests: Callable[[Iterable[Slug]], Mapping[Slug, str]],
        clock: Callable[[], datetime.datetime] = lambda: datetime.datetime.now().astimezone(),
        parent: QObject | None = None,
    ) -> None:
        """Take the record; `digests` tells of the texts of some topics, and is asked when there is time."""
        super().__init__(parent)
        self._log = log
        self._ask_digests = digests
        self._digests: dict[Slug, str] = {}
        self._clock = clock
        self._visits: dict[tuple[str, Slug], Visit] = {}  # since the start, which does not read those before
        self._new_rests: set[Slug] = set()
        self._new_visits: set[tuple[str, Slug]] = set()

    @cached_property
    def _rests(self) -> dict[Slug, Rest]:
        return self._log.rests()

    def compare(self) -> None:
        """Find out which topics are otherwise than they were read."""
        read = (slug for slug, rest in self._rests.items() if rest.digest)
        self._digests = dict(self._ask_digests(read))
        self.changed.emit()

    def rest(self, slug: Slug) -> BlockId | None:
        """The block where a topic was left; None for its beginning."""
        return self._rest(slug).block

    def state(self, slug: Slug) -> State:
        """The state of a topic: read as it is now, changed since, or unread."""
        return state(self._rests.get(slug), self._digests.get(slug, ""))

    @property
    def visits(self) -> tuple[Visit, ...]:
        """All days and topics, newest first."""
        earlier = (v for v in reversed(self._log.visits()) if (v.day, v.slug) not in self._visits)
        newest_first = reversed((*earlier, *self._visits.values()))
        return tuple(sorted(newest_first, key=lambda visit: visit.at, reverse=True))

    @property
    def today(self) -> datetime.date:
        """The day where the reader is."""
        return self._clock().date()

    def visited(self, slug: Slug) -> None:
        """Remember that a topic was opened; a page that is in no Library is none."""
        if slug in MADE:
            return
        now = self._clock()
        visit = Visit(now.date().isoformat(), slug, _utc(now))
        self._visits.pop((visit.day, slug), None)  # of one second, the last comes first
        self._visits[visit.day, slug] = visit
        self._new_visits.add((visit.day, slug))
        self.opened.emit()

    def rested(self, slug: Slug, block: BlockId | None) -> None:
        """Remember where in a topic the reader is."""
        if slug not in MADE:
            self._keep(self._rest(slug)._replace(block=block, at=_utc(self._clock())))

    def read(self, slug: Slug) -> None:
        """Remember that a topic was read as it is now."""
        if slug in MADE:
            return
        before = self.state(slug)
        self._digests |= self._ask_digests([slug])
        self._keep(self._rest(slug)._replace(at=_utc(self._clock()), digest=self._digests.get(slug, "")))
        if self.state(slug) is not before:
            self.changed.emit()

    def keep(self) -> None:
        """Write down what is new; what could not be written is tried again next time."""
        left = [self._rests[slug] for slug in self._new_rests]
        visits = [self._visits[key] for key in self._new_visits]
        if (left or visits) and self._log.keep(left, visits):
            self._new_rests.clear()
            self._new_visits.clear()

    def clear(self) -> bool:
        """Forget what was open, what was read and where it was left; return whether it could be."""
        if not self._log.clear():
            return False
        for remembered in (self._rests, self._visits, self._new_rests, self._new_visits):
            remembered.clear()
        self.opened.emit()
        self.changed.emit()
        return True

    def close(self) -> None:
        """Write down what is new, and let go of the file."""
        self.keep()
        self._log.close()

    def _rest(self, slug: Slug) -> Rest:
        return self._rests.get(slug) or Rest(slug, None, "")

    def _keep(self, rest: Rest) -> None:
        if self._rests.get(rest.slug) != rest:
            self._rests[rest.slug] = rest
            self._new_rests.add(rest.slug)


def _utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
