# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pages that are in no Library: the start page, and what is new."""

from support.screen import MARITIME

from asem_reader.core.content import Article, Edition
from asem_reader.core.made import KeptPack, Release, Welcome, made_place
from asem_reader.core.place import LibraryId, Place, Slug
from asem_reader.core.span import Span
from asem_reader.core.theme import LIGHT
from asem_reader.pages import topic
from asem_reader.pages.news import news_page
from asem_reader.pages.start import start_page
from asem_reader.store.library import Library

EDITION = Edition("7", "2026-11-25", "")
CHANGES = """\
# Changelog

## [0.2.0] - 2027-01-02

### Added

- **Tabs**, opened with `Ctrl+T`; see [the manual](docs/manual.md).

### Fixed

## [0.1.0] - 2026-11-23

### Added

- Everything.
"""


def titles(article: Article) -> list[str]:
    return [section.title for section in article.sections]


def test_what_there_is_not_has_no_heading() -> None:
    assert titles(start_page(Welcome(EDITION, (("issues", 3),), ()))) == [
        "Edition 7, 25 November 2026",
        "Searches to try",
    ]


def test_what_there_is_stands_in_order(library: Library) -> None:
    here = library.topic(MARITIME.slug)
    page = start_page(Welcome(EDITION, (), (), (here,), (KeptPack("ab12", "Summit & more"),), (here,)))
    assert titles(page)[-3:] == ["Last read", "My packs", "Handbook"]
    lines = [block.cells[0] for section in page.sections[-3:] for block in section.blocks]
    assert [span.to for line in lines for span in line] == [
        MARITIME,
        Place(Slug("start"), view="pack=ab12"),
        MARITIME,
    ]


def test_another_library_is_not_searched_for_what_it_may_lack() -> None:
    page = start_page(Welcome(EDITION._replace(library=LibraryId("other")), (), ()))
    assert "Searches to try" not in titles(page)


def test_it_is_written_as_any_page_is(library: Library) -> None:
    page = start_page(Welcome(EDITION, (("issues", 3),), (), packs=(KeptPack("a", "<b>A & B</b>"),)))
    html = topic.page(page, page.topic.place, LIGHT, 12).html
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert '<a href="asem:start?search=year:2018+trade">' in html


def test_only_the_newest_version_is_told_and_no_empty_part_of_it() -> None:
    page = news_page(CHANGES, Release("0.2.0", "7"), EDITION, ())
    ((item,),) = [section.blocks for section in page.sections]
    assert titles(page) == ["Added"]
    assert item.cells == (
        (
            Span("Tabs", strong=True),
            Span(", opened with "),
            Span("Ctrl+T", strong=True),
            Span("; see the manual."),
        ),
    )


def test_topics_that_were_known_otherwise_stand_first(library: Library) -> None:
    page = news_page("", Release("0.2.0", "7"), EDITION, (library.topic(MARITIME.slug),))
    assert titles(page) == ["Changed since you read it"]
    assert (
        page.topic.summary == "ASEM Reader 0.2.0, with edition 7 of the Library, closed on 25 November 2026."
    )


def test_addresses_of_such_pages_are_known() -> None:
    assert made_place("asem:start?search=WMD") == Place(Slug("start"), view="search=WMD")
    assert made_place("ASEM:whats-new") == Place(Slug("whats-new"))
    assert made_place("asem:maritime-security") is None
    assert made_place("no address!") is None
