# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text in Markdown (CommonMark 0.31.2, 2.4 and 2.5): signs that mean nothing."""

import re
from itertools import chain, pairwise

from asem_reader.core.marks.notemarkup import NoteBlock, blocks
from asem_reader.core.span import written

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_INDENT = 4  # blanks before an item of a list in a list: it stands behind the sign of the other
_ITEM = re.compile(r"([-+=]|\d{1,9}(?=[.)]))")


def plain(text: str) -> str:
    """Return a text in which no sign means anything, for a line or several."""
    return _SIGNS.sub(r"\\\1", text).replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return Markdown that may be several lines as a quotation."""
    return "\n".join(f"> {_unlisted(line.strip())}".rstrip(" ") for line in text.split("\n"))


def note(text: str) -> str:
    """Return a note with its light emphasis and lists, and each of its lines on one of its own."""
    found = blocks(text)
    rooms = ("\n" if before.sign and block.sign else "\n\n" for before, block in pairwise(found))
    return "".join(f"{room}{_block(block)}" for room, block in zip(chain([""], rooms), found, strict=False))


def _block(block: NoteBlock) -> str:
    before = " " * _INDENT * block.level + (f"{block.sign} " if block.sign else "")
    lines = (_unlisted(written(line, plain, ("**", "**"), ("*", "*"))) for line in block.lines)
    return before + f"\\\n{' ' * len(before)}".join(lines)


def _unlisted(line: str) -> str:
    """A line that begins no list: a backslash stands before the sign, or before the dot behind a number."""
    found = _ITEM.match(line)
    if not found:
        return line
    at = found.end() if found[0].isdecimal() else 0
    return f"{line[:at]}\\{line[at:]}"
