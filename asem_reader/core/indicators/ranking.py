# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A ranking: scores and ranks of all countries under one scheme, and what the scheme changed."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.aggregate import Tree, aggregated, ranks
from asem_reader.core.indicators.dataset import Country, Dataset
from asem_reader.core.indicators.draws import DRAWS, SEED, Draws
from asem_reader.core.indicators.scaling import scaled
from asem_reader.core.indicators.scheme import Missing, Scale, Scheme
from asem_reader.core.indicators.treatment import Column, columns
from asem_reader.core.language import _


class Standing(NamedTuple):
    """Where one country stands."""

    country: Country
    score: float
    rank: int  # from 1; equal scores share the better one
    jrc: int  # its rank under the JRC's own scheme
    imputed: int  # how many of the figures in it are stand-ins
    low: int = 0  # the 5th and 95th percentile of its rank in the draws; 0 before there are any
    high: int = 0


class Rankings:
    """Scores under any scheme; what schemes share is computed once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.tree = Tree(dataset)
        self._columns: dict[Missing, dict[str, Column]] = {}
        self.indicators = lru_cache(maxsize=8)(self._scaled)
        self.scores = lru_cache(maxsize=8)(self._scores)
        self.lacking = lru_cache(maxsize=None)(self._counted)

    def _scaled(self, missing: Missing, scale: Scale) -> dict[str, Column]:
        """The scores of the indicators, by code."""
        if missing not in self._columns:
            self._columns[missing] = columns(self.dataset, missing)
        ready = self._columns[missing]
        return {one.code: scaled(ready[one.code], one.direction, scale) for one in self.dataset.indicators}

    def _scores(self, scheme: Scheme) -> dict[str, Column]:
        """All scores under a scheme, by code; raises BadScheme if its weights leave nothing."""
        indicators = self.indicators(scheme.missing, scheme.scale)
        return aggregated(self.tree, indicators, scheme.weight, scheme.mean)

    def scores_of(self, code: str, scheme: Scheme) -> Column:
        """The scores of one code, in the order of the countries.

        Raises:
            BadScheme: the weights leave nothing that it could be made of.
        """
        scores = self.scores(scheme)
        if code not in scores:
            sentence = _("all that {name} is made of has the weight 0")
            raise BadScheme(sentence.format(name=self.dataset.names[code]))
        return scores[code]

    def draws(self, code: str, scheme: Scheme, seed: int = SEED) -> Draws:
        """Draws around a scheme; raises as `scores_of`."""
        self.scores_of(code, scheme)
        return Draws(self.tree, self.indicators(scheme.missing, scheme.scale), scheme, code, seed)

    def standings(self, code: str, scheme: Scheme) -> tuple[Standing, ...]:
        """All countries, best first, without intervals; raises as `scores_of`."""
        scores, lacking = self.scores_of(code, scheme), self.lacking(code)
        table = (self.dataset.countries, scores, ranks(scores), ranks(self.scores_of(code, Scheme())))
        found = [
            Standing(country, score, rank, jrc, lacking.get(country.iso3, 0))
            for country, score, rank, jrc in zip(*table, strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (one.rank, one.country.name)))

    def ranking(self, code: str, scheme: Scheme, count: int = DRAWS) -> tuple[Standing, ...]:
        """All countries, best first, with intervals from so many draws; raises as `scores_of`."""
        draws = self.draws(code, scheme)
        for _each in draws.steps(count):
            pass
        return self.with_intervals(self.standings(code, scheme), draws)

    def with_intervals(self, standings: tuple[Standing, ...], draws: Draws) -> tuple[Standing, ...]:
        """The same with the intervals that were drawn."""
        ends = dict(zip((one.iso3 for one in self.dataset.countries), draws.intervals(), strict=True))
        return tuple(
            one._replace(low=ends[one.country.iso3][0], high=ends[one.country.iso3][1]) for one in standings
        )

    def _counted(self, code: str) -> Mapping[str, int]:
        """How many figures of each country are stand-ins."""
        return Counter(country.iso3 for country, _indicator in self.dataset.lacking(code))
