# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes the pages of the indicators, pillars and indices, and the figures on the pages of partners."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.indicators import FOLDER, Figures
from asem_reader.authoring.pages.markup import cites, escaped, sections
from asem_reader.core.content import Kind
from asem_reader.core.indicators.dataset import HALVES, INDEX, Country, Indicator
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.shown import compared, score

GROUP = "connectivity-figures"  # the node of the tree under which they stand
SOURCE = "jrc-connectivity-portal"
METHOD = "github-coinr"
_BEST, _FIRST = 5, 3
_CITED = cites((SOURCE,))
_COMPUTED = cites((SOURCE, METHOD))
_REGIONS = ("Asia", "Europe")
_PARTNERS = {"Asia": "Asian partners", "Europe": "European partners"}


class IndicatorPages:
    """Writes all pages of one set of figures, whose scores it computes once."""

    def __init__(self, figures: Figures, closed: str) -> None:
        self._figures = figures
        self._dataset = figures.dataset
        self._rankings = Rankings(figures.dataset)
        self._closed = closed

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for each code that has scores: indices, pillars, indicators."""
        if not self._dataset.indicators:
            return
        for number, code in enumerate((INDEX, *HALVES), 1):
            yield self._index(code, f"IDX-{number:02}")
        for number, pillar in enumerate(self._dataset.pillars, len(HALVES) + 2):
            yield self._index(pillar.code, f"IDX-{number:02}")
            for place, indicator in enumerate(self._dataset.indicators, 1):
                if indicator.pillar == pillar.code:
                    yield self._indicator(indicator, f"IND-{place:02}")

    def of_partner(self, iso3: str) -> tuple[str, ...]:
        """The table of one partner's scores and ranks, as Markdown; nothing if there are no figures of it."""
        if iso3 not in (country.iso3 for country in self._dataset.countries):
            return ()
        rows = []
        for code in (INDEX, *HALVES, *(pillar.code for pillar in self._dataset.pillars)):
            found = [one for one in self._standings(code) if one.country.iso3 == iso3]
            rows += [f"| {self._link(code)} | {_row(one, self._of(code))}{_CITED} |" for one in found]
        head = ["| index or pillar | score of 100 | rank | figures missing |", "| --- | --- | --- | --- |"]
        return ("\n".join([*head, *rows]),)

    def _standings(self, code: str) -> tuple[Standing, ...]:
        return self._rankings.standings(code, Scheme())

    def _of(self, code: str) -> int:
        return len(self._dataset.within(code))

    def _link(self, code: str) -> str:
        return f"[{escaped(self._dataset.names[code])}](asem:{self._dataset.slugs[code]})"

    def _index(self, code: str, symbol: str) -> Draft:
        names, indicators = self._dataset.names, self._dataset.within(code)
        parts = {INDEX: HALVES} | {
            half: tuple(p.code for p in self._dataset.pillars if p.half == half) for half in HALVES
        }
        inside = parts.get(code, tuple(one.code for one in indicators))
        what = "Index" if code in parts else "Pillar"
        made = "the two halves" if code == INDEX else f"its {len(inside)} pillars"
        return Draft(
            f"{FOLDER}/pillars.csv",
            self._dataset.slugs[code],
            Kind.INDEX,
            f"{what}: {names[code][0].lower()}{names[code][1:]}",
            symbol,
            GROUP if code in parts else _group(code),
            f"Scores and ranks of {len(self._dataset.countries)} partners in {names[code].lower()}, from"
            f" {len(indicators)} indicators (2018). {self._best(code)}",
            "2018",
            (code, f"{names[code]} score", f"{names[code]} ranking"),
            ("connectivity-tools",),
            sections(
                (
                    "What it is",
                    [
                        f"- **Made of.** {'; '.join(map(self._link, inside))}.{_CITED}",
                        f"- **How.** The mean of {made if code in parts else 'its indicators'}, each with the"
                        f" same weight, from 0 to 100; the scores are computed from the portal’s figures by"
                        f" its method.{_COMPUTED}",
                    ],
                ),
                *self._ranks(code, ()),
            ),
        )

    def _indicator(self, indicator: Indicator, symbol: str) -> Draft:
        code, remark = indicator.code, self._figures.remarks[indicator.code]
        lines = {
            "Unit": f"{escaped(indicator.unit)}",
            "Counts as better": "more" if indicator.direction > 0 else "less",
            "Compared": f"over {_OVER[indicator.denominator]}" if indicator.denominator else "as it is",
            "Edition": "2018; the years of the readings are not in the portal’s data",
        }
        pillar = self._link(indicator.pillar)
        said = [f"- **Pillar.** {pillar}, of {self._link(self._half(indicator.pillar))}.{_CITED}"]
        said += [f"- **{label}.** {text[0].upper()}{text[1:]}.{_CITED}" for label, text in lines.items()]
        notes = [remark.note] if remark.note else []
        if remark.misfit:
            notes.append(
                f"The portal’s data name the unit “{remark.unit}”; the size of the figures fits"
                f" {indicator.unit}. Scores do not change, since a constant factor drops out."
            )
        said += [f"> **Editor's note.** {escaped(note)}{_CITED}" for note in notes]
        return Draft(
            f"{FOLDER}/indicators.csv",
            indicator.topic,
            Kind.INDICATOR,
            indicator.name,
            symbol,
            _group(indicator.pillar),
            f"Indicator of {self._dataset.names[indicator.pillar].lower()} (2018), in {indicator.unit}."
            f" {self._best(code)}",
            "2018",
            (code, f"{indicator.name} ranking"),
            (),
            sections(("What is measured", said), *self._ranks(code, (indicator,))),
        )

    def _half(self, code: str) -> str:
        """The half that a pillar belongs to."""
        return next(one.half for one in self._dataset.pillars if one.code == code)

    def _ranks(self, code: str, one: tuple[Indicator, ...]) -> Iterator[tuple[str, Iterable[str]]]:
        """The sections on ranks; of one indicator with its figures."""
        standings = self._standings(code)
        yield "Best five", [self._table(standings[:_BEST], one)]
        yield "Worst five", [self._table(standings[-_BEST:], one)]
        medians = []
        for region in _REGIONS:
            scores = [standing.score for standing in standings if standing.country.region == region]
            if scores:
                said = f"{score(median(scores))} (median score of {len(scores)})"
                medians.append(f"- **{_PARTNERS[region]}.** {said}.{_COMPUTED}")
        yield "Groups", medians
        yield "Missing", [self._missing(code)]

    def _table(self, standings: Sequence[Standing], one: tuple[Indicator, ...]) -> str:
        head = "| rank | partner | score of 100 |" + (" figure |" if one else "")
        rule = "| --- | --- | --- |" + (" --- |" if one else "")
        rows = [
            f"| {standing.rank} | [{standing.country.name}](asem:{standing.country.topic})"
            f" | {score(standing.score)}{''.join(f' | {self._said(standing.country, it)}' for it in one)}"
            f"{_COMPUTED} |"
            for standing in standings
        ]
        return "\n".join([head, rule, *rows])

    def _said(self, country: Country, indicator: Indicator) -> str:
        """The raw figure, and what it is divided by."""
        return escaped(compared(self._dataset, country, indicator)) or "missing"

    def _best(self, code: str) -> str:
        best = [one.country.name for one in self._standings(code) if one.rank <= _FIRST]
        return (
            f"Best: {', '.join(best)}."
            if len(best) <= _BEST
            else f"{len(best)} partners share the first ranks."
        )

    def _missing(self, code: str) -> str:
        missing: dict[str, int] = {}
        for country, _one in self._dataset.lacking(code):
            missing[country.name] = missing.get(country.name, 0) + 1
        if not missing:
            return f"- No figure is missing.{_CITED}"
        whole = len(self._dataset.within(code)) == 1
        names = ", ".join(name if whole else f"{name} ({count})" for name, count in missing.items())
        return f"- {names}: the mean of the partner’s own group stands in.{_COMPUTED}"


_OVER = {"area": "area", "energy": "the use of energy", "gdp": "GDP", "population": "population"}


def _row(standing: Standing, of: int) -> str:
    return f"{score(standing.score)} | {standing.rank} | {standing.imputed} of {of}"


def _group(pillar: str) -> str:
    return f"figures-{pillar.lower()}"
