# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The light Markdown of a note: how a list goes on, how words are set apart, what is said without signs."""

import re

BOLD, ITALIC = "**", "*"

_ITEM = re.compile(r"(?P<indent>\s*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,8})(?P<stop>[.)]))(?P<blank>[ \t]+)")
# Signs around letters that touch them; those in the middle of a word set nothing apart.
_LOUD = re.compile(
    r"(?<![*\w])(\*{1,3})(?=\S)([^*\n]{1,2000})(?<=\S)\1(?![*\w])"
    r"|(?<![_\w])(_{1,3})(?=\S)([^_\n]{1,2000})(?<=\S)\3(?![_\w])"
)
_DEEPEST = 4  # signs within signs
_STOPS = ".,;:!?…–—"


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


def in_line(note: str) -> str:
    """Return what a note says on one line: no signs of emphasis, and commas between the items of a list."""
    said: list[str] = []
    for line in note.splitlines():
        item = _ITEM.match(line)
        bare = line[item.end() :] if item and item["bullet"] else line
        words = " ".join(_quiet(bare).split())
        if words and item and said and said[-1][-1] not in _STOPS:
            said[-1] += ","
        if words:
            said.append(words)
    return " ".join(said)


def _quiet(line: str) -> str:
    """A line without the signs that set words of it apart, the inner ones first."""
    for _ in range(_DEEPEST if "*" in line or "_" in line else 0):
        line, count = _LOUD.subn(lambda found: found[2] or found[4], line)
        if not count:
            break
    return line


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
