# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Formats by the endings of files."""

import pytest

from asem_reader.core.printing.format import Format


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", Format.PDF),
        ("Brief.DOCX", Format.DOCX),
        ("x.y.htm", Format.HTML),
        ("/a/b.markdown", Format.MARKDOWN),
        ("b.text", Format.TEXT),
        ("b.odt", None),
        ("pdf", None),
        ("", None),
    ],
)
def test_a_file_tells_its_format_by_its_ending(name: str, expected: Format | None) -> None:
    assert Format.of(name) is expected


def test_every_format_is_known_by_its_own_ending() -> None:
    assert all(Format.of(f"x.{each}") is each for each in Format)
