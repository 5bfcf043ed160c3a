# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads `data/connectivity/`: the indicators of the portal, what was measured, and where tiles stand.

Lines that begin with # say whose figures they are; the first other line names the columns.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from asem_reader.authoring.files.reference import Reference
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.core.indicators.dataset import HALVES, INDEX, Country, Dataset, Indicator, Pillar, Whole
from asem_reader.core.place import Slug

_Entry = TypeVar("_Entry")

FOLDER = "connectivity"
SCREENED = 0.75  # of the partners at least so many have a figure; more stand-ins would decide the ranks
_WHOLES = (
    Whole(INDEX, "Sustainable connectivity", Slug("sustainable-connectivity-index")),
    *(Whole(half, half.capitalize(), Slug(f"{half}-index")) for half in HALVES),
)
_DENOMINATORS = ("area", "energy", "gdp", "population")
_OPTIONAL = (*_DENOMINATORS, "denominator", "note", "value")  # may be empty
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", re.IGNORECASE)  # no 1_000, as Python has
_SIZES = (1e-12, 1e15)  # a figure other than 0 that is smaller or larger is a slip, and its powers overflow
_MOST = 99  # columns, and rows, of the tile map
_FIELDS = {
    "pillars": ("code", "slug", "name", "half"),
    "indicators": (
        *("code", "name", "pillar", "unit", "unit_shown", "misfit", "direction", "denominator", "note"),
    ),
    "countries": ("iso3", "region", *_DENOMINATORS),
    "readings": ("iso3", "code", "value"),
    "tiles": ("iso3", "column", "row"),
}


class Remark(NamedTuple):
    """What an editor has to say of an indicator's figures."""

    unit: str  # as the portal labels them
    misfit: bool  # True if that does not fit the size of the figures
    note: str  # may be empty


class Figures(NamedTuple):
    """All of `data/connectivity/`."""

    dataset: Dataset
    remarks: dict[str, Remark]
    tiles: dict[str, tuple[int, int]]  # column and row of each country, from 1


class _Row(NamedTuple):
    file: str
    line: int
    values: dict[str, str]

    def problem(self, sentence: str) -> Problem:
        return Problem(self.file, self.line, sentence)


class _Reader:
    """Reads the files, and gathers what is wrong in them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[Problem] = []

    def rows(self, name: str) -> Iterator[_Row]:
        """The rows of a file that have as many values as it has columns, and none empty that must not be."""
        file, wanted = f"{FOLDER}/{name}.csv", list(_FIELDS[name])
        try:
            lines = (self._folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            self.problems.append(Problem(file, 0, "is missing, or no text in UTF-8"))
            return
        skipped = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
        head = _values("".join(lines[skipped : skipped + 1]))
        if head != wanted:
            sentence = f"has the columns {', '.join(head)}, not {', '.join(wanted)}"
            self.problems.append(Problem(file, skipped + 1, sentence))
            return
        for at, line in enumerate(lines[skipped + 1 :], skipped + 2):
            values = _values(line)
            row = _Row(file, at, dict(zip(wanted, values, strict=False)))
            empty = [field for field, value in row.values.items() if not value.strip()]
            missing = [field for field in empty if field not in _OPTIONAL]
            if len(values) != len(wanted):
                self.problems.append(row.problem(f"has {len(values)} values for {len(wanted)} columns"))
            elif missing:
                self.problems.append(row.problem(f"the {missing[0]} is empty"))
            else:
                yield row

    def number(self, row: _Row, field: str) -> float | None:
        """The number in a field; None for an empty one, or one that is none, which is a problem."""
        said, (least, most) = row.values[field], _SIZES
        if not said:
            return None
        if not _NUMBER.fullmatch(said):
            self.problems.append(row.problem(f"the {field} “{said}” is no number"))
            return None
        number = float(said)
        if number and not least <= abs(number) <= most:
            self.problems.append(row.problem(f"the {field} “{said}” is too large, or too near to 0"))
            return None
        return number

    def refuse(self) -> None:
        """Raise if anything is wrong so far: in what rests on it, more would seem to be."""
        if self.problems:
            raise ContentError(self.problems)

    def known(self, row: _Row, field: str, known: Sequence[str]) -> bool:
        """True if a field holds one of the values that are known; else that is a problem."""
        if row.values[field] in known:
            return True
        self.problems.append(row.problem(f"the {field} “{row.values[field]}” is unknown"))
        return False


def _values(line: str) -> list[str]:
    """The values of a line; none if its quotes are not closed. No value goes over several lines."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []


def read_figures(data: Path, reference: Reference) -> Figures:
    """Read `data/connectivity/`; a folder that is not there holds nothing.

    Raises:
        ContentError: a file that is missing or has other columns, a value of another kind, a code, country or
            pillar that is unknown or stands twice, an indicator of which too little is known.
    """
    if not (data / FOLDER).is_dir():
        return Figures(Dataset((), (), (), {}, ()), {}, {})
    reader = _Reader(data / FOLDER)
    taken = {INDEX, *HALVES}  # codes; those of pillars and indicators join them
    pillars = tuple(_unique(reader, "pillars", "code", lambda row: _pillar(reader, row), taken))
    reader.refuse()
    found = list(_unique(reader, "indicators", "code", lambda row: _indicator(reader, row, pillars), taken))
    countries = tuple(
        _unique(reader, "countries", "iso3", lambda row: _country(reader, row, reference), set())
    )
    indicators = tuple(indicator for indicator, _remark in found)
    reader.refuse()
    reader.problems += _childless(pillars, indicators)
    reader.refuse()
    readings = _readings(reader, indicators, countries)
    dataset = Dataset(indicators, pillars, countries, readings, _WHOLES)
    tiles = _tiles(reader, countries)
    reader.refuse()
    reader.problems += (*_untiled(tiles, countries), *_telling_little(dataset))
    reader.refuse()
    return Figures(dataset, {indicator.code: remark for indicator, remark in found}, tiles)


def _unique(
    reader: _Reader, name: str, key: str, make: Callable[[_Row], _Entry | None], taken: set[str]
) -> Iterator[_Entry]:
    """What is made of each row of a file whose key is a new one in any case, and no word but a code."""
    for row in reader.rows(name):
        code = row.values[key]
        if code.lower() in taken:
            reader.problems.append(row.problem(f"the {key} “{code}” stands twice, or means something else"))
            continue
        if not (code.isascii() and code.isalnum()):  # weights and addresses name it between : and ,
            reader.problems.append(row.problem(f"the {key} “{code}” is not of letters and digits alone"))
            continue
        taken.add(code.lower())
        made = make(row)
        if made is not None:
            yield made


def _pillar(reader: _Reader, row: _Row) -> Pillar | None:
    if not reader.known(row, "half", HALVES):
        return None
    half = next(half for half in HALVES if half == row.values["half"])
    return Pillar(row.values["code"], row.values["name"], Slug(row.values["slug"]), half)


def _indicator(reader: _Reader, row: _Row, pillars: tuple[Pillar, ...]) -> tuple[Indicator, Remark] | None:
    fields = {
        "pillar": [pillar.code for pillar in pillars],
        "direction": ("1", "-1"),
        "denominator": ("", *_DENOMINATORS),
        "misfit": ("0", "1"),
    }
    strangers = [field for field, known in fields.items() if not reader.known(row, field, known)]
    if strangers:
        return None
    code, name, pillar, unit, shown, misfit, direction, denominator, note = row.values.values()
    slug = Slug(f"indicator-{code.lower()}")
    indicator = Indicator(code, name, slug, pillar, shown, int(direction), denominator)
    return indicator, Remark(unit, misfit == "1", note)


def _country(reader: _Reader, row: _Row, reference: Reference) -> Country | None:
    partner = next((one for one in reference.partners if one.iso3 == row.values["iso3"]), None)
    if partner is None:
        reader.problems.append(row.problem(f"there is no partner with the code {row.values['iso3']}"))
        return None
    if not reader.known(row, "region", (partner.region,)):
        return None
    numbers = {name: reader.number(row, name) for name in _DENOMINATORS}
    if any(number is not None and number <= 0 for number in numbers.values()):
        reader.problems.append(row.problem("nothing can be divided by 0, or by less"))
    there = {name: number for name, number in numbers.items() if number}
    return Country(partner.iso3, partner.name, Slug(partner.slug), partner.region, there)


def _readings(
    reader: _Reader, indicators: tuple[Indicator, ...], countries: tuple[Country, ...]
) -> dict[tuple[str, str], float]:
    fields = {"iso3": [one.iso3 for one in countries], "code": [one.code for one in indicators]}
    readings: dict[tuple[str, str], float] = {}
    for row in reader.rows("readings"):
        strangers = [field for field, known in fields.items() if not reader.known(row, field, known)]
        if strangers:
            continue
        number, cell = reader.number(row, "value"), (row.values["iso3"], row.values["code"])
        if cell in readings:
            reader.problems.append(row.problem(f"{' '.join(cell)} stands twice"))
        if number is not None:
            readings[cell] = number
    return readings


def _tiles(reader: _Reader, countries: tuple[Country, ...]) -> dict[str, tuple[int, int]]:
    tiles: dict[str, tuple[int, int]] = {}
    for row in reader.rows("tiles"):
        place = (reader.number(row, "column"), reader.number(row, "row"))
        if not reader.known(row, "iso3", [one.iso3 for one in countries]) or None in place:
            continue
        column, line = (int(number or 0) for number in place)
        if place != (column, line) or not (1 <= column <= _MOST and 1 <= line <= _MOST):
            sentence = f"column and row of a tile are whole numbers from 1 to {_MOST}"
            reader.problems.append(row.problem(sentence))
            continue
        if row.values["iso3"] in tiles or (column, line) in tiles.values():
            reader.problems.append(row.problem(f"the tile {row.values['iso3']}, or its place, stands twice"))
        tiles[row.values["iso3"]] = (column, line)
    return tiles


def _untiled(tiles: Collection[str], countries: Iterable[Country]) -> Iterator[Problem]:
    for one in countries:
        if one.iso3 not in tiles:
            yield Problem(f"{FOLDER}/tiles.csv", 0, f"there is no tile for {one.iso3}")


def _childless(pillars: Collection[Pillar], indicators: Collection[Indicator]) -> Iterator[Problem]:
    """Halves and pillars in which nothing is, so that they have no score."""
    for half in HALVES:
        if half not in {pillar.half for pillar in pillars}:
            yield Problem(f"{FOLDER}/pillars.csv", 0, f"there is no pillar of the half {half}")
    for pillar in pillars:
        if pillar.code not in {one.pillar for one in indicators}:
            yield Problem(f"{FOLDER}/indicators.csv", 0, f"there is no indicator of the pillar {pillar.code}")


def _telling_little(dataset: Dataset) -> Iterator[Problem]:
    """Indicators that rank nobody, since they are of few countries or alike for all."""
    for indicator in dataset.indicators:
        figures = [dataset.figure(country, indicator) for country in dataset.countries]
        there = [figure for figure in figures if figure is not None]
        file = f"{FOLDER}/readings.csv"
        if len(there) < SCREENED * len(figures):
            sentence = f"{indicator.code} has figures of {len(there)} countries, too few to be compared"
            yield Problem(file, 0, sentence)
        elif len(set(there)) < 2:
            yield Problem(file, 0, f"{indicator.code} is the same for all countries: it ranks none of them")
