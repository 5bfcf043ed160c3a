# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A check for borrowed wording: eight words in a row as on the page that the political pillar was made after.

The page itself is not kept: only a digest of every eight words of it, which tells likeness and nothing more.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.piece import Rendering
from asem_reader.authoring.problem import Problem

DIGESTS = "facts/founding-page.digests"
ROW = 8


def rows(text: str) -> Iterator[tuple[str, str]]:
    """Yield every eight words in a row of a text, with their digest."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    for start in range(len(words) - ROW + 1):
        row = " ".join(words[start : start + ROW])
        yield row, hashlib.sha256(row.encode()).hexdigest()[:16]


def read_digests(data: Path) -> frozenset[str]:
    """Return the page's digests; none if the file is not there."""
    file = data / DIGESTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return frozenset(line for line in lines if line and not line.startswith("#"))


def borrowed(draft: Draft, rendering: Rendering, digests: frozenset[str]) -> Iterator[Problem]:
    """Yield each block that has eight words in a row from the page."""
    for piece in rendering.pieces:
        found = next((row for row, digest in rows(piece.text) if digest in digests), None)
        if found:
            yield Problem(draft.file, piece.line, f"“{found}” stands so on the founding page")
