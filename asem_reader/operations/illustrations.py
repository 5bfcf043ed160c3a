# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which figures stand on the page of a topic and on its sheet, and what can be opened from them."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from asem_reader.core.content import Article, Illustration, Kind
from asem_reader.core.drawing.frame import WIDTH
from asem_reader.core.drawing.strip import StripMeeting, meeting_strip, strip_line
from asem_reader.core.drawing.timeline import Manner, TimelineMeeting, TimelineSeries, timeline
from asem_reader.core.language import N_, _
from asem_reader.core.meeting import FOREIGN_MINISTERS, HELD, IN_PERSON, SUMMITS, Meeting
from asem_reader.core.place import Place
from asem_reader.core.printing.plates import Plate
from asem_reader.store.libraries import Reading
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

if TYPE_CHECKING:
    from asem_reader.operations.partnerfigures import PartnerFigures

CHRONOLOGY, TRACKS = "chronology", "ministerial-tracks"
_ONCE = "ministerial-meetings-held-once"  # no series
_OF_PARTNERS = (Kind.PARTNER, Kind.INDEX, Kind.INDICATOR)
_POSITION = N_("ASEM position")  # the title of a section, as the Library has it
_NAMED = re.compile(r"(at )?((?:ASEM|FMM)[0-9]+)")
_COLUMN = 376.0  # width of a strip in points: the lines of a sheet are a little wider
_NARROW = 345.0  # points: as much as has room on a small screen, beside both panes
_CALLED_OFF = ("cancelled", "postponed")


class Illustrations:
    """The figures of topics; what several need is read once."""

    def __init__(self, library: Reading) -> None:
        self._library: Library = library.libraries[0]  # reference and figures are of the first
        self._tables = ReferenceTables(library)

    def of(self, article: Article) -> tuple[Illustration, ...]:
        """Return the figures of a topic, each with the section under whose heading it stands."""
        slug, kind = article.topic.slug, article.topic.kind
        if kind is Kind.ISSUE:
            return tuple(self._strip(article))
        if kind in _OF_PARTNERS:
            return self._partner_figures.of(article)
        if kind is Kind.MEETING or slug == CHRONOLOGY:
            return tuple(self._timeline(article))
        return ()

    def plates(self, article: Article, *, drawn: bool = True) -> tuple[Plate, ...]:
        """Return the figures of a topic's sheet; with `drawn`, ranks of an index have their intervals."""
        kind = article.topic.kind
        if kind is Kind.ISSUE:
            return tuple(self._strip_line(article))
        if kind in _OF_PARTNERS:
            return self._partner_figures.plates(article, drawn=drawn)
        is_brief = kind is Kind.MEETING
        return tuple(
            Plate(one.section, one.figure, one.figure if is_brief else None) for one in self.of(article)
        )

    @cached_property
    def _partner_figures(self) -> "PartnerFigures":
        """Made when a page first has one: they need much that others do without."""
        from asem_reader.operations.partnerfigures import PartnerFigures  # noqa: PLC0415

        return PartnerFigures(self._library, self._tables, (_COLUMN, _NARROW))

    @cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        return self._tables.meetings()

    def _strip(self, article: Article) -> Iterator[Illustration]:
        """Which summits and foreign ministers' meetings the positions are of."""
        title, meetings = self._spoke(article)
        if meetings:
            note = _("Filled: a position of it is told here. Hollow: none was found.")
            places = {meeting.key: Place.parse(meeting.key) for meeting in meetings}
            narrow = strip_line(title, meetings, _NARROW)
            yield Illustration(_POSITION, meeting_strip(title, meetings, note), places, narrow)

    def _strip_line(self, article: Article) -> Iterator[Plate]:
        """The same as a line of the text."""
        title, meetings = self._spoke(article)
        if meetings:
            line = strip_line(title, meetings, _COLUMN)
            yield Plate(_POSITION, line, line, tabled=False)

    def _spoke(self, article: Article) -> tuple[str, list[StripMeeting]]:
        """A title, and the meetings: none if the topic tells no positions."""
        position = next((one for one in article.sections if one.title == _POSITION), None)
        held = [one for one in self._meetings if one.series in (SUMMITS, FOREIGN_MINISTERS)]
        if position is None or not held:
            return "", []
        spoke = {name for block in position.blocks for name in _speaking(block.text)}
        title = _("Summits and foreign ministers’ meetings, 1996–{year}").format(year=held[-1].start[:4])
        return title, [StripMeeting(_place(one).address, one.name, one.name in spoke) for one in held]

    def _timeline(self, article: Article) -> Iterator[Illustration]:
        """Meetings by series: of leaders and foreign ministers, of the series of the page, or of all."""
        here = article.topic.slug
        shown: dict[str, list[Meeting]] = {SUMMITS: [], FOREIGN_MINISTERS: []}
        for meeting in filter(lambda one: one.start, self._meetings):
            is_wanted = meeting.series in (*shown, here) or (here == CHRONOLOGY and self._is_track(meeting))
            if is_wanted:
                shown.setdefault(meeting.series, []).append(meeting)
        if here in shown:
            del shown[FOREIGN_MINISTERS]
        meetings = [meeting for row in shown.values() for meeting in row]
        if here in (CHRONOLOGY, *shown, *(meeting.topic for meeting in meetings)):
            there = filter(None, shown.values())
            rows = [TimelineSeries(row[0].series_title, tuple(map(_on_timeline, row))) for row in there]
            all_of_them = _("Meetings of leaders and ministers")
            title = all_of_them if here == CHRONOLOGY else " · ".join(row.name for row in rows)
            address = Place(here).address
            figure, narrow = (timeline(title, rows, address, wide=wide) for wide in (WIDTH, _NARROW))
            yield Illustration("", figure, _places(meetings), narrow)

    def _is_track(self, meeting: Meeting) -> bool:
        return meeting.series in self._tracks and meeting.series != _ONCE

    @cached_property
    def _tracks(self) -> frozenset[str]:
        return frozenset(topic.slug for topic in self._library.topics() if topic.parent == TRACKS)


def _speaking(position: str) -> Iterator[str]:
    """The meetings that a position is of: all that its head names, and those at which more was said."""
    head = position.partition(".")[0]
    for found in _NAMED.finditer(position):
        if found.end() <= len(head) or found[1]:
            yield found[2]


def _on_timeline(meeting: Meeting) -> TimelineMeeting:
    manner = Manner.IN_PERSON if meeting.format in (IN_PERSON, "") else Manner.REMOTE
    if meeting.status != HELD:
        off = any(word in meeting.status for word in _CALLED_OFF)
        manner = Manner.CALLED_OFF if off else Manner.ANNOUNCED
    code = meeting.country if meeting.series in (SUMMITS, FOREIGN_MINISTERS) else ""
    return TimelineMeeting(_place(meeting).address, meeting.name, meeting.start, meeting.city, manner, code)


def _place(meeting: Meeting) -> Place:
    return Place(meeting.topic, meeting.block)


def _places(meetings: Iterable[Meeting]) -> dict[str, Place]:
    return {place.address: place for place in map(_place, meetings)}
