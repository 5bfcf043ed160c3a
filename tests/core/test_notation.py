# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light Markdown of a note: lists go on, and signs come and go."""

import pytest

from asem_reader.core.notation import BOLD, ITALIC, continued, opening, toggled


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- one", "- "),
        ("  * deep", "  * "),
        ("9. nine", "10. "),
        ("3) three", "4) "),
        ("- ", "- "),
        ("plain", ""),
        ("-no item", ""),
        ("2026 was late", ""),
        ("", ""),
    ],
)
def test_a_list_goes_on(line: str, following: str) -> None:
    assert continued(line) == following
    assert bool(opening(line)) == bool(following)


@pytest.mark.parametrize(
    ("text", "sign", "after"),
    [
        ("word", BOLD, "**word**"),
        ("**word**", BOLD, "word"),
        (" two words ", ITALIC, " *two words* "),
        ("*word*", ITALIC, "word"),
        ("*word*", BOLD, "***word***"),
        ("**word**", ITALIC, "***word***"),
        ("***word***", BOLD, "*word*"),
        ("  ", BOLD, "  "),
        ("*", ITALIC, "***"),
    ],
)
def test_a_sign_comes_and_goes(text: str, sign: str, after: str) -> None:
    assert toggled(text, sign) == after
