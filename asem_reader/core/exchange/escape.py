# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text in Markdown (CommonMark 0.31.2, 2.4 and 2.5): signs that mean nothing."""

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_ITEM = re.compile(r"([-+=]|\d{1,9}(?=[.)]))")
# A note may emphasise and list; what would be a heading, a rule, a quote or code of the page may not begin.
_LEADING = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|`{3,}|~{3,}|=+[ \t]*$|-{2,}[ \t]*$|\*[ \t]*\*[ \t]*\*[*\t ]*$|>)",
    re.MULTILINE,
)
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_LINE_END = re.compile(r"(?<=\S)\n(?=\S)(?!(?:[-*+]|\d{1,9}[.)])\s)")  # that Markdown would not keep
_MEANT = str.maketrans({"\\": "\\\\", "&": "&amp;", "<": "&lt;", "\r": "&#13;"})


def plain(text: str) -> str:
    """Return a text in which no sign means anything, for a line or several."""
    return _SIGNS.sub(r"\\\1", text).replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return Markdown that may be several lines as a quotation."""
    return "\n".join(f"> {_unlisted(line.strip())}".rstrip(" ") for line in text.split("\n"))


def note(text: str) -> str:
    """Return a note with its light emphasis and lists, and each of its lines on one of its own."""
    safe = _TRAILING.sub("", text.strip("\n").translate(_MEANT))
    return _LINE_END.sub("\\\\\n", _LEADING.sub(r"\1\\\2", safe))


def _unlisted(line: str) -> str:
    """A line that begins no list: a backslash stands before the sign, or before the dot behind a number."""
    found = _ITEM.match(line)
    if not found:
        return line
    at = found.end() if found[0].isdecimal() else 0
    return f"{line[:at]}\\{line[at:]}"
