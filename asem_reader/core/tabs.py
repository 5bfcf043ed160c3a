# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tabs: topics that lie open one behind another, each with its own way."""

from typing import NamedTuple

from asem_reader.core.trail import Trail

_REMEMBERED = 25  # tabs that were closed


class Tab(NamedTuple):
    """What lies open in one tab: the way there, and the words marked on the page."""

    trail: Trail = Trail()
    words: tuple[str, ...] = ()


class Tabs(NamedTuple):
    """Tabs in their order, which of them is in front, and those that were closed, the last one last."""

    all: tuple[Tab, ...] = (Tab(),)
    at: int = 0
    closed: tuple[tuple[int, Tab], ...] = ()

    @property
    def front(self) -> Tab:
        """The one that is shown."""
        return self.all[self.at]

    def fronted(self, tab: Tab) -> "Tabs":
        """Return these with another in place of the front one."""
        return self._replace(all=(*self.all[: self.at], tab, *self.all[self.at + 1 :]))

    def beside(self, steps: int) -> "Tabs":
        """Return these with the one in front that is so many further on, round and round."""
        return self._replace(at=(self.at + steps) % len(self.all))

    def added(self, tab: Tab, *, behind: bool = False) -> "Tabs":
        """Return these with one more at the end, in front or behind the one that is."""
        return self._replace(all=(*self.all, tab), at=self.at if behind else len(self.all))

    def moved(self, start: int, end: int) -> "Tabs":
        """Return these with one of them at another place; the same is in front."""
        order = [number for number in range(len(self.all)) if number != start]
        order.insert(end, start)
        return self._replace(all=tuple(self.all[number] for number in order), at=order.index(self.at))

    def without(self, number: int) -> "Tabs":
        """Return these with one closed, which is not the last; behind the front one comes the next."""
        kept = (*self.all[:number], *self.all[number + 1 :])
        at = min(self.at - (number < self.at), len(kept) - 1)
        return Tabs(kept, at, (*self.closed, (number, self.all[number]))[-_REMEMBERED:])

    def forgotten(self) -> "Tabs":
        """Return these with no way to what lies open in each, and none that was closed."""
        here = (tab.trail.here for tab in self.all)
        ways = (Trail().went(place) if place else Trail() for place in here)
        kept = (tab._replace(trail=way) for tab, way in zip(self.all, ways, strict=True))
        return Tabs(tuple(kept), self.at)

    def reopened(self) -> "Tabs":
        """Return these with the one in front, where it stood, that was closed last; these, if none was."""
        if not self.closed:
            return self
        number, tab = self.closed[-1]
        number = min(number, len(self.all))
        return Tabs((*self.all[:number], tab, *self.all[number:]), number, self.closed[:-1])
