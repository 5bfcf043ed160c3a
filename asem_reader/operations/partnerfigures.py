# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures of partners and of the connectivity figures: tile maps, profiles, rankings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from asem_reader.core.content import Article, Illustration, Kind
from asem_reader.core.drawing.figure import Figure, FigureTable
from asem_reader.core.drawing.frame import WIDTH
from asem_reader.core.drawing.tilemap import Tile, TileBlock, tilemap
from asem_reader.core.errors import NoFigures
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import Show
from asem_reader.core.language import N_, _
from asem_reader.core.meeting import HELD, Meeting
from asem_reader.core.partner import PartnerRecord
from asem_reader.core.place import Place, Slug
from asem_reader.core.printing.plates import Plate
from asem_reader.operations.pictures import Pictures, Scene
from asem_reader.store.indicators import read_dataset, read_tiles
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

ROUNDS = "rounds-of-accession"
# Titles of sections, as the Library has them.
_GLANCE, _HOSTED = N_("At a glance"), N_("Meetings hosted")
_FIGURES, _WHAT = N_("Connectivity figures"), (N_("What it is"), N_("What is measured"))
_REGIONS = {"Europe": N_("European partners"), "Asia": N_("Asian partners")}
_RANKING = N_("Ranking")
_NAMED_FIRST = 3  # hosts that are named in words
_SQUARES = N_(
    "Squares stand for partners of equal size. Their places follow geography roughly and say nothing on"
    " borders or status. The EU and the ASEAN Secretariat have no square."
)


class PartnerFigures:
    """Draws them; what several need is read once."""

    def __init__(self, library: Library, tables: ReferenceTables, widths: tuple[float, float]) -> None:
        """Take the widths in points of a line of a sheet, and of a narrow page."""
        self._library, self._tables = library, tables
        self._column, self._narrow = widths
        self._ranking = lru_cache(maxsize=None)(self._ranked)  # its draws take half a second

    def of(self, article: Article) -> tuple[Illustration, ...]:
        """Return the figures of a partner, of the rounds of accession, of an index or an indicator."""
        if article.topic.slug == ROUNDS:
            return tuple(self._of_rounds())
        is_partner = article.topic.kind is Kind.PARTNER
        return tuple(self._of_partner(article) if is_partner else self._of_figures(article))

    def plates(self, article: Article, *, drawn: bool = True) -> tuple[Plate, ...]:
        """Return the figures of its sheet; with `drawn`, ranks of an index have their intervals."""
        slug = article.topic.slug
        plates = [self._plate(slug, at, one) for at, one in enumerate(self.of(article))]
        if article.topic.kind is not Kind.PARTNER and self._rankings:
            code = self._rankings.dataset.code_of(slug)
            figure = self._ranking(code, drawn=drawn) if code else None
            plates += [Plate(_(_RANKING), figure, figure)] if figure else []
        return tuple(plates)

    def _plate(self, slug: Slug, at: int, one: Illustration) -> Plate:
        if one.section == _FIGURES:
            return Plate(one.section, self._profile(slug), self._standing_line(slug))
        return Plate(one.section, one.figure, one.figure if slug == ROUNDS and not at else None)

    @cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        return self._tables.meetings()

    @cached_property
    def _partners(self) -> tuple[PartnerRecord, ...]:
        return self._tables.partners()

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
            Pictures(self._figures, tiles, wide).drawn(show, scene) for wide in (WIDTH, self._narrow)
        )
        places = {one.country.iso3: Place(one.country.topic) for one in standings}
        return Illustration(section, figure, places, narrow)

    def _standing_line(self, partner: Slug) -> Figure:
        """Where a partner stands among all, as a line of the text."""
        return Pictures(self._figures, (), self._column).standing_line(self._scene(partner))

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
            for wide in (WIDTH, self._narrow)
        )
        return Illustration(section, figure, self._topics, narrow)

    @cached_property
    def _tiles(self) -> Mapping[str, tuple[int, int]]:
        return {tile.iso3: (tile.column, tile.row) for tile in read_tiles(self._library)}

    @cached_property
    def _rankings(self) -> Rankings | None:
        try:
            return Rankings(read_dataset(self._library))
        except NoFigures:
            return None
