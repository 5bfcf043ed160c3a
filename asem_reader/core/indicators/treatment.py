# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes raw figures fit to be compared: divided, completed, and with outliers drawn in.

The steps and their order are the JRC's, as COINr's `build_example_coin` takes them (COINr 1.1.14).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median

from asem_reader.core.indicators.dataset import Country, Dataset, Indicator
from asem_reader.core.indicators.scheme import Missing

Column = tuple[float, ...]  # a figure for each country, in the dataset's order

SKEWNESS, KURTOSIS = 2.0, 3.5  # at and beyond both of them a column has outliers
_DRAWN_IN = 5  # so many points may be winsorised
_OFFSET = 0.01

_STANDINS: Mapping[Missing, Callable[[Sequence[float]], float]] = {
    Missing.GROUP_MEAN: fmean,
    Missing.MEDIAN: median,
}


def columns(dataset: Dataset, missing: Missing) -> dict[str, Column]:
    """Return the figures of each indicator ready to be scaled, by code; more need not be better."""
    return {
        one.code: drawn_in(completed(divided(dataset, one), dataset.countries, missing))
        for one in dataset.indicators
    }


def divided(dataset: Dataset, indicator: Indicator) -> tuple[float | None, ...]:
    """Return the figures over the indicator's denominator, if it has one; None where either is missing."""
    return tuple(dataset.figure(country, indicator) for country in dataset.countries)


def completed(
    figures: Sequence[float | None], countries: Sequence[Country], missing: Missing
) -> tuple[float, ...]:
    """Return figures in which the mean or the median of a country's group stands for what is missing."""
    groups: dict[str, list[float]] = {country.region: [] for country in countries}
    for country, figure in zip(countries, figures, strict=True):
        groups[country.region] += [] if figure is None else [figure]
    everyone = [figure for figures in groups.values() for figure in figures]
    standins = {group: _STANDINS[missing](known or everyone) for group, known in groups.items()}
    pairs = zip(countries, figures, strict=True)
    return tuple(standins[country.region] if figure is None else figure for country, figure in pairs)


def drawn_in(figures: Column) -> Column:
    """Return figures without outliers: the outermost, at most about five, become as large as the next.

    If that does not do, the logarithm is taken of all.
    """
    drawn, highest, lowest = list(figures), 0, 0
    while has_outliers(drawn) and highest + lowest < _DRAWN_IN:
        edge, inner = (max, min) if _moments(drawn)[0] >= 0 else (min, max)
        outermost = edge(drawn)
        at = [place for place, figure in enumerate(drawn) if figure == outermost]
        following = edge(figure for figure in drawn if figure != outermost)
        for place in at:
            drawn[place] = following
        highest, lowest = (len(at), lowest) if inner is min else (highest, len(at))
    return tuple(drawn) if not has_outliers(drawn) else _logarithms(figures)


def has_outliers(figures: Sequence[float]) -> bool:
    """True if figures are both skewed and heavy-tailed."""
    skewness, kurtosis = _moments(figures)
    return abs(skewness) >= SKEWNESS and kurtosis >= KURTOSIS


def _moments(figures: Sequence[float]) -> tuple[float, float]:
    """Skewness G1 and excess kurtosis G2 of a sample (Joanes and Gill, 1998); 0 for what does not vary."""
    n, mean = len(figures), fmean(figures)
    off = [figure - mean for figure in figures]
    second, third, fourth = (fmean(one**power for one in off) for power in (2, 3, 4))
    if n < 4 or second <= 0:
        return 0.0, 0.0
    skewness = third / second**1.5 * math.sqrt(n * (n - 1)) / (n - 2)
    kurtosis = ((n + 1) * (fourth / second**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return skewness, kurtosis


def _logarithms(figures: Column) -> Column:
    low, high = min(figures), max(figures)
    return tuple(math.log(figure - low + _OFFSET * (high - low)) for figure in figures)
