# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fills the tables of meetings, partners, bodies, terms and milestones: the reference pages as data."""

from collections.abc import Iterator, Mapping
from itertools import count

import sqlite_utils

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.reference import Reference, TermDraft
from asem_reader.authoring.pages.meetings import HELD, edition_name, short_name
from asem_reader.authoring.pages.templates import CHRONOLOGY, GLOSSARY, event_said, in_order
from asem_reader.authoring.text.typography import curled
from asem_reader.core.content import BlockKind

Row = dict[str, object]


def fill_reference(db: sqlite_utils.Database, compiled: Compiled, topics: Mapping[str, int]) -> None:
    """Insert everything of `data/reference/`; `topics` has the row id of each topic by its slug."""
    reference = compiled.content.reference
    if reference == Reference():
        return
    meetings = list(_meetings(compiled, topics))
    ids = {row["topic_id"]: row["id"] for row in meetings if row["block_id"] is None}
    # Meetings and partners lead to each other, so both stand before the keys are looked at.
    db.table("partners").insert_all(_partners(reference, topics, ids))
    db.table("meetings").insert_all(meetings)
    db.table("bodies").insert_all(_bodies(reference, topics))
    db.table("terms").insert_all(_terms(compiled, topics))
    db.table("milestones").insert_all(_milestones(compiled, topics))


def _meetings(compiled: Compiled, topics: Mapping[str, int]) -> Iterator[Row]:
    number = count(1)
    reference = compiled.content.reference
    for meeting in reference.meetings:
        yield {
            "id": next(number),
            "topic_id": topics[meeting.slug],
            "block_id": None,
            "name": short_name(meeting),
            "number": str(meeting.number),
            "theme": curled(meeting.theme) or None,
            "start": meeting.start,
            "end": meeting.end or meeting.start,
            "city": meeting.city,
            "country": meeting.country,
            "format": meeting.format,
            "status": HELD,
            "chair": curled(meeting.chair),
            "document": curled("; ".join(meeting.documents)) or None,
        }
    for series in (*reference.tracks, *reference.series):
        rows = compiled.blocks(series.slug, BlockKind.ROW)
        for edition, block in zip(series.editions, rows, strict=True):
            yield {
                "id": next(number),
                "topic_id": topics[series.slug],
                "block_id": block,
                "name": curled(edition_name(series, edition)),
                "number": str(edition.number) or None,
                "theme": curled(edition.theme) or None,
                "start": edition.start or None,
                "end": edition.end or edition.start or None,
                "city": edition.city or None,
                "country": edition.country or None,
                "format": edition.format or None,
                "status": curled(edition.status),
                "chair": None,
                "document": curled(edition.document) or None,
            }


def _partners(
    reference: Reference, topics: Mapping[str, int], meetings: Mapping[object, object]
) -> Iterator[Row]:
    for number, partner in enumerate(reference.partners, 1):
        yield {
            "id": number,
            "topic_id": topics[partner.slug],
            "name": partner.name,
            "official_name": curled(partner.official_name) or None,
            "kind": partner.kind,
            "iso2": partner.iso2 or None,
            "iso3": partner.iso3 or None,
            "region": partner.region,
            "accession": partner.accession,
            "round": partner.round,
            "welcomed_at": meetings[topics[partner.summit]],
            "capital": partner.capital or None,
            "seat": partner.seat or None,
        }


def _bodies(reference: Reference, topics: Mapping[str, int]) -> Iterator[Row]:
    for number, body in enumerate(reference.bodies, 1):
        yield {
            "id": number,
            "topic_id": topics[body.slug],
            "name": curled(body.name),
            "acronym": body.acronym or None,
            "kind": body.kind,
            "status": curled(body.status),
            "founded": curled(body.founded) or None,
            "seat": curled(body.seat) or None,
            "run_by": curled(body.run_by) or None,
        }


def _terms(compiled: Compiled, topics: Mapping[str, int]) -> Iterator[Row]:
    explained: dict[str, TermDraft] = {term.term: term for term in compiled.content.reference.terms}
    for number, (entry, block) in enumerate(compiled.entries.items(), 1):
        term = explained.get(entry)
        yield {
            "id": number,
            "topic_id": topics[(term.about if term else "") or GLOSSARY],
            "block_id": block,
            "term": curled(entry),
            "expansion": curled(compiled.content.glossary[entry]),
            "definition": curled(term.definition) if term else None,
            "category": term.category if term else None,
        }


def _milestones(compiled: Compiled, topics: Mapping[str, int]) -> Iterator[Row]:
    ordered = in_order(compiled.content.reference.milestones)
    for number, (milestone, block) in enumerate(zip(ordered, compiled.milestones, strict=True), 1):
        yield {
            "id": number,
            "topic_id": topics[CHRONOLOGY],
            "block_id": block,
            "date": milestone.date,
            "end": milestone.end or None,
            "kind": milestone.kind,
            "event": curled(event_said(milestone)),
        }
