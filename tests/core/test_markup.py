# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text as HTML has it."""

import html

from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.markup import escaped


@given(st.text(st.characters() | st.sampled_from("&<>\"';")), st.booleans())
def test_text_is_escaped_as_the_standard_library_does(text: str, quote: bool) -> None:
    assert escaped(text, quote=quote) == html.escape(text, quote=quote)
