# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pictures beside the table: each a figure made of scores under the scheme of a view."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import StatisticsError, correlation, median
from typing import TYPE_CHECKING

from asem_reader.core.drawing.figure import Figure, FigureTable
from asem_reader.core.drawing.frame import WIDTH, below, framed, stacked, untitled
from asem_reader.core.indicators.aggregate import ranks
from asem_reader.core.indicators.dataset import HALVES, INDEX, SOURCE, YEAR, Country, Dataset
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Missing, Scheme
from asem_reader.core.indicators.shown import compared
from asem_reader.core.indicators.view import MOST_COMPARED, Show
from asem_reader.core.indicators.wording import changes
from asem_reader.core.language import N_, _
from asem_reader.store.indicators import TilePlace

if TYPE_CHECKING:
    from asem_reader.core.drawing.profile import IndicatorBar, Strip

# The window shows one picture at first: how others are drawn is imported when they are wanted.
# ruff: noqa: PLC0415

_REGIONS = {"Europe": N_("European partners"), "Asia": N_("Asian partners")}
_EXTREMES, _PRINTED = 8, 4  # indicators that are shown as strongest, and as weakest; and on paper
_STANDINS = {
    Missing.GROUP_MEAN: N_("no figure, so the mean of its group"),
    Missing.MEDIAN: N_("no figure, so the median of its group"),
}
_TILES = N_(
    "Squares stand for partners of equal size. Their places follow geography roughly and say nothing on"
    " borders or status. 51 of 53 partners: the EU and the ASEAN Secretariat have no figures."
)


@dataclass(frozen=True)
class Scene:
    """What a picture is made of.

    Attributes:
        standings: best first.
        marked: codes of the partners that are set apart, the one that is current first.
        compared: codes of those that are compared.
    """

    code: str
    scheme: Scheme
    standings: tuple[Standing, ...]
    marked: tuple[str, ...]
    compared: tuple[str, ...]


class Pictures:
    """Draws what is computed; what stands on a tile map where is given."""

    def __init__(self, rankings: Rankings, tiles: Sequence[TilePlace], wide: float = WIDTH) -> None:
        """Take a width in points, for maps and profiles."""
        self._rankings, self._wide = rankings, wide
        self._dataset: Dataset = rankings.dataset
        self._tiles = {tile.iso3: tile for tile in tiles}
        self._draw = {
            Show.RANKING: self._ranking,
            Show.SCATTER: self._scatter,
            Show.TILES: self._tile_map,
            Show.PROFILE: self._profile,
            Show.COMPARISON: self._comparison,
            Show.CORRELATIONS: self._correlations,
        }

    def drawn(self, show: Show, scene: Scene) -> Figure:
        """Return a picture; raises BadScheme if the weights leave nothing that it could be made of."""
        return self._draw[show](scene)

    def printed(self, show: Show, scene: Scene) -> Figure:
        """Return a picture as paper has it: of a profile the upper half, the indicators in the table alone.

        Their names and values are words, which a table says better, and both are to stand on one side.
        """
        if show is not Show.PROFILE:
            return self.drawn(show, scene)
        from asem_reader.core.drawing import profile

        note = _("A ring: some figures are missing, and estimated.")
        strips = self._strips(scene, f"{note} {self._source}")  # what was changed is said above it
        bars = self._bars(scene, self._country(scene.marked[0]))
        listed = profile.extremes_listed(bars[:_PRINTED], bars[-_PRINTED:])
        return replace(strips, table=strips.table.followed(listed))

    def standing_line(self, scene: Scene) -> Figure:
        """Return where the partner that is marked stands among all, as a line of a text."""
        from asem_reader.core.drawing import profile

        country = self._country(scene.marked[0])
        return profile.standing_line(country.name, self._strip(scene, scene.code, country), self._wide)

    def blank(self, code: str, sentence: str) -> Figure:
        """Return a figure in which there is a sentence alone, for scores that there are none of."""
        title = self._dataset.names[code]
        return framed((title, sentence, sentence), (), below(title), FigureTable((), ()))

    @property
    def _parts(self) -> tuple[str, ...]:
        """The whole, and each half with its pillars."""
        pillars = self._dataset.pillars
        halves = ((half, *(one.code for one in pillars if one.half == half)) for half in HALVES)
        return (INDEX, *(code for half in halves for code in half))

    def _title(self, scene: Scene, title: str) -> str:
        if scene.scheme == Scheme():
            return title
        return _("{title}, by a ranking of your own").format(title=title)

    def _note(self, scene: Scene, *more: str) -> str:
        return " ".join(filter(None, (changes(self._dataset, scene.scheme), *more, self._source)))

    @property
    def _source(self) -> str:
        return _("Figures of {year}. Source: {source}.").format(year=YEAR, source=SOURCE)

    def _scores(self, scene: Scene, code: str) -> dict[str, float]:
        scores = self._rankings.scores_of(code, scene.scheme)
        return dict(zip((one.iso3 for one in self._dataset.countries), scores, strict=True))

    def _named(self, code: str) -> str:
        return self._dataset.names[code]

    def _country(self, iso3: str) -> Country:
        return next(one for one in self._dataset.countries if one.iso3 == iso3)

    def _ranking(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import ranking

        rows = [
            ranking.RankedPartner(
                one.country.iso3,
                one.country.name,
                one.score,
                one.rank,
                one.low or None,
                one.high or None,
                bool(one.imputed),
            )
            for one in scene.standings
        ]
        title = self._title(scene, self._named(scene.code))
        return ranking.ranking(title, rows, scene.marked, self._note(scene, _(_HATCHED)))

    def _scatter(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import scatter

        across, upwards = self._axes(scene.code)
        x, y = self._scores(scene, across), self._scores(scene, upwards)
        lacking = {**self._rankings.lacking(across), **self._rankings.lacking(upwards)}
        points = [
            scatter.ScatterPoint(one.iso3, one.name, x[one.iso3], y[one.iso3], bool(lacking.get(one.iso3)))
            for one in self._dataset.countries
        ]
        names = (self._named(across), self._named(upwards))
        title = _("{across} and {upwards}").format(across=names[0], upwards=names[1].lower())
        note = self._note(scene, _("A ring: some figures are missing, and estimated."))
        return scatter.scatter(self._title(scene, title), points, names, scene.marked, note)

    def _axes(self, code: str) -> tuple[str, str]:
        """What is ranked, against the half that it is no part of."""
        if code in (INDEX, *HALVES):
            return HALVES if code != HALVES[1] else (HALVES[1], HALVES[0])
        pillars = {one.code: one.half for one in self._dataset.pillars}
        pillar = next((one.pillar for one in self._dataset.indicators if one.code == code), code)
        return code, HALVES[1] if pillars[pillar] == HALVES[0] else HALVES[0]

    def _tile_map(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import tilemap

        blocks, first = [], 0
        for region, heading in _REGIONS.items():
            there = [one for one in scene.standings if one.country.region == region]
            there = [one for one in there if one.country.iso3 in self._tiles]
            left = min((self._tiles[one.country.iso3].column for one in there), default=0)
            tiles = tuple(
                tilemap.Tile(
                    one.country.iso3,
                    one.country.name,
                    self._tiles[one.country.iso3].column + first - left,
                    self._tiles[one.country.iso3].row - 1,
                    one.score,
                    bool(one.imputed),
                )
                for one in there
            )
            blocks.append(tilemap.TileBlock(_(heading), tiles))
            first = max((tile.column for tile in tiles), default=0) + 2  # a column between two blocks
        title = self._title(scene, self._named(scene.code))
        note = self._note(scene, _(_TILES))
        return tilemap.tilemap(title, blocks, scene.marked, note, places=1, wide=self._wide)

    def _profile(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import profile

        country = self._country(scene.marked[0])
        bars = self._bars(scene, country)
        what = _("{name}: indicators").format(name=country.name)
        note = self._note(scene, _("A ring or a hatched bar: some figures are missing, and estimated."))
        best, worst = bars[:_EXTREMES], bars[-_EXTREMES:]
        bars_of = profile.extremes(what, country.name, best, worst, note, self._wide)
        return stacked(self._strips(scene), untitled(bars_of))

    def _strips(self, scene: Scene, note: str = "") -> Figure:
        """Where a country stands by pillar."""
        from asem_reader.core.drawing import profile

        country = self._country(scene.marked[0])
        strips = [self._strip(scene, code, country) for code in self._parts]
        title = self._title(scene, country.name)
        return profile.strips(title, country.name, strips, (_("Europe"), _("Asia")), note, self._wide)

    def _strip(self, scene: Scene, code: str, country: Country) -> "Strip":
        from asem_reader.core.drawing.profile import Strip

        scores = self._scores(scene, code)
        own = scores[country.iso3]
        medians = [
            median(scores[one.iso3] for one in self._dataset.countries if one.region == region)
            for region in _REGIONS
        ]
        return Strip(
            self._named(code),
            tuple(score for iso3, score in scores.items() if iso3 != country.iso3),
            own,
            sum(score > own for score in scores.values()) + 1,
            (medians[0], medians[1]),
            bool(self._rankings.lacking(code).get(country.iso3)),
            whole=code in (INDEX, *HALVES),
        )

    def _bars(self, scene: Scene, country: Country) -> "list[IndicatorBar]":
        """All indicators of a country, the best first."""
        from asem_reader.core.drawing.profile import IndicatorBar

        columns = self._rankings.indicators(scene.scheme.missing, scene.scheme.scale)
        at = self._dataset.countries.index(country)
        standin = _(_STANDINS[scene.scheme.missing])
        figures = [self._dataset.figure(country, one) for one in self._dataset.indicators]
        bars = [
            IndicatorBar(
                one.name,
                columns[one.code][at],
                ranks(columns[one.code])[at],
                standin if figure is None else compared(self._dataset, country, one),
                figure is None,
            )
            for one, figure in zip(self._dataset.indicators, figures, strict=True)
        ]
        return sorted(bars, key=lambda each: -each.score)

    def _comparison(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import comparison

        every = [self._scores(scene, code) for code in self._parts]
        lacking = [self._rankings.lacking(code) for code in self._parts]
        partners = [
            comparison.Compared(
                self._country(iso3).name,
                tuple(scores[iso3] for scores in every),
                frozenset(number for number, counts in enumerate(lacking) if counts.get(iso3)),
            )
            for iso3 in scene.compared[:MOST_COMPARED]
        ]
        title = "; ".join(each.name for each in partners)
        alone = _("Space in the table marks up to four partners to compare.") if len(partners) == 1 else ""
        note = self._note(scene, alone, _("Hatched: some figures are missing, and estimated."))
        names = [self._named(code) for code in self._parts]
        return comparison.comparison(self._title(scene, title), names, partners, note)

    def _correlations(self, scene: Scene) -> Figure:
        from asem_reader.core.drawing import correlations

        columns = [self._rankings.scores_of(code, scene.scheme) for code in self._parts]
        rows = [[_correlated(row, other) for other in columns[:at]] for at, row in enumerate(columns)]
        title = self._title(scene, _("How scores go together"))
        names = [self._named(code) for code in self._parts]
        return correlations.correlations(title, names, rows, self._note(scene))


_HATCHED = N_("A hatched bar: some figures are missing, and those of the partner’s group stand in.")


def _correlated(one: Sequence[float], other: Sequence[float]) -> float:
    try:
        return correlation(one, other)
    except StatisticsError:  # all have one score
        return 0.0
