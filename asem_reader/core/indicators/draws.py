# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How far ranks move when each weight is a little more or less: intervals from seeded draws.

The uncertainty analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7; a
weight's factor is from 0.75 to 1.25, as in COINr.
"""

import random
from collections.abc import Iterator, Mapping
from math import ceil

from asem_reader.core.indicators.aggregate import Tree, aggregated, ranks
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.treatment import Column

DRAWS = 500
SEED = 2018
SPREAD = 0.25  # a weight is drawn from so much less to so much more
_LOW, _HIGH = 0.05, 0.95


class Draws:
    """Draws of weights around a scheme's, and the ranks that each gives."""

    def __init__(
        self, tree: Tree, indicators: Mapping[str, Column], scheme: Scheme, code: str, seed: int = SEED
    ) -> None:
        self._tree = tree
        self._indicators = indicators
        self._scheme = scheme
        self._code = code
        # The same numbers on each machine: only `random()` is promised to stay as it is.
        self._random = random.Random(seed).random
        self.ranks: list[tuple[int, ...]] = []

    def steps(self, count: int = DRAWS) -> Iterator[None]:
        """Draw so often, and yield after each draw."""
        codes = (*self._indicators, *self._tree.pillars, *self._tree.halves)
        weights = {code: self._scheme.weight(code) for code in codes}
        for _each in range(count):
            drawn = {code: weights[code] * (1 - SPREAD + 2 * SPREAD * self._random()) for code in codes}
            scores = aggregated(self._tree, self._indicators, drawn.__getitem__, self._scheme.mean)
            self.ranks.append(ranks(scores[self._code]))
            yield

    def intervals(self) -> tuple[tuple[int, int], ...]:
        """The 5th and the 95th percentile of each country's ranks, by the nearest rank."""
        last = len(self.ranks)
        ends = (max(ceil(_LOW * last), 1) - 1, ceil(_HIGH * last) - 1)
        return tuple((drawn[ends[0]], drawn[ends[1]]) for drawn in map(sorted, zip(*self.ranks, strict=True)))
