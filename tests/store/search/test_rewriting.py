# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""French and German are put into English, joined words taken apart, and English is left alone."""

import random

import pytest
from support import judged_queries as judged
from support import query_sets

from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.rewriting import QueryRewriter
from asem_reader.store.search.search import Search


@pytest.fixture(scope="module")
def search(library: Library) -> Search:
    return Search(library)


@pytest.fixture(scope="module")
def rewriter(library: Library) -> QueryRewriter:
    return QueryRewriter(library.connection)


@pytest.mark.parametrize(
    ("typed", "topic", "why"),
    [
        ("réfugiés", "migration", "réfugiés: refugees"),
        ("refugies ", "migration", "refugies: refugees"),
        ("Fluechtlinge", "migration", "Fluechtlinge: refugees"),
        ("Seesicherheit", "maritime-security", "Seesicherheit: maritime security"),
        ("maritime Sicherheit", "maritime-security", "maritime Sicherheit: maritime security"),
        ("sécurité maritime", "maritime-security", "sécurité maritime: maritime security"),
        ("changement climatique en Asie", "climate-change", "changement climatique: climate change"),
        ("Zusammenarbeit gegen den Terrorismus", "security-counter-terrorism", "Terrorismus: terrorism"),
        ("armes de destruction massive", "nuclear-non-proliferation-wmd", "armes de destruction massive: "),
        ("Corée du Sud", "korea", "Corée du Sud: Korea"),
        ("Österreich", "austria", "Österreich: Austria"),
        ("España", "spain", "España: Spain"),
        ("中国", "china", "中国: China"),
        ("កម្ពុជា", "cambodia", "កម្ពុជា: Cambodia"),
        ("Klimawan", "climate-change", "Klimawan: climate change"),
        ("Handel ", "trade-investment", "Handel: trade"),
    ],
)
def test_another_language_leads_to_the_topic_and_the_hit_says_how(
    search: Search, typed: str, topic: str, why: str
) -> None:
    found = search.find(parse(typed))
    assert any(why in hit.why for hit in found.hits[:3] if hit.place.slug == topic)
    assert found.mended == ()


def test_small_words_and_what_the_library_lacks_are_no_slips(search: Search) -> None:
    found = search.find(parse("le dialogue sur les droits de l'homme et le facteur "))
    assert {hit.place.slug for hit in found.hits[:3]} & {"human-rights-dialogue", "human-rights-seminars"}
    assert (found.mended, found.offered, found.missing) == ((), (), ("facteur",))


def test_both_halves_of_the_queries_in_other_languages_find_their_topics(search: Search) -> None:
    for half in (True, False):
        queries = [each for each in query_sets.read("languages") if query_sets.first_half(each.query) == half]
        score = judged.score(judged.answers(search, queries))
        assert score.at_1 >= 0.85
        assert score.at_3 >= 0.93


@pytest.mark.parametrize("name", ["facts", "titles"])
def test_english_queries_are_read_as_english(rewriter: QueryRewriter, name: str) -> None:
    told = {each.query: rewriter.rewritten(parse(each.query)).why for each in query_sets.read(name)}
    assert {query: why for query, why in told.items() if why} == {}


@pytest.mark.parametrize("typed", ["Rat ", "gas ", "die at sea ", "Ursula von der Leyen ", "Handel concert "])
def test_an_english_word_of_another_meaning_is_left_alone(rewriter: QueryRewriter, typed: str) -> None:
    assert rewriter.rewritten(parse(typed)).why == ""


def test_english_words_are_never_taken_for_others(library: Library, rewriter: QueryRewriter) -> None:
    english = [row[0] for row in library.connection.execute("SELECT word FROM english ORDER BY word")]
    dice = random.Random(5)
    for _ in range(300):
        query = parse(f"{' '.join(dice.sample(english, 3))} ")
        assert rewriter.rewritten(query) == (query, "")


@pytest.mark.parametrize("typed", ['"Klimawandel"', "Klimawandel OR piracy", "-Klimawandel piracy "])
def test_what_is_wanted_just_so_is_not_translated(rewriter: QueryRewriter, typed: str) -> None:
    assert rewriter.rewritten(parse(typed)).why == ""
    assert rewriter.rewritten(parse("Klimawandel", literal=True)).why == ""


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("title:piracy", "title piracy"),
        ("topic:piracy", "topic piracy"),
        ("site:piracy", "site piracy"),
        ("covid19", "covid 19"),
        ("pol05", "pol 05"),
        ("piracy/Somalia", "piracy Somalia"),
        ("piracy2010", "piracy 2010"),
        ("maritime-securty", "maritime securty"),
    ],
)
def test_what_is_joined_nowhere_is_taken_apart(rewriter: QueryRewriter, typed: str, apart: str) -> None:
    assert rewriter.rewritten(parse(typed)).query.plain == apart


@pytest.mark.parametrize(
    "typed",
    ["ASEM12", "counter-terrorism", "G20", "POL-05", "people's", "anti-terrorism", '"title:piracy"', "5G"],
)
def test_what_stands_so_somewhere_stays_joined(rewriter: QueryRewriter, typed: str) -> None:
    assert rewriter.rewritten(parse(typed)).query.plain == typed.strip('"')


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("title:piracy", "maritime-security"),
        ("covid19", "public-health"),
        ("ＡＳＥＭ１２", "asem12"),
        ("sonderborg", "classnet"),
        ("Sønderborg", "classnet"),
        ("intitle:piracy", "maritime-security"),
        ("ﬁnance ministers", "finance-ministers"),
        ("pirat*", "maritime-security"),
    ],
)
def test_any_keyboards_spelling_finds_the_topic(search: Search, typed: str, topic: str) -> None:
    assert topic in [hit.place.slug for hit in search.find(parse(f"{typed} ")).hits[:3]]


def test_a_code_of_a_paragraph_stays_whole(library: Library, search: Search) -> None:
    rows = library.connection.execute("SELECT id FROM blocks ORDER BY id").fetchall()
    for (code,) in random.Random(4).sample([tuple(row) for row in rows], 100):
        assert search.find(parse(code), 1).hits[0].place.block == code


def test_a_literal_search_explains_nothing_that_it_did_not_do(library: Library, search: Search) -> None:
    for row in library.connection.execute("SELECT word FROM words WHERE id % 11 = 0"):
        found = search.find(parse(row[0], literal=True), scoped=False)
        assert all(hit.why.startswith(("also called ", "paragraph ")) for hit in found.hits if hit.why)
        assert (found.mended, found.offered) == ((), ())
