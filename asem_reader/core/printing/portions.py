# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""An article as portions: its sections, and for an issue the last and the next meetings of its series."""

from collections.abc import Iterable

from asem_reader.core.content import Article, BlockKind, Edition, Kind, Section, Source, Topic
from asem_reader.core.dates import spoken_span
from asem_reader.core.language import N_, _
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
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.selection import folded
from asem_reader.core.printing.sheet import OUR_LINE_TITLE, Entry, Portion, Shape
from asem_reader.core.span import Span

MEETINGS_TITLE = N_("Meetings")

_SECTIONS = {rule.section: part for part, rule in PARTS.items() if rule.section}
_ORDER = tuple(PARTS)
_LINES = 4  # to write on
_SINGULAR = {SUMMITS: N_("Summit"), FOREIGN_MINISTERS: N_("Foreign Ministers’ Meeting")}
# Of a meeting that was, and of one that will be; without a place, and with it.
_HELD = (N_("{series}, last held: {meeting}."), N_("{series}, last held: {meeting} ({where})."))
_COMING = (N_("{series}, to come: {meeting}."), N_("{series}, to come: {meeting} ({where})."))
_SHAPES = {
    BlockKind.HEADING: Shape.SUBHEADING,
    BlockKind.PARAGRAPH: Shape.PARAGRAPH,
    BlockKind.ITEM: Shape.ITEM,
    BlockKind.EVENT: Shape.EVENT,
    BlockKind.NOTE: Shape.REMARK,
    BlockKind.HEAD: Shape.HEAD,
    BlockKind.ROW: Shape.ROW,
}


def portions_of(
    article: Article, edition: Edition, meetings: Iterable[Meeting] = (), *, our_line: bool = False
) -> tuple[tuple[Portion, ...], tuple[Source, ...]]:
    """Return all portions of an article, and the sources whose numbers stand in them.

    An issue has its meetings besides, and lines to write on where `our_line` is asked for.
    """
    portions = [_portion(article, section) for section in article.sections]
    sources = list(article.sources)
    if article.topic.kind is Kind.ISSUE:
        portions += _meetings(article, edition, tuple(meetings), sources)
        portions += [_our_line()] if our_line else []
        portions.sort(key=lambda portion: _ORDER.index(portion.part))
    if not portions and article.children:
        portions = [Portion(Part.TOPICS, "topics", _("Topics"), None, tuple(map(_child, article.children)))]
    return tuple(portion for portion in portions if portion.entries), tuple(sources)


def _portion(article: Article, section: Section) -> Portion:
    part = _SECTIONS.get(section.title, Part.TEXT) if article.topic.kind is Kind.ISSUE else Part.TEXT
    entries = (
        Entry(_SHAPES[block.kind], block.cells, block.run, block.id, block.as_of)
        for block in section.blocks
        if block is not article.leading
    )
    return Portion(part, folded(section.title), section.title, section.heading.id, tuple(entries))


def _our_line() -> Portion:
    lines = (Entry(Shape.BLANK, ((),)),) * _LINES
    return Portion(Part.OUR_LINE, "our-line", _(OUR_LINE_TITLE), None, lines)


def _child(topic: Topic) -> Entry:
    title = Span(topic.title, strong=True, to=topic.place)
    return Entry(Shape.TOPIC, ((Span(topic.symbol),), (title,), (Span(topic.summary),)))


def _meetings(
    article: Article, edition: Edition, meetings: tuple[Meeting, ...], sources: list[Source]
) -> list[Portion]:
    """The portion on meetings, if any are known; sources that the article has not are added to the list."""
    entries: list[Entry] = []
    coming: list[Meeting] = []
    for series in series_of(article):
        last = last_held(meetings, series, edition.date)
        entries += [_met(last, _HELD, sources)] if last else []
        coming += to_come(meetings, series, edition.date)
    if not entries:
        return []
    entries += [_met(meeting, _COMING, sources) for meeting in coming]
    if not coming:
        told = _("None is known to this edition ({edition}).").format(edition=edition.name)
        entries.append(Entry(Shape.EVENT, ((Span(_("Next")),), (Span(told),))))
    return [Portion(Part.MEETINGS, "meetings", _(MEETINGS_TITLE), None, tuple(entries))]


def _met(meeting: Meeting, forms: tuple[str, str], sources: list[Source]) -> Entry:
    where = ", ".join(part for part in (meeting.city, meeting.format) if part and part != IN_PERSON)
    one = _SINGULAR.get(meeting.series)
    said = {"series": _(one) if one else meeting.series_title, "where": where}
    before, _name, behind = _(forms[bool(where)]).partition("{meeting}")
    event = (
        Span(before.format(**said)),
        Span(meeting.name, to=Place(meeting.topic, meeting.block)),
        Span(behind.format(**said)),
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
    same = next((s.number for s in sources if s._replace(number=0) == source._replace(number=0)), None)
    if same is None:
        same = len(sources) + 1
        sources.append(source._replace(number=same))
    return (same,)
