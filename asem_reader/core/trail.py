# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The way the reader came: places visited, and where on that way they stand."""

from typing import NamedTuple

from asem_reader.core.place import BlockId, Place

LONGEST = 500


class Trail(NamedTuple):
    """Places visited, oldest first, and at which of them one is (-1: none yet)."""

    places: tuple[Place, ...] = ()
    at: int = -1

    @property
    def here(self) -> Place | None:
        """The place that lies open."""
        return self.places[self.at] if self.places else None

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
            return self.resting_at(place.block)
        places = (*self.places[: self.at + 1], place)[-LONGEST:]
        return Trail(places, len(places) - 1)

    def resting_at(self, block: BlockId | None) -> "Trail":
        """Return the trail with the block of the place that lies open changed."""
        if self.here is None:
            return self
        here = Place(self.here.slug, block)
        return Trail((*self.places[: self.at], here, *self.places[self.at + 1 :]), self.at)

    def back(self) -> "Trail":
        """Return the trail one place back, or this one at its beginning."""
        return self._replace(at=self.at - 1) if self.can_go_back else self

    def forward(self) -> "Trail":
        """Return the trail one place forward, or this one at its end."""
        return self._replace(at=self.at + 1) if self.can_go_forward else self
