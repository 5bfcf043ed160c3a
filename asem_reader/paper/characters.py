# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The characters that a text file, HTML and Office Open XML can all hold."""

import re

# XML 1.0, production 2 (Char), without the ends of lines: they are told apart beforehand.
_NEVER = re.compile("[^\\t\\n\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def fit(text: str) -> str:
    """Return the text without control characters and halves of surrogate pairs; nothing else is lost."""
    return _NEVER.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def quoted(text: str) -> str:
    """Return a text on one line between quotation marks; empty for none."""
    return f"“{' '.join(fit(text).split())}”" if text else ""
