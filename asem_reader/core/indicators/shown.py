# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How figures and scores are written: as many digits as they can bear, and no exponent."""

import re
from math import floor, log10

from asem_reader.core.indicators.dataset import Country, Dataset, Indicator
from asem_reader.core.language import N_, _

_SIGNIFICANT = 3
_YES_OR_NO = N_("yes or no")  # the unit of what is either so or not
# How denominators are told. The data do not name the unit of energy; its size fits million tonnes of oil.
_OVER = {
    "area": (1, N_("{figure} {unit} over {size} km²")),
    "energy": (1, N_("{figure} {unit} over {size} million tonnes of oil equivalent")),
    "gdp": (1, N_("{figure} {unit} over {size} billion USD of GDP")),
    "population": (1000, N_("{figure} {unit} over {size} million people")),
}


def figure(number: float) -> str:
    """Return a raw figure with three significant digits: ``1,919``, ``94.8``, ``0.0021``."""
    if not number:
        return "0"
    digits = max(0, _SIGNIFICANT - 1 - floor(log10(abs(number))))
    said = f"{number:,.{digits}f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def score(number: float) -> str:
    """Return a score with one digit behind the point."""
    return f"{number:.1f}"


def compared(dataset: Dataset, country: Country, indicator: Indicator) -> str:
    """Return in words the raw figure and what it is divided by; empty if it is missing."""
    reading = dataset.readings.get((country.iso3, indicator.code))
    if reading is None:
        return ""
    if indicator.unit == _YES_OR_NO:
        return _("yes") if reading else _("no")
    divisor = country.denominators.get(indicator.denominator)
    size, over = _OVER.get(indicator.denominator, (1, ""))
    said = _(over) if divisor else _("{figure} {unit}")
    unit = _one(indicator.unit) if reading == 1 else indicator.unit
    return said.format(figure=figure(reading), unit=unit, size=figure((divisor or 0) / size))


def _one(unit: str) -> str:
    """A unit of the data, which are in English, behind a one: countries, country."""
    if not re.fullmatch(r"[a-z-]+s", unit):
        return unit
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit[:-1]
