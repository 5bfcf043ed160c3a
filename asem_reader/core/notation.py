# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light Markdown of a note: how a list goes on, and how words are set apart."""

import re

BOLD, ITALIC = "**", "*"

_ITEM = re.compile(r"(?P<indent>\s*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,8})(?P<stop>[.)]))(?P<blank>[ \t]+)")


def opening(line: str) -> str:
    """Return what makes a line an item of a list, such as ``- `` or ``3. ``; empty if it is none."""
    found = _ITEM.match(line)
    return found[0] if found else ""


def continued(line: str) -> str:
    """Return what the line after an item begins with; empty if the line is none."""
    found = _ITEM.match(line)
    if not found:
        return ""
    sign = found["bullet"] or f"{int(found['number']) + 1}{found['stop']}"
    return f"{found['indent']}{sign}{found['blank']}"


def toggled(text: str, sign: str) -> str:
    """Return a text set apart by a sign on both sides, or without it where it has it.

    The sign stands close to the words, for Markdown takes it for a letter beside a blank.
    """
    words = text.strip()
    if not words:
        return text
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    bare = words[len(sign) : -len(sign)]
    if _is_set_apart(words, sign):
        return f"{before}{bare}{after}"
    return f"{before}{sign}{words}{sign}{after}"


def _is_set_apart(words: str, sign: str) -> bool:
    """Whether words stand between just these signs: ``**`` is no ``*`` on either side of another."""
    if len(words) <= 2 * len(sign) or not (words.startswith(sign) and words.endswith(sign)):
        return False
    stars = min(len(words) - len(words.lstrip("*")), len(words) - len(words.rstrip("*")))
    return stars == 3 or stars == len(sign)
