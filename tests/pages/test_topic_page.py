# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of a topic: whole, anchored, escaped, and with nothing in it that comes from elsewhere."""

import html
import re
from collections import Counter

import pytest
from support.otherlanguage import speaking
from support.page_reading import Reading, document, read

from asem_reader.core.content import Article, BlockKind, Source
from asem_reader.core.dates import spoken
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.theme import DARK, LIGHT, THEMES, Theme
from asem_reader.pages.topic import facts_line, page
from asem_reader.store.library import Library

HOSTILE = "<script>alert(1)</script> & \"x\" 'y' <img src=http://example.org/x>"
POL = Slug("maritime-security")


def test_every_page_is_whole_and_every_block_anchored_once(library: Library) -> None:
    for topic in library.topics():
        article = library.article(topic.slug)
        reading = read(article)
        assert reading.open == []
        counts = Counter(reading.anchors)
        assert [block for block in article.blocks if counts[block] != 1] == []
        assert max(counts.values(), default=1) == 1
        order = [anchor for anchor in reading.anchors if anchor in article.blocks]
        # What stands for the summary stands above all headings.
        blocks = article.blocks.values()
        assert order == [b.id for b in sorted(blocks, key=lambda block: block is not article.leading)]


def test_every_word_of_the_text_is_on_the_page(library: Library) -> None:
    for topic in library.topics():
        article = library.article(topic.slug)
        text = "".join(read(article).text.split())
        for block in article.blocks.values():
            words = re.sub(r"\s|·|: ", "", block.text.partition(". ")[0])
            assert words.replace(":", "")[:12] in text.replace("·", "").replace(":", "")


def test_sources_are_numbered_and_every_citation_leads_to_one(library: Library) -> None:
    for topic in library.topics():
        article = library.article(topic.slug)
        reading = read(article)
        numbered = [anchor for anchor in reading.anchors if anchor.startswith("source-")]
        assert numbered == [f"source-{number}" for number in range(1, len(article.sources) + 1)]
        assert {link.removeprefix("#") for link in reading.links if link.startswith("#source-")} <= set(
            numbered
        )
        assert cited(document(article)) == set(range(1, len(article.sources) + 1))


def cited(document: str) -> set[int]:
    """The numbers that citations say; of a range such as 3–6 those within it too."""
    numbers = set()
    for said in re.findall(r"<sup>(.*?)</sup>", document):
        for part in re.sub("<[^>]*>", "", said).split(",\u2009"):
            first, _, last = part.partition("–")
            numbers |= set(range(int(first), int(last or first) + 1))
    return numbers


def test_every_link_leads_into_the_library_the_page_or_to_a_source(library: Library) -> None:
    for topic in library.topics():
        article = library.article(topic.slug)
        addresses = {source.url for source in article.sources if source.url}
        for link in read(article).links:
            if link.startswith("asem:"):
                assert library.find(link)
            else:
                assert link in addresses or link.startswith("#source-")


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_nothing_comes_from_elsewhere(library: Library, one: Theme) -> None:
    for topic in library.topics():
        document = page(library.article(topic.slug), Place(topic.slug), one, 12).html
        reading = Reading(document)
        assert not {"script", "img", "link", "iframe", "object", "embed", "form"} & set(reading.tags)
        assert not {name for name in reading.attributes if name.startswith("on") or name in ("src", "style")}
        assert "url(" not in document
        assert "@import" not in document


def hostile(article: Article) -> Article:
    topic = article.topic._replace(title=HOSTILE, summary=HOSTILE, symbol="A<b>")
    sources = tuple(
        source._replace(title=HOSTILE, publisher=HOSTILE, url='https://example.org/"><script>')
        for source in article.sources
    )
    others = tuple(other._replace(title=HOSTILE, summary=HOSTILE) for other in article.related)
    return article._replace(topic=topic, sources=sources, related=others, children=others, crumbs=others)


def test_text_is_never_markup(article: Article) -> None:
    reading = read(hostile(article))
    assert reading.open == []
    assert not {"script", "img", "b"} & set(reading.tags)
    assert reading.text.count(HOSTILE) >= 2 + 2 * len(article.sources) + 3 * len(article.related)
    assert 'https://example.org/"><script>' in reading.links


@pytest.mark.parametrize("url", ["http://[bad", "no address", "mailto:ann@example.org", "http://", "Ω"])
def test_a_source_of_any_address_is_shown(article: Article, url: str) -> None:
    odd = Source(1, "Odd", "", "official", "undated", url)
    assert "Odd" in read(article._replace(sources=(odd,))).text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "qrc:/a", "no address"])
def test_an_address_that_is_no_link_is_text(article: Article, url: str) -> None:
    reading = read(article._replace(sources=(Source(1, "Odd", "", "official", "undated", url),)))
    assert url in reading.text
    assert url not in reading.links


def test_the_timeline_is_a_table_of_its_own(article: Article) -> None:
    document = page(article, Place(POL), LIGHT, 12).html
    (timeline,) = re.findall(r'<table class="timeline".*?</table>', document)
    blocks = next(section.blocks for section in article.sections if section.title == "Timeline")
    assert timeline.count("<tr>") == len(blocks)
    dates = [
        html.unescape(date)
        for date in re.findall(r'<td class="date">(?:<a[^>]*></a>)?([^<]*)</td>', timeline)
    ]
    assert [date.replace("\xa0", " ") for date in dates] == [block.text.partition(":")[0] for block in blocks]


def test_items_of_one_list_stand_in_one_list(article: Article) -> None:
    reading = read(article)
    blocks = [
        block
        for section in article.sections
        for block in section.blocks
        if section.title != "Timeline" and block.kind is BlockKind.ITEM
    ]
    assert reading.tags["li"] == len(blocks)
    assert reading.tags["ul"] == len({block.run for block in blocks})


def test_rows_of_one_table_stand_in_one_table(article: Article) -> None:
    (rows,) = re.findall(r'<table class="rows".*?</table>', page(article, Place(POL), LIGHT, 12).html)
    kinds = Counter(block.kind for block in article.blocks.values())
    assert rows.count("<tr>") == kinds[BlockKind.ROW] + kinds[BlockKind.HEAD]
    assert rows.count("<thead>") == kinds[BlockKind.HEAD] == 1


def test_the_facts_line_says_symbol_date_length_and_sources(article: Article) -> None:
    count = len(article.sources)
    dated, minutes = spoken(article.topic.as_of), article.topic.minutes
    assert facts_line(article) == f"POL-05 · As of {dated} · {minutes} min · {count} sources"
    assert facts_line(article._replace(sources=article.sources[:1])).endswith("· 1 source")


def test_a_group_has_its_children_and_no_facts(library: Library) -> None:
    group = library.article(Slug("security-and-peace"))
    assert facts_line(group) == ""
    links = read(group).links
    assert [f"asem:{child.slug}" for child in group.children] == links[-len(group.children) :]


def test_theme_and_size_change_the_dress_alone(article: Article) -> None:
    light, dark = (page(article, Place(POL), one, size) for one, size in ((LIGHT, 12), (DARK, 20)))
    assert light.html != dark.html
    assert DARK.ink in dark.html
    assert light.html.partition("</style>")[2] == dark.html.partition("</style>")[2]


def test_a_page_knows_what_it_was_asked_for(article: Article) -> None:
    place = Place(POL, BlockId(next(iter(article.blocks))))
    shown = page(article, place, LIGHT, 12, ("piracy",))
    assert (shown.place, shown.words, shown.title) == (place, ("piracy",), "Maritime security")


def test_what_stands_around_the_text_is_in_the_readers_language(article: Article) -> None:
    month, year = spoken(article.topic.as_of).split()
    with speaking():
        facts, shown = facts_line(article), page(article, article.topic.place, LIGHT, 12).html
    assert facts.startswith(f"POL-05 · «As of ««{month}» {year}»» · «")
    assert facts.endswith(" sources»")
    for said in (">«Related»<", ">«Sources»<", "(«official»)"):
        assert said in shown
    assert "Key facts" in shown
