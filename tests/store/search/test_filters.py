# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What filters leave: a branch of the tree, a kind, some years, topics with a note."""

import re
from collections.abc import Callable, Iterable

import pytest

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Found, Hit
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search

Find = Callable[..., Found]
KINDS = ("issue", "meeting", "partner", "body", "term")


def slugs(hits: Iterable[Hit]) -> list[Slug]:
    """The topics of hits, each once."""
    return list(dict.fromkeys(hit.place.slug for hit in hits))


def branch(library: Library, slug: Slug) -> list[str]:
    return [topic.slug for topic in library.article(slug).crumbs] + [slug]


def years(library: Library, hit: Hit) -> set[int]:
    """The years of which a hit's section and its topic's title speak."""
    sql = """SELECT s.topic || ' ' || s.text FROM sections s JOIN topics t ON t.id = s.topic_id
             WHERE t.slug = ? AND (s.id = (SELECT section_id FROM blocks WHERE id = ?) OR ?2 IS NULL)"""
    text = " ".join(row[0] for row in library.connection.execute(sql, (hit.place.slug, hit.place.block)))
    return {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}


@pytest.mark.parametrize(
    "within", ["security-and-peace", "security", "SECURITY-AND-PEACE", "political", "partners"]
)
def test_in_narrows_to_a_branch(find: Find, library: Library, within: str) -> None:
    hits = find(f"in:{within} ministers ")
    assert hits
    for slug in slugs(hits):
        assert any(above.startswith(within.lower()) for above in branch(library, slug))
    assert len(hits) < len(find("ministers "))


@pytest.mark.parametrize("query", ["in:nowhere ministers ", "in:nowhere", "in:nowhere piracy"])
def test_in_an_unknown_branch_nothing_is_found(find: Find, query: str) -> None:
    assert find(query).hits == ()


@pytest.mark.parametrize("kind", [*KINDS, "group", "pillar"])
def test_kind_narrows(find: Find, library: Library, kind: str) -> None:
    hits = find(f"kind:{kind} ASEM ")
    assert hits
    assert {hit.kind for hit in hits} == {library.topic(slug).kind for slug in slugs(hits)} == {kind}


@pytest.mark.parametrize("typed", ["issues", "meetings", "Partners", "bodies", "BODY", "terms", "meet"])
def test_a_kind_may_be_typed_as_one_says_it(find: Find, typed: str) -> None:
    kind = next(kind for kind in KINDS if kind[:3] == typed[:3].lower())
    assert find(f"kind:{typed} ASEM ").hits == find(f"kind:{kind} ASEM ").hits != ()


@pytest.mark.parametrize(
    ("typed", "span"), [("2018", (2018, 2018)), ("2016..2021", (2016, 2021)), ("1996", (1996, 1996))]
)
def test_year_narrows_to_sections_that_speak_of_it(
    find: Find, library: Library, typed: str, span: tuple[int, int]
) -> None:
    hits = find(f"year:{typed} declaration ")
    assert hits
    assert [hit for hit in hits if not any(span[0] <= year <= span[1] for year in years(library, hit))] == []
    assert len(slugs(hits)) < len(slugs(find("declaration ")))


def test_a_span_of_years_finds_what_its_years_find(find: Find) -> None:
    each = {slug for year in range(2016, 2019) for slug in slugs(find(f"year:{year} terrorism "))}
    assert set(slugs(find("year:2016..2018 terrorism "))) == each != set()


def test_only_topics_with_a_note_are_left(find: Find) -> None:
    noted = (Slug("migration"), Slug("asem12"), Slug("no-such-topic"))
    assert set(slugs(find("has:note ASEM ", noted=noted))) == {"migration", "asem12"}
    assert find("has:note ASEM ").hits == ()
    assert len(slugs(find("ASEM ", noted=noted))) > 2


@pytest.mark.parametrize(
    "filters",
    [
        "kind:meeting",
        "in:political",
        "in:security",
        "kind:partner in:partners",
        "year:2018 kind:issue",
        "year:2012..2014",
    ],
)
def test_filters_alone_list_topics_in_the_order_of_the_tree(
    find: Find, library: Library, filters: str
) -> None:
    found = find(filters)
    listed = slugs(found)
    in_order = [topic.slug for topic in library.topics()]
    assert listed == [slug for slug in in_order if slug in set(listed)] != []
    assert len(listed) == len(found)
    assert {hit.place.block for hit in found} == {None}
    assert (found.mended, found.missing) == ((), ())


def test_a_kind_alone_lists_all_of_it(find: Find, library: Library) -> None:
    for kind in KINDS:
        assert slugs(find(f"kind:{kind}")) == [each.slug for each in library.topics() if each.kind == kind]
        assert slugs(find(f"kind:{kind}", 2)) == slugs(find(f"kind:{kind}"))[:2]


def test_a_branch_alone_lists_all_that_stands_in_it(find: Find, library: Library) -> None:
    below = [each.slug for each in library.topics() if "political" in branch(library, each.slug)]
    assert slugs(find("in:political")) == below


def test_a_year_alone_lists_every_topic_that_speaks_of_it(find: Find, library: Library) -> None:
    sql = """SELECT DISTINCT t.slug FROM topics t JOIN sections s ON s.topic_id = t.id
             WHERE t.kind <> 'handbook'
               AND ' ' || s.topic || ' ' || s.text GLOB '*[^0-9]2018[^0-9]*' ORDER BY t.id"""
    assert slugs(find("year:2018")) == [row[0] for row in library.connection.execute(sql)]


def test_notes_alone_list_the_topics_that_have_one(find: Find) -> None:
    noted = (Slug("piracy-seminars"), Slug("maritime-security"))
    assert slugs(find("has:note", noted=noted)) == ["maritime-security", "piracy-seminars"]
    assert find("has:note").hits == ()


@pytest.mark.parametrize(
    ("query", "topic", "there"),
    [
        ("WMD", "nuclear-non-proliferation-wmd", True),
        ("kind:issue WMD", "nuclear-non-proliferation-wmd", True),
        ("in:political WMD", "nuclear-non-proliferation-wmd", True),
        ("kind:meeting WMD", "nuclear-non-proliferation-wmd", False),
        ("in:economic WMD", "nuclear-non-proliferation-wmd", False),
        ("year:1901 WMD", "nuclear-non-proliferation-wmd", False),
        ("year:2003 WMD", "nuclear-non-proliferation-wmd", True),
        ("has:note WMD", "nuclear-non-proliferation-wmd", False),
    ],
)
def test_a_topic_called_by_name_stands_first_only_if_the_filters_leave_it(
    find: Find, query: str, topic: str, there: bool
) -> None:
    assert (topic in [hit.place.slug for hit in find(query) if hit.named]) is there
    assert (topic in slugs(find(query))) is there


@pytest.mark.parametrize(
    "filters", ["kind:issue", "in:political", "year:2010", "kind:meeting in:meetings year:2010..2012"]
)
@pytest.mark.parametrize("words", ["piracy ", "customs ", "climate change "])
def test_filters_stand_anywhere_and_find_a_part_of_the_whole(find: Find, filters: str, words: str) -> None:
    narrowed = find(f"{filters} {words}")
    assert find(f"{words} {filters} ").hits == narrowed.hits
    assert set(slugs(narrowed)) <= set(slugs(find(words)))


@pytest.mark.parametrize("typed", ["kind:planet", "year:soon", "year:20", "has:wings", "year:2018.."])
def test_what_is_no_filter_is_words(search: Search, typed: str) -> None:
    query = parse(f"{typed} ")
    assert not query.narrowed
    assert query.plain == typed
    search.find(query)
