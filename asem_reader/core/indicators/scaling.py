# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Scales the figures of an indicator, so that those of different units can be averaged."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from statistics import fmean, stdev

from asem_reader.core.indicators.scheme import Scale
from asem_reader.core.indicators.treatment import Column

_FLAT = 50.0  # the score of all where nothing varies


def scaled(figures: Column, direction: int, scale: Scale) -> Column:
    """Return scores for which more is better, as `Scale` says; 50 for all if all figures are alike."""
    turned = tuple(direction * figure for figure in figures)
    return _SCALES[scale](turned) if min(turned) < max(turned) else (_FLAT,) * len(turned)


def _minmax(figures: Column) -> Column:
    low, high = min(figures), max(figures)
    return tuple(100 * (figure - low) / (high - low) for figure in figures)


def _zscore(figures: Column) -> Column:
    mean, deviation = fmean(figures), stdev(figures)
    return tuple(50 + 10 * (figure - mean) / deviation for figure in figures)


def _ranks(figures: Column) -> Column:
    """Mid-ranks, that is the mean of the places that equal figures share, from 0 to 100."""
    rising, last = sorted(figures), len(figures) - 1
    places = ((bisect_left(rising, one) + bisect_right(rising, one) - 1) / 2 for one in figures)
    return tuple(100 * place / last for place in places)


_SCALES: Mapping[Scale, Callable[[Column], Column]] = {
    Scale.MINMAX: _minmax,
    Scale.ZSCORE: _zscore,
    Scale.RANK: _ranks,
}
