# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fills the tables of indicators, what was measured, and the scores that the JRC's own scheme makes of it."""

from collections.abc import Iterator, Mapping

import sqlite_utils

from asem_reader.authoring.files.indicators import Figures
from asem_reader.authoring.text.typography import curled
from asem_reader.core.indicators.dataset import HALVES, INDEX, SOURCE, YEAR, Dataset
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.core.indicators.scheme import Scheme

Row = dict[str, object]


def fill_indicators(db: sqlite_utils.Database, figures: Figures, topics: Mapping[str, int]) -> None:
    """Insert everything of `data/connectivity/`; `topics` has the row id of each topic by its slug."""
    dataset = figures.dataset
    if not dataset.indicators:
        return
    db.table("indices").insert_all(_indices(dataset, topics))
    db.table("indicators").insert_all(_indicators(figures, topics))
    db.table("readings").insert_all(
        {"iso3": iso3, "code": code, "value": value} for (iso3, code), value in dataset.readings.items()
    )
    db.table("denominators").insert_all(
        {"iso3": country.iso3, "name": name, "value": value}
        for country in dataset.countries
        for name, value in country.denominators.items()
    )
    db.table("scores").insert_all(_scores(dataset))
    db.table("tiles").insert_all(
        {"iso3": iso3, "col": column, "row": row} for iso3, (column, row) in figures.tiles.items()
    )


def _indices(dataset: Dataset, topics: Mapping[str, int]) -> Iterator[Row]:
    halves = {pillar.code: pillar.half for pillar in dataset.pillars}
    for position, code in enumerate((INDEX, *HALVES, *halves)):
        yield {
            "code": code,
            "topic_id": topics[dataset.slugs[code]],
            "position": position,
            "name": curled(dataset.names[code]),
            "half": halves.get(code, code if code in HALVES else ""),
            "is_pillar": code in halves,
        }


def _indicators(figures: Figures, topics: Mapping[str, int]) -> Iterator[Row]:
    halves = {pillar.code: pillar.half for pillar in figures.dataset.pillars}
    for position, indicator in enumerate(figures.dataset.indicators):
        yield {
            "code": indicator.code,
            "topic_id": topics[indicator.topic],
            "position": position,
            "name": curled(indicator.name),
            "half": halves[indicator.pillar],
            "pillar": indicator.pillar,
            "unit": figures.remarks[indicator.code].unit,
            "unit_shown": indicator.unit,
            "direction": indicator.direction,
            "denominator": indicator.denominator,
            "year": YEAR,
            "source": SOURCE,
        }


def _scores(dataset: Dataset) -> Iterator[Row]:
    rankings = Rankings(dataset)
    for code in dataset.codes:
        for standing in rankings.standings(code, Scheme()):
            yield {
                "iso3": standing.country.iso3,
                "code": code,
                "score": round(standing.score, 6),
                "rank": standing.rank,
                "imputed": standing.imputed,
            }
