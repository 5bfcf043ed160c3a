# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is shown: a title and HTML for a place."""

from typing import NamedTuple

from asem_reader.core.content import Article
from asem_reader.core.place import Place


class Page(NamedTuple):
    """One topic as shown on the glass.

    Attributes:
        place: what was asked for; its block is where the reader begins.
        article: the values that it was made from.
        html: the whole document, its style sheet included.
        family, size: typeface and size in points of the body; headings are sized from them.
        words: the words to be marked, as the search found them; empty if not come from a search.
    """

    place: Place
    article: Article
    html: str
    family: str
    size: float
    words: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The topic's title."""
        return self.article.topic.title
