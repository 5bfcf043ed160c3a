# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Writes an article that is in no Library: blocks with ids of their own, in sections."""

from collections.abc import Iterable

from asem_reader.core.content import Article, Block, BlockKind, Kind, Section, Topic
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.span import Line, Span, plain


class Writer:
    """Gathers the sections of an article, and numbers its blocks."""

    def __init__(self, slug: Slug) -> None:
        self._slug = slug
        self._sections: list[Section] = []
        self._count = self._run = 0

    def section(self, title: str) -> None:
        """Begin a section."""
        self._sections.append(Section(self._block(BlockKind.HEADING, ((Span(title),),)), ()))

    def paragraph(self, line: Line) -> None:
        """Add a paragraph."""
        self._add([self._block(BlockKind.PARAGRAPH, (line,))])

    def items(self, lines: Iterable[Line]) -> None:
        """Add a list."""
        self._add(self._block(BlockKind.ITEM, (line,)) for line in lines)

    def table(self, head: tuple[Line, ...], rows: Iterable[tuple[Line, ...]]) -> None:
        """Add a table."""
        self._add([self._block(BlockKind.HEAD, head), *(self._block(BlockKind.ROW, row) for row in rows)])

    def article(self, title: str, summary: str) -> Article:
        """Return all of it under a title, with a summary of what it is."""
        topic = Topic(self._slug, Kind.HANDBOOK, title, "", summary, "", None, 0)
        return Article(topic, (), (), tuple(self._sections), (), ())

    def _add(self, blocks: Iterable[Block]) -> None:
        section = self._sections[-1]
        self._sections[-1] = section._replace(blocks=(*section.blocks, *blocks))
        self._run += 1

    def _block(self, kind: BlockKind, cells: tuple[Line, ...]) -> Block:
        self._count += 1
        text = " · ".join(filter(None, map(plain, cells)))
        return Block(BlockId(f"made{self._count}"), kind, self._run, text, cells)
