# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Copyfitting: the room that a sheet takes, reckoned from its letters, and what is left to the full article.

Reckoned and not measured, so that a sheet says the same in every form and on every paper. The figures are
those of ``resources/paper/sheet.typ`` on US Letter, the shorter paper, in lines of the text's own size.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from asem_reader.core.content import Source
from asem_reader.core.printing import citation
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.sheet import Entry, Portion, Shape
from asem_reader.core.span import plain

TWO_SIDES = 101.0
SIDE = 51.0
# The same for a card on A5, in lines as they are on a sheet; its sources stand in one column.
CARD = 54.0

_LETTERS, _LEAD_LETTERS, _EVENT_LETTERS, _TABLE_LETTERS = 74, 65, 56, 72
_HEAD, _SECTION, _REST, _LEAD, _SOURCES = 2.6, 0.7, 1.0, 1.12, 0.9
# Nine points, and what lies between two sources.
_SOURCE_LINE, _SOURCE_GAP = 0.83, 0.18
# A line to write on by hand, eight millimetres high.
_BLANK = 1.6
_NOT_COUNTED = (Shape.HEAD, Shape.REMARK, Shape.SUBHEADING, Shape.BLANK, Shape.FIGURE)
# A line of text in points; what lies round a figure; what it may leave empty, as a part of its height.
_POINTS, _ROUND, _EMPTY = 12.6, 4.0, 0.1


class LineMeasure:
    """Measures portions in lines, together with the sources that they cite; what it measured it remembers."""

    def __init__(self, portions: Iterable[Portion], sources: Iterable[Source]) -> None:
        entries = [entry for portion in portions for entry in portion.entries]
        self._lines = {id(entry): _entry(entry) for entry in entries}
        self._cites = {id(entry): entry.cites for entry in entries}
        self._sources = {source.number: _source(source) for source in sources}
        self._kept = entries  # or their ids might come to mean others

    def lines(self, portions: Iterable[Portion], title: str, lead: str) -> float:
        """Return how many lines some of the portions take, with the head and the sources they cite."""
        opening = math.ceil(len(lead) / _LEAD_LETTERS) * _LEAD + (2.6 if len(title) > 50 else 0)
        there = tuple(portions)
        return _HEAD + opening + self.text(there) + self.listed(there)

    def text(self, portions: Iterable[Portion]) -> float:
        """Return how many lines the portions themselves take."""
        return sum(
            _SECTION + _REST * bool(portion.more) + sum(self._lines[id(entry)] for entry in portion.entries)
            for portion in portions
        )

    def listed(self, portions: Iterable[Portion]) -> float:
        """Return how many lines the list of the sources takes that the portions cite."""
        entries = (entry for portion in portions for entry in portion.entries)
        cited = {number for entry in entries for number in self._cites[id(entry)]}
        heights = [self._sources[number] for number in cited if number in self._sources]
        return _SOURCES + sum(heights) / 2 + max(heights) / 3 if heights else 0.0


def limited(portion: Portion, profile: Profile) -> Portion:
    """Return as much of a portion as a profile has room for; it knows what was left out."""
    rule, counted = PARTS[portion.part], _countable(portion.entries)
    limit = rule.card_limit if profile is Profile.CARD else rule.limit
    if profile is Profile.ARTICLE or not 0 < limit < len(counted):
        return portion
    stay = set(map(id, counted[-limit:] if rule.newest else counted[:limit]))
    entries = tuple(e for e in portion.entries if id(e) in stay or e.shape in _NOT_COUNTED)
    return replace(portion, entries=entries, more=len(counted) - limit, newest=rule.newest)


def copyfitted(
    portions: Sequence[Portion], sources: Sequence[Source], title: str, lead: str, lines: float = TWO_SIDES
) -> tuple[Portion, ...]:
    """Copyfit portions: return as much of them as goes on so many lines, one entry after the other left out.

    Of the portion that has most for its share, the oldest event or row goes, or the last item; what has no
    share stays, and so does the least of each. So it may still take more.
    """
    scale = LineMeasure(portions, sources)
    # Lines to write on stay together: at the end of a side they may leave as much empty as they take.
    lines -= scale.text(portion for portion in portions if portion.part is Part.OUR_LINE)
    return _fitted(portions, lambda kept: scale.lines(kept, title, lead) - lines)


def over(portions: Sequence[Portion], sources: Sequence[Source], title: str, lead: str) -> bool:
    """Return whether portions take more than two sides."""
    return LineMeasure(portions, sources).lines(portions, title, lead) > TWO_SIDES


def copyfitted_by_side(
    portions: Sequence[Portion], sources: Sequence[Source], title: str, lead: str
) -> tuple[Portion, ...]:
    """Copyfit a brief, each side by itself; what stands overleaf begins the second, where the sources are."""
    scale = LineMeasure(portions, sources)
    first, second = ([p for p in portions if PARTS[p.part].side == side] for side in (1, 2))
    front = _fitted(first, lambda kept: scale.lines(kept, title, lead) - scale.listed(kept) - SIDE)
    back = _fitted(second, lambda kept: scale.text(kept) + scale.listed((*front, *kept)) - SIDE)
    return (*front, *(replace(portion, overleaf=not at) for at, portion in enumerate(back)))


def _fitted(portions: Sequence[Portion], over: Callable[[Sequence[Portion]], float]) -> tuple[Portion, ...]:
    """As much of portions as is not over its room."""
    kept = tuple(portions)
    while over(kept) > 0:
        fullest = max(kept, key=_fullness, default=None)
        if fullest is None or not _fullness(fullest):
            break
        less = (_less(portion) if portion is fullest else portion for portion in kept)
        kept = tuple(portion for portion in less if not portion.more or _countable(portion.entries))
    return kept


def _fullness(portion: Portion) -> float:
    """The number of entries for each share; 0 if nothing can be spared."""
    rule, count = PARTS[portion.part], len(_countable(portion.entries))
    return count / rule.share if rule.share and count > rule.least else 0.0


def _less(portion: Portion) -> Portion:
    there = _countable(portion.entries)
    newest = PARTS[portion.part].newest or there[-1].shape in (Shape.EVENT, Shape.ROW)
    newest = newest and portion.part is not Part.INSTRUMENTS
    gone = there[0] if newest else there[-1]
    entries = tuple(entry for entry in portion.entries if entry is not gone)
    return replace(portion, entries=entries, more=portion.more + 1, newest=newest)


def _countable(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.shape not in _NOT_COUNTED]


def _entry(entry: Entry) -> float:
    lengths = [len(plain(cell)) for cell in entry.cells]
    if entry.shape in (Shape.HEAD, Shape.ROW):
        shares = [min(length, 50) + 4 for length in lengths]
        widths = [_TABLE_LETTERS * share / sum(shares) for share in shares]
        deepest = max(math.ceil(length / width) for length, width in zip(lengths, widths, strict=True))
        return deepest + 0.4
    if entry.shape is Shape.EVENT:
        date = max(0, lengths[0] - 16)
        return math.ceil(lengths[-1] / (_EVENT_LETTERS - 1.5 * date)) + 0.17
    if entry.shape is Shape.TOPIC:
        return 1.7 + math.ceil(lengths[-1] / _LETTERS)
    if entry.shape in (Shape.BLANK, Shape.FIGURE):
        return (entry.figure.height * (1 + _EMPTY) + _ROUND) / _POINTS if entry.figure else _BLANK
    if entry.shape is Shape.PARAGRAPH:
        return math.ceil(lengths[0] / _LEAD_LETTERS) * _LEAD
    return math.ceil((lengths[0] + len(entry.dated)) / _LETTERS) + (
        0.8 if entry.shape is Shape.REMARK else 0.2
    )


def _source(source: Source) -> float:
    return citation.lines(source, brief=True) * _SOURCE_LINE + _SOURCE_GAP
