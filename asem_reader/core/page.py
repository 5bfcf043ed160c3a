# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A page: a title and HTML for a place."""

from typing import NamedTuple

from asem_reader.core.content import Article
from asem_reader.core.place import Place


class Page(NamedTuple):
    """One topic as shown on the glass."""

    place: Place  # what was asked for; its block is where the reader begins
    article: Article  # the values that it was made from
    html: str  # the whole document, its style sheet included
    # Typeface and size in points of the body; headings are sized from them.
    family: str
    size: float
    # The words to be marked, as the search found them; empty if not come from a search.
    words: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The topic's title."""
        return self.article.topic.title
