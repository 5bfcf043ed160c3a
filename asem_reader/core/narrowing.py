# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Narrowing of a long list, such as the glossary, to the entries that hold what is typed."""

import re
from collections.abc import Iterable, Iterator

from asem_reader.core.content import Block, BlockKind, Section
from asem_reader.core.folding import plain


def narrowed(sections: tuple[Section, ...], typed: str) -> tuple[Section, ...]:
    """Return the entries in which a word begins with each of the typed ones, and the heads above them.

    Case, accents and typographic signs do not count. Without a typed word all is as it was.
    """
    wanted = [re.compile(rf"(?<!\w){re.escape(word)}") for word in plain(typed).split()]
    if not wanted:
        return sections
    left = (section._replace(blocks=tuple(_left(section.blocks, wanted))) for section in sections)
    return tuple(section for section in left if section.blocks)


def _left(blocks: Iterable[Block], wanted: list[re.Pattern[str]]) -> Iterator[Block]:
    head: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.HEAD:
            head = block
        elif block.is_entry and all(word.search(plain(block.text)) for word in wanted):
            if head and head.run == block.run:
                yield head
            head = None
            yield block
