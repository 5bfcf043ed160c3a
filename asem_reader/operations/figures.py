# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A ranking of partners in one topic of the connectivity figures, and how it leaves the program."""

import csv
import io
from collections.abc import Collection, Mapping
from typing import NamedTuple

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.dataset import INDEX, SOURCE, YEAR, Dataset
from asem_reader.core.indicators.draws import DRAWS
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import ViewState
from asem_reader.core.indicators.wording import sentence
from asem_reader.core.language import _
from asem_reader.store.indicators import read_dataset
from asem_reader.store.library import Library

Record = dict[str, object]


class Ranked(NamedTuple):
    """What was ranked, by which scheme, and how all stand."""

    dataset: Dataset
    code: str  # of the index, pillar or indicator
    scheme: Scheme
    standings: tuple[Standing, ...]  # best first, with intervals
    partners: tuple[str, ...] = ()  # the codes of those that were asked for; none for all

    @property
    def name(self) -> str:
        """What was ranked."""
        return self.dataset.names[self.code]


def ranked(library: Library, topic: str, choices: Mapping[str, str], draws: int = DRAWS) -> Ranked:
    """Return the ranking of a topic, named as `code_of` knows it, under the scheme that `choices` say.

    Where the topic has a view, what that says counts as far as `choices` say nothing else.

    Raises:
        NoFigures: the Library holds none.
        NoSuchPlace: there is no such topic.
        BadScheme: the topic has no scores, there is no such view, or `Scheme.of` refuses the choices.
    """
    dataset = read_dataset(library)
    topic, _mark, text = topic.partition("?")
    code = code_of(library, dataset, topic)
    view = ViewState.parse(text, dataset)
    scheme = Scheme.of({**view.scheme.texts(), **choices}, dataset.codes)
    return Ranked(dataset, code, scheme, Rankings(dataset).ranking(code, scheme, draws), view.partners)


def code_of(library: Library, dataset: Dataset, topic: str) -> str:
    """Return the code of a topic by code, slug, symbol or address; empty is the whole. Raises as `ranked`."""
    code = dataset.code_of(topic or INDEX)
    if code is None:
        found = library.find(topic).slug
        code = next((code for code, slug in dataset.slugs.items() if slug == found), None)
    if code is None:
        raise BadScheme(_("{topic} has no scores: it is no index, pillar or indicator").format(topic=topic))
    return code


def only(ranked: Ranked, codes: Collection[str]) -> tuple[Standing, ...]:
    """Return how some partners stand among all; without codes, all."""
    return tuple(one for one in ranked.standings if not codes or one.country.iso3 in codes)


def sentences(ranked: Ranked) -> list[str]:
    """Return what is to be said of each partner that was asked for, else of the first."""
    named = only(ranked, ranked.partners) if ranked.partners else ranked.standings[:1]
    return [sentence(ranked.dataset, ranked.code, ranked.scheme, one) for one in named]


def record(standing: Standing) -> Record:
    """Return a standing as it is promised in JSON and CSV (docs/cli.md)."""
    return {
        "iso3": standing.country.iso3,
        "name": standing.country.name,
        "score": round(standing.score, 4),
        "rank": standing.rank,
        "low": standing.low,
        "high": standing.high,
        "jrc_rank": standing.jrc,
        "imputed": standing.imputed,
    }


def table(ranked: Ranked, standings: Collection[Standing]) -> str:
    """Return standings as CSV (RFC 4180), after lines with # that name topic, scheme and source."""
    scheme = " ".join(f"{name}={said}" for name, said in ranked.scheme.texts().items())
    head = (
        _("{name}, figures of {year}").format(name=ranked.name, year=YEAR),
        _("Scheme: {scheme}").format(scheme=scheme or _("the JRC’s own")),
        _("Source: {source}").format(source=SOURCE),
    )
    lines = io.StringIO()
    rows = [record(one) for one in standings]
    writer = csv.DictWriter(lines, list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "".join(f"# {line}\r\n" for line in head) + lines.getvalue()
