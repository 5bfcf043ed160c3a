# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures made fit to be compared: divided, completed, outliers drawn in; and scaled."""

import itertools
from statistics import fmean, median, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.indicators.dataset import Country, Dataset
from asem_reader.core.indicators.scaling import scaled
from asem_reader.core.indicators.scheme import Missing, Scale
from asem_reader.core.indicators.treatment import completed, divided, drawn_in
from asem_reader.core.place import Slug

GROUPS = tuple(
    Country(iso3, iso3, Slug(iso3.lower()), region, {})
    for iso3, region in (
        ("AUT", "Europe"),
        ("BEL", "Europe"),
        ("CHN", "Asia"),
        ("IND", "Asia"),
        ("JPN", "Asia"),
    )
)
figures = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=6, max_size=60).map(tuple)


def test_what_is_missing_is_the_mean_or_the_median_of_its_own_group() -> None:
    known = (1.0, None, 2.0, None, 8.0)
    assert completed(known, GROUPS, Missing.GROUP_MEAN) == (1, 1, 2, 5, 8)
    more = (*known, 3.0)
    countries = (*GROUPS, GROUPS[-1])
    assert completed(more, countries, Missing.MEDIAN) == (1, 1, 2, 3, 8, 3)


def test_a_group_of_which_nothing_is_known_takes_all() -> None:
    assert completed((None, None, 2.0, 4.0, 6.0), GROUPS, Missing.GROUP_MEAN)[:2] == (4, 4)


def test_a_figure_without_its_denominator_is_missing(dataset: Dataset) -> None:
    """The Lao PDR has a figure for trade in electricity, and none for its use of energy."""
    trade = next(one for one in dataset.indicators if one.code == "Elec")
    laos = next(at for at, one in enumerate(dataset.countries) if one.iso3 == "LAO")
    assert ("LAO", "Elec") in dataset.readings
    assert [at for at, one in enumerate(divided(dataset, trade)) if one is None] == [laos]


def test_one_far_off_becomes_as_large_as_the_next() -> None:
    row = tuple(map(float, range(1, 20)))
    assert drawn_in((*row, 900.0)) == (*row, 19.0)
    assert drawn_in((-900.0, *row)) == (1.0, *row)
    assert drawn_in((*row, 21.0)) == (*row, 21.0)


def test_logarithms_are_taken_where_five_points_do_not_do() -> None:
    steep = tuple(2.0**power for power in range(100))
    drawn = drawn_in(steep)
    assert list(drawn) == sorted(drawn)
    assert max(drawn) - min(drawn) < 5


@given(figures)
def test_drawing_in_keeps_the_order(row: tuple[float, ...]) -> None:
    drawn = drawn_in(row)
    pairs = sorted(zip(row, drawn, strict=True))
    assert [after for _before, after in pairs] == sorted(drawn)


@given(figures, st.sampled_from(Scale), st.sampled_from((1, -1)))
def test_more_is_better_on_every_scale_or_less_if_so_turned(
    row: tuple[float, ...], scale: Scale, direction: int
) -> None:
    scores = scaled(row, direction, scale)
    pairs = sorted(zip((direction * one for one in row), scores, strict=True))
    assert all(before[1] <= after[1] + 1e-9 for before, after in itertools.pairwise(pairs))


def test_scales_have_the_ends_or_the_mean_that_they_promise() -> None:
    row = (3.0, 1.0, 2.0, 2.0, 9.0)
    assert scaled(row, 1, Scale.MINMAX) == (25, 0, 12.5, 12.5, 100)
    assert scaled(row, 1, Scale.RANK) == (75, 0, 37.5, 37.5, 100)
    assert scaled(row, -1, Scale.RANK) == (25, 100, 62.5, 62.5, 0)
    scores = scaled(row, 1, Scale.ZSCORE)
    assert (fmean(scores), stdev(scores)) == pytest.approx((50, 10))
    assert median(scores) == scores[2]


@pytest.mark.parametrize("scale", Scale)
def test_what_does_not_vary_says_nothing(scale: Scale) -> None:
    assert scaled((4.0,) * 5, 1, scale) == (50.0,) * 5
