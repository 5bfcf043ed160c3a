# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dates of known precision, as a reader of British English reads them."""

import datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(date: str) -> str:
    """Return ``2021``, ``November 2021`` or ``25 November 2021`` for an ISO 8601 date of that precision."""
    parts = date.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return date
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    return " ".join(part for part in (day, month, parts[0]) if part)


def date_of(said: str) -> str:
    """Return the ISO 8601 date of a day that `spoken` said, ``25 November 2021``; empty if it is none."""
    day, _, rest = said.partition(" ")
    month, _, year = rest.partition(" ")
    if month not in MONTHS or not (day.isascii() and day.isdecimal() and year.isascii() and year.isdecimal()):
        return ""
    return f"{year:>04}-{MONTHS.index(month) + 1:02}-{day:>02}"


def spoken_span(start: str, end: str = "") -> str:
    """Return ``18–19 October 2018`` for two ISO 8601 dates, saying what they share once.

    The dates may be known to a month or a year only; without an end, or with the same, it is `spoken`.
    """
    if not end or end == start:
        return spoken(start)
    if start.count("-") == end.count("-") == 2 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{spoken(end)}"
    if start[:4] == end[:4] and start.count("-") == end.count("-") >= 1:
        return f"{spoken(start).removesuffix(f' {start[:4]}')} – {spoken(end)}"
    return f"{spoken(start)} – {spoken(end)}"


def stamp(moment: datetime.datetime) -> str:
    """Return ``23 November 2026, 17:40 UTC+01:00``: a moment with its zone, as it stands on paper.

    Raises:
        ValueError: the moment has no zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone says nothing on paper")
    zone = moment.strftime("%z")
    shown = f"UTC{zone[:3]}:{zone[3:5]}" if offset else "UTC"
    return f"{spoken(moment.date().isoformat())}, {moment:%H:%M} {shown}"
