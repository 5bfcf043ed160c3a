# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A strip of meetings in order: filled where one spoke of a subject, hollow where it did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asem_reader.core.drawing.figure import (
    Dot,
    Drawn,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    TextAnchor,
    Tone,
    shifted,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.lettering import SMALLEST, width
from asem_reader.core.language import _

_WIDEST = 30.0  # from mark to mark
_RADIUS, _APART = 3.6, 6.0  # of a mark; between labels


@dataclass(frozen=True, slots=True)
class StripMeeting:
    """A meeting on a strip, and whether it spoke of the subject."""

    key: str
    label: str
    spoke: bool


def meeting_strip(title: str, meetings: Sequence[StripMeeting], note: str = "") -> Figure:
    """Return a strip of marks, one for each meeting.

    Args:
        title: of which subject, in which texts.
        meetings: in order, at least one.
        note: source, and what counts as speaking of it.
    """
    top = below(title)
    y = top + _RADIUS
    places = _places(meetings)
    drawn: list[Drawn] = [_mark(each, x, y) for each, x in zip(meetings, places, strict=True)]
    drawn += _labels(meetings, places, y + _RADIUS + 9)
    half = (places[1] - places[0]) / 2 if len(places) > 1 else _RADIUS
    targets = (
        FigureTarget(x - half, top, 2 * half, 2 * _RADIUS + 11, each.key)
        for each, x in zip(meetings, places, strict=True)
    )
    bottom = y + _RADIUS + 11
    return framed((title, _alt(meetings), note), drawn, bottom, _table(meetings), targets)


def strip_line(title: str, meetings: Sequence[StripMeeting], wide: float) -> Figure:
    """Return a strip as a line of a text: without title and note, what is filled told beside it.

    Args:
        title: as of `meeting_strip`; it is not drawn.
        meetings: in order, at least one.
        wide: how wide it may be, in points.
    """
    key = Label(0, _RADIUS + 0.33 * SMALLEST, _("spoke of it"), Tone.INK, SMALLEST)
    left = wide - width(key.text, SMALLEST)
    places = _places(meetings, left - 4 * _RADIUS - _APART)
    y = _RADIUS
    drawn: list[Drawn] = [_mark(each, x, y) for each, x in zip(meetings, places, strict=True)]
    drawn += _labels(meetings, places, y + _RADIUS + 8)
    drawn += [Dot(left - 2 * _RADIUS, y, _RADIUS, Tone.ACCENT), shifted(key, left, 0)]
    return Figure(title, _alt(meetings), wide, y + _RADIUS + 10, tuple(drawn), _table(meetings))


def _mark(each: StripMeeting, x: float, y: float) -> Dot:
    return Dot(x, y, _RADIUS, Tone.ACCENT if each.spoke else Tone.MUTED, hollow=not each.spoke)


def _places(meetings: Sequence[StripMeeting], wide: float = WIDTH) -> list[float]:
    """Where the marks lie: evenly, so that the first and the last label have room."""
    edge = max(width(meetings[at].label, SMALLEST) for at in (0, -1)) / 2
    step = min((wide - 2 * edge) / max(len(meetings) - 1, 1), _WIDEST)
    return [edge + number * step for number in range(len(meetings))]


def _labels(meetings: Sequence[StripMeeting], places: Sequence[float], y: float) -> Iterator[Label]:
    last = len(meetings) - 1
    for every in range(1, last + 2):
        shown = [*range(0, max(last - every + 1, 1), every), *([last] if last else [])]
        boxes = [(places[at], width(meetings[at].label, SMALLEST) / 2) for at in shown]
        if all(x + half + _APART <= other - wide for (x, half), (other, wide) in pairwise(boxes)):
            break
    for at in shown:
        yield Label(places[at], y, meetings[at].label, Tone.INK, SMALLEST, TextAnchor.MIDDLE)


def _alt(meetings: Sequence[StripMeeting]) -> str:
    spoke = [each.label for each in meetings if each.spoke]
    if not spoke:
        return _("None of {all} meetings spoke of it.").format(all=len(meetings))
    said = _("{count} of {all} meetings spoke of it: {meetings}.")
    return said.format(count=len(spoke), all=len(meetings), meetings=", ".join(spoke))


def _table(meetings: Sequence[StripMeeting]) -> FigureTable:
    rows = ((each.label, _("yes") if each.spoke else _("no")) for each in meetings)
    return FigureTable((_("Meeting"), _("Spoke of it")), tuple(rows))
