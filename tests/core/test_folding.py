# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Letters without case and accents, and where they stood."""

import unicodedata

import pytest

from asem_reader.core.folding import placed, plain
from asem_reader.core.words import folded

ALL = [
    sign for code in range(0x20, 0x20000) if unicodedata.category(sign := chr(code)) not in ("Cn", "Co", "Cs")
]


def test_what_the_index_takes_for_one_letter_is_one_to_find_on_page_and_to_the_filter_of_marks() -> None:
    assert [sign for sign in ALL if plain(folded(sign)) != plain(sign)] == []


def test_each_letter_knows_where_it_stood() -> None:
    letters, places = placed("oﬃce co\u00adop E\u0301")
    assert letters == "office coop e"
    assert places == [0, 1, 1, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 13]


@pytest.mark.parametrize("text", ["", "plain", "Łukasz Ørsted’s 4–5 ＡＳＥＭ", "".join(ALL[:3000])])
def test_letters_made_plain_one_by_one_are_those_of_the_whole(text: str) -> None:
    letters, places = placed(text)
    assert letters == plain(text)
    assert len(places) == len(letters) + 1
