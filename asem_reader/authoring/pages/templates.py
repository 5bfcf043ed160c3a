# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes the pages that `data/reference/` holds, as Markdown like any article's."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.indicators import Figures
from asem_reader.authoring.files.reference import Body, Milestone, Reference, TermDraft
from asem_reader.authoring.pages.indicatorpages import IndicatorPages
from asem_reader.authoring.pages.markup import cites, escaped, items, notes, sections
from asem_reader.authoring.pages.meetings import meeting_page, series_page, status_said
from asem_reader.authoring.pages.partners import partner_page, rounds_page
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken

GLOSSARY, CHRONOLOGY = "glossary", "chronology"


def drafts(
    reference: Reference, figures: Figures, abbreviations: Mapping[str, str], closed: str
) -> Iterator[Draft]:
    """Yield a draft for every page; `closed` is the day of the edition, which dates pages without a date."""
    if reference == Reference():
        return
    for around in (reference.summits, reference.ministers):
        for index, meeting in enumerate(around):
            yield meeting_page(meeting, around[max(0, index - 1) : index + 2], reference, closed)
    for parent, group in (
        ("ministerial-tracks", reference.tracks),
        ("seminars-and-dialogues", reference.series),
    ):
        for series in group:
            yield series_page(series, parent, reference, closed)
    indicators = IndicatorPages(figures, closed)
    yield from indicators.drafts()
    yield rounds_page(reference, closed)
    for partner in sorted(reference.partners, key=lambda partner: partner.name):
        yield partner_page(partner, reference, closed, indicators.of_partner(partner.iso3))
    for body in reference.bodies:
        yield _body(body, closed)
    yield _glossary(reference.terms, abbreviations, closed)
    if reference.milestones:
        yield _chronology(reference)


def _body(body: Body, closed: str) -> Draft:
    glance = {
        "Acronym": body.acronym,
        "Kind": body.kind,
        "Founded": spoken(body.founded),
        "Seat": body.seat,
        "Run by": body.run_by,
        "Status": body.status,
    }
    facts = {
        label: f"{escaped(said[0].upper() + said[1:]).rstrip('.')}." for label, said in glance.items() if said
    }
    said = [body.what, *((body.role,) if body.role else ())]
    return Draft(
        "reference/bodies.yaml",
        body.slug,
        Kind.BODY,
        body.name,
        body.symbol,
        body.group,
        body.what.text,
        closed[:7],
        tuple(dict.fromkeys(filter(None, (body.acronym, *body.aliases)))),
        (body.issue,) if body.issue else (),
        sections(
            ("What it is", (*items(said, body.sources), *items(body.facts, body.sources))),
            (
                "At a glance",
                (
                    *(f"- **{label}.** {said}{cites(body.sources)}" for label, said in facts.items()),
                    *notes(body.notes, body.sources),
                ),
            ),
        ),
    )


def glossary_order(terms: Iterable[TermDraft], abbreviations: Iterable[tuple[str, str]]) -> list[str]:
    """The entries of the glossary as they stand on its page."""
    entries = [*(term.term for term in terms), *(short for short, _ in abbreviations)]
    return sorted(entries, key=lambda entry: (entry.lower(), entry))


def _glossary(terms: tuple[TermDraft, ...], abbreviations: Mapping[str, str], closed: str) -> Draft:
    lines = {short: f"- **{escaped(short)}**: {escaped(long)}." for short, long in abbreviations.items()}
    lines |= {term.term: _term(term) for term in terms}
    ordered = glossary_order(terms, abbreviations.items())
    by_letter = groupby(ordered, key=lambda entry: entry[0].upper() if entry[0].isalpha() else "0–9")
    return Draft(
        "reference/terms.yaml",
        GLOSSARY,
        Kind.TERM,
        "Glossary",
        "REF-02",
        "",
        f"{len(ordered)} acronyms and terms of the Asia-Europe Meeting, spelled out and explained.",
        closed[:7],
        ("acronyms", "abbreviations", "terms", "vocabulary"),
        (CHRONOLOGY,),
        sections(*((letter, [lines[entry] for entry in some]) for letter, some in by_letter)),
    )


def _term(term: TermDraft) -> str:
    """An entry; the term itself leads to the topic that says more."""
    name = f"[{escaped(term.term)}](asem:{term.about})" if term.about else escaped(term.term)
    long = f" ({escaped(term.expansion)})" if term.expansion and term.expansion != term.term else ""
    return f"- **{name}**{long}: {escaped(term.definition)}{cites(term.sources)}"


def in_order(milestones: Iterable[Milestone]) -> list[Milestone]:
    """The milestones by date, as they stand on the page."""
    return sorted(milestones, key=lambda milestone: milestone.date)


def event_said(milestone: Milestone) -> str:
    """Return what happened, or was to happen and is not known to have happened."""
    return f"{milestone.event.rstrip('.')}{status_said(milestone.status)}."


def _chronology(reference: Reference) -> Draft:
    ordered = in_order(reference.milestones)
    first, last = ordered[0].date[:4], ordered[-1].date
    decades = groupby(ordered, key=lambda milestone: f"{milestone.date[:3]}0s")
    return Draft(
        "reference/milestones.yaml",
        CHRONOLOGY,
        Kind.MILESTONE,
        "Chronology",
        "REF-03",
        "",
        f"{len(ordered)} dates of the Asia-Europe Meeting and of the world around it, {first} to {last[:4]}.",
        last,
        ("timeline", "history", "milestones", "dates"),
        (GLOSSARY,),
        sections(
            *(
                (
                    decade,
                    [
                        f"- {one.date}{f'/{one.end}' if one.end else ''}: "
                        f"{escaped(' '.join(filter(None, (event_said(one), one.note))))}{cites(one.sources)}"
                        for one in some
                    ],
                )
                for decade, some in decades
            )
        ),
    )
