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
