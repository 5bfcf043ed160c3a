# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes the pages of meetings: summits, foreign ministers, ministerial tracks, series."""

from collections.abc import Iterator

from asem_reader.authoring.draft import Draft
from asem_reader.authoring.markup import cites, escaped, items, link, notes, sections
from asem_reader.authoring.reference import MeetingDraft, Partner, Reference, Series, SeriesMeeting
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken_span

EDITIONS = "Editions"
HELD = "held"


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


def meeting_page(meeting: MeetingDraft, around: tuple[MeetingDraft, ...], reference: Reference) -> Draft:
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
    place = (
        meeting.city if country is None or country.name == meeting.city else f"{meeting.city}, {country.name}"
    )
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
            ("Documents", (f"- {escaped(title)}.{cites(meeting.sources)}" for title in meeting.documents)),
        ),
    )


def _glance(meeting: MeetingDraft, country: Partner | None, reference: Reference) -> Iterator[str]:
    where = ", ".join(filter(None, (meeting.city, link(country) if country else "")))
    names = {partner.slug: partner for partner in reference.partners}
    admitted = ", ".join(link(names[slug]) if slug in names else slug for slug in meeting.admitted)
    parts = {
        "Theme": (f"“{escaped(meeting.theme)}”." if meeting.theme else "", meeting.theme_note),
        "Dates": (f"{spoken_span(meeting.start, meeting.end)}.", meeting.dates_note),
        "Place": (f"{where}{f' ({escaped(meeting.venue)})' if meeting.venue else ''}.", ""),
        "Format": (f"{meeting.format.capitalize()}.", ""),
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
    rows = ["| meeting | date and place | theme and document |", "| --- | --- | --- |"]
    said: list[str] = []
    doubts: list[str] = []
    for edition in series.editions:
        rows.append(_edition_row(series, edition, reference))
        lead = ", ".join(filter(None, (edition_name(series, edition), edition.city, _when(edition))))
        said += [
            f"- **{escaped(lead)}.** {escaped(fact.text)}{cites(fact.sources or edition.sources)}"
            for fact in edition.facts
        ]
        doubts += notes(edition.notes, edition.sources)
    dates = [edition.end or edition.start for edition in series.editions if edition.start]
    everywhere = tuple(dict.fromkeys(source for edition in series.editions for source in edition.sources))[:2]
    return Draft(
        f"reference/{'ministerial-tracks' if parent == 'ministerial-tracks' else 'series'}.yaml",
        series.slug,
        Kind.MEETING,
        series.name,
        series.symbol,
        parent,
        series.what,
        max(dates, default=closed),
        tuple(dict.fromkeys(filter(None, (series.acronym, *series.aliases)))),
        (series.issue,) if series.issue else (),
        sections(
            ("About", items(series.facts, everywhere)),
            (EDITIONS, ("\n".join(rows),)),
            ("What the meetings did", said),
            ("On the record", (*notes(series.notes, everywhere), *doubts)),
        ),
    )


def _when(edition: SeriesMeeting) -> str:
    return spoken_span(edition.start, edition.end) if edition.start else ""


def _edition_row(series: Series, edition: SeriesMeeting, reference: Reference) -> str:
    own = ordinal(edition.number) if isinstance(edition.number, int) and not series.acronym else ""
    name = escaped(edition.title or own or edition_name(series, edition))
    if edition.status != HELD:
        name += f" ({escaped(edition.status)})"
    country = reference.country(edition.country)
    where = ", ".join(filter(None, (escaped(edition.city), link(country) if country else "")))
    place = "; ".join(filter(None, (_when(edition), where))) or "–"
    virtual = "by video" if edition.format == "virtual" else ""
    about = "; ".join(
        filter(
            None,
            (f"“{escaped(edition.theme)}”" if edition.theme else "", escaped(edition.document), virtual),
        )
    )
    return f"| {name} | {place} | {about or '–'}{cites(edition.sources)} |"
