# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The data of a composite indicator: indicators in pillars, pillars in two halves, and what was measured.

The figures and their method are those of the ASEM Sustainable Connectivity Portal, edition of 2018:
European Commission, Joint Research Centre (JRC), composite-indicators.jrc.ec.europa.eu. Its manual is the
OECD/JRC Handbook on Constructing Composite Indicators (2008).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from asem_reader.core.place import Slug

SOURCE = "European Commission, Joint Research Centre: ASEM Sustainable Connectivity Portal (2018)"
YEAR = "2018"
INDEX = "index"  # the code of the whole, beside those of halves, pillars and indicators

Half = Literal["connectivity", "sustainability"]
HALVES: tuple[Half, Half] = ("connectivity", "sustainability")


class Indicator(NamedTuple):
    """One thing that was measured of each partner."""

    code: str  # the JRC's, such as ``ConSpeed``
    name: str
    topic: Slug
    pillar: str  # the code of its pillar
    unit: str  # the unit that fits the size of the figures
    direction: int  # 1 if more is better, else -1
    denominator: str  # what its figures are divided by before they are compared; empty for nothing


class Whole(NamedTuple):
    """The index, or one of its halves."""

    code: str  # `INDEX`, or a half
    name: str
    topic: Slug


class Pillar(NamedTuple):
    """A group of indicators that are averaged."""

    code: str
    name: str
    topic: Slug
    half: Half


class Country(NamedTuple):
    """A partner of which there are figures."""

    iso3: str  # ISO 3166-1 alpha-3
    name: str
    topic: Slug
    region: str  # its group in ASEM: ``Asia`` or ``Europe``
    denominators: Mapping[str, float]  # area, energy, gdp, population, each by its name; one may be missing


@dataclass(frozen=True)
class Dataset:
    """All that was measured.

    Attributes:
        indicators: in the JRC's order, those of one pillar together.
        pillars: those of connectivity first.
        countries: by their codes.
        readings: the raw figure by country and indicator; what was not measured is missing.
        wholes: the index and its halves.
    """

    indicators: tuple[Indicator, ...]
    pillars: tuple[Pillar, ...]
    countries: tuple[Country, ...]
    readings: Mapping[tuple[str, str], float]
    wholes: tuple[Whole, ...]

    @cached_property
    def parts(self) -> tuple[Whole | Pillar | Indicator, ...]:
        """All that has scores: the index, its halves, the pillars, the indicators."""
        return (*self.wholes, *self.pillars, *self.indicators)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all that has scores, in the same order."""
        return tuple(part.code for part in self.parts)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each code is called."""
        return {part.code: part.name for part in self.parts}

    @cached_property
    def slugs(self) -> Mapping[str, Slug]:
        """The topic of each code."""
        return {part.code: part.topic for part in self.parts}

    def code_of(self, text: str) -> str | None:
        """Return the code that a text means in any case, or as a topic's slug; None if it means none."""
        wanted = text.strip().lower()
        return next((code for code in self.codes if wanted in (code.lower(), self.slugs[code])), None)

    def within(self, code: str) -> tuple[Indicator, ...]:
        """The indicators of which a score is made."""
        pillars = {pillar.code for pillar in self.pillars if code in (INDEX, pillar.half, pillar.code)}
        return tuple(one for one in self.indicators if one.pillar in pillars or one.code == code)

    def figure(self, country: Country, indicator: Indicator) -> float | None:
        """What is compared: the reading over its denominator; None if either is missing."""
        reading = self.readings.get((country.iso3, indicator.code))
        if reading is None or not indicator.denominator:
            return reading
        denominator = country.denominators.get(indicator.denominator)
        return None if denominator is None else reading / denominator

    def lacking(self, code: str) -> Iterator[tuple[Country, Indicator]]:
        """Yield what could not be compared of that from which a score is made."""
        for indicator in self.within(code):
            for country in self.countries:
                if self.figure(country, indicator) is None:
                    yield country, indicator
