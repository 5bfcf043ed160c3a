# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The way the reader came: places visited, where they stood at each, and at which of them they are."""

from typing import NamedTuple

from asem_reader.core.place import BlockId, Place

LONGEST = 500


class Whereabouts(NamedTuple):
    """A place on the page that another layout of it has too: figures may come, and sizes change."""

    anchor: str  # the last one up to there; empty if there is none
    after: int  # how many stops after it
    share: float = 0.0  # how much of the stop is above the place


class Standpoint(NamedTuple):
    """Where on the page one is, or from where one jumped: a paragraph, a letter in it, what is on top."""

    here: Whereabouts | None
    letter: int
    top: Whereabouts | None
    on_link: bool = False  # whether a link there has the keys


Steps = tuple[Standpoint, ...]


class Trail(NamedTuple):
    """Places visited, oldest first, and at which of them one is (-1: none yet).

    Attributes:
        stood: of each place from where one jumped on its page, and at the end where one was when it was left;
            it may be shorter than `places`.
    """

    places: tuple[Place, ...] = ()
    at: int = -1
    stood: tuple[Steps, ...] = ()

    @property
    def here(self) -> Place | None:
        """The place that lies open."""
        return self.places[self.at] if self.places else None

    @property
    def steps(self) -> Steps:
        """Where one stood on the page that lies open, when it was left; nothing if it was not."""
        return next(iter(self.stood[self.at : self.at + 1]), ()) if self.places else ()

    @property
    def can_go_back(self) -> bool:
        """True if there is a place before this one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """True if there is a place after this one."""
        return self.at < len(self.places) - 1

    def went(self, place: Place) -> "Trail":
        """Return the trail after going to `place`. What lay ahead is forgotten; a step in a topic is none."""
        if self.here and place.slug == self.here.slug:
            return self.resting_at(place.block).standing_at(())
        places = (*self.places[: self.at + 1], place)
        cut = max(0, len(places) - LONGEST)
        return Trail(places[cut:], len(places) - cut - 1, self.stood[cut : self.at + 1])

    def resting_at(self, block: BlockId | None) -> "Trail":
        """Return the trail with the block of the place that lies open changed."""
        if self.here is None:
            return self
        here = Place(self.here.slug, block)
        return self._replace(places=(*self.places[: self.at], here, *self.places[self.at + 1 :]))

    def standing_at(self, steps: Steps) -> "Trail":
        """Return the trail with where one stands on the page that lies open."""
        if self.here is None:
            return self
        stood = (*self.stood, *[()] * len(self.places))[: len(self.places)]
        return self._replace(stood=(*stood[: self.at], steps, *stood[self.at + 1 :]))

    def back(self) -> "Trail":
        """Return the trail one place back, or this one at its beginning."""
        return self._replace(at=self.at - 1) if self.can_go_back else self

    def forward(self) -> "Trail":
        """Return the trail one place forward, or this one at its end."""
        return self._replace(at=self.at + 1) if self.can_go_forward else self
