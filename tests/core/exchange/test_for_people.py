# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markdown, HTML and plain text: what people read of marks, in the order of the page."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.mark_strategies import marks, texts
from support.marks import mark
from support.otherlanguage import speaking

from asem_reader.core.exchange import markdown, plaintext, webpage
from asem_reader.core.marks.guide import Chapter, Guide
from asem_reader.core.marks.mark import Colour, Mark, MarkKind, anchor
from asem_reader.core.marks.notemarkup import to_html
from asem_reader.core.place import BlockId, Place
from asem_reader.store.library import Library

DAY = "25 November 2026"
VOID = {"meta", "br"}


def chapter(*given: Mark) -> Chapter:
    return Chapter(Place.parse("maritime-security"), "Maritime security", "POL-05", given)


def highlight(quote: str, words: str) -> Mark:
    bare = mark(body="")._replace(kind=MarkKind.HIGHLIGHT, folder="", tags=())
    return bare._replace(quote=quote, words=words, colour=Colour.GREEN)


class Outline(HTMLParser):
    """The tags of a page that must be well formed, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(marks)
def test_a_page_holds_any_mark_as_text_and_nothing_else(one: Mark) -> None:
    page = Outline(webpage.written([chapter(one)], DAY))
    assert not page.seen & {"script", "img", "iframe", "link", "object", "form", "input"}
    assert one.block is None or one.words or one.quote in page.text


def test_a_page_says_all_that_a_colour_says() -> None:
    page = webpage.written([chapter(highlight("Law of the sea", "the sea"))], DAY)
    assert '<blockquote>Law of <mark class="green">the sea</mark></blockquote>' in page
    assert "Highlight, green" in page
    assert '<html lang="en">' in page
    assert "default-src 'none'" in page


def test_a_highlight_of_a_whole_paragraph_is_on_all_of_it() -> None:
    whole = chapter(highlight("Law of the sea", ""))
    assert '<blockquote><mark class="green">Law of the sea</mark></blockquote>' in webpage.written(
        [whole], DAY
    )
    assert "\n> Law of the sea\n" in markdown.written([whole], DAY)


def test_topics_stand_in_the_order_of_the_tree_and_marks_in_that_of_the_page(library: Library) -> None:
    places = [("POL-05", -1), ("POL-05", 0), ("POL-01", 3)]
    found = []
    for number, (symbol, at) in enumerate(places):
        article = library.article(library.find(symbol).slug)
        on = anchor(article, list(article.blocks)[at])
        found.append(Mark(mark(number).id, MarkKind.NOTE, *on[:5], "x", "", (), "2026", "2026"))
    lost = mark(9, block="gone")
    chapters = library.guide().chapters([lost, *found])
    assert [each.symbol for each in chapters] == ["POL-01", "POL-05"]
    assert [each.id for each in chapters[1].marks] == [found[1].id, found[0].id, lost.id]


def test_topics_that_no_library_knows_stand_at_the_end() -> None:
    (only,) = Guide().chapters([mark()])
    assert (only.title, only.symbol, only.marks) == ("maritime-security", "", (mark(),))


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("a **b** *c* _d_", "<p>a <strong>b</strong> <em>c</em> <em>d</em></p>"),
        ("- one\n- *two*", "<ul><li>one</li>\n<li><em>two</em></li></ul>"),
        ("1. one\n2) two", "<ol><li>one</li>\n<li>two</li></ol>"),
        ("a\nb\n\nc", "<p>a<br>\nb</p>\n<p>c</p>"),
        ("2 * 3 * 4, snake_case_name", "<p>2 * 3 * 4, snake_case_name</p>"),
        ("<b>&", "<p>&lt;b&gt;&amp;</p>"),
        ("**open", "<p>**open</p>"),
        ("a:\n- b", "<p>a:</p>\n<ul><li>b</li></ul>"),
        ("- a\n  - b\n  - c\n- d", "<ul><li>a\n<ul><li>b</li>\n<li>c</li></ul></li>\n<li>d</li></ul>"),
        ("3. c\n5. e\n- f", '<ol start="3"><li>c</li>\n<li value="5">e</li></ol>\n<ul><li>f</li></ul>'),
        ("- a\n  more\nend", "<ul><li>a<br>\nmore</li></ul>\n<p>end</p>"),
        ("Deaths in\n2025. Ask.", "<p>Deaths in<br>\n2025. Ask.</p>"),
        ("**one *in* (_this_)**", "<p><strong>one <em>in</em> (<em>this</em>)</strong></p>"),
        ("***Both***", "<p><strong><em>Both</em></strong></p>"),
        ("*a **b* c** d*e*", "<p><em>a **b</em> c** d*e*</p>"),
        ("[l](http://example.org) `c`", "<p>[l](http://example.org) `c`</p>"),
        ("", ""),
    ],
)
def test_light_emphasis_and_lists_are_shown(note: str, shown: str) -> None:
    assert to_html(note) == shown


@given(texts)
def test_no_note_breaks_the_page(note: str) -> None:
    assert Outline(to_html(note)).seen <= {"p", "br", "ul", "ol", "li", "strong", "em"}


def test_markdown_has_words_note_and_filing() -> None:
    text = markdown.written([chapter(highlight("Law *of* the sea", "the sea"), mark())], DAY)
    assert "## Maritime security (POL-05)\n\n<asem:maritime-security>\n" in text
    assert "### Highlight, green: [asem:maritime-security#b7k2](asem:maritime-security#b7k2)\n" in text
    assert "> Law \\*of\\* **the sea**\n" in text
    assert "\nA note\n\n*Folder Folder · \\#one \\#two · 23 November 2026*\n" in text


@pytest.mark.parametrize("line", ["# Title", "```", "~~~", "===", "---", "***", "> quoted", "<script>"])
def test_a_note_cannot_take_over_the_markdown(line: str) -> None:
    text = markdown.written([chapter(mark(body=f"before\n{line}\nafter"))], DAY)
    assert line not in [each.strip() for each in text.splitlines()]
    assert re.search(r"^ *(\\|&lt;)", text, re.MULTILINE)


@given(marks)
def test_markdown_holds_any_mark(one: Mark) -> None:
    lines = markdown.written([chapter(one)], DAY).split("\n")
    assert [line for line in lines if line.startswith("# ")] == ["# Marks"]


def test_plain_text_is_what_a_letter_wants() -> None:
    text = plaintext.written(chapter(highlight("Law of the sea", "the sea"), mark(body="Ask.\nSoon.")))
    assert text == (
        "Maritime security (POL-05)\nasem:maritime-security\n\n"
        "Highlight, green · asem:maritime-security#b7k2 · 23 November 2026\n“the sea”\n\n"
        "Note · asem:maritime-security#b7k2 · folder Folder · #one #two · 23 November 2026\n"
        "“What it is on”\nAsk.\nSoon.\n"
    )


def test_a_mark_on_a_whole_topic_repeats_no_title() -> None:
    text = plaintext.written(chapter(mark(block=None)))
    assert "“" not in text
    assert BlockId("b7k2") not in text


def test_what_stands_around_marks_is_in_the_readers_language() -> None:
    both = chapter(mark(1), highlight("All of it", "it"))
    with speaking():
        page, text = Outline(webpage.written([both], DAY)).text, markdown.written([both], DAY)
        letter = plaintext.written(both)
    for said in ("«Marks from ASEM Reader»", "«From ASEM Reader, 25 November 2026: «2 marks» on «1 topic».»"):
        assert said in page
    assert text.startswith("«# Marks»\n\n«From ASEM Reader, 25 November 2026: 2 marks.»")
    for written in (page, text.replace("\\", ""), letter):
        assert "«Note»" in written
        assert "«Highlight, green»" in written
        assert "older Folder»" in written


def loud(page: str) -> str:
    """What is read of a page, with its emphasis and the ends of lines, but no blanks."""
    return "".join(re.sub(r"<(?!/?(strong|em|br)\b)[^>]*>", "", page).replace(" /", "").split())


@given(st.text("*_ab -1.)\n\\`#>[(", max_size=60))
def test_a_note_in_markdown_says_what_it_says_on_the_page(note: str) -> None:
    text = markdown.written([chapter(mark(body=f"Note\n\n{note}\n\nEnd"))], DAY)
    assert loud(to_html(f"Note\n\n{note}\n\nEnd")) in loud(MarkdownIt("commonmark").render(text))


def test_a_view_is_told_in_words_with_a_link_to_it() -> None:
    view = mark(block=None)._replace(view="show=tiles&with=SGP")
    seen = chapter(view)
    named = Chapter(seen.place, seen.title, seen.symbol, seen.marks, {"SGP": "Singapore"})
    address = "asem:maritime-security?show=tiles&with=SGP"
    escaped = address.replace("&", "&amp;")
    page = webpage.written([named], DAY)
    assert f'<a href="{escaped}">{escaped}</a></h3>\n<p>Singapore; tiles</p>' in page
    read = MarkdownIt("commonmark").render(markdown.written([named], DAY))
    assert f'<a href="{escaped}">{escaped}</a></h3>\n<p>Singapore; tiles</p>' in read
    assert f"Note · {address} · " in plaintext.written(named)
    assert "\nSingapore; tiles\n" in plaintext.written(named)
