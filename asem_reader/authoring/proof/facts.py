# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whether an article says all that its fact sheet does, and nothing else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from asem_reader.authoring.files.reference import Reference
from asem_reader.authoring.files.sheet import Fact, FactSheet
from asem_reader.authoring.pages.meetings import edition_name, short_name
from asem_reader.authoring.pages.names import acronyms
from asem_reader.authoring.piece import Piece, Rendering
from asem_reader.authoring.source import Content
from asem_reader.authoring.text.numerals import CARDINALS
from asem_reader.authoring.text.typography import curled
from asem_reader.core.content import BlockKind
from asem_reader.core.dates import MONTHS, spoken

_BETWEEN = 4

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"([0-9]{{1,2}})(?:[–-]([0-9]{{1,2}}))?(?: ({_MONTH}))?(?: [–-] ([0-9]{{1,2}}))? ({_MONTH})"
)
_PARTIAL = re.compile(r"\b([0-9]{4})(?:-[0-9]{2}){1,2}\b")
# A capital within a sentence: what stands at its head may be any word.
_NAME = re.compile(r"(?<![.?!:;“‘•·(] )(?<!^)(?<![“‘(])(?<![\w-])[A-Z][\w’&-]*[\w]")
_STROKES = str.maketrans("øØłŁđĐ", "oOlLdD")
_WORD = re.compile(r"[^\W\d_]{4,}")


def told(fact: Fact, rendering: Rendering) -> bool:
    """Tell whether an article says a fact: half of its figures, names and words in what cites its sources.

    Figures and names count twice. Up to four blocks may tell it between them.
    """
    cited = {number for number, source in enumerate(rendering.sources, 1) if source in fact.sources}
    blocks = [_marks(piece.text) for piece in rendering.pieces if cited & set(piece.sources)]
    wanted = _marks(curled(fact.correction or fact.text))
    missing = wanted
    for _ in range(_BETWEEN):
        missing = min((missing - said for said in blocks), key=_weight, default=missing)
    return 2 * _weight(missing) <= _weight(wanted)


def invented(rendering: Rendering, known: "Known | Either") -> Iterator[tuple[int, str]]:
    """Yield each figure, date and proper name that is not `known`, with its line, once a block."""
    for piece in rendering.pieces:
        if piece.kind not in (BlockKind.HEADING, BlockKind.HEAD):
            claims = dict.fromkeys(_claims(piece))
            yield from ((piece.line, what) for what in claims if not known.has(what))


class Known:
    """The figures, dates and names of some texts: what may be named."""

    def __init__(self, texts: Iterable[str]) -> None:
        text = _folded("\n".join(texts))
        self._figures = {figure.replace(",", "") for figure in _NUMBER.findall(text)}
        counted = enumerate(CARDINALS)
        self._figures |= {str(n) for n, word in counted if re.search(rf"\b{word}", text, re.IGNORECASE)}
        self._dates = set(_dates(text))
        self._words = {word.lower() for word in re.findall(r"[\w’&-]*\w", text)}
        self._words |= {part for word in self._words for part in word.split("-")}

    def has(self, what: str) -> bool:
        """Tell whether a figure, a date or a name is among them."""
        if _DATE.fullmatch(what):
            return what in self._dates
        if _NUMBER.fullmatch(what):
            return what.replace(",", "") in self._figures
        low = _folded(what).lower()
        if low in self._words:
            return True
        low = re.sub("’s?$", "", low)
        return all({part, part.removesuffix("s"), f"{part}s"} & self._words for part in low.split("-"))


class Either:
    """The union of several: what one or another knows."""

    def __init__(self, *parts: Known) -> None:
        self._parts = parts

    def has(self, what: str) -> bool:
        """Tell whether one of them has it."""
        return any(part.has(what) for part in self._parts)


def known_everywhere(content: Content) -> Known:
    """The facts that any article may name: those of reference, the glossary, and the day of the edition."""
    texts = (*_texts(content.reference), *chain(*content.glossary.items()), content.edition.date)
    return Known(map(curled, texts))


def known_to(sheet: FactSheet, rendering: Rendering, content: Content) -> Known:
    """The facts that one article may name: its own, and the documents that it cites."""
    cited = [content.sources[name] for name in rendering.sources if name in content.sources]
    return Known((sheet.text, *(curled(f"{source.title} {source.publisher}") for source in cited)))


def _folded(text: str) -> str:
    """The text without accents."""
    text = text.translate(_STROKES)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _texts(reference: Reference) -> Iterator[str]:
    for meeting in reference.meetings:
        yield from (
            meeting.title,
            short_name(meeting),
            meeting.theme,
            meeting.city,
            meeting.chair,
            *meeting.documents,
        )
        yield from _spoken(meeting.start, meeting.end)
    for series in (*reference.tracks, *reference.series):
        yield series.title
        for edition in series.editions:
            yield from (
                edition_name(series, edition),
                edition.theme,
                edition.city,
                edition.document,
                str(edition.number),
            )
            yield from _spoken(edition.start, edition.end)
            if isinstance(edition.number, int):
                yield from (f"{acronym}{edition.number}" for acronym in acronyms(series))
    for partner in reference.partners:
        yield from (
            partner.name,
            partner.official_name,
            *partner.aliases,
            *partner.adjectives,
            partner.capital,
        )
    for milestone in reference.milestones:
        yield milestone.event
        yield from _spoken(milestone.date, milestone.end)
    for body in reference.bodies:
        yield from (body.name, body.acronym)


def _spoken(*dates: str) -> Iterator[str]:
    yield from (spoken(date) for date in dates if date)


def _claims(piece: Piece) -> Iterator[str]:
    yield from _dates(piece.text)
    yield from _NUMBER.findall(_PARTIAL.sub(r"\1", _DATE.sub(" ", piece.text)))
    yield from (found for found in _NAME.findall(piece.text) if found not in MONTHS)


def _dates(text: str) -> Iterator[str]:
    """Each day with its month, whichever way a span is written; of ISO 8601 dates too."""
    for first, last, early, late, month in _DATE.findall(text):
        yield f"{int(first)} {early or month}"
        yield from (f"{int(day)} {month}" for day in (last, late) if day)
    for _, month, day in re.findall(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        yield f"{int(day)} {MONTHS[int(month) - 1]}"


def _marks(text: str) -> frozenset[str]:
    """What a sentence is known by: its figures, its names, and its longer words cut to their stem."""
    figures = {figure.replace(",", "") for figure in _NUMBER.findall(text)}
    names = {f"{name.removesuffix('’s')}!" for name in re.findall(r"(?<![\w-])[A-Z][\w’-]*\w", text)}
    return frozenset(figures | names | {word.lower()[:5] for word in _WORD.findall(text)})


def _weight(marks: frozenset[str]) -> int:
    return sum(2 if mark[0].isdigit() or mark.endswith("!") else 1 for mark in marks)
