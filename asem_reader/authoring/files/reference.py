# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads `data/reference/`: meetings, partners, bodies, terms and milestones, as typed values.

The shapes below are the schema of the YAML; `docs/content.md` says what each field is for.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from asem_reader.authoring.files.document import Document
from asem_reader.authoring.files.yamlfile import read_yaml
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.text.machinedate import machine_dates

FOLDER = "reference"
Status = Literal["held", "announced", "postponed", "cancelled"]
_BRACKETED = re.compile(r" \((?P<acronym>[A-Za-z]+)[^)]*\)$")

_Entry = TypeVar("_Entry", bound="_Strict")


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A mapping with just these keys."""


class Statement(_Strict, frozen=True):
    """A sentence, and the sources that say so; none of its own: those of the entry it stands in."""

    text: str
    sources: tuple[str, ...] = ()


class MeetingDraft(_Strict, frozen=True):
    """A meeting as its file describes it: a summit, or one of foreign ministers; it has a page of its own.

    Attributes:
        start, end: ISO 8601, to the precision known; no end if it is the first day.
        country: ISO 3166-1 alpha-2 code of the host's country.
        format: ``in person``, ``virtual``, or ``hybrid``, which is both.
        admitted: slugs of the partners admitted.
        partners_after: how many partners there were after it.
        texts: its closing text, then what else it adopted.
    """

    slug: str
    symbol: str
    number: int
    title: str
    start: str
    city: str
    country: str
    chair: str
    format: Literal["in person", "hybrid", "virtual"]
    outcomes: tuple[Statement, ...]
    texts: Annotated[tuple[Document, ...], msgspec.Meta(min_length=1)]
    sources: tuple[str, ...]
    end: str = ""
    dates_note: str = ""
    theme: str = ""
    theme_note: str = ""
    venue: str = ""
    admitted: tuple[str, ...] = ()
    admitted_note: str = ""
    partners_after: int | None = None
    partners_after_note: str = ""
    founding_partners: str = ""
    notes: tuple[Statement, ...] = ()
    related: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The titles of its texts."""
        return tuple(text.title for text in self.texts)


class SeriesMeeting(_Strict, frozen=True):
    """One meeting of a series, a row of its page.

    Attributes:
        number: what it is counted as, such as ``6`` or ``6 (plan of 2004)``; empty if it has none.
        status: what is known to have become of it; one put off has an entry for each day.
        document: what it adopted; empty if nothing is known.
    """

    status: Status
    sources: tuple[str, ...]
    number: int | str = ""
    title: str = ""
    theme: str = ""
    start: str = ""
    end: str = ""
    city: str = ""
    country: str = ""
    format: Literal["in person", "hybrid", "virtual", ""] = ""
    document: str = ""
    facts: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()


class Series(_Strict, frozen=True):
    """A ministerial track, or a series of seminars, dialogues or forums; it has a page.

    Attributes:
        what: what it is; the template counts its meetings.
        issue: slug of the article on its subject.
    """

    slug: str
    symbol: str
    title: str
    what: str
    editions: tuple[SeriesMeeting, ...]
    issue: str = ""
    facts: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        starts = [edition.start for edition in self.editions if edition.start]
        if starts != sorted(starts):
            raise ValueError("its editions do not stand by date")

    @property
    def name(self) -> str:
        """The title without what stands in brackets at its end."""
        return _BRACKETED.sub("", self.title)

    @property
    def acronym(self) -> str:
        """The acronym in brackets at the end of the title, if it is one word; else empty."""
        found = _BRACKETED.search(self.title)
        return found["acronym"] if found else ""


class Partner(_Strict, frozen=True):
    """One of the partners; it has a page.

    Attributes:
        iso2: ISO 3166-1 alpha-2 code; empty for an institution.
        group: slug of the group of the tree that it stands in.
        accession: year in which it first took part.
        summit: slug of the summit that welcomed it.
        round: 0 for the founding partners, then 1 to 5.
        adjectives: what its people and things are called.
    """

    slug: str
    symbol: str
    name: str
    kind: Literal["country", "institution"]
    region: Literal["Asia", "Europe"]
    group: Literal[
        "asean-member-states",
        "eu-member-states",
        "northeast-and-south-asia",
        "other-european-partners",
        "regional-organisations",
    ]
    accession: int
    summit: str
    round: Annotated[int, msgspec.Meta(ge=0, le=5)]
    sources: tuple[str, ...]
    official_name: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    iso2: str = ""
    iso3: str = ""
    capital: str = ""
    seat: str = ""
    notes: tuple[Statement, ...] = ()


class Body(_Strict, frozen=True):
    """A body or programme; it has a page.

    Attributes:
        founded: a date, or what is known of it.
    """

    slug: str
    symbol: str
    name: str
    group: str
    kind: str
    status: str
    what: Statement
    sources: tuple[str, ...]
    acronym: str = ""
    founded: str = ""
    seat: str = ""
    run_by: str = ""
    role: Statement | None = None
    facts: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    issue: str = ""
    aliases: tuple[str, ...] = ()


class TermDraft(_Strict, frozen=True):
    """A term of the glossary as its file describes it; an acronym is one.

    Attributes:
        expansion: what the letters stand for, or the long form; empty for a term that has none.
        about: slug of the topic that says more.
    """

    term: str
    category: str
    definition: str
    sources: tuple[str, ...]
    expansion: str = ""
    about: str = ""


class Milestone(_Strict, frozen=True):
    """A line of the chronology; `kind` is ``world`` for what befell outside ASEM."""

    date: str
    kind: str
    event: str
    sources: tuple[str, ...]
    end: str = ""
    note: str = ""
    status: Status = "held"


class Reference(msgspec.Struct, frozen=True):
    """All of `data/reference/`."""

    summits: tuple[MeetingDraft, ...] = ()
    ministers: tuple[MeetingDraft, ...] = ()
    tracks: tuple[Series, ...] = ()
    series: tuple[Series, ...] = ()
    partners: tuple[Partner, ...] = ()
    bodies: tuple[Body, ...] = ()
    terms: tuple[TermDraft, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def meetings(self) -> tuple[MeetingDraft, ...]:
        """Summits, then foreign ministers' meetings."""
        return self.summits + self.ministers

    def country(self, code: str) -> Partner | None:
        """The partner with an ISO code."""
        return next((partner for partner in self.partners if code and partner.iso2 == code), None)


_FILES: dict[str, tuple[str, Any]] = {
    "summits": ("summits.yaml", MeetingDraft),
    "ministers": ("foreign-ministers.yaml", MeetingDraft),
    "tracks": ("ministerial-tracks.yaml", Series),
    "series": ("series.yaml", Series),
    "partners": ("partners.yaml", Partner),
    "bodies": ("bodies.yaml", Body),
    "terms": ("terms.yaml", TermDraft),
    "milestones": ("milestones.yaml", Milestone),
}


def read_reference(data: Path) -> Reference:
    """Read `data/reference/`; a folder that is not there is an empty one.

    Raises:
        ContentError: a file that is no YAML, or an entry of another shape.
    """
    if not (data / FOLDER).is_dir():
        return Reference()
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for field, (name, shape) in _FILES.items():
        try:
            read[field] = tuple(_entries(data / FOLDER / name, shape))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return Reference(**read)


def _entries(file: Path, shape: type[_Entry]) -> Iterator[_Entry]:
    name = f"{FOLDER}/{file.name}"
    problems: list[Problem] = []
    for number, entry in enumerate(read_yaml(file, list, name), 1):
        label = entry.get("slug") or entry.get("term") or entry.get("date") if isinstance(entry, dict) else ""
        where = f"entry {number} ({label or 'without a name'})"
        try:
            yield msgspec.convert(entry, shape)
        except msgspec.ValidationError as error:
            problems.append(Problem(name, 0, f"{where}: {error}"))
        rigid = (f"{where}: {date} is no date for readers; write it out" for date in machine_dates(entry))
        problems.extend(Problem(name, 0, sentence) for sentence in rigid)
    if problems:
        raise ContentError(problems)
