# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Averages scores: indicators to pillars, pillars to halves, halves to the whole; and ranks them."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import mul

from asem_reader.core.indicators.dataset import HALVES, INDEX, Dataset
from asem_reader.core.indicators.scheme import Mean
from asem_reader.core.indicators.treatment import Column

_LEAST = 1.0  # what counts least in a geometric mean: a zero would wipe out all else
_DIGITS = 9  # scores that differ only beyond these are alike

Weight = Callable[[str], float]


class Tree:
    """Which scores are averaged to which, as `aggregated` walks it."""

    def __init__(self, dataset: Dataset) -> None:
        codes = [(pillar, [one.code for one in dataset.within(pillar.code)]) for pillar in dataset.pillars]
        self.pillars = {pillar.code: tuple(inside) for pillar, inside in codes}
        self.halves = {
            half: tuple(pillar.code for pillar in dataset.pillars if pillar.half == half) for half in HALVES
        }


def aggregated(tree: Tree, indicators: Mapping[str, Column], weight: Weight, mean: Mean) -> dict[str, Column]:
    """Return the scores of the indicators and of all that is made of them, by code.

    What has no weight left in it, because all its parts weigh nothing, has no scores and counts for nothing.
    """
    scores = dict(indicators)
    across = _MEANS[mean]
    levels = ((tree.pillars, _arithmetic), (tree.halves, across), ({INDEX: HALVES}, _arithmetic))
    for level, averaged in levels:
        for code, parts in level.items():
            there = [part for part in parts if part in scores]
            weights = [weight(part) for part in there]
            if sum(weights) > 0:
                scores[code] = averaged([scores[part] for part in there], weights)
    return scores


def _arithmetic(columns: Sequence[Column], weights: Sequence[float]) -> Column:
    whole = sum(weights)
    return tuple(sum(map(mul, row, weights)) / whole for row in zip(*columns, strict=True))


def _geometric(columns: Sequence[Column], weights: Sequence[float]) -> Column:
    whole = sum(weights)
    logarithms = [[math.log(max(score, _LEAST)) for score in column] for column in columns]
    return tuple(math.exp(sum(map(mul, row, weights)) / whole) for row in zip(*logarithms, strict=True))


_MEANS = {Mean.ARITHMETIC: _arithmetic, Mean.GEOMETRIC: _geometric}


def ranks(scores: Iterable[float]) -> tuple[int, ...]:
    """Return the rank of each score, 1 for the highest; equal ones share the better rank."""
    rounded = [round(score, _DIGITS) for score in scores]
    places: dict[float, int] = {}
    for place, score in enumerate(sorted(rounded, reverse=True), 1):
        places.setdefault(score, place)
    return tuple(places[score] for score in rounded)
