# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text as HTML has it."""


def escaped(text: str, *, quote: bool = True) -> str:
    """Return a text in which nothing is markup: in an attribute, or without `quote` only between tags.

    It says what `html.escape` says, whose module would have the start wait for the names of 2,231 letters.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;") if quote else text
