# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as they are listed, and how many lines they take."""

import pytest

from asem_reader.core.content import Source
from asem_reader.core.printing.citation import lines, said


def source(title: str, url: str = "", kind: str = "press") -> Source:
    return Source(1, title, "", kind, "", url)


def test_what_is_not_known_is_not_said() -> None:
    assert said(Source(1, "Newsletter", "ASEF", "press", "2016-07", "")) == "Newsletter, ASEF, July 2016"
    assert said(source("Newsletter")) == "Newsletter"


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("", "", 1),
        ("x" * 48, "", 1),
        ("x" * 49, "", 2),
        ("word " * 9 + "end", "", 1),
        ("word " * 10 + "end", "", 2),
        ("Title", "https://example.org/", 1),
        ("Title", "https://example.org/" + "path-to/" * 6, 2),
        ("Title", "https://example.org/" + "x" * 100, 3),
    ],
)
def test_lines_break_behind_words_and_addresses_between_pieces(title: str, url: str, expected: int) -> None:
    assert lines(source(title, url)) == expected


def test_of_what_was_read_in_a_copy_there_is_no_address() -> None:
    assert lines(source("x", "https://example.org/" * 9, "copy")) == 1
