# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes the pages of the partners, and the page of the rounds in which they joined."""

from collections.abc import Iterator
from itertools import groupby

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.reference import Partner, Reference
from asem_reader.authoring.pages.markup import cites, escaped, link, notes, sections
from asem_reader.authoring.pages.meetings import HELD, edition_name, short_name
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken_span

ROUNDS = "rounds-of-accession"

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def partner_page(partner: Partner, reference: Reference, closed: str, figures: tuple[str, ...]) -> Draft:
    """The page of a partner, with a table of its figures; the meetings that it hosted are looked for."""
    sources = partner.sources
    summit = next((meeting for meeting in reference.summits if meeting.slug == partner.summit), None)
    how = "a founding partner" if not partner.round else f"the {_ORDINALS[partner.round]} enlargement"
    at = f"[{short_name(summit)}](asem:{summit.slug}), {summit.city}" if summit else partner.summit
    if summit and int(summit.start[:4]) != partner.accession:
        at = f"first summit: {at}, {summit.start[:4]}"
    region = "European" if partner.region == "Europe" else "Asian"
    group = {
        "eu-member-states": "Member state of the European Union; European group",
        "other-european-partners": "European group, outside the European Union",
        "asean-member-states": "Member of the Association of Southeast Asian Nations (ASEAN); Asian group",
        "northeast-and-south-asia": "Northeast and South Asia (NESA); Asian group",
        "regional-organisations": f"Regional organisation; {region} group",
    }[partner.group]
    hosted = list(_hosted(partner, reference))
    glance = {
        "Official name": partner.official_name,
        "Also called": ", ".join(partner.aliases),
        "Group in ASEM": group,
        "Capital": partner.capital,
        "Seat": partner.seat,
    }
    lines = (
        [f"- **Partner since.** {partner.accession}, as {how} ({at}).{cites(sources)}"]
        if not partner.round
        else [f"- **Partner since.** {partner.accession}, in {how} ({at}).{cites(sources)}"]
    )
    lines += [f"- **{label}.** {escaped(said)}.{cites(sources)}" for label, said in glance.items() if said]
    count = len(hosted)
    meetings = "1 meeting" if count == 1 else f"{count} meetings"
    times = f"Host of {meetings} listed here." if hosted else ""
    since = "founding partner, 1996" if not partner.round else f"partner since {partner.accession}"
    return Draft(
        "reference/partners.yaml",
        partner.slug,
        Kind.PARTNER,
        partner.name,
        partner.symbol,
        partner.group,
        f"ASEM {since}. {group.split(';')[0]}. {times}".strip(),
        closed[:7],
        tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        partner.official_name,
                        *partner.aliases,
                        *partner.adjectives,
                        partner.capital,
                        partner.iso3,
                    ),
                )
            )
        ),
        (),
        sections(
            ("At a glance", (*lines, *notes(partner.notes, sources))),
            (
                "Meetings hosted",
                ("\n".join(["| meeting | date | place |", "| --- | --- | --- |", *hosted]),)
                if hosted
                else (),
            ),
            ("Connectivity figures", figures),
        ),
    )


def _hosted(partner: Partner, reference: Reference) -> Iterator[str]:
    """A row for each meeting held in a partner's country, in order of date."""
    rows = [
        (meeting.start, f"[{short_name(meeting)}](asem:{meeting.slug})", meeting, meeting.format)
        for meeting in reference.meetings
        if partner.iso2 and meeting.country == partner.iso2
    ] + [
        (
            edition.start,
            f"[{escaped(edition_name(series, edition))}](asem:{series.slug})",
            edition,
            edition.format,
        )
        for series in (*reference.tracks, *reference.series)
        for edition in series.editions
        if partner.iso2 and edition.country == partner.iso2 and edition.status == HELD
    ]
    for start, name, held, form in sorted(rows, key=lambda row: row[0] or "9999"):
        when = spoken_span(start, held.end) if start else "–"
        place = held.city + (", by video" if form == "virtual" else "")
        yield f"| {name} | {when} | {escaped(place)}{cites(held.sources[:3])} |"


def rounds_page(reference: Reference, closed: str) -> Draft:
    """The page of the rounds of accession."""
    rounds = []
    for number, members in groupby(sorted(reference.partners, key=lambda p: p.round), key=lambda p: p.round):
        joined = list(members)
        year = joined[0].accession
        title = (
            f"Founding partners, {year}"
            if not number
            else f"{_ORDINALS[number].capitalize()} enlargement, {year}"
        )
        lines = []
        for region, some in groupby(
            sorted(joined, key=lambda p: (p.region != "Asia", p.name)), key=lambda p: p.region
        ):
            listed = list(some)
            sources = tuple(dict.fromkeys(source for partner in listed for source in partner.sources))
            names = ", ".join(map(link, listed))
            lines.append(f"- **{region} ({len(listed)}).** {names}.{cites(sources)}")
        rounds.append((f"{title} ({len(joined)})", lines))
    total = len(reference.partners)
    return Draft(
        "reference/partners.yaml",
        ROUNDS,
        Kind.PARTNER,
        "Partners by round of accession",
        "REF-01",
        "partners",
        f"The {total} partners of ASEM in the order in which they joined: founders, then five enlargements.",
        closed[:7],
        ("enlargement", "accession", "members", "member states", "who is in ASEM"),
        (),
        sections(*rounds),
    )
