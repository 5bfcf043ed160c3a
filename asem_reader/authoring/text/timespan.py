# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Spans of time that a text names, as British English writes them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from asem_reader.core.dates import MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_SPAN = re.compile(
    rf"\b(?P<d1>[0-9]{{1,2}})(?:(?: (?P<m1>{_MONTH}))?(?: (?P<y1>[0-9]{{4}}))?(?: ?– ?| to )| and )"
    rf"(?P<d2>[0-9]{{1,2}}) (?P<m2>{_MONTH})(?: (?P<y2>[0-9]{{4}}))?"
    rf"|\b(?P<d>[0-9]{{1,2}}) (?P<m>{_MONTH})(?: (?P<y>[0-9]{{4}}))?"
    rf"|\b(?P<mm>{_MONTH}) (?P<my>[0-9]{{4}})"
    r"|(?<![\w–/-])(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"
)


class Timespan(NamedTuple):
    """A span of time in a text.

    Attributes:
        start, end: first and last day, ISO 8601, to the precision known; the same for one day, month or year.
        at: where in the text it begins.
        to: where it ends.
    """

    start: str
    end: str
    at: int
    to: int

    @property
    def days(self) -> bool:
        """Whether it is known to the day."""
        return len(self.start) == 10


def timespans(text: str) -> Iterator[Timespan]:
    """Yield the dates of a text in order; one without a year is of the year named last, else passed over."""
    year = ""
    for found in _SPAN.finditer(text):
        named = found["y2"] or found["y"] or found["my"] or found["year"]
        year = named or year
        if not year:
            continue
        if found["d2"]:
            end = _iso(year, found["m2"], found["d2"])
            start = _iso(found["y1"] or year, found["m1"] or found["m2"], found["d1"])
        else:
            start = end = _iso(year, found["m"] or found["mm"], found["d"])
        yield Timespan(start, end, found.start(), found.end())


def _iso(year: str, month: str | None, day: str | None) -> str:
    parts = (year, f"{MONTHS.index(month) + 1:02}" if month else "", f"{int(day):02}" if day else "")
    return "-".join(filter(None, parts))
