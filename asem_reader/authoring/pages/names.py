# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Names that lead to pages wherever they stand: meetings, partners, bodies, and the glossary's acronyms."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from asem_reader.authoring.files.reference import MeetingDraft, Reference, Series
from asem_reader.authoring.pages.meetings import edition_name, short_name
from asem_reader.authoring.pages.templates import GLOSSARY
from asem_reader.authoring.text.typography import curled
from asem_reader.core.dates import spoken_span
from asem_reader.core.place import BlockId, Place, Slug

# Phrases in which a name stands for something else: they lead nowhere, and nothing within them does.
_OTHER_THINGS = (
    "China Sea",
    "China Seas",
    "Democratic People's Republic of Korea",
    "East China Sea",
    "Inner Mongolia",
    "North Korea",
    "Northern Ireland",
    "South China Sea",
    "Vietnam Television",
)


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """The target of a link: where a name leads.

    Attributes:
        address: slug, or slug and block as ``glossary#b7k2``; empty for a phrase that leads nowhere.
        tip: what is told of it before one goes there; may be empty.
    """

    address: str
    tip: str = ""

    @property
    def place(self) -> Place:
        """The address as a place. One that leads nowhere stays as it is written: the checks refuse it."""
        slug, _, block = self.address.partition("#")
        return Place(Slug(slug), BlockId(block) if block else None)


NOWHERE = LinkTarget("")


class Names:
    """Finds in running text what has a page or an entry."""

    def __init__(self, targets: Mapping[str, LinkTarget]) -> None:
        """Take targets by phrase; where phrases overlap the longest is meant."""
        self._targets = {curled(phrase): target for phrase, target in targets.items()}
        longest_first = sorted(self._targets, key=lambda phrase: (-len(phrase), phrase))
        either = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-]|\.\w)") if either else None

    def addresses(self, phrases: Iterable[str]) -> set[str]:
        """The addresses to which some phrases lead."""
        return {self._targets[phrase].address for phrase in map(curled, phrases) if phrase in self._targets}

    def split(self, text: str, met: set[str]) -> Iterator[tuple[str, LinkTarget]]:
        """Yield the text in pieces, each with its target or `NOWHERE`; one that is in `met` is passed over.

        What is yielded is added to `met`, so that only the first mention on a page leads on.
        """
        start = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            target = self._targets[found[0]]
            if not target.address or target.address in met or target.place.slug in met:
                continue
            met.add(target.address)
            if found.start() > start:
                yield text[start : found.start()], NOWHERE
            yield found[0], target
            start = found.end()
        if start < len(text):
            yield text[start:], NOWHERE


def page_names(reference: Reference, publishers: Iterable[str]) -> dict[str, LinkTarget]:
    """Return what leads to the pages of meetings, partners and bodies.

    A publisher that is called after a partner, such as a newspaper, is something else.
    """
    countries = [name for partner in reference.partners for name in (partner.name, *partner.aliases)]
    papers = [one for one in publishers if one not in countries and any(name in one for name in countries)]
    names = dict.fromkeys((*_OTHER_THINGS, *papers), NOWHERE)
    for body in reference.bodies:
        names[body.name] = LinkTarget(body.slug, body.what.text)
    for series in (*reference.tracks, *reference.series):
        if len(series.name.split()) > 1:
            names.setdefault(series.name, LinkTarget(series.slug, series.what))
    for meeting in reference.meetings:
        place = LinkTarget(
            meeting.slug, f"{meeting.title}, {meeting.city}, {_when(meeting.start, meeting.end)}"
        )
        names |= dict.fromkeys(meeting_names(meeting), place)
    for partner in reference.partners:
        place = LinkTarget(partner.slug, f"Partner since {partner.accession}")
        plain_aliases = [
            alias for alias in partner.aliases if "(" not in alias and not alias.startswith("The ")
        ]
        names |= dict.fromkeys((partner.name, *plain_aliases), place)
    return names


def edition_names(series: Series, blocks: Mapping[int, str]) -> dict[str, LinkTarget]:
    """Return what leads to the rows of a series; `blocks` has the block of each edition by its index."""
    names = {}
    for index, edition in enumerate(series.editions):
        place = LinkTarget(
            f"{series.slug}#{blocks[index]}",
            ", ".join(filter(None, (edition.city, _when(edition.start, edition.end)))),
        )
        if isinstance(edition.number, int):
            for acronym in acronyms(series):
                names[f"{acronym}{edition.number}"] = place
        named = edition_name(series, edition)
        if len(named) > 12:
            names.setdefault(named, place)
    return names


def glossary_names(
    glossary: Mapping[str, str], texts: Iterable[str], blocks: Mapping[str, str]
) -> dict[str, LinkTarget]:
    """Return what leads to the glossary: acronyms, and the names of texts; `blocks` has each entry's block.

    ASEM itself is what every page is about, and leads nowhere.
    """
    names = {}
    for entry, expansion in glossary.items():
        acronym = " " not in entry and sum(letter.isupper() for letter in entry) > 1
        if (acronym or entry in texts) and entry != "ASEM":
            place = LinkTarget(f"{GLOSSARY}#{blocks[entry]}", expansion)
            names[entry] = place
            if entry.isupper():
                names[f"{entry}s"] = place
    return names


def acronyms(series: Series) -> set[str]:
    """Acronyms of a series: its own and aliases that are some, each without ``ASEM`` too."""
    words = {series.acronym, *series.aliases}
    capitals = {word for word in words if re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]", word)}
    return capitals | {word.removeprefix("ASEM") for word in capitals if len(word) > 6}


def meeting_names(meeting: MeetingDraft) -> Iterator[str]:
    """Yield what a summit or a foreign ministers' meeting is called in texts."""
    number, short, title = meeting.number, short_name(meeting), meeting.title
    spaced = re.sub(r"(?=[0-9]+$)", " ", short)
    nth = title.split(maxsplit=1)[0]
    yield from (title, short, spaced)
    if short.startswith("FMM"):
        yield from (f"ASEM{short}", f"ASEM {short}", f"{nth} Foreign Ministers' Meeting")
    else:
        yield from (
            f"{nth} ASEM Summit",
            f"{nth} ASEM summit",
            f"{nth} Asia-Europe Meeting",
            f"ASEM Summit {number}",
        )


def _when(start: str, end: str) -> str:
    return spoken_span(start, end) if start else ""
