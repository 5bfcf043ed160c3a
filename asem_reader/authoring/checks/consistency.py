# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Consistency checks of the reference data: unknown partners, countries, dates and topics."""

from collections import Counter
from collections.abc import Iterator

from asem_reader.authoring.checks.form import is_date
from asem_reader.authoring.files.reference import FOLDER, MeetingDraft, Reference, SeriesMeeting
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.source import Content


def consistency(content: Content) -> Iterator[Problem]:
    """Yield what does not fit together in `data/reference/`, and between it and the rest."""
    slugs = {draft.slug for draft in content.drafts}
    partners = {partner.slug for partner in content.reference.partners}
    countries = {partner.iso2 for partner in content.reference.partners}
    for slug, held in _held(content.reference):
        if held.country and held.country not in countries:
            yield Problem(FOLDER, 0, f"{slug}: {held.country} is no partner’s ISO code")
        yield from _dates(slug, held.start, held.end)
    for meeting in content.reference.meetings:
        for unknown in set(meeting.admitted) - partners:
            yield Problem(FOLDER, 0, f"{meeting.slug} admits the unknown partner {unknown}")
    summits = {summit.slug for summit in content.reference.summits}
    for partner in content.reference.partners:
        if partner.summit not in summits:
            yield Problem(FOLDER, 0, f"{partner.slug} joined at the unknown summit {partner.summit}")
    for milestone in content.reference.milestones:
        yield from _dates("milestones.yaml", milestone.date, milestone.end)
    yield from _terms(content, slugs)
    yield from _twice("term", [term.term for term in content.reference.terms])
    yield from _twice(
        "ISO code", [code for one in content.reference.partners for code in (one.iso2, one.iso3)]
    )


def _terms(content: Content, slugs: set[str]) -> Iterator[Problem]:
    for term in content.reference.terms:
        if term.about and term.about not in slugs:
            yield Problem(FOLDER, 0, f"the term {term.term} is about the unknown topic {term.about}")
        if term.term in content.abbreviations:
            yield Problem("glossary.yaml", 0, f"{term.term} stands in reference/terms.yaml too")


def _twice(what: str, values: list[str]) -> Iterator[Problem]:
    for value, count in Counter(filter(None, values)).items():
        if count > 1:
            yield Problem(FOLDER, 0, f"the {what} {value} stands twice")


def _held(reference: Reference) -> Iterator[tuple[str, MeetingDraft | SeriesMeeting]]:
    for meeting in reference.meetings:
        yield meeting.slug, meeting
    for series in (*reference.tracks, *reference.series):
        for edition in series.editions:
            yield series.slug, edition


def _dates(name: str, start: str, end: str) -> Iterator[Problem]:
    for date in filter(None, (start, end)):
        if not is_date(date):
            yield Problem(FOLDER, 0, f"{name}: {date} is no date")
    if end and end < start:
        yield Problem(FOLDER, 0, f"{name}: {end} is before {start}")
