# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the Library answers: topics, articles, and what an address leads to."""

import re
from contextlib import closing

import pytest
from support.content import Data
from support.processes import ROOT

from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.errors import BadScheme, NoFigures, NoSuchPlace
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.printing.parts import PARTS
from asem_reader.store.library import Library

POL = Slug("maritime-security")
_UNFOUND = re.compile(r"\b[Nn]o\b.* found as of [A-Z][a-z]+ \d{4}")


@pytest.fixture
def code(library: Library) -> BlockId:
    """The code of the first paragraph of the article on maritime security."""
    return library.article(POL).sections[0].blocks[0].id


def test_topics_come_in_the_order_of_the_tree(library: Library) -> None:
    seen: list[Slug] = []
    for topic in library.topics():
        assert topic.parent is None or topic.parent in seen
        if topic.parent:
            ancestors = [seen[-1], *(crumb.slug for crumb in library.article(seen[-1]).crumbs)]
            assert topic.parent in ancestors, "children follow their parent, depth first"
        seen.append(topic.slug)
    assert len(set(seen)) == len(seen)


def test_every_article_file_is_a_topic(library: Library) -> None:
    files = {file.stem for file in (ROOT / "data" / "content").rglob("*.md")}
    assert files == {topic.slug for topic in library.topics() if topic.kind is Kind.ISSUE}


def test_symbols_of_issues_rise_under_one_parent(library: Library) -> None:
    for topic in library.topics():
        children = library.article(topic.slug).children
        symbols = [child.symbol for child in children if child.kind is Kind.ISSUE]
        assert symbols == sorted(symbols)


def test_an_article_is_whole(library: Library) -> None:
    article = library.article(POL)
    assert [crumb.slug for crumb in article.crumbs] == ["political", "security-and-peace"]
    titles = [section.title for section in article.sections]
    assert titles == [rule.section for rule in PARTS.values() if rule.section in titles]
    assert {"Bottom line", "ASEM position", "Next", "Key facts", "Background"} < set(titles)
    assert [source.number for source in article.sources] == list(range(1, len(article.sources) + 1))
    assert "transnational-crime-drugs" in [topic.slug for topic in article.related]
    assert article.topic.symbol == "POL-05"
    assert re.fullmatch(r"2026-\d\d", article.topic.as_of)
    assert article.topic.words > 400


def test_every_block_cites_sources_that_its_article_lists(library: Library) -> None:
    for topic in (each for each in library.topics() if each.kind is not Kind.HANDBOOK):
        article = library.article(topic.slug)
        numbers = {source.number for source in article.sources}
        cited = {number for block in article.blocks.values() for number in block.sources}
        assert cited == numbers
        for block in article.blocks.values():
            assert block.text
            bare = block.kind in (BlockKind.HEADING, BlockKind.HEAD) or topic.kind is Kind.TERM
            assert block.sources or bare or _UNFOUND.search(block.text)


def test_a_group_lists_its_children(library: Library) -> None:
    article = library.article(Slug("security-and-peace"))
    assert not article.sections
    assert all(child.parent == "security-and-peace" for child in article.children)
    assert POL in [child.slug for child in article.children]


@pytest.mark.parametrize(
    "text",
    [
        "maritime-security",
        "Maritime-Security",
        "asem:maritime-security",
        "ASEM:MARITIME-SECURITY",
        "asem://maritime-security/",
        "  asem:maritime-security  ",
        "POL-05",
        "pol-05",
        " Pol-05\n",
    ],
)
def test_a_topic_is_found_by_each_of_its_names(library: Library, text: str) -> None:
    assert library.find(text) == Place(POL)


@pytest.mark.parametrize("form", ["{}", "asem:maritime-security#{}", "maritime-security#{}"])
@pytest.mark.parametrize("case", [str.lower, str.upper])
def test_a_block_is_found_by_its_code(library: Library, code: BlockId, form: str, case: object) -> None:
    assert callable(case)
    assert library.find(case(form.format(code))) == Place(POL, code)


def test_every_code_leads_home(library: Library) -> None:
    for topic in library.topics():
        for block in library.article(topic.slug).blocks:
            assert library.find(block) == Place(topic.slug, block)


def test_a_code_on_paper_leads_to_its_paragraph_in_a_later_edition(data: Data) -> None:
    """B13: the ledger keeps the id of what was reworded and moved."""
    with closing(Library.open(data.build())) as first:
        blocks = first.article(Slug("piracy")).blocks.values()
        (code,) = [block.id for block in blocks if "Pirates came ashore" in block.text]
    data.change("Pirates came ashore", "New before it. [@one]\n\nPirates again came ashore")
    with closing(Library.open(data.build())) as later:
        place = later.find(code)
        assert place == Place(Slug("piracy"), code)
        assert later.article(place.slug).blocks[code].text.startswith("Pirates again came ashore")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("maritme-security", "maritime-security"),
        ("asem:maritime-securty", "maritime-security"),
        ("POL-55", "pol-"),
        ("POLL-05", "pol-05"),
        ("maritime security", "maritime-security"),
        ("climat-change#bbbb", "climate-change"),
    ],
)
def test_the_nearest_is_offered(library: Library, text: str, nearest: str) -> None:
    with pytest.raises(NoSuchPlace) as caught:
        library.find(text)
    assert nearest in caught.value.cure
    assert text.removeprefix("asem:").partition("#")[0].lower() in caught.value.sentence.lower()


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "#", "zzzzzzzz", "%", "'; DROP TABLE topics", "é" * 3000, "\udcff", "asem:\ud800"],
)
def test_what_leads_nowhere_is_said(library: Library, text: str) -> None:
    with pytest.raises(NoSuchPlace):
        library.find(text)


def test_a_code_of_another_topic_offers_the_topic(library: Library, code: BlockId) -> None:
    with pytest.raises(NoSuchPlace) as caught:
        library.find(f"climate-change#{code}")
    assert "asem:climate-change" in caught.value.cure


def test_an_unknown_slug_has_no_article(library: Library) -> None:
    with pytest.raises(NoSuchPlace):
        library.article(Slug("nowhere"))


def test_the_edition_is_that_of_the_sources(library: Library) -> None:
    edition = library.edition()
    said = (ROOT / "data" / "edition.yaml").read_text(encoding="utf-8")
    assert f'name: "{edition.name}"' in said
    assert f'date: "{edition.date}"' in said
    assert len(edition.digest) == 64


def test_a_whole_library_has_no_problems(library: Library) -> None:
    assert library.problems() == ()


VIEW = "show=scatter&weights=p2p:0,physical:2&with=SGP,MLT"


@pytest.mark.parametrize(
    "topic", ["asem:connectivity-index", "connectivity-index", "asem://connectivity-index/"]
)
@pytest.mark.parametrize(
    "view", [VIEW, VIEW.upper(), "with=sgp,mlt,sgp&weights=P2P:0.0,physical:2&show=scatter"]
)
def test_equal_views_of_a_topic_are_equal_places(library: Library, topic: str, view: str) -> None:
    place = library.find(f"{topic}?{view}")
    assert place == Place(Slug("connectivity-index"), view=VIEW)
    assert library.find(place.address) == place


def test_a_symbol_may_have_a_view_and_none_is_the_page(library: Library) -> None:
    symbol = library.topic(Slug("indicator-lpi")).symbol
    assert library.find(f"{symbol}?with=SGP") == Place(Slug("indicator-lpi"), view="with=SGP")
    assert library.find(f"{symbol}?") == library.find(symbol) == Place(Slug("indicator-lpi"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("asem:connectivity-index?colour=red", "“colour” is no key of a view"),
        ("asem:connectivity-index?show=pie", "“pie” is no picture"),
        ("asem:connectivity-index?with=XYZ", "no figures of “XYZ”"),
        ("asem:connectivity-index?show=tiles#b7k2", "“tiles#b7k2” is no picture"),
        ("asem:connectivity-index?é \n", "“é” is no key of a view"),
        ("asem:maritime-security?show=tiles", "asem:maritime-security has no views: only an index"),
        ("asem:malta?show=tiles", "asem:malta has no views: only an index"),
    ],
)
def test_an_unknown_view_is_named_in_a_sentence(library: Library, text: str, sentence: str) -> None:
    with pytest.raises(BadScheme, match=sentence):
        library.find(text)


def test_a_paragraph_has_no_views(library: Library) -> None:
    block = library.article(Slug("connectivity-index")).sections[0].blocks[0].id
    for text in (block, f"asem:connectivity-index#{block}"):
        with pytest.raises(BadScheme, match=f"#{block} has no views"):
            library.find(f"{text}?show=tiles")


def test_a_library_without_figures_has_no_views(data: Data) -> None:
    with closing(Library.open(data.build())) as other, pytest.raises(NoFigures):
        other.find("piracy?show=tiles")
