# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a gesture on the page is on."""

from typing import NamedTuple

from asem_reader.core.content import Article
from asem_reader.core.place import BlockId


class Target(NamedTuple):
    """What a gesture is on: a topic, a block of it, or some words of the block.

    Attributes:
        block: None for the whole topic.
        words: empty for the whole block.
        nth: which of the places in the block where the words stand it is, from 0.
    """

    article: Article
    block: BlockId | None = None
    words: str = ""
    nth: int = 0

    @property
    def text(self) -> str:
        """The words that it is on, as the page has them."""
        if self.words or self.block is None:
            return self.words or self.article.topic.title
        return self.article.blocks[self.block].text
