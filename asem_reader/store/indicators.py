# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads the indicators of a Library and what was measured."""

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from asem_reader.core.errors import BadScheme, NoFigures
from asem_reader.core.indicators.dataset import Country, Dataset, Indicator, Pillar, Whole
from asem_reader.core.indicators.view import ViewState
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.store.library import Library

_INDICES = """
    SELECT n.code, n.name, t.slug, n.half, n.is_pillar FROM indices n JOIN topics t ON t.id = n.topic_id
    ORDER BY n.position
"""
_INDICATORS = """
    SELECT i.code, i.name, t.slug, i.pillar, i.unit_shown, i.direction, i.denominator
    FROM indicators i JOIN topics t ON t.id = i.topic_id ORDER BY i.position
"""
_COUNTRIES = """
    SELECT p.iso3, p.name, t.slug, p.region FROM partners p JOIN topics t ON t.id = p.topic_id
    WHERE p.iso3 IN (SELECT iso3 FROM scores) ORDER BY p.iso3
"""


def read_dataset(library: Library) -> Dataset:
    """Return all that a Library holds of indicators.

    Raises:
        NoFigures: it holds none.
    """
    denominators: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for iso3, name, value in library.ask(tuple, "SELECT iso3, name, value FROM denominators"):
        denominators[iso3][name] = value
    readings = {
        (iso3, code): value
        for iso3, code, value in library.ask(tuple, "SELECT iso3, code, value FROM readings")
    }
    indices = library.ask(tuple, _INDICES)
    dataset = Dataset(
        tuple(library.ask(lambda row: Indicator(*row), _INDICATORS)),
        tuple(Pillar(*values) for *values, is_pillar in indices if is_pillar),
        tuple(Country(*row, denominators[row[0]]) for row in library.ask(_country, _COUNTRIES)),
        readings,
        tuple(Whole(code, name, slug) for code, name, slug, _half, is_pillar in indices if not is_pillar),
    )
    if not dataset.indicators:
        raise NoFigures(str(library.path))
    return dataset


_NAMES = """
    SELECT upper(code), name FROM indices UNION ALL SELECT upper(code), name FROM indicators
    UNION ALL SELECT iso3, name FROM partners WHERE iso3 IN (SELECT iso3 FROM scores)
"""


def read_names(library: Library) -> dict[str, str]:
    """Return the names of partners and of all that has scores, by their codes in capitals."""
    return dict(library.ask(tuple, _NAMES))


def viewed(library: Library, place: Place) -> Place:
    """Return a place in a Library with its view as `ViewState.text` writes it.

    Raises:
        NoFigures: the Library holds none.
        BadScheme: the place has no views, or not this one.
    """
    dataset = read_dataset(library)
    if place.block or place.slug not in dataset.slugs.values():
        sentence = _("{address} has no views: only an index, a pillar or an indicator as a whole has")
        raise BadScheme(sentence.format(address=place._replace(view="").address))
    return place._replace(view=ViewState.parse(place.view, dataset).text)


class TilePlace(NamedTuple):
    """Where a partner's tile stands on the tile map; column and row from 1."""

    iso3: str
    column: int
    row: int


def read_tiles(library: Library) -> tuple[TilePlace, ...]:
    """Return the tiles of a Library's tile map, by code."""
    return tuple(library.ask(lambda row: TilePlace(*row), "SELECT iso3, col, row FROM tiles ORDER BY iso3"))


def _country(row: sqlite3.Row) -> tuple[str, str, Slug, str]:
    iso3, name, slug, region = row
    return iso3, name, slug, region
