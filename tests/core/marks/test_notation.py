# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light Markdown of a note: lists go on, and signs come and go."""

import pytest

from asem_reader.core.marks.notemarkup import BOLD, ITALIC, in_line, item_signs, toggled


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
    signs = item_signs(line)
    assert (signs[1] if signs else "") == following
    assert signs is None or line.startswith(signs[0])


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


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Ask *the desk* **today**", "Ask the desk today"),
        (
            "***Both*** and **one *in* another** and _lines_ and __two__",
            "Both and one in another and lines and two",
        ),
        ("To ask:\n- dates\n- costs\n\nThen go.", "To ask: dates, costs Then go."),
        ("Two ways\n  * by sea.\n  + by air", "Two ways, by sea. by air"),
        ("1. one\n2. two", "1. one, 2. two"),
        ("2 * 3 * 4, snake_case_name, 5 ** 6, *open", "2 * 3 * 4, snake_case_name, 5 ** 6, *open"),
        ("**a_b** and *c*d and -no item", "a_b and *c*d and -no item"),
        ("- ", ""),
        (" \n ", ""),
    ],
)
def test_on_one_line_a_note_says_its_words_without_signs(note: str, said: str) -> None:
    assert in_line(note) == said


@pytest.mark.parametrize("sign", [BOLD, ITALIC])
def test_what_was_set_apart_is_said_without_the_signs(sign: str) -> None:
    assert in_line(toggled("the desk", sign)) == "the desk"
    assert in_line(toggled(toggled("the desk", BOLD), ITALIC)) == "the desk"


def test_signs_that_never_close_take_no_time() -> None:
    assert in_line("*a " * 100_000).startswith("*a *a")
