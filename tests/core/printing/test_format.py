# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Formats by the endings of files."""

import pytest

from asem_reader.core.printing.form import DocumentFormat


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", DocumentFormat.PDF),
        ("Brief.DOCX", DocumentFormat.DOCX),
        ("x.y.htm", DocumentFormat.HTML),
        ("/a/b.markdown", DocumentFormat.MARKDOWN),
        ("b.text", DocumentFormat.TEXT),
        ("b.odt", None),
        ("pdf", None),
        ("", None),
    ],
)
def test_a_file_tells_its_format_by_its_ending(name: str, expected: DocumentFormat | None) -> None:
    assert DocumentFormat.of(name) is expected


def test_every_format_is_known_by_its_own_ending() -> None:
    assert all(DocumentFormat.of(f"x.{each}") is each for each in DocumentFormat)
