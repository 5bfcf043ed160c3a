# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A line as HTML: each style, links with their tips, ranges of numbers, and no text that is markup."""

import re

import pytest

from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.span import Span
from asem_reader.pages.line import markup

GLOSSARY = Place(Slug("glossary"), BlockId("b7k2"))


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ((), ""),
        ((Span('a < b & "c"'),), 'a &lt; b &amp; "c"'),
        ((Span("a", strong=True), Span("b", strong=True, emphatic=True)), "<strong>a<em>b</em></strong>"),
        ((Span("a", to=Place(Slug("eu"))), Span(" b")), '<a href="asem:eu">a</a> b'),
        (
            (Span("a", to=GLOSSARY, tip='<b> "x" & y'),),
            '<a href="asem:glossary#b7k2" title="&lt;b&gt; &quot;x&quot; &amp; y">a</a>',
        ),
        ((Span("a", strong=True, to=Place(Slug("eu"))),), '<strong><a href="asem:eu">a</a></strong>'),
    ],
)
def test_each_style_has_its_element(line: tuple[Span, ...], html: str) -> None:
    assert markup(line) == html


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((1,), "1"), ((1, 2), "1,\u20092"), ((2, 3, 4, 5), "2–5"), ((1, 3, 4, 5, 9), "1,\u20093–5,\u20099")],
)
def test_numbers_lead_to_sources(numbers: tuple[int, ...], shown: str) -> None:
    html = re.sub(r"\d+", r'<a class="cite" href="#source-\g<0>">\g<0></a>', shown)
    assert markup((Span("", cites=numbers),)) == f"<sup>{html}</sup>"
