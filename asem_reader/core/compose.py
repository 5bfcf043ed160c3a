# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""From an article to a sheet: what is printed, in which order, with which numbers of sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asem_reader.core.content import Article, Block, BlockKind, Edition, Kind, Section, Source, Topic
from asem_reader.core.dates import spoken_span
from asem_reader.core.form import Profile
from asem_reader.core.marks import Mark, MarkKind
from asem_reader.core.meeting import (
    FOREIGN_MINISTERS,
    IN_PERSON,
    SUMMITS,
    Meeting,
    last_held,
    series_of,
    to_come,
)
from asem_reader.core.place import Place
from asem_reader.core.room import spared
from asem_reader.core.selection import EVERYTHING, Selection, folded, limited, wanted
from asem_reader.core.sheet import Entry, Note, Part, Portion, Shape, Sheet
from asem_reader.core.span import Line, Span, cells, plain, spans

MEETINGS_TITLE = "Meetings"

_ISSUE_PARTS = {
    "Bottom line": Part.BOTTOM_LINE,
    "ASEM position": Part.POSITION,
    "Key facts": Part.FACTS,
    "Background": Part.BACKGROUND,
    "Timeline": Part.TIMELINE,
    "Instruments": Part.INSTRUMENTS,
}
# Works of reference, which nobody wants by halves.
_WHOLE = (Kind.TERM, Kind.MILESTONE)
_SINGULAR = {SUMMITS: "Summit", FOREIGN_MINISTERS: "Foreign Ministers’ Meeting"}
_SHAPES = {
    BlockKind.HEADING: Shape.SUBHEADING,
    BlockKind.PARAGRAPH: Shape.PARAGRAPH,
    BlockKind.ITEM: Shape.ITEM,
    BlockKind.EVENT: Shape.EVENT,
    BlockKind.NOTE: Shape.REMARK,
    BlockKind.HEAD: Shape.HEAD,
    BlockKind.ROW: Shape.ROW,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of every sheet of a document, whatever its topic.

    Attributes:
        printed: date and time with zone as it shall stand on the page; "" prints none.
        prepared_for: whom it is for; empty for nobody named.
        profile: decides how much there is room for.
        selection: only some of it.
        bound: for a pack, whose one list of sources leaves more room to each sheet.
    """

    printed: str = ""
    prepared_for: str = ""
    profile: Profile = Profile.STANDARD
    selection: Selection = EVERYTHING
    bound: bool = False


def compose(
    article: Article,
    edition: Edition,
    wish: Wish,
    meetings: Iterable[Meeting] = (),
    marks: Sequence[Mark] = (),
) -> Sheet:
    """Return the sheet of an article.

    Args:
        article: what is known of its topic.
        edition: the Library that knows it.
        wish: what is asked of it.
        meetings: what the Library knows of meetings; an issue names the last and the next of its series.
        marks: of these, the notes on this article are printed, in its order; none without them.
    """
    portions, sources = portions_of(article, edition, meetings)
    lead = _lead(article, portions, wish)
    shown = wish.selection.of(_fitted(portions, sources, article.topic, lead, wish))
    sheet = Sheet(
        article.topic,
        article.crumbs,
        edition,
        wish.printed,
        wish.prepared_for,
        lead,
        shown,
        _notes(article, marks) if wish.selection.has("notes") else (),
        (),
    )
    return cite(sheet, sources)


def portions_of(
    article: Article, edition: Edition, meetings: Iterable[Meeting] = ()
) -> tuple[tuple[Portion, ...], tuple[Source, ...]]:
    """Return all portions of an article, and the sources whose numbers stand in them."""
    portions = [_portion(article, section) for section in article.sections]
    sources = list(article.sources)
    if article.topic.kind is Kind.ISSUE and (met := _meetings(article, edition, tuple(meetings), sources)):
        at = next((i for i, p in enumerate(portions) if p.part is Part.INSTRUMENTS), len(portions))
        portions.insert(at, met)
    if not portions and article.children:
        portions = [Portion(Part.TOPICS, "topics", "Topics", None, tuple(map(_child, article.children)))]
    return tuple(portion for portion in portions if portion.entries), tuple(sources)


def cite(sheet: Sheet, sources: Iterable[Source]) -> Sheet:
    """Return the sheet with its sources numbered anew, from 1 in order of appearance, and listed.

    Args:
        sheet: as it was composed.
        sources: those that the numbers on the sheet now mean; a number that is none of theirs is taken away.
    """
    by_number = {source.number: source for source in sources}
    cited = [number for number in sheet.cites if number in by_number]
    numbers = {number: at for at, number in enumerate(cited, start=1)}
    listed = tuple(replace(by_number[number], number=at) for number, at in numbers.items())
    return replace(renumbered(sheet, numbers), sources=listed)


def renumbered(sheet: Sheet, numbers: Mapping[int, int]) -> Sheet:
    """Return the sheet with other numbers of sources, without its list; unknown numbers are taken away."""
    portions = tuple(
        replace(
            portion,
            entries=tuple(
                replace(entry, cells=tuple(_renumbered(cell, numbers) for cell in entry.cells))
                for entry in portion.entries
            ),
        )
        for portion in sheet.portions
    )
    return replace(sheet, lead=_renumbered(sheet.lead, numbers), portions=portions, sources=())


def _renumbered(line: Line, numbers: Mapping[int, int]) -> Line:
    if not any(span.cites for span in line):
        return line
    return tuple(
        replace(span, cites=tuple(sorted(numbers[n] for n in span.cites if n in numbers)))
        if span.cites
        else span
        for span in line
    )


def _fitted(
    portions: tuple[Portion, ...], sources: Sequence[Source], topic: Topic, lead: Line, wish: Wish
) -> tuple[Portion, ...]:
    """What a profile has room for; all of it, where something is asked for by name.

    What is left out by name is left out afterwards: it makes room, and is not made up for.
    """
    if wish.selection.only:
        return portions
    kept = tuple(limited(p, wish.profile) for p in portions if wanted(p, wish.profile, portions[0]))
    if not wish.profile.sides or topic.kind in _WHOLE:
        return kept
    return spared(kept, () if wish.bound else sources, topic.title, plain(lead))


def _lead(article: Article, portions: Sequence[Portion], wish: Wish) -> Line:
    """The summary; a bottom line says the same shorter, and with its sources."""
    if article.leading:
        return spans(article.leading.html)
    if wish.profile is not Profile.ARTICLE and any(p.part is Part.BOTTOM_LINE for p in portions):
        return ()
    return (Span(article.topic.summary),) if article.topic.summary and not wish.selection.only else ()


def _portion(article: Article, section: Section) -> Portion:
    parts = _ISSUE_PARTS if article.topic.kind is Kind.ISSUE else {}
    entries = (_entry(block) for block in section.blocks if block is not article.leading)
    return Portion(
        parts.get(section.title, Part.TEXT),
        folded(section.title),
        section.title,
        section.heading.id,
        tuple(entries),
    )


def _entry(block: Block) -> Entry:
    shape = _SHAPES[block.kind]
    if block.kind in (BlockKind.HEAD, BlockKind.ROW):
        inner = cells(block.html)
    elif block.kind is BlockKind.EVENT:
        inner = _dated(spans(block.html))
    else:
        inner = (spans(block.html),)
    return Entry(shape, inner, block.run, block.id, block.as_of)


def _dated(line: Line) -> tuple[Line, ...]:
    """The date, which the compiler has set apart, and the event."""
    date, *event = line
    if event:
        event[0] = replace(event[0], text=event[0].text.lstrip())
    return (replace(date, strong=False),), tuple(event)


def _child(topic: Topic) -> Entry:
    title = Span(topic.title, strong=True, to=topic.place)
    return Entry(Shape.TOPIC, ((Span(topic.symbol),), (title,), (Span(topic.summary),)))


def _meetings(
    article: Article, edition: Edition, meetings: tuple[Meeting, ...], sources: list[Source]
) -> Portion | None:
    """What is known of meetings; sources that the article has not are added to the list."""
    entries: list[Entry] = []
    coming: list[Meeting] = []
    for series in series_of(article):
        last = last_held(meetings, series, edition.date)
        entries += [_met(last, "last held", sources)] if last else []
        coming += to_come(meetings, series, edition.date)
    if not entries:
        return None
    entries += [_met(meeting, "to come", sources) for meeting in coming]
    if not coming:
        told = f"None is known to this edition ({edition.name})."
        entries.append(Entry(Shape.EVENT, ((Span("Next"),), (Span(told),))))
    return Portion(Part.MEETINGS, "meetings", MEETINGS_TITLE, None, tuple(entries))


def _met(meeting: Meeting, which: str, sources: list[Source]) -> Entry:
    where = ", ".join(part for part in (meeting.city, meeting.format) if part and part != IN_PERSON)
    series = _SINGULAR.get(meeting.series, meeting.series_title)
    event = (
        Span(f"{series}, {which}: "),
        Span(meeting.name, to=Place(meeting.topic, meeting.block)),
        Span(f" ({where})." if where else "."),
    )
    number = _number(meeting.source, sources)
    return Entry(
        Shape.EVENT,
        ((Span(spoken_span(meeting.start, meeting.end)),), (*event, Span("", cites=number))),
        code=meeting.block,
    )


def _number(source: Source | None, sources: list[Source]) -> tuple[int, ...]:
    """The number of a source in the list, which grows by those that are not there."""
    if source is None:
        return ()
    same = next((s.number for s in sources if replace(s, number=0) == replace(source, number=0)), None)
    if same is None:
        same = len(sources) + 1
        sources.append(replace(source, number=same))
    return (same,)


def _notes(article: Article, marks: Iterable[Mark]) -> tuple[Note, ...]:
    order = {block: position for position, block in enumerate(article.blocks)}
    own = (mark for mark in marks if mark.slug == article.topic.slug and mark.kind is MarkKind.NOTE)
    sorted_ones = sorted(own, key=lambda m: (order.get(m.block, -1) if m.block else -1, m.created))
    return tuple(_note(mark, article) for mark in sorted_ones)


def _note(mark: Mark, article: Article) -> Note:
    """A note on the topic as a whole has its title for a quote, which would only say the title again."""
    titles: Iterator[str] = (
        section.title
        for section in article.sections
        if mark.block in {block.id for block in (section.heading, *section.blocks)}
    )
    return Note(next(titles, ""), mark.quote if mark.block else "", mark.body, mark.block)
