# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dates of known precision, as a reader of British English reads them."""

import datetime

from asem_reader.core.language import N_, _

MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July")),
    *(N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)


def spoken(date: str) -> str:
    """Return ``2021``, ``November 2021`` or ``25 November 2021`` for an ISO 8601 date of that precision."""
    parts = date.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return date
    month = _month(parts)
    return _said(_day(parts), month, parts[0]) if month else parts[0]


def numbers(date: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date, as far as it has them; nothing for another text."""
    parts = date.split("-")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdecimal() for part in parts) else ()


def spoken_span(start: str, end: str = "") -> str:
    """Return ``18–19 October 2018`` for two ISO 8601 dates of any precision; without an end, as `spoken`."""
    if not end or end == start:
        return spoken(start)
    first, last = start.split("-"), end.split("-")
    if start.count("-") == end.count("-") == 2 and start[:7] == end[:7]:
        return _said(f"{_day(first)}–{_day(last)}", _month(last), last[0])
    alike = start[:4] == end[:4] and start.count("-") == end.count("-") >= 1
    begun = _said(_day(first), _month(first), "") if alike else spoken(start)
    return _("{start} – {end}").format(start=begun, end=spoken(end))


def _month(parts: list[str]) -> str:
    return _(MONTHS[int(parts[1]) - 1]) if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else ""


def _day(parts: list[str]) -> str:
    return str(int(parts[2])) if len(parts) > 2 else ""


def _said(day: str, month: str, year: str) -> str:
    """A month by its name, with a day before it, or several, and a year, where they are known."""
    if day and year:
        return _("{day} {month} {year}").format(day=day, month=month, year=year)
    if day:
        return _("{day} {month}").format(day=day, month=month)
    return _("{month} {year}").format(month=month, year=year) if year else month


def stamp(moment: datetime.datetime) -> str:
    """Return ``23 November 2026, 17:40 UTC+01:00`` for a moment; a ValueError says that it has no zone."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone says nothing on paper")
    zone = moment.strftime("%z")
    shown = f"UTC{zone[:3]}:{zone[3:5]}" if offset else "UTC"
    date, time = spoken(moment.date().isoformat()), f"{moment:%H:%M}"
    return _("{date}, {time} {zone}").format(date=date, time=time, zone=shown)
