# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markdown that says what the sheet says, and no more."""

from dataclasses import replace

import pytest
from markdown import markdown
from support.sheet_readers import Html, from_markdown, levels

from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.sheet import Sheet
from asem_reader.core.span import Span
from asem_reader.paper.markdown import _line, escaped, written


@pytest.mark.parametrize(
    "text",
    [
        "plain, 3 < 4 & 5 > 4; AT&T",
        "*a* _b_ `c` ~~d~~ [e](f) ![g](h) <i> &copy; \\ | k |",
        "# a #",
        "- a",
        "+ a",
        "1. a",
        "12) a",
        "> a",
        "===",
        "---",
        "***",
        "[1]: http://example.org",
        "```",
        "<!-- a -->",
        "https://example.org/_a_",
        "ends in \\",
    ],
)
@pytest.mark.parametrize("before", ["", "- ", "# ", "> ", "a  \n"])
def test_all_text_stays_text(text: str, before: str) -> None:
    page = Html(from_markdown(f"{before}{escaped(text)}\n".encode()))
    assert page.text.strip().removeprefix("a\n") == text
    assert {tag for tag, _ in page.elements} <= {"p", "ul", "li", "h1", "blockquote", "br"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((Span("a "), Span("b ", strong=True), Span("c", emphatic=True)), "a **b** *c*"),
        ((Span("FMM12", strong=True), Span(", 2015.", strong=True)), "**FMM12, 2015.**"),
        ((Span("both", strong=True, emphatic=True),), "***both***"),
        ((Span("a."), Span("", cites=(1, 2, 3)), Span("(b)")), "a. [1–3]\\(b)"),
        ((Span("", cites=(1,)), Span(": b")), "[1]: b".replace(":", "\\:")),
        ((Span("1982. "), Span(" ", strong=True)), "1982\\."),
        ((), ""),
    ],
)
def test_lines_are_marked_up(line: tuple[Span, ...], expected: str) -> None:
    assert _line(line) == expected


def test_headings_are_what_they_are_for_any_reader(sheet: Sheet) -> None:
    page = written(bind((sheet, sheet), Cover("For Vientiane")), Form()).decode()
    for html in (markdown(page, extensions=["tables"]), from_markdown(page.encode())):
        assert list(levels(Html(html))) == [1, 2, 2, 3, 3, 3, 2, 3, 3, 3, 2]


def test_tables_and_sources_are_tables_and_lists(sheet: Sheet) -> None:
    page = Html(from_markdown(written(Pack((sheet,)), Form())))
    assert len(page.all("th")) == 3
    assert len(page.all("ol")) == 1
    assert [link["href"] for link in page.all("a")] == [source.url for source in sheet.sources[:2]]


def test_lists_of_two_kinds_stay_two(sheet: Sheet) -> None:
    position = sheet.portions[1]
    twice = (position.entries[0], replace(position.entries[1], run=9))
    portion = replace(position, entries=twice)
    assert (
        len(Html(from_markdown(written(Pack((replace(sheet, portions=(portion,)),)), Form()))).all("ul")) == 2
    )
