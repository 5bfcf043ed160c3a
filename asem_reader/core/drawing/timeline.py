# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A timeline of meetings: a row for each series, the years across, how each was held told by its form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asem_reader.core.dates import spoken
from asem_reader.core.drawing.axis import Axis
from asem_reader.core.drawing.figure import (
    Dot,
    Drawn,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Rect,
    Stroke,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.legend import LegendEntry, legend
from asem_reader.core.drawing.lettering import BODY, SMALLEST, two_lines, width
from asem_reader.core.language import N_, _, ngettext

_NAMES, _HEAD = 0.28, 26.0  # the part of the width that names take; height of what stands above the rows
_ROW, _LABELLED, _LINE = 16.0, 30.0, 9.0  # height of a row, of one with codes; what a second line adds
_RADIUS, _EDGE = 3.0, 10.0  # of a mark; from the last year to the edge


class Manner(StrEnum):
    """How a meeting was held, or what became of it."""

    IN_PERSON = N_("in person")
    REMOTE = N_("not in person")  # virtual or hybrid
    ANNOUNCED = N_("announced")
    CALLED_OFF = N_("called off")


@dataclass(frozen=True, slots=True)
class TimelineMeeting:
    """A meeting on a timeline.

    Attributes:
        key: what it is known by.
        day: when it began: ISO 8601, to the precision known.
        place: as it stands in the table.
        code: what stands beside its mark, such as the host's; may be empty.
    """

    key: str
    name: str
    day: str
    place: str
    manner: Manner
    code: str = ""


@dataclass(frozen=True, slots=True)
class TimelineSeries:
    """A row: the meetings of a series, in order."""

    name: str
    meetings: tuple[TimelineMeeting, ...]


def timeline(
    title: str, series: Sequence[TimelineSeries], here: str = "", note: str = "", wide: float = WIDTH
) -> Figure:
    """Return a timeline with a row for each series.

    Args:
        title: of whose meetings.
        series: in order; meetings without a year are in the table alone.
        here: key of the meeting to be marked.
        note: source and date.
        wide: its width, in points.
    """
    dated = [meeting for row in series for meeting in row.meetings if meeting.day]
    years = [int(meeting.day[:4]) for meeting in dated] or [0]
    axis = Axis(min(years), max(years) + 1, wide * _NAMES, wide - _EDGE, 5)
    top = below(title, wide) + _HEAD
    y, rows, targets = top, list[Drawn](), list[FigureTarget]()
    marked: TimelineMeeting | None = None
    for each in series:
        high = _height(each, axis.start)
        for meeting in each.meetings:
            if meeting.day and meeting.key == here:
                marked = meeting
                rows += _here(meeting, axis, top, y + high / 2)
        rows += _row(each, y, high, axis)
        targets += _targets(each, y + high / 2, axis)
        y += high
    key, end = legend(_entries(_manners(dated)), y + 4, room=wide)
    shapes = [*_years(axis, top, y), *rows, *key]
    return framed((title, _alt(series, years, marked), note), shapes, end, _table(series), targets, wide)


def decimal_year(day: str) -> float:
    """Return a date as a year with a fraction; the middle of what is not known."""
    year, month, of_month = (*(int(part) for part in day.split("-")), 0, 0)[:3]
    months = month - 1 + (of_month - 1 if of_month else 15) / 31 if month else 6
    return year + months / 12


def _height(series: TimelineSeries, names: float) -> float:
    if any(meeting.code for meeting in series.meetings):
        return _LABELLED
    return _ROW + _LINE * (len(two_lines(series.name, BODY, names - 12)) - 1)


def _years(axis: Axis, top: float, bottom: float) -> Iterator[Drawn]:
    first = round(axis.low)
    for year in range(first, round(axis.high) + 1):
        if year % 5 == 0:
            x = axis.at(year)
            yield Stroke(x, top, x, bottom, Tone.FAINT)
            yield Label(x, top - 3, str(year), Tone.MUTED, SMALLEST, TextAnchor.MIDDLE, scale=True)


def _here(meeting: TimelineMeeting, axis: Axis, top: float, y: float) -> Iterator[Drawn]:
    """A ring round the mark, and a line that leads to it from the meeting's name."""
    x = axis.at(decimal_year(meeting.day))
    yield Stroke(x, top - 12, x, y, Tone.ACCENT, 1)
    yield Dot(x, y, _RADIUS + 2.5, Tone.ACCENT, hollow=True)
    half = width(meeting.name, BODY, strong=True) / 2
    middle = min(max(x, half), axis.end + _EDGE - half)
    yield Label(middle, top - 15, meeting.name, Tone.ACCENT, BODY, TextAnchor.MIDDLE, strong=True)


def _row(series: TimelineSeries, top: float, high: float, axis: Axis) -> Iterator[Drawn]:
    y = top + high / 2
    lines = two_lines(series.name, BODY, axis.start - 12)
    for number, line in enumerate(lines):
        baseline = y + BODY * 0.33 + (number - (len(lines) - 1) / 2) * _LINE
        yield Label(0, baseline, line, Tone.INK, BODY)
    yield Stroke(0, top + high, axis.end + _EDGE, top + high, Tone.FAINT)
    dated = [meeting for meeting in series.meetings if meeting.day]
    for meeting in dated:
        yield from _mark(meeting.manner, axis.at(decimal_year(meeting.day)), y)
    yield from _codes(dated, y, axis)


def _mark(manner: Manner, x: float, y: float) -> Iterator[Drawn]:
    if manner is Manner.IN_PERSON:
        yield Dot(x, y, _RADIUS, Tone.INK)
    elif manner is Manner.REMOTE:
        yield Dot(x, y, _RADIUS + 0.4, Tone.INK, hollow=True)
    elif manner is Manner.ANNOUNCED:
        yield Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, Tone.INK)
        inside = _RADIUS - 0.9
        yield Rect(x - inside, y - inside, 2 * inside, 2 * inside, Tone.PAPER)
    else:
        for side in (-_RADIUS, _RADIUS):
            yield Stroke(x - side, y - _RADIUS, x + side, y + _RADIUS, Tone.INK, 1.2)


def _codes(meetings: Iterable[TimelineMeeting], y: float, axis: Axis) -> Iterator[Label]:
    """The codes below their marks, or above where there is no room; or in the table alone."""
    under, over = y + _RADIUS + 8, y - _RADIUS - 2.5
    ends = {under: 0.0, over: 0.0}
    for meeting in meetings:
        x = axis.at(decimal_year(meeting.day))
        half = width(meeting.code, SMALLEST) / 2
        free = [baseline for baseline, end in ends.items() if x - half > end + 1]
        if meeting.code and free:
            ends[free[0]] = x + half
            yield Label(x, free[0], meeting.code, Tone.INK, SMALLEST, TextAnchor.MIDDLE)


def _targets(series: TimelineSeries, y: float, axis: Axis) -> Iterator[FigureTarget]:
    for meeting in series.meetings:
        if meeting.day:
            x = axis.at(decimal_year(meeting.day))
            yield FigureTarget(x - 5, y - 7, 10, 14, meeting.key)


def _manners(meetings: Iterable[TimelineMeeting]) -> tuple[Manner, ...]:
    found = {meeting.manner for meeting in meetings}
    return tuple(manner for manner in Manner if manner in found)


def _entries(manners: Iterable[Manner]) -> Iterator[LegendEntry]:
    for manner in manners:
        yield LegendEntry(_(manner.value), 2 * _RADIUS, tuple(_mark(manner, _RADIUS, -2.6)))


def _alt(series: Sequence[TimelineSeries], years: Sequence[int], here: TimelineMeeting | None) -> str:
    count = len(series)
    said = ngettext(
        "Meetings of {count} series from {first} to {last}.",
        "Meetings of {count} series from {first} to {last}, a row for each.",
        count,
    ).format(count=count, first=min(years), last=max(years))
    return " ".join((said, _("{meeting} is marked.").format(meeting=here.name))) if here else said


def _table(series: Sequence[TimelineSeries]) -> FigureTable:
    head = (_("Series"), _("Meeting"), _("Began"), _("Place"), _("How"))
    rows = (
        (row.name, meeting.name, spoken(meeting.day), _placed(meeting), _(meeting.manner.value))
        for row in series
        for meeting in row.meetings
    )
    return FigureTable(head, tuple(rows))


def _placed(meeting: TimelineMeeting) -> str:
    if not meeting.code:
        return meeting.place
    return _("{place} ({code})").format(place=meeting.place, code=meeting.code)
