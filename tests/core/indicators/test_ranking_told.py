# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A ranking is told in one sentence: what was changed, and what that does to a rank."""

import re
from dataclasses import replace

import pytest

from asem_reader.core.indicators.dataset import INDEX, Dataset
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Mean, Missing, Scheme
from asem_reader.core.indicators.shown import compared
from asem_reader.core.indicators.wording import changes, missing, moved, ordinal, sentence

TWICE = Scheme((("Physical", 2.0),))


def singapore(rankings: Rankings, scheme: Scheme, code: str = INDEX) -> Standing:
    standings = rankings.standings(code, scheme)
    return next(one for one in standings if one.country.iso3 == "SGP")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (50, "50th")],
)
def test_a_rank_is_an_ordinal(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_the_jrc_s_ranking_is_told_as_such(rankings: Rankings, dataset: Dataset) -> None:
    one = singapore(rankings, Scheme())
    said = "By the JRC’s ranking, all weights equal, Singapore is 14th of 51."
    assert sentence(dataset, INDEX, Scheme(), one) == said
    drawn = sentence(dataset, INDEX, Scheme(), one._replace(low=10, high=18))
    assert drawn == f"{said} It is from 10th to 18th if each weight is up to a quarter more or less."
    assert "It stays 14th if" in sentence(dataset, INDEX, Scheme(), one._replace(low=14, high=14))


def test_what_was_changed_is_told_with_what_it_does(rankings: Rankings, dataset: Dataset) -> None:
    one = singapore(rankings, TWICE)
    said = "Your weights: Physical connectivity 2. By the JRC’s ranking Singapore is 14th of 51;"
    assert sentence(dataset, INDEX, TWICE, one) == f"{said} by these weights {ordinal(one.rank)}."
    unmoved = one._replace(rank=14)
    assert sentence(dataset, INDEX, TWICE, unmoved).endswith("14th of 51; so it is by this one.")


def test_choices_of_method_are_told(dataset: Dataset) -> None:
    scheme = Scheme.of(
        {"scale": "rank", "mean": "geometric", "missing": "median", "weights": "p2p:0.5"}, dataset.codes
    )
    assert changes(dataset, scheme) == (
        "Your weights: People-to-people connectivity 0.5. Your method: places in place of figures;"
        " geometric mean of the pillars; the median of the group for what is missing."
    )
    assert changes(dataset, Scheme()) == ""


def test_no_weight_changes_an_indicator(rankings: Rankings, dataset: Dataset) -> None:
    one = singapore(rankings, TWICE, "LPI")._replace(low=5, high=5)
    assert sentence(dataset, "LPI", TWICE, one).endswith(
        "No weight changes the ranking by a single indicator."
    )


def test_what_is_missing_is_told_with_what_stands_in() -> None:
    assert missing(0, 49, Missing.MEDIAN) == "no figure missing"
    assert missing(1, 49, Missing.MEDIAN) == "1 of 49 figures missing, the group’s median stands in"
    assert (
        missing(2, 49, Missing.GROUP_MEAN) == "2 of 49 figures missing, the group’s mean stands in for each"
    )


def test_weights_are_not_told_for_what_the_method_did_too(dataset: Dataset, rankings: Rankings) -> None:
    scheme = replace(TWICE, mean=Mean.GEOMETRIC)
    one = next(one for one in rankings.standings(INDEX, scheme) if one.rank != one.jrc)
    assert f"by these weights and this method {ordinal(one.rank)}." in sentence(dataset, INDEX, scheme, one)


def test_a_move_is_told_in_few_words() -> None:
    assert moved("Singapore", 8, 14) == "Singapore 8th, was 14th"
    assert moved("Singapore", 8, 8) == "Singapore still 8th"


def test_a_figure_is_told_as_it_is_compared(dataset: Dataset) -> None:
    country = next(one for one in dataset.countries if one.iso3 == "SGP")
    told = {one.code: compared(dataset, country, one) for one in dataset.indicators}
    assert "2 crossings over 697 km²" in told.values()
    assert told["LPI"].endswith(" points of 5")
    lacking = {one.code for who, one in dataset.lacking(INDEX) if who is country}
    assert {code for code, said in told.items() if not said} == lacking


def test_one_is_told_in_the_singular(dataset: Dataset) -> None:
    told = [compared(dataset, country, one) for country in dataset.countries for one in dataset.indicators]
    ones = [said for said in told if said.startswith("1 ")]
    assert {"1 measure", "1 country", "1 secretariat over 53.4 million people"} <= set(ones)
    assert [said for said in ones if re.match(r"1 [a-z]+s( over|$)", said)] == []
