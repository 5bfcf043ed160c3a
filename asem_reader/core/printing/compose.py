# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The composition of sheets from articles: what is printed, with which numbers of sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from asem_reader.core.content import Article, Edition, Kind, Source, Topic
from asem_reader.core.marks.mark import Mark
from asem_reader.core.meeting import Meeting
from asem_reader.core.printing.copyfit import CARD, TWO_SIDES, copyfitted, copyfitted_by_side, limited, over
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.plates import Plate, illustrated
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.printing.selection import EVERYTHING, Selection
from asem_reader.core.printing.sheet import Entry, Note, Portion, Sheet
from asem_reader.core.span import Line, Span, plain

# Works of reference, which nobody wants by halves.
_WHOLE = (Kind.TERM, Kind.MILESTONE)


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of every sheet of a document, whatever its topic.

    Attributes:
        printed: date and time with zone as it shall stand on the page; "" prints none.
        prepared_for: whom it is for; empty for nobody named.
        profile: decides how much there is room for.
        selection: only some of it.
        bound: for a pack, whose one list of sources leaves more room to each sheet.
        our_line: with lines to write on, for what the reader's own side will say on an issue.
    """

    printed: str = ""
    prepared_for: str = ""
    profile: Profile = Profile.STANDARD
    selection: Selection = EVERYTHING
    bound: bool = False
    our_line: bool = False


def compose(
    article: Article,
    edition: Edition,
    wish: Wish,
    meetings: Iterable[Meeting] = (),
    marks: Sequence[Mark] = (),
    plates: Iterable[Plate] = (),
) -> Sheet:
    """Return the sheet of an article.

    Args:
        article: what is known of its topic.
        edition: the Library that knows it.
        wish: what is asked of it.
        meetings: what the Library knows of meetings; an issue names the last and the next of its series.
        marks: of these, the notes on this article are printed, in its order; none without them.
        plates: its figures; a card has none, and two sides have those for which no text has to go.
    """
    portions, sources = portions_of(article, edition, meetings, our_line=wish.our_line)
    lead = _lead(article, portions, wish)
    shown = wish.selection.of(_illustrated(portions, sources, article.topic, lead, wish, tuple(plates)))
    notes = _notes(article, marks) if wish.selection.has("notes") else ()
    head = (article.topic, article.crumbs, edition, wish.printed, wish.prepared_for)
    return _cited(Sheet(*head, lead, shown, notes, ()), sources)


def _cited(sheet: Sheet, sources: Iterable[Source]) -> Sheet:
    """The sheet with its sources numbered anew, from 1 in order of appearance, and listed."""
    by_number = {source.number: source for source in sources}
    cited = [number for number in sheet.cites if number in by_number]
    numbers = {number: at for at, number in enumerate(cited, start=1)}
    listed = tuple(by_number[number]._replace(number=at) for number, at in numbers.items())
    return replace(renumbered(sheet, numbers), sources=listed)


def renumbered(sheet: Sheet, numbers: Mapping[int, int]) -> Sheet:
    """Return the sheet with other numbers of sources, without its list; unknown numbers are taken away."""

    def line(old: Line) -> Line:
        return tuple(span._replace(cites=new(span.cites)) if span.cites else span for span in old)

    def new(cites: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(numbers[number] for number in cites if number in numbers))

    def entry(old: Entry) -> Entry:
        return replace(old, cells=tuple(map(line, old.cells)))

    portions = tuple(replace(each, entries=tuple(map(entry, each.entries))) for each in sheet.portions)
    return replace(sheet, lead=line(sheet.lead), portions=portions, sources=())


def _illustrated(
    portions: tuple[Portion, ...],
    sources: Sequence[Source],
    topic: Topic,
    lead: Line,
    wish: Wish,
    plates: Sequence[Plate],
) -> tuple[Portion, ...]:
    """The portions that there is room for, with figures; on two sides without, if not both have room."""
    brief = _is_brief(topic, wish)
    if not plates or wish.profile is Profile.CARD:
        return _fitted(portions, sources, topic, lead, wish)
    whole = illustrated(portions, plates, topic.title, brief=brief)
    shown = _fitted(whole, sources, topic, lead, wish)
    if not brief:
        return shown
    plain_ones = _fitted(portions, sources, topic, lead, wish)
    listed = () if wish.bound else sources
    has_room = topic.kind is Kind.ISSUE or not over(shown, listed, topic.title, plain(lead))
    return shown if has_room and _text(shown) == _text(plain_ones) else plain_ones


def _text(portions: Iterable[Portion]) -> list[Entry]:
    return [entry for portion in portions for entry in portion.entries if not entry.figure]


def _fitted(
    portions: tuple[Portion, ...], sources: Sequence[Source], topic: Topic, lead: Line, wish: Wish
) -> tuple[Portion, ...]:
    """The portions that a profile has room for; all of them, where something is asked for by name.

    What is left out by name is left out afterwards: it makes room, and is not made up for.
    """
    if wish.selection.only:
        return portions
    card = wish.profile is Profile.CARD
    # A card has few parts, and in any case the first portion.
    there = (p for p in portions if not card or PARTS[p.part].on_card or p is portions[0])
    kept = tuple(
        limited(p, wish.profile) for p in there if PARTS[p.part].on_sheet or wish.profile is Profile.ARTICLE
    )
    if not _is_brief(topic, wish):
        return kept
    listed = () if wish.bound else sources
    if topic.kind is Kind.ISSUE and not card:
        return copyfitted_by_side(kept, listed, topic.title, plain(lead))
    return copyfitted(kept, listed, topic.title, plain(lead), CARD if card else TWO_SIDES)


def _is_brief(topic: Topic, wish: Wish) -> bool:
    """Whether a sheet has to do with its two sides."""
    return bool(wish.profile.sides) and not wish.selection.only and topic.kind not in _WHOLE


def _lead(article: Article, portions: Sequence[Portion], wish: Wish) -> Line:
    """The summary; a bottom line says the same shorter, and with its sources."""
    if article.leading:
        return article.leading.cells[0]
    if wish.profile is not Profile.ARTICLE and any(p.part is Part.BOTTOM_LINE for p in portions):
        return ()
    return (Span(article.topic.summary),) if article.topic.summary and not wish.selection.only else ()


def _notes(article: Article, marks: Iterable[Mark]) -> tuple[Note, ...]:
    titles = (
        (block.id, section.title)
        for section in article.sections
        for block in (section.heading, *section.blocks)
    )
    places = {block: (at, title) for at, (block, title) in enumerate(titles)}
    whole = (-1, "")
    own = [
        (places.get(mark.block, whole) if mark.block else whole, mark)
        for mark in marks
        if mark.slug == article.topic.slug and mark.body.strip()
    ]
    own.sort(key=lambda each: (each[0][0], each[1].created))
    # On the topic as a whole, a note has its title for a quote, which would only say the title again.
    return tuple(
        Note(title, mark.quote if mark.block else "", mark.body, mark.block) for (_at, title), mark in own
    )
