# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Scores and ranks by the JRC's method, and under weights and choices of one's own."""

from statistics import correlation, geometric_mean

import pytest

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.aggregate import ranks
from asem_reader.core.indicators.dataset import HALVES, INDEX, Dataset
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.core.indicators.scheme import Mean, Missing, Scale, Scheme

JRC = Scheme()


def rank_of(rankings: Rankings, iso3: str, code: str = INDEX, scheme: Scheme = JRC) -> int:
    return next(one.rank for one in rankings.standings(code, scheme) if one.country.iso3 == iso3)


def test_the_best_have_the_scores_that_were_published(rankings: Rankings) -> None:
    """The three known answers of the portal's data."""
    best = [(one.country.iso3, round(one.score, 2)) for one in rankings.standings(INDEX, JRC)[:3]]
    assert best == [("CHE", 68.38), ("NLD", 64.82), ("DNK", 64.80)]


def test_halves_relate_as_the_portal_says(rankings: Rankings) -> None:
    scores = rankings.scores(JRC)
    others = {"sustainability": 0.60, "Social": 0.86, "Environ": -0.12}
    found = {code: correlation(scores["connectivity"], scores[code]) for code in others}
    assert found == pytest.approx(others, abs=0.005)
    best = [one.country.iso3 for one in rankings.standings("connectivity", JRC)[:5]]
    assert best == ["LUX", "BEL", "CHE", "NLD", "SGP"]
    assert rank_of(rankings, "SGP", "sustainability") == 37


def test_every_partner_has_a_score_in_everything(rankings: Rankings, dataset: Dataset) -> None:
    assert len(dataset.codes) == 1 + 2 + 8 + 49
    for code in dataset.codes:
        standings = rankings.standings(code, JRC)
        assert len({one.country.iso3 for one in standings}) == len(dataset.countries) == 51
        assert all(-1e-9 <= one.score <= 100 + 1e-9 for one in standings)
        assert [one.score for one in standings] == sorted((one.score for one in standings), reverse=True)


def test_a_pillar_is_the_mean_of_its_indicators_by_their_weights(rankings: Rankings) -> None:
    scheme = Scheme((("Embs", 3.0), ("UNVote", 0.0)))
    scores = rankings.scores(scheme)
    columns = zip(scores["Embs"], scores["IGOs"], scores["Political"], strict=True)
    assert all(pillar == pytest.approx((3 * embassies + igos) / 4) for embassies, igos, pillar in columns)


def test_a_geometric_mean_is_taken_across_pillars_alone(rankings: Rankings, dataset: Dataset) -> None:
    scores, plain = rankings.scores(Scheme(mean=Mean.GEOMETRIC)), rankings.scores(JRC)
    for half in HALVES:
        pillars = [pillar.code for pillar in dataset.pillars if pillar.half == half]
        assert all(scores[pillar] == plain[pillar] for pillar in pillars)
        rows = zip(*(plain[pillar] for pillar in pillars), strict=True)
        wanted = [geometric_mean([max(score, 1) for score in row]) for row in rows]
        assert scores[half] == pytest.approx(wanted)
    halves = zip(scores["connectivity"], scores["sustainability"], scores[INDEX], strict=True)
    assert all(whole == pytest.approx((one + other) / 2) for one, other, whole in halves)


def test_what_all_weigh_alike_changes_no_rank(rankings: Rankings, dataset: Dataset) -> None:
    heavy = Scheme(tuple(sorted((code, 7.0) for code in dataset.codes if code != INDEX)))
    before, after = rankings.scores_of(INDEX, JRC), rankings.scores_of(INDEX, heavy)
    assert after == pytest.approx(before)


def test_another_scale_or_stand_in_moves_some_and_few_far(rankings: Rankings) -> None:
    for scheme in (Scheme(scale=Scale.ZSCORE), Scheme(scale=Scale.RANK), Scheme(missing=Missing.MEDIAN)):
        moved = [abs(one.rank - one.jrc) for one in rankings.standings(INDEX, scheme)]
        assert any(moved)
        assert sorted(moved)[len(moved) // 2] <= 4


def test_one_half_alone_is_that_half(rankings: Rankings) -> None:
    scheme = Scheme((("sustainability", 0.0),))
    assert rankings.scores_of(INDEX, scheme) == rankings.scores_of("connectivity", JRC)


def test_weights_that_leave_nothing_are_refused_in_a_sentence(rankings: Rankings) -> None:
    nothing = Scheme((("connectivity", 0.0), ("sustainability", 0.0)))
    with pytest.raises(BadScheme, match="Sustainable connectivity is made of has the weight 0"):
        rankings.standings(INDEX, nothing)
    assert rankings.standings("connectivity", nothing)


def test_equal_scores_share_the_better_rank() -> None:
    assert ranks([5.0, 7.0, 5.0, 1.0]) == (2, 1, 2, 4)
    assert ranks([0.1 + 0.2, 0.3]) == (1, 1)


def test_stand_ins_are_counted(rankings: Rankings, dataset: Dataset) -> None:
    imputed = sum(one.imputed for one in rankings.standings(INDEX, JRC))
    empty = 51 * 49 - len(dataset.readings)
    assert (empty, imputed) == (63, 65)  # and two of the Lao PDR without a denominator


def test_an_interval_holds_nine_tenths_of_what_was_drawn(rankings: Rankings) -> None:
    ranking = {one.country.iso3: one for one in rankings.ranking(INDEX, JRC)}
    assert all(one.low <= one.rank <= one.high for one in ranking.values())
    ends = {iso3: (ranking[iso3].low, ranking[iso3].high) for iso3 in ("CHE", "SGP", "JPN", "IND")}
    assert ends == {"CHE": (1, 1), "SGP": (10, 18), "JPN": (33, 35), "IND": (41, 47)}


def test_equal_seeds_draw_alike_and_others_nearly(rankings: Rankings) -> None:
    def intervals(seed: int) -> tuple[tuple[int, int], ...]:
        draws = rankings.draws(INDEX, JRC, seed)
        list(draws.steps())
        return draws.intervals()

    first, again, other = intervals(1), intervals(1), intervals(2)
    assert first == again
    ends = [abs(x - y) for one, two in zip(first, other, strict=True) for x, y in zip(one, two, strict=True)]
    assert max(ends) <= 1


def test_an_indicator_has_no_weights_and_so_no_interval(rankings: Rankings) -> None:
    assert all(one.low == one.rank == one.high for one in rankings.ranking("LPI", JRC, 20))
