# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a reader does to the page that lies open: bookmark, highlight, write on it."""

from dataclasses import dataclass, replace

from asem_reader.core.change import Change
from asem_reader.core.content import Article
from asem_reader.core.marks import Colour, Mark, MarkKind, anchor
from asem_reader.core.place import BlockId
from asem_reader.viewmodels.marks import Marks


@dataclass(frozen=True, slots=True)
class Spot:
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


class Marking:
    """A method for each gesture; each says whether it was kept, and can be undone."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def toggle_bookmark(self, spot: Spot) -> bool:
        """Set a bookmark on a topic or a block, or take it away."""
        there = self.marks.bookmark_on(spot.article.topic.slug, spot.block)
        if there:
            return self.marks.remove(there)
        whole = replace(spot, words="", nth=0)
        return self._add("Bookmark", whole, MarkKind.BOOKMARK)

    def note_on(self, spot: Spot) -> Mark | None:
        """The note that stands there."""
        return self.marks.note_on(spot.article.topic.slug, spot.block, spot.words, spot.nth)

    def note(self, spot: Spot, body: str) -> bool:
        """Keep the reader's words; none at all takes the note away."""
        there = self.note_on(spot)
        if there is None:
            return not body.strip() or self._add("Note", spot, MarkKind.NOTE, body)
        return self.write(there, body)

    def write(self, mark: Mark, body: str) -> bool:
        """Put other words of the reader's on a mark; none at all takes a note away."""
        body = _kept(body)
        if not body.strip() and mark.kind is MarkKind.NOTE:
            return self.marks.remove(mark)
        if body == mark.body:
            return True
        other = mark.with_body(body, self.marks.notebook.now())
        return self.marks.make(Change("Note", (mark,), (other,)))

    def highlights_on(self, spot: Spot) -> tuple[Mark, ...]:
        """The highlights just there; those on other words of the block are others."""
        on = (spot.block, spot.words, spot.nth)
        return tuple(
            mark
            for mark in self.marks.on(spot.article.topic.slug)
            if mark.kind is MarkKind.HIGHLIGHT and (mark.block, mark.words, mark.nth) == on
        )

    def highlight(self, spot: Spot, colour: Colour) -> bool:
        """Highlight a block or words of it; the same colour again takes it away, another takes its place."""
        there = next(iter(self.highlights_on(spot)), None)
        if there is None:
            return spot.block is not None and self._add("Highlight", spot, MarkKind.HIGHLIGHT, colour=colour)
        if there.colour is colour:
            return self.marks.remove(there)
        return self.recolour(there, colour)

    def recolour(self, mark: Mark, colour: Colour) -> bool:
        """Draw a highlight in another colour."""
        other = replace(mark, colour=colour, modified=self.marks.notebook.now())
        return mark.colour is colour or self.marks.make(Change("Colour", (mark,), (other,)))

    def _add(
        self, text: str, spot: Spot, kind: MarkKind, body: str = "", colour: Colour | None = None
    ) -> bool:
        on = anchor(spot.article, spot.block, spot.words, spot.nth)
        mark = self.marks.notebook.draft(kind, on, _kept(body), colour)
        return self.marks.make(Change(text, new=(mark,)))


def _kept(text: str) -> str:
    """The text as a file can hold it: half of a pair of UTF-16 units, which a paste may bring, is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
