# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two Libraries side by side that share slugs: each is read, found and searched, and neither is the other."""

import sqlite3
from contextlib import closing

import pytest
from support.content import Data
from support.marks import mark

from asem_reader.core.errors import LibraryForeign, NoSuchLibrary, NoSuchPlace
from asem_reader.core.marks.mark import Mark, Waiting, anchor
from asem_reader.core.place import BlockId, LibraryId, Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.operations.editions import settling
from asem_reader.store.libraries import Libraries
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

BOTH = HERE, THERE = Slug("piracy"), Slug("other/piracy")


def said(libraries: Libraries, slug: Slug, words: str) -> BlockId:
    """The paragraph of a topic that says some words."""
    (block,) = [each.id for each in libraries.article(slug).blocks.values() if words in each.text]
    return block


def on(libraries: Libraries, slug: Slug) -> Mark:
    """A mark on the paragraph of a topic in which somebody comes ashore."""
    made = anchor(libraries.article(slug), said(libraries, slug, "came ashore"))
    return mark()._replace(**made._asdict())


def test_each_has_its_topics_and_their_order(libraries: Libraries) -> None:
    first, other = libraries.libraries
    assert libraries.topics() == (*first.topics(), *other.topics())
    assert [f"other/{topic.slug}" for topic in first.topics()] == [topic.slug for topic in other.topics()]
    assert {topic.place.library for topic in other.topics()} == {"other"}
    assert {topic.parent for topic in other.topics() if topic.parent} < {t.slug for t in other.topics()}


def test_an_article_is_that_of_its_library(libraries: Libraries) -> None:
    titles = [libraries.article(slug).topic.title for slug in BOTH]
    assert titles == ["Piracy at sea", "Piracy on the air"]
    article = libraries.article(THERE)
    around = (*article.crumbs, *article.related, *article.children)
    assert around
    assert {topic.place.library for topic in around} == {"other"}


@pytest.mark.parametrize("slug", BOTH)
def test_links_in_a_text_stay_in_its_library(libraries: Libraries, slug: Slug) -> None:
    block = libraries.article(slug).blocks[said(libraries, slug, "Leaders want law")]
    led = {span.to for line in block.cells for span in line if span.to}
    assert Place(Slug(slug.replace("piracy", "other-topic"))) in led
    assert {to.library for to in led} == {Place(slug).library}


def test_what_is_typed_is_found_where_it_says_else_in_the_first_that_knows_it(libraries: Libraries) -> None:
    code = said(libraries, THERE, "Smugglers came ashore")
    assert libraries.find("piracy") == libraries.find("POL-01") == Place(HERE)
    assert libraries.find("asem:other/piracy") == libraries.libraries[1].find("piracy") == Place(THERE)
    assert libraries.find(code) == libraries.find(f"asem:other/piracy#{code}") == Place(THERE, code)
    assert libraries.holds(Place(THERE, code))
    assert not libraries.holds(Place(HERE, code))


@pytest.mark.parametrize("text", ["asem:third/piracy", "asem:third/piracy#b7k2"])
def test_an_address_in_a_library_that_is_not_open_leads_nowhere(libraries: Libraries, text: str) -> None:
    for reading in (libraries, *libraries.libraries):
        with pytest.raises(NoSuchLibrary, match="in the Library “third”, which is not open"):
            reading.find(text)
        with pytest.raises(NoSuchLibrary):
            reading.article(Slug("third/piracy"))
    with pytest.raises(NoSuchLibrary):
        libraries.libraries[1].find("asem:piracy")


def test_what_is_near_in_its_library_is_told(libraries: Libraries) -> None:
    for text, near in {"piracyy": "piracy?", "asem:other/piracyy": "asem:other/piracy?"}.items():
        with pytest.raises(NoSuchPlace) as caught:
            libraries.find(text)
        assert caught.value.cure == f"Did you mean {near}"


def test_a_search_takes_turns_and_a_library_that_must_guess_is_silent(libraries: Libraries) -> None:
    first, other = (library.search.find(parse("ashore")).hits for library in libraries.libraries)
    both = libraries.search.find(parse("ashore")).hits
    assert both == (first[0], other[0], first[1], other[1], *first[2:], *other[2:])
    assert len(libraries.search.find(parse("ashore"), 1)) == 1
    one = libraries.search.find(parse("smugglers"))
    assert ([hit.place.slug for hit in one], one.mended, one.missing) == ([THERE], (), ())
    assert libraries.search.find(parse("smugglers ashore")).hits[0].place.slug == THERE
    assert libraries.search.words(parse("smugglers"), THERE) == ("Smugglers",)
    assert not libraries.search.find(parse("zzzzzz"))


def test_ways_to_narrow_count_both_and_notes_count_where_they_are(libraries: Libraries) -> None:
    found = libraries.search.find(parse("ashore OR declaration OR Australia"))
    counts = {scope.filter: scope.topics for scope in found.scopes}
    assert counts["kind:issue"] == 4
    assert counts["in:political"] == 4
    noted = libraries.search.find(parse("has:note ashore"), noted={THERE})
    assert [hit.place.slug for hit in noted] == [THERE]
    inside = libraries.search.find(parse("in:security smugglers"))
    assert [hit.place.slug for hit in inside] == [THERE]


def test_meetings_and_terms_of_both_are_known(libraries: Libraries) -> None:
    first, other = map(ReferenceTables, libraries.libraries)
    both = ReferenceTables(libraries)
    assert sorted(map(str, both.meetings())) == sorted(map(str, first.meetings() + other.meetings()))
    assert both.terms() == first.terms()


def test_a_guide_knows_both(libraries: Libraries) -> None:
    guide = libraries.guide()
    chapters = guide.chapters([on(libraries, THERE), on(libraries, HERE)])
    assert [(each.place, each.title) for each in chapters] == [
        (Place(HERE), "Piracy at sea"),
        (Place(THERE), "Piracy on the air"),
    ]
    assert guide.standing(on(libraries, THERE))[0] < len(guide.blocks)


def test_texts_are_told_apart_by_digest(libraries: Libraries) -> None:
    digests = libraries.digests(slug for slug in (*BOTH, Slug("other-topic"), Slug("other/other-topic")))
    assert digests[HERE] != digests[THERE]
    assert len(digests) == 4


def test_a_mark_that_arrives_stands_in_its_library_or_is_left_alone(libraries: Libraries) -> None:
    here, there = on(libraries, HERE), on(libraries, THERE)
    assert done(settling([here, there], libraries)) == (here, there)
    moved = there._replace(block=BlockId("zzzz"))
    assert done(settling([moved], libraries)) == (there,)
    assert done(settling([moved], libraries.libraries[0])) == (moved,)
    (lost,) = done(settling([here._replace(quote=there.quote, block=BlockId("zzzz"))], libraries))
    assert (lost.slug, lost.waiting) in ((HERE, None), (HERE, Waiting.IN_DOUBT))


def test_two_of_one_id_do_not_stand_side_by_side(libraries: Libraries) -> None:
    with pytest.raises(ValueError, match="one id"):
        Libraries((libraries.libraries[0], libraries.libraries[0]))


@pytest.mark.parametrize("library", ["Other", "a/b", "", "x' AS slug; --"])
def test_a_file_with_an_odd_id_is_no_library(data: Data, library: str) -> None:
    file = data.build()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO about VALUES ('library', ?)", (LibraryId(library),))
    file.with_name(f"{file.name}.sha256").unlink()
    with pytest.raises(LibraryForeign):
        Library.open(file)


@pytest.mark.parametrize("named", ["", "library: other\n"])
def test_a_branch_of_just_that_slug_is_meant_and_no_title_that_begins_so(data: Data, named: str) -> None:
    data.files["edition.yaml"] += named
    data.change("title: Economic pillar", "title: Security of trade", "tree.yaml")
    with closing(Library.open(data.build())) as library:
        hits = library.search.find(parse("in:security"))
        assert {hit.title for hit in hits} == {"Security", "Piracy at sea", "The other"}
