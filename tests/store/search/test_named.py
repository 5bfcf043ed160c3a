# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A topic that is called what was typed stands first, and every hit says why it is there."""

from collections.abc import Callable
from itertools import takewhile

import pytest

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found
from asem_reader.core.search.query import parse
from asem_reader.core.words import key
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

Find = Callable[..., Found]
MOST_NAMED = 4


def topics(found: Found) -> set[Slug]:
    return {hit.place.slug for hit in found}


def test_every_title_finds_its_topic_first(search: Search, library: Library) -> None:
    for topic in (each for each in library.topics() if each.kind is not Kind.HANDBOOK):
        hits = search.find(parse(f"{topic.title} "), 5, scoped=False).hits
        named = [hit.place.slug for hit in hits if hit.named]
        assert hits[0].named, topic.title
        # Where many topics are called so, some of them are shown.
        assert topic.slug in named or len(named) == MOST_NAMED, topic.title


def test_every_symbol_finds_its_topic_first(search: Search, library: Library) -> None:
    symbols = {topic.symbol: topic.slug for topic in library.topics() if topic.symbol}
    first = {symbol: search.find(parse(symbol.lower()), 1, scoped=False).hits[0] for symbol in symbols}
    assert {symbol: hit.place.slug for symbol, hit in first.items()} == symbols
    assert all(hit.named for hit in first.values())


def test_every_alias_finds_its_topics_among_the_first(search: Search, library: Library) -> None:
    sql = (
        "SELECT alias, json_group_array(slug) FROM aliases JOIN topics ON id = topic_id GROUP BY lower(alias)"
    )
    for alias, slugs in library.connection.execute(sql).fetchall():
        hits = search.find(parse(f"{alias} "), 5, scoped=False).hits
        assert hits[0].named, alias
        assert [hit for hit in hits if hit.named and f'"{hit.place.slug}"' in slugs] or hits[0].why == "", (
            alias
        )


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("POL-05", "maritime-security"),
        ("pol-16", "climate-change"),
        ("MARITIME SECURITY", "maritime-security"),
        ("maritime-security", "maritime-security"),
        ("high seas treaty", "maritime-security"),
        ("JCPOA", "iran-jcpoa"),
        ("FoN", "maritime-security"),
        ("WMD", "nuclear-non-proliferation-wmd"),
        ("weapons of mass destruction", "nuclear-non-proliferation-wmd"),
        ("ASEF", "asef"),
        ("Burma", "myanmar"),
        ("French", "france"),
        ("Ha Noi", "viet-nam"),
        ("Hanoi", "viet-nam"),
        ("ninth summit", "asem9"),
        ("9th summit", "asem9"),
        ("ASEM 9", "asem9"),
        ("ASEM IX", "asem9"),
        ("Vientiane summit", "asem9"),
        ("2012 summit", "asem9"),
        ("summit in Milan", "asem10"),
        ("maritme securty", "maritime-security"),
        ("maritimesecurity", "maritime-security"),
        ("the maritime security", "maritime-security"),
    ],
)
def test_a_name_leads_to_its_topic(find: Find, query: str, slug: str) -> None:
    named = [hit.place.slug for hit in takewhile(lambda hit: hit.named, find(query))]
    assert slug in named
    if slug != "myanmar":  # an issue and a partner
        assert named[0] == slug


@pytest.mark.parametrize(
    "query",
    ["WMD", "counter terrorism ", "ASEM XII ", "start-ups ", "Hanoi", "people's forum", "piracy", "fmm14 "],
)
def test_named_topics_come_first_and_once_and_have_no_block(find: Find, query: str) -> None:
    hits = find(query).hits
    named = [hit for hit in hits if hit.named]
    assert list(hits[: len(named)]) == named != []
    assert {hit.place.block for hit in named} == {None}
    assert len({hit.place.slug for hit in named}) == len(named) <= MOST_NAMED
    assert [hit for hit in hits if not hit.named and hit.place in {hit.place for hit in named}] == []


@pytest.mark.parametrize(
    "query", ["piracy -somalia ", "piracy OR migration ", "piracy seminar of the navy ", "pirac"]
)
def test_what_is_no_name_names_no_topic(find: Find, query: str) -> None:
    assert not any(hit.named for hit in find(query))


def test_a_named_topic_shows_its_summary_and_where_it_stands(find: Find, library: Library) -> None:
    hit = find("POL-05").hits[0]
    topic = library.topic(Slug("maritime-security"))
    assert (hit.title, hit.symbol, hit.plain, hit.kind) == (topic.title, "POL-05", topic.summary, "issue")
    assert (hit.section, hit.pillar) == ("", "Political pillar")
    assert next(hit for hit in find("Political pillar") if hit.kind == "pillar").pillar == ""


@pytest.mark.parametrize(
    ("query", "slug", "why"),
    [
        ("POL-05", "maritime-security", ""),
        ("Maritime security", "maritime-security", ""),
        ("FoN ", "maritime-security", "also called FoN"),
        ("French ", "france", "also called French"),
        ("WMD", "nuclear-non-proliferation-wmd", "WMD = Weapons of mass destruction"),
        ("ninth summit", "asem9", "ninth summit = ASEM9"),
        ("maritme securty ", "maritime-security", "spelling: maritme; spelling: securty"),
    ],
)
def test_a_named_topic_says_why_where_it_isnt_plain(find: Find, query: str, slug: str, why: str) -> None:
    hit = find(query).hits[0]
    assert (hit.place.slug, hit.why.lower()) == (slug, why.lower())


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("terorism ", "spelling: terorism"),
        ("WMD ", "WMD = weapons of mass destruction"),
        ("weapons of mass destruction ", "weapons of mass destruction = WMD"),
        ("Laotian ", "Laotian = Lao PDR"),
        ("counterterrorism ", "counterterrorism: see also counter-terrorism"),
        ("negotiation ", "another form of the word"),
    ],
)
def test_a_text_that_isnt_plain_says_why(find: Find, query: str, why: str) -> None:
    assert why.lower() in {hit.why.lower() for hit in find(query) if not hit.named}


@pytest.mark.parametrize("query", ["piracy ", "terrorism ", "“armed robbery”", "Brussels ", "POL-05 "])
def test_a_text_with_the_very_words_says_nothing(find: Find, query: str) -> None:
    plain = key(query).split()
    for hit in find(query):
        if hit.place.block and set(plain) <= set(key(hit.plain).split()):
            assert hit.why == "", hit


@pytest.mark.parametrize(
    ("question", "slug", "why"),
    [
        ("Who hosted the summit in 2016?", "asem11", "summit 2016 = ASEM11"),
        ("Who chaired the summit in Milan in 2014?", "asem10", "summit Milan = ASEM10"),
        ("When did foreign ministers meet in 2019?", "latest-asemfmm14", "foreign ministers 2019 = FMM14"),
    ],
)
def test_a_question_with_a_year_names_the_meeting_of_that_year(
    find: Find, question: str, slug: str, why: str
) -> None:
    first = find(question).hits[0]
    assert (first.place.slug, first.why) == (slug, why)


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("Why was Myanmar embargoed so long?", "myanmar"),
        ("What did ministers say about North Korea in 2009?", "korean-peninsula"),
        ("How are decisions taken in ASEM?", "asem-working-methods"),
    ],
)
def test_the_topic_that_a_question_is_about_comes_first(find: Find, question: str, slug: str) -> None:
    assert find(question).hits[0].place.slug == slug


def test_why_tells_of_the_line_that_is_shown(find: Find) -> None:
    told = {"boat people: see also irregular migration": "irregular migration"}
    hits = [hit for hit in find("boat people ").hits if hit.why in told and not hit.named]
    assert hits
    assert all(any(run.matched for run in hit.snippet) and told[hit.why] in hit.plain.lower() for hit in hits)
