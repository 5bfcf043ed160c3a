# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two texts side by side."""

from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.anchoring.wording import compared


def test_what_only_one_text_has_is_told() -> None:
    left, right = compared("Four navies patrol.", "Five navies patrol now.")
    assert [each.text for each in left if each.own] == ["Four"]
    assert [each.text for each in right if each.own] == ["Five", " now"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_are_there_whole(old: str, new: str) -> None:
    left, right = compared(old, new)
    assert "".join(each.text for each in left) == old
    assert "".join(each.text for each in right) == new
