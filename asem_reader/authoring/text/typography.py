# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How plain text is written with care: quotes and dashes."""

import re

from asem_reader.core.dates import MONTHS

_OPENING_QUOTE = re.compile(r"(?<![^\s(\[–—/'\"])(['\"])(?=\S)")
_DAYS = re.compile(rf"(?<![\w-])([0-9]{{1,2}})-([0-9]{{1,2}})(?= (?:{'|'.join(MONTHS)}))")
_YEARS = re.compile(r"(?<![\w-])([0-9]{4})-([0-9]{4})(?![\w-])")
_CURLY = {"'": ("‘", "’"), '"': ("“", "”")}


def curled(text: str) -> str:
    """Return the text with typographic quotes and apostrophes, and true dashes between days and years."""
    text = _YEARS.sub(r"\1–\2", text)
    text = _DAYS.sub(r"\1–\2", text)
    text = _OPENING_QUOTE.sub(lambda found: _CURLY[found[1]][0], text)
    for straight, (_, closing) in _CURLY.items():
        text = text.replace(straight, closing)
    return text
