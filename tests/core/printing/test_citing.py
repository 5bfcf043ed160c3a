# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How sources and their numbers are written."""

import pytest

from asem_reader.core.content import Source
from asem_reader.core.printing.citation import address, bracketed, said
from asem_reader.core.span import Span


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((Span("No threat."), Span("", cites=(1, 2))), "No threat. [1, 2]"),
        ((Span("No threat. "), Span("", cites=(3,)), Span(" Restraint.")), "No threat. [3] Restraint."),
        ((Span("", cites=(3,)),), "[3]"),
        ((), ""),
    ],
)
def test_numbers_stand_in_brackets_after_a_blank(line: tuple[Span, ...], expected: str) -> None:
    assert bracketed(line, lambda span: span.text) == expected


@pytest.mark.parametrize(
    ("kind", "url", "expected"),
    [
        ("official", "https://example.org/a", "https://example.org/a"),
        ("copy", "https://example.org/a", ""),
        ("press", "HTTPS://example.org", "HTTPS://example.org"),
        ("press", "mailto:ann@example.org", "mailto:ann@example.org"),
        ("press", "javascript:alert(1)", ""),
        ("press", "https", ""),
        ("press", "file:///etc/passwd", ""),
        ("press", "", ""),
    ],
)
def test_only_what_can_be_read_on_the_web_has_an_address(kind: str, url: str, expected: str) -> None:
    assert address(Source(1, "Report", "", kind, "", url)) == expected


def test_an_address_that_is_no_link_is_said_as_text() -> None:
    assert said(Source(1, "Report", "", "press", "", "file:///a")) == "Report. file:///a"
    assert said(Source(1, "Report", "", "press", "", "https://a.org")) == "Report"


def test_a_copy_is_said_to_be_one() -> None:
    copy = Source(3, "Newsletter", "ASEF", "copy", "2016-07", "")
    assert said(copy) == "Newsletter, ASEF, July 2016 (read in a copy; no address)"
