# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a command says to people: text in which no letter commands the terminal."""

import json
import re
import sys

# All that moves the cursor, colours, or turns the order of letters (ECMA-48, UAX #9), but tab and line end.
_COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Return a text with each control character as an escape, such as ``\x1b``."""
    return _COMMANDING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def tell(said: object) -> None:
    """Print a line or several on standard output."""
    print(visible(str(said)))


def warn(said: object) -> None:
    """Print a line or several on standard error."""
    print(visible(str(said)), file=sys.stderr)


def tell_json(value: object) -> None:
    """Print a value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
