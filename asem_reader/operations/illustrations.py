# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which figures stand on the page of a topic and on its sheet, and what can be opened from them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from asem_reader.core.content import Article, Illustration, Kind
from asem_reader.core.drawing.figure import Figure, FigureTable
from asem_reader.core.drawing.frame import WIDTH
from asem_reader.core.drawing.strip import StripMeeting, meeting_strip, strip_line
from asem_reader.core.drawing.tilemap import Tile, TileBlock, tilemap
from asem_reader.core.drawing.timeline import Manner, TimelineMeeting, TimelineSeries, timeline
from asem_reader.core.errors import NoFigures
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import Show
from asem_reader.core.language import N_, _
from asem_reader.core.meeting import FOREIGN_MINISTERS, HELD, IN_PERSON, SUMMITS, Meeting
from asem_reader.core.partner import PartnerRecord
from asem_reader.core.place import Place, Slug
from asem_reader.core.printing.plates import Plate
from asem_reader.operations.pictures import Pictures, Scene
from asem_reader.store.indicators import read_dataset, read_tiles
from asem_reader.store.libraries import Reading
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

ROUNDS, CHRONOLOGY, TRACKS = "rounds-of-accession", "chronology", "ministerial-tracks"
_ONCE = "ministerial-meetings-held-once"  # no series
# Titles of sections, as the Library has them.
_POSITION, _GLANCE, _HOSTED = N_("ASEM position"), N_("At a glance"), N_("Meetings hosted")
_FIGURES, _WHAT = N_("Connectivity figures"), (N_("What it is"), N_("What is measured"))
_NAMED = re.compile(r"(at )?((?:ASEM|FMM)[0-9]+)")
_REGIONS = {"Europe": N_("European partners"), "Asia": N_("Asian partners")}
_RANKING = N_("Ranking")
_COLUMN = 376.0  # width of a strip in points: the lines of a sheet are a little wider
_NARROW = 345.0  # points: as much as has room on a small screen, beside both panes
_NAMED_FIRST = 3  # hosts that are named in words
_CALLED_OFF = ("cancelled", "postponed")


class Illustrations:
    """The figures of topics; what several need is read once."""

    def __init__(self, library: Reading) -> None:
        self._library: Library = library.libraries[0]  # reference and figures are of the first
        self._tables = ReferenceTables(library)
        self._ranking = lru_cache(maxsize=None)(self._ranked)  # its draws take half a second

    def of(self, article: Article) -> tuple[Illustration, ...]:
        """Return the figures of a topic, each with the section under whose heading it stands."""
        slug, kind = article.topic.slug, article.topic.kind
        if kind is Kind.ISSUE:
            return tuple(self._strip(article))
        if kind is Kind.PARTNER:
            return tuple(self._of_partner(article)) if slug != ROUNDS else tuple(self._of_rounds())
        if kind is Kind.MEETING or slug == CHRONOLOGY:
            return tuple(self._timeline(article))
        if kind in (Kind.INDEX, Kind.INDICATOR):
            return tuple(self._of_figures(article))
        return ()

    def plates(self, article: Article, *, drawn: bool = True) -> tuple[Plate, ...]:
        """Return the figures of a topic's sheet; with `drawn`, ranks of an index have their intervals."""
        slug, kind = article.topic.slug, article.topic.kind
        if kind is Kind.ISSUE:
            return tuple(self._strip_line(article))
        plates = [self._plate(article, at, one) for at, one in enumerate(self.of(article))]
        if kind in (Kind.INDEX, Kind.INDICATOR) and self._rankings:
            code = self._rankings.dataset.code_of(slug)
            figure = self._ranking(code, drawn=drawn) if code else None
            plates += [Plate(_(_RANKING), figure, figure)] if figure else []
        return tuple(plates)

    def _plate(self, article: Article, at: int, one: Illustration) -> Plate:
        slug, kind = article.topic.slug, article.topic.kind
        if one.section == _FIGURES:
            return Plate(one.section, self._profile(slug), self._standing_line(slug))
        is_brief = kind is Kind.MEETING or (slug == ROUNDS and not at)
        return Plate(one.section, one.figure, one.figure if is_brief else None)

    @cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        return self._tables.meetings()

    @cached_property
    def _partners(self) -> tuple[PartnerRecord, ...]:
        return self._tables.partners()

    @cached_property
    def _tiles(self) -> Mapping[str, tuple[int, int]]:
        return {tile.iso3: (tile.column, tile.row) for tile in read_tiles(self._library)}

    @cached_property
    def _rankings(self) -> Rankings | None:
        try:
            return Rankings(read_dataset(self._library))
        except NoFigures:
            return None

    def _strip(self, article: Article) -> Iterator[Illustration]:
        """Which summits and foreign ministers' meetings the positions are of."""
        title, meetings = self._spoke(article)
        if meetings:
            note = _("Filled: a position of it is told here. Hollow: none was found.")
            places = {meeting.key: Place.parse(meeting.key) for meeting in meetings}
            narrow = strip_line(title, meetings, _NARROW)
            yield Illustration(_POSITION, meeting_strip(title, meetings, note), places, narrow)

    def _strip_line(self, article: Article) -> Iterator[Plate]:
        """The same as a line of the text."""
        title, meetings = self._spoke(article)
        if meetings:
            line = strip_line(title, meetings, _COLUMN)
            yield Plate(_POSITION, line, line, tabled=False)

    def _spoke(self, article: Article) -> tuple[str, list[StripMeeting]]:
        """A title, and the meetings: none if the topic tells no positions."""
        position = next((one for one in article.sections if one.title == _POSITION), None)
        held = [one for one in self._meetings if one.series in (SUMMITS, FOREIGN_MINISTERS)]
        if position is None or not held:
            return "", []
        spoke = {name for block in position.blocks for name in _speaking(block.text)}
        title = _("Summits and foreign ministers’ meetings, 1996–{year}").format(year=held[-1].start[:4])
        return title, [StripMeeting(_place(one).address, one.name, one.name in spoke) for one in held]

    def _timeline(self, article: Article) -> Iterator[Illustration]:
        """Meetings by series: of leaders and foreign ministers, of the series of the page, or of all."""
        here = article.topic.slug
        shown: dict[str, list[Meeting]] = {SUMMITS: [], FOREIGN_MINISTERS: []}
        for meeting in filter(lambda one: one.start, self._meetings):
            is_wanted = meeting.series in (*shown, here) or (here == CHRONOLOGY and self._is_track(meeting))
            if is_wanted:
                shown.setdefault(meeting.series, []).append(meeting)
        if here in shown:
            del shown[FOREIGN_MINISTERS]
        meetings = [meeting for row in shown.values() for meeting in row]
        if here in (CHRONOLOGY, *shown, *(meeting.topic for meeting in meetings)):
            there = filter(None, shown.values())
            rows = [TimelineSeries(row[0].series_title, tuple(map(_on_timeline, row))) for row in there]
            all_of_them = _("Meetings of leaders and ministers")
            title = all_of_them if here == CHRONOLOGY else " · ".join(row.name for row in rows)
            address = Place(here).address
            figure, narrow = (timeline(title, rows, address, wide=wide) for wide in (WIDTH, _NARROW))
            yield Illustration("", figure, _places(meetings), narrow)

    def _is_track(self, meeting: Meeting) -> bool:
        return meeting.series in self._tracks and meeting.series != _ONCE

    @cached_property
    def _tracks(self) -> frozenset[str]:
        return frozenset(topic.slug for topic in self._library.topics() if topic.parent == TRACKS)

    def _of_partner(self, article: Article) -> Iterator[Illustration]:
        partner = next((one for one in self._partners if one.topic == article.topic.slug), None)
        if partner is None or partner.iso3 not in self._tiles:
            return
        yield self._by_accession((partner.iso3,), _GLANCE)
        yield self._by_hosts((partner.iso3,), _HOSTED)
        if self._rankings:
            code = self._rankings.dataset.codes[0]
            yield self._pictured(Show.PROFILE, code, partner.iso3, _FIGURES)

    def _of_rounds(self) -> Iterator[Illustration]:
        if self._tiles:
            yield self._by_accession((), "")
            yield self._by_hosts((), "")

    def _of_figures(self, article: Article) -> Iterator[Illustration]:
        slugs = self._rankings.dataset.slugs if self._rankings else {}
        for code, slug in slugs.items():
            if slug == article.topic.slug:
                section = next((one.title for one in article.sections if one.title in _WHAT), "")
                yield self._pictured(Show.TILES, code, "", section)

    def _pictured(self, show: Show, code: str, iso3: str, section: str) -> Illustration:
        standings = self._figures.standings(code, Scheme())
        marked = (iso3,) if iso3 else ()
        scene, tiles = Scene(code, Scheme(), standings, marked, marked), read_tiles(self._library)
        figure, narrow = (
            Pictures(self._figures, tiles, wide).drawn(show, scene) for wide in (WIDTH, _NARROW)
        )
        places = {one.country.iso3: Place(one.country.topic) for one in standings}
        return Illustration(section, figure, places, narrow)

    def _standing_line(self, partner: Slug) -> Figure:
        """Where a partner stands among all, as a line of the text."""
        return Pictures(self._figures, (), _COLUMN).standing_line(self._scene(partner))

    def _profile(self, partner: Slug) -> Figure:
        """The profile as paper has it; the topic's table has scores and ranks, its own text the medians."""
        profile = Pictures(self._figures, ()).printed(Show.PROFILE, self._scene(partner))
        (head, rows), strongest, weakest = profile.table.tables()
        medians = FigureTable((head[0], *head[3:]), tuple((row[0], *row[3:]) for row in rows))
        table = FigureTable(*strongest).followed(FigureTable(*weakest))
        return replace(profile, alt=f"{profile.alt} {medians.told()}", table=table)

    def _scene(self, partner: Slug) -> Scene:
        country = next(one for one in self._figures.dataset.countries if one.topic == partner)
        return Scene(self._figures.dataset.codes[0], Scheme(), (), (country.iso3,), ())

    @property
    def _figures(self) -> Rankings:
        assert self._rankings
        return self._rankings

    def _ranked(self, code: str, *, drawn: bool) -> Figure:
        """The ranking by a topic; the weights move no ranks within a single indicator."""
        scheme = Scheme()
        single = code in (one.code for one in self._figures.dataset.indicators)
        ranked = self._figures.standings if single or not drawn else self._figures.ranking
        scene = Scene(code, scheme, ranked(code, scheme), (), ())
        return Pictures(self._figures, ()).drawn(Show.RANKING, scene)

    def _by_accession(self, marked: tuple[str, ...], section: str) -> Illustration:
        years = {one.iso3: one.accession for one in self._partners}
        counted = Counter(years[iso3] for iso3 in self._tiles)
        said = "; ".join(
            _("{year}: {count}").format(year=year, count=count) for year, count in sorted(counted.items())
        )
        alt = _("Countries by the year in which they joined. {said}.").format(said=said)
        title = _("Partners by the year in which they joined")
        return self._map((title, alt, _("Joined in")), years, marked, section)

    def _by_hosts(self, marked: tuple[str, ...], section: str) -> Illustration:
        held = Counter(one.country for one in self._meetings if one.status == HELD)
        counts = {one.iso3: held[one.iso2] for one in self._partners}
        most = sorted(self._partners, key=lambda one: -counts[one.iso3])[:_NAMED_FIRST]
        said = ", ".join(f"{one.name} {counts[one.iso3]}" for one in most)
        alt = _("How many of the meetings in this Library each partner has hosted. Most: {said}.")
        title = _("Meetings hosted, of those in this Library")
        words = title, alt.format(said=said), _("Meetings hosted")
        return self._map(words, counts, marked, section)

    @cached_property
    def _topics(self) -> Mapping[str, Place]:
        return {one.iso3: Place(one.topic) for one in self._partners}

    def _map(
        self, words: tuple[str, str, str], values: Mapping[str, int], marked: tuple[str, ...], section: str
    ) -> Illustration:
        """A tile map with that title, alternative text and head of the column of its figures."""
        blocks, first = [], 0
        for region, heading in _REGIONS.items():
            there = [one for one in self._partners if one.region == region and one.iso3 in self._tiles]
            left = min((self._tiles[one.iso3][0] for one in there), default=0)
            tiles = []
            for one in there:
                column, row = self._tiles[one.iso3]
                tiles.append(Tile(one.iso3, one.name, column + first - left, row - 1, values[one.iso3]))
            blocks.append(TileBlock(_(heading), tuple(tiles)))
            first = max((tile.column for tile in tiles), default=0) + 2  # a column between two blocks
        title, told = words[0], words[1:]
        figure, narrow = (
            tilemap(title, blocks, marked, _(_SQUARES), places=0, words=told, wide=wide)
            for wide in (WIDTH, _NARROW)
        )
        return Illustration(section, figure, self._topics, narrow)


_SQUARES = N_(
    "Squares stand for partners of equal size. Their places follow geography roughly and say nothing on"
    " borders or status. The EU and the ASEAN Secretariat have no square."
)


def _speaking(position: str) -> Iterator[str]:
    """The meetings that a position is of: all that its head names, and those at which more was said."""
    head = position.partition(".")[0]
    for found in _NAMED.finditer(position):
        if found.end() <= len(head) or found[1]:
            yield found[2]


def _on_timeline(meeting: Meeting) -> TimelineMeeting:
    manner = Manner.IN_PERSON if meeting.format in (IN_PERSON, "") else Manner.REMOTE
    if meeting.status != HELD:
        off = any(word in meeting.status for word in _CALLED_OFF)
        manner = Manner.CALLED_OFF if off else Manner.ANNOUNCED
    code = meeting.country if meeting.series in (SUMMITS, FOREIGN_MINISTERS) else ""
    return TimelineMeeting(_place(meeting).address, meeting.name, meeting.start, meeting.city, manner, code)


def _place(meeting: Meeting) -> Place:
    return Place(meeting.topic, meeting.block)


def _places(meetings: Iterable[Meeting]) -> dict[str, Place]:
    return {place.address: place for place in map(_place, meetings)}
