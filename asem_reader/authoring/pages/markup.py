# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes Markdown: sections, lists, notes and citations of pages that templates make."""

import re
from collections.abc import Iterable

from asem_reader.authoring.files.reference import Partner, Statement

_SPECIAL = re.compile(r"([\\`*_\[\]|])")


def sections(*parts: tuple[str, Iterable[str]]) -> str:
    """Markdown of sections, without those that hold nothing; neighbouring list items make one list."""
    written = []
    for title, lines in parts:
        body = list(lines)
        if body:
            text = "\n".join(line if line.startswith("- ") else f"\n{line}\n" for line in body)
            written.append(f"## {title}\n\n{text.strip()}\n")
    return "\n".join(written)


def items(said: Iterable[Statement], sources: tuple[str, ...]) -> list[str]:
    """A list item for each statement; `sources` stand in where it has none of its own."""
    return [f"- {escaped(one.text)}{cites(one.sources or sources)}" for one in said]


def notes(said: Iterable[Statement], sources: tuple[str, ...]) -> list[str]:
    """An editor's note for each statement."""
    return [f"> **Editor's note.** {escaped(one.text)}{cites(one.sources or sources)}" for one in said]


def cites(sources: Iterable[str]) -> str:
    """Citations, each after a blank."""
    return "".join(f" [@{source}]" for source in sources)


def link(partner: Partner) -> str:
    """A partner's name, leading to its page."""
    return f"[{partner.name}](asem:{partner.slug})"


def escaped(plain: str) -> str:
    """Plain text as Markdown that shows just it."""
    return _SPECIAL.sub(r"\\\1", plain)
