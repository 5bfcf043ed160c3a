# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes the pages of meetings: summits, foreign ministers, ministerial tracks, series."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from asem_reader.authoring.files.document import Document
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.reference import (
    MeetingDraft,
    Partner,
    Reference,
    Series,
    SeriesMeeting,
    Statement,
    Status,
)
from asem_reader.authoring.pages.markup import cites, escaped, items, link, notes, sections
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken, spoken_span

EDITIONS = "Editions"
HELD = "held"
_STATUS: dict[Status, str] = {
    "held": "",
    "announced": " (announced; no report that it was held was found)",
    "postponed": " (postponed)",
    "cancelled": " (cancelled)",
}
_READ = {
    "whole": "Read in full where it is cited.",
    "part": "Read in part where it is cited.",
    "quoted": "No copy was found as of {closed}; passages of it are quoted.",
    "named": "No copy was found as of {closed}; its title is known.",
}


def ordinal(number: int) -> str:
    """Return ``1st``, ``2nd``, ``3rd``, ``4th`` … for a number."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def short_name(meeting: MeetingDraft) -> str:
    """Return ``ASEM12`` or ``FMM14``: what a summit or a foreign ministers' meeting is called for short."""
    return meeting.slug.removeprefix("asem" if "fmm" in meeting.slug else "").upper()


def edition_name(series: Series, edition: SeriesMeeting) -> str:
    """Return what an edition is called: its title, else its number and the series, else place and year."""
    if edition.title:
        return edition.title
    short = series.acronym or series.name
    if isinstance(edition.number, int):
        return f"{ordinal(edition.number)} {short}"
    return edition.number or f"{short}, {' '.join(filter(None, (edition.city, edition.start[:4])))}"


def status_said(status: Status) -> str:
    """Return what follows the name of a meeting that was not held, as far as is known; else nothing."""
    return _STATUS[status]


def _document(document: Document, closed: str) -> str:
    read = _READ[document.read].format(closed=spoken(closed[:7]))
    return f"- **{escaped(document.title)}** ({spoken(document.date)}). {read}{cites(document.sources)}"


def meeting_page(
    meeting: MeetingDraft, around: tuple[MeetingDraft, ...], reference: Reference, closed: str
) -> Draft:
    """The page of a summit or foreign ministers' meeting; `around` are those before and after it."""
    summit = meeting in reference.summits
    file = "reference/summits.yaml" if summit else "reference/foreign-ministers.yaml"
    name, what = (
        (meeting.title, "Asia-Europe Meeting of heads of state or government")
        if summit
        else (meeting.title, "Meeting of the foreign ministers of ASEM")
    )
    country = reference.country(meeting.country)
    when = spoken_span(meeting.start, meeting.end)
    place = ", ".join(dict.fromkeys((meeting.city, country.name if country else meeting.city)))
    theme = f" Theme: {meeting.theme.rstrip('.?')}." if meeting.theme else ""
    number = ordinal(meeting.number)
    short = short_name(meeting)
    return Draft(
        file,
        meeting.slug,
        Kind.MEETING,
        f"{short}, {meeting.city} {meeting.start[:4]}",
        meeting.symbol,
        "summits" if summit else "foreign-ministers",
        f"{what}, {place}, {when}{', by video' if meeting.format == 'virtual' else ''}.{theme}",
        meeting.end or meeting.start,
        tuple(
            dict.fromkeys(
                (
                    name,
                    f"{number} {'ASEM Summit' if summit else 'Foreign Ministers’ Meeting'}",
                    f"{meeting.city} {'Summit' if summit else 'ministerial'}",
                    f"{'ASEM' if summit else 'ASEM FMM'} {meeting.number}",
                    *((f"ASEM{short}",) if not summit else ()),
                    *meeting.aliases,
                )
            )
        ),
        tuple(dict.fromkeys((*meeting.related, *(other.slug for other in around if other is not meeting)))),
        sections(
            ("At a glance", (*_glance(meeting, country, reference), *notes(meeting.notes, meeting.sources))),
            ("Outcomes", items(meeting.outcomes, meeting.sources)),
            ("Documents", (_document(text, closed) for text in meeting.texts)),
        ),
    )


def _glance(meeting: MeetingDraft, country: Partner | None, reference: Reference) -> Iterator[str]:
    where = _where(meeting.city, country)
    names = {partner.slug: partner for partner in reference.partners}
    admitted = ", ".join(link(names[slug]) if slug in names else slug for slug in meeting.admitted)
    parts = {
        "Theme": (f"“{escaped(meeting.theme)}”." if meeting.theme else "", meeting.theme_note),
        "Dates": (f"{spoken_span(meeting.start, meeting.end)}.", meeting.dates_note),
        "Place": (f"{where}{f' ({escaped(meeting.venue)})' if meeting.venue else ''}.", ""),
        "Format": ("" if meeting.format == "in person" else f"{meeting.format.capitalize()}.", ""),
        "Chair": (f"{escaped(meeting.chair)}.", ""),
        "Founding partners": (
            f"{escaped(meeting.founding_partners)}." if meeting.founding_partners else "",
            "",
        ),
        "Partners admitted": (f"{admitted}." if admitted else "", meeting.admitted_note),
        "Partners afterwards": (
            f"{meeting.partners_after}." if meeting.partners_after else "",
            meeting.partners_after_note,
        ),
    }
    for label, (said, note) in parts.items():
        whole = " ".join(filter(None, (said, escaped(note))))
        if whole:
            yield f"- **{label}.** {whole}{cites(meeting.sources)}"


def series_page(series: Series, parent: str, reference: Reference, closed: str) -> Draft:
    """The page of a ministerial track or another series, with a table of its editions."""
    ministers = parent == "ministerial-tracks"
    rows = ["| meeting | date and place | theme and document |", "| --- | --- | --- |"]
    said: list[str] = []
    doubts: list[str] = []
    for edition in series.editions:
        rows.append(_edition_row(series, edition, reference, "no closing text found" if ministers else ""))
        said += items(edition.facts, edition.sources)
        doubts += notes(edition.notes, edition.sources)
    dates = [edition.end or edition.start for edition in series.editions if edition.start]
    everywhere = tuple(dict.fromkeys(source for edition in series.editions for source in edition.sources))[:2]
    return Draft(
        f"reference/{'ministerial-tracks' if ministers else 'series'}.yaml",
        series.slug,
        Kind.MEETING,
        series.name,
        series.symbol,
        parent,
        f"{series.what} {_counted(series.editions)}",
        max(dates, default=closed),
        tuple(dict.fromkeys(filter(None, (series.acronym, *series.aliases)))),
        (series.issue,) if series.issue else (),
        sections(
            ("About", items(series.facts, everywhere)),
            (EDITIONS, ("\n".join(rows),)),
            ("What the meetings did", said),
            ("On the record", (*notes((*series.notes, *_gaps(series, closed)), everywhere), *doubts)),
        ),
    )


def _counted(editions: tuple[SeriesMeeting, ...]) -> str:
    """How many meetings are listed, from where and when to where and when, and which of them did not meet."""
    dated = [edition for edition in editions if edition.start]
    ends = [" in ".join(filter(None, (one.city, spoken(one.start[:7])))) for one in (*dated[:1], *dated[-1:])]
    span = f", from {ends[0]} to {ends[1]}" if len(dated) > 1 else ""
    others = Counter(edition.status for edition in editions if edition.status != HELD)
    but = ", ".join(f"{count} {status}" for status, count in sorted(others.items()))
    meetings = "meeting is" if len(editions) == 1 else "meetings are"
    return f"{len(editions)} {meetings} listed{span}{f'; {but}' if but else ''}."


def _gaps(series: Series, closed: str) -> Iterator[Statement]:
    """A note on the numbers between the first and the last that have no row."""
    known = {edition.number for edition in series.editions if isinstance(edition.number, int)}
    missing = [number for number in range(1, max(known, default=0)) if number not in known]
    if missing:
        yield Statement(
            text=f"No source for the {_numbers(missing)} {series.name} was found, as of {spoken(closed[:7])}."
        )


def _numbers(numbers: list[int]) -> str:
    """Return ``1st, 3rd to 5th and 8th`` for ascending numbers."""
    said: list[str] = []
    for _, run in groupby(numbers, key=lambda number: number - numbers.index(number)):
        first, *rest = run
        said += (
            [f"{ordinal(first)} to {ordinal(rest[-1])}"] if len(rest) > 1 else map(ordinal, (first, *rest))
        )
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _where(city: str, country: Partner | None) -> str:
    """Return city and country, a city that is a country once."""
    town = "" if country and country.name == city else escaped(city)
    return ", ".join(filter(None, (town, link(country) if country else "")))


def _when(edition: SeriesMeeting) -> str:
    return spoken_span(edition.start, edition.end) if edition.start else ""


def _edition_row(series: Series, edition: SeriesMeeting, reference: Reference, textless: str) -> str:
    """A row of the table; `textless` is said of a meeting held of which no document is known."""
    own = ordinal(edition.number) if isinstance(edition.number, int) and not series.acronym else ""
    name = escaped(edition.title or own or edition_name(series, edition)) + status_said(edition.status)
    country = reference.country(edition.country)
    where = _where(edition.city, country)
    place = "; ".join(filter(None, (_when(edition), where))) or "–"
    parts = (
        f"“{escaped(edition.theme)}”" if edition.theme else "",
        escaped(edition.document) or (textless if edition.status == HELD else ""),
        "by video" if edition.format == "virtual" else "",
    )
    about = "; ".join(filter(None, parts))
    return f"| {name} | {place} | {about or '–'}{cites(edition.sources)} |"
