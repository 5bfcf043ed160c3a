# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The judged queries, and what their answers are counted as."""

import os
import random

import pytest
from support import judged_queries as judged
from support import query_sets

from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.search import ranking
from asem_reader.store.search.search import Search

WEIGHTS = (
    *("_NAMED", "_SAID", "_SPOKEN", "_TOGETHER", "_STEEP", "_RARITY"),
    *("_LEAD", "_MEANT", "_ISSUE"),
)
QUERY = judged.Judged("piracy", "word", (Slug("maritime-security"), Slug("piracy-seminars")))


def answer(*topics: str) -> judged.Answer:
    return judged.Answer(QUERY, tuple(map(Slug, topics)))


def test_every_best_topic_is_in_the_library(library: Library) -> None:
    topics = {topic.slug for topic in library.topics()}
    assert [query for query in judged.read() if not set(query.best) <= topics or not query.best] == []


def test_no_query_is_judged_twice() -> None:
    queries = [query.query for query in judged.read()]
    assert len(queries) == len(set(queries))


@pytest.mark.parametrize(
    ("topics", "rank"),
    [((), 0), (("media",), 0), (("piracy-seminars", "media"), 1), (("media", "maritime-security"), 2)],
)
def test_the_rank_is_that_of_the_first_good_topic(topics: tuple[str, ...], rank: int) -> None:
    assert answer(*topics).rank == rank


def test_a_score_counts_ranks() -> None:
    answered = [answer("maritime-security"), answer("a", "maritime-security"), answer("a"), answer()]
    assert judged.score(answered) == judged.Score(4, 0.25, 0.5, 0.375)
    assert judged.by_kind(answered) == {"word": judged.score(answered)}


def test_a_good_topic_is_nearly_always_among_the_first_three(library: Library) -> None:
    answered = judged.answers(Search(library), judged.read())
    score = judged.score(answered)
    missed = [answer.judged.query for answer in answered if answer.rank != 1]
    assert score.at_1 >= 0.95, missed
    assert score.at_3 >= 0.99, missed


@pytest.mark.parametrize("draw", range(3, 20) if os.environ.get("THOROUGH") else [17])
def test_the_shape_and_not_the_weights_makes_the_answers_good(
    library: Library, monkeypatch: pytest.MonkeyPatch, draw: int
) -> None:
    asked, dice = judged.read(), random.Random(draw)
    score = judged.score(judged.answers(Search(library), asked))
    for weight in WEIGHTS:
        monkeypatch.setattr(ranking, weight, getattr(ranking, weight) * dice.uniform(0.8, 1.2))
    moved = judged.score(judged.answers(Search(library), asked))
    assert abs(moved.at_1 - score.at_1) <= 0.005
    assert abs(moved.at_3 - score.at_3) <= 0.005


def test_every_best_topic_of_the_sets_is_in_the_library(library: Library) -> None:
    topics = {topic.slug for topic in library.topics()}
    queries = [query for name in query_sets.NAMES for query in query_sets.read(name)]
    assert [query for query in queries if not set(query.best) & topics] == []


@pytest.mark.parametrize("stray", [False, True])
def test_three_words_of_a_paragraph_find_it(search: Search, library: Library, stray: bool) -> None:
    score = judged.score(judged.answers(search, query_sets.needles(library, stray=stray)))
    assert score.at_1 >= (0.47 if stray else 0.75)
    assert score.at_3 >= (0.73 if stray else 0.9)
