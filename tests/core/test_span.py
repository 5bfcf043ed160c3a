# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Lines of text as spans, read from the Library's markup."""

import pytest

from asem_reader.core.content import BlockKind
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.span import Span, cells, cited, plain, spans
from asem_reader.store.library import Library

LINK = '<a class="cite" href="#source-{0}">{0}</a>'


def test_words_are_told_apart_by_how_they_are_set() -> None:
    line = spans("<strong>FMM14, 2019.</strong> Law &amp; <em>order</em>.")
    assert line == (
        Span("FMM14, 2019.", strong=True),
        Span(" Law & "),
        Span("order", emphatic=True),
        Span("."),
    )


def test_a_link_within_bold_is_both() -> None:
    (span,) = spans('<strong><a href="asem:asem12" title="x > y">ASEM12</a></strong>')
    assert span == Span("ASEM12", strong=True, to=Place(Slug("asem12")))


def test_a_link_may_lead_to_a_block() -> None:
    (span,) = spans('<a href="asem:glossary#t8fm">2030 Agenda</a>')
    assert span.to == Place(Slug("glossary"), BlockId("t8fm"))


@pytest.mark.parametrize(
    ("inner", "numbers"),
    [
        ("{3}", (3,)),
        ("{1},\u2009{4}", (1, 4)),
        ("{2}–{5}", (2, 3, 4, 5)),
        ("{1},\u2009{7}–{9}", (1, 7, 8, 9)),
    ],
)
def test_numbers_are_read_with_their_spans(inner: str, numbers: tuple[int, ...]) -> None:
    links = inner.replace("{", '<a class="cite" href="#source-0">').replace("}", "</a>")
    assert cited(spans(f"Text.<sup>{links}</sup>")) == numbers


def test_cells_are_apart() -> None:
    row = cells(f"<td>UNCLOS</td><td></td><td><sup>{LINK.format(2)}</sup></td>")
    assert [plain(cell) for cell in row] == ["UNCLOS", "", ""]
    assert cited(row[2]) == (2,)


def test_spans_say_what_the_library_says_of_every_block(library: Library) -> None:
    """Text and numbers of sources, read from the markup, are those that stand beside it."""
    for topic in library.topics():
        for block in library.article(topic.slug).blocks.values():
            table = block.kind in (BlockKind.ROW, BlockKind.HEAD)
            lines = cells(block.html) if table else (spans(block.html),)
            said = " · ".join(filter(None, map(plain, lines))) if table else plain(lines[0])
            said = said.replace(" ", "").replace(":", "")
            assert said == block.text.replace(" ", "").replace(":", ""), block.id
            assert tuple(sorted({n for line in lines for n in cited(line)})) == block.sources
