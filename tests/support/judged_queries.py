# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How well the search answers the judged queries: success at 1 and at 3, and mean reciprocal rank."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from asem_reader.core.place import Slug
from asem_reader.core.search.query import parse
from asem_reader.store.search.search import Search

FILE = Path(__file__).parents[1] / "store" / "search" / "judged.yaml"


@dataclass(frozen=True, slots=True)
class Judged:
    """A query, its kind, and all topics that are good as the first answer."""

    query: str
    kind: str
    best: tuple[Slug, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search made of a judged query: the different topics of its hits, in their order."""

    judged: Judged
    topics: tuple[Slug, ...]

    @property
    def rank(self) -> int:
        """Which topic is the first good one, from 1; 0 if none is."""
        return next((rank for rank, slug in enumerate(self.topics, 1) if slug in self.judged.best), 0)


@dataclass(frozen=True, slots=True)
class Score:
    """How good answers are: the shares with a good topic first and among three, and the mean of 1/rank."""

    answers: int
    at_1: float
    at_3: float
    reciprocal: float

    def __str__(self) -> str:
        return f"s@1 {self.at_1:.3f}, s@3 {self.at_3:.3f}, MRR {self.reciprocal:.3f}"


def read(file: Path = FILE) -> tuple[Judged, ...]:
    """The judged queries."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(Judged(entry["query"], entry["kind"], tuple(entry["best"])) for entry in entries)


def answers(search: Search, queries: Iterable[Judged]) -> tuple[Answer, ...]:
    """Ask the search every query, as it is typed."""
    return tuple(
        Answer(judged, tuple(dict.fromkeys(hit.place.slug for hit in search.find(parse(judged.query)))))
        for judged in queries
    )


def score(answered: Iterable[Answer]) -> Score:
    """How good these answers are; there must be some."""
    ranks = [answer.rank for answer in answered]
    return Score(
        len(ranks),
        sum(rank == 1 for rank in ranks) / len(ranks),
        sum(1 <= rank <= 3 for rank in ranks) / len(ranks),
        sum(1 / rank for rank in ranks if rank) / len(ranks),
    )


def by_kind(answered: Iterable[Answer]) -> dict[str, Score]:
    """How good these answers are, by kind of query."""
    kinds: dict[str, list[Answer]] = {}
    for answer in answered:
        kinds.setdefault(answer.judged.kind, []).append(answer)
    return {kind: score(kinds[kind]) for kind in sorted(kinds)}
