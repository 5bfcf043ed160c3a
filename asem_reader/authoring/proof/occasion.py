# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Occasions: what the tables say of each meeting, body and event, under all its names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from asem_reader.authoring.files.reference import MeetingDraft, Reference, Series, SeriesMeeting
from asem_reader.authoring.pages.meetings import HELD, edition_name, ordinal, short_name
from asem_reader.authoring.pages.names import acronyms, meeting_names
from asem_reader.authoring.text.numerals import ORDINALS
from asem_reader.authoring.text.timespan import timespans
from asem_reader.authoring.text.typography import curled
from asem_reader.core.dates import MONTHS, spoken, spoken_span

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    ("asem", "asia", "europ", "asian", "meeti", "minis", "held", "from", "with", "that", "which", "were")
) | {month.lower()[:5] for month in MONTHS}


def stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, cut short so that their forms are one, without common ones."""
    return frozenset(word.lower()[:5] for word in _WORD.findall(text)) - _COMMON


@dataclass(frozen=True)
class Occasion:
    """A meeting, the opening of a body, or an event, as a table has it.

    Attributes:
        names: what it is called, the best known name first; none for an event.
        about: the words by which one knows it, in running text.
        start, end: first and last day, ISO 8601, to the precision known; empty if unknown.
        places: city and country, with the adjectives of the country.
        held: False for one that was announced, planned or cancelled.
        meeting: whether it has a row or a page among the meetings.
        partners: how many there were before and after; none where that is not told.
        slug: the page of its series, or its own.
    """

    names: tuple[str, ...]
    about: str
    slug: str
    start: str = ""
    end: str = ""
    places: tuple[str, ...] = ()
    venue: str = ""
    chair: str = ""
    held: bool = True
    number: int = 0
    meeting: bool = False
    partners: tuple[int, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems by which one knows it."""
        return stems(self.about)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The same without its place, where much else was held."""
        return self.words - stems(" ".join(self.places))

    @property
    def when(self) -> str:
        """Its dates, as they are spoken."""
        return spoken_span(self.start, self.end)


class Occasions:
    """All occasions of the tables."""

    def __init__(self, reference: Reference) -> None:
        self.all = tuple(_occasions(reference))
        self._named = {name: one for one in reversed(self.all) for name in one.names}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._named, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Occasion]]:
        """Yield where a text names occasions, and which."""
        if self._named:
            yield from ((found, self._named[found[0]]) for found in self._pattern.finditer(text))


def _occasions(reference: Reference) -> Iterator[Occasion]:
    for meeting in reference.meetings:
        yield _meeting(reference, meeting, meeting.slug, (short_name(meeting), *meeting_names(meeting)))
    for series in (*reference.tracks, *reference.series):
        for edition in series.editions:
            yield _meeting(reference, edition, series.slug, _edition_names(series, edition))
    for body in reference.bodies:
        names = _spelled(filter(None, (body.acronym, body.name)))
        founded = list(timespans(spoken(body.founded)))
        start, end = (founded[0].start, founded[0].end) if len(founded) == 1 else ("", "")
        yield Occasion(names, " ".join(names), body.slug, start, end)
    for one in reference.milestones:
        yield Occasion((), curled(one.event), "chronology", one.date, one.end or one.date)


def _meeting(
    reference: Reference, held: MeetingDraft | SeriesMeeting, slug: str, names: tuple[str, ...]
) -> Occasion:
    country = reference.country(held.country)
    places = (held.city, *((country.name, *country.aliases, *country.adjectives) if country else ()))
    page = held if isinstance(held, MeetingDraft) else None
    return Occasion(
        names=_spelled(names),
        about=curled(" ".join((*names, held.theme, held.city))),
        slug=slug,
        start=held.start,
        end=held.end or held.start,
        places=tuple(map(curled, filter(None, places))),
        venue=curled(page.venue) if page else "",
        chair=curled(page.chair) if page else "",
        held=isinstance(held, MeetingDraft) or held.status.startswith(HELD),
        number=held.number if isinstance(held.number, int) else 0,
        meeting=True,
        partners=_partners(reference, held.start) if page else (),
    )


def _partners(reference: Reference, day: str) -> tuple[int, ...]:
    """How many partners there were after the summits before and after a day."""
    before = [one.partners_after for one in reference.summits if one.start <= day and one.partners_after]
    later = [one.partners_after for one in reference.summits if one.start >= day and one.partners_after]
    return tuple(sorted({*before[-2:], *later[:1]}))


def _edition_names(series: Series, edition: SeriesMeeting) -> tuple[str, ...]:
    if not isinstance(edition.number, int):
        named = edition_name(series, edition)
        return (named,) if len(named) > 12 else ()
    short = (f"{acronym}{edition.number}" for acronym in sorted(acronyms(series)))
    long = filter(None, (series.name, series.name.removeprefix("ASEM "), series.acronym))
    nth = ordinal(edition.number)
    return (*short, *(f"{nth} {name}" for name in long), edition_name(series, edition))


def _spelled(names: Iterable[str]) -> tuple[str, ...]:
    """The names, with their ordinals as words too: 12th, twelfth and Twelfth."""
    spelled = []
    for name in map(curled, names):
        spelled.append(name)
        found = re.match(r"([0-9]+)(?:st|nd|rd|th) (.+)", name)
        if found and int(found[1]) <= len(ORDINALS):
            word = ORDINALS[int(found[1]) - 1]
            spelled += [f"{word} {found[2]}", f"{word.capitalize()} {found[2]}"]
    return tuple(dict.fromkeys(spelled))
