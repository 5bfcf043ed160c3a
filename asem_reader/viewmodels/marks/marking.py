# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands on the page that lies open: bookmark, highlight, write on it."""

from collections.abc import Iterable

from asem_reader.core.folding import whole
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Colour, Mark, MarkKind, Spot, Target, anchor
from asem_reader.core.marks.overlap import drawn
from asem_reader.viewmodels.marks.marks import ALONE, Marks


class Marking:
    """A method for each gesture; each says whether it was kept, and can be undone."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def toggle_bookmark(self, target: Target) -> bool:
        """Set a bookmark on a topic, a block or words of it, or a view of its figures, or take it away."""
        there = self.marks.bookmark_on(target.article.topic.slug, target.spot)
        return self.marks.remove(there) if there else self._add(_("Bookmark"), target, MarkKind.BOOKMARK)

    def note_on(self, target: Target) -> Mark | None:
        """The note that stands there."""
        return self.marks.note_on(target.article.topic.slug, target.spot)

    def note(self, target: Target, body: str, writing: int = ALONE) -> bool:
        """Keep the reader's words; none at all takes the note away.

        What is kept in one `writing`, a number, is one step to undo.
        """
        there = self.note_on(target)
        if there is None:
            return not body.strip() or self._add(_("Note"), target, MarkKind.NOTE, body, writing=writing)
        return self.write(there, body, writing)

    def write(self, mark: Mark, body: str, writing: int = ALONE) -> bool:
        """Put other words of the reader's on a mark; none at all takes a note away."""
        body = whole(body)
        if not body.strip() and mark.kind is MarkKind.NOTE:
            return self.marks.remove(mark)
        if body == mark.body:
            return True
        other = mark.with_body(body, self.marks.notebook.now())
        return self.marks.make(Change(_("Note"), (mark,), (other,)), writing)

    def highlights_on(self, target: Target) -> tuple[Mark, ...]:
        """The highlights just there; those on other words of the block are others."""
        return tuple(mark for mark in self._lit(target) if mark.spot == target.spot)

    def highlight_all(self, targets: Iterable[Target], colour: Colour) -> bool:
        """Highlight several spots in one step; where all have the colour already, take it away.

        - Highlights of one colour that overlap or touch become one, on the words of all.
        - The very same words in another colour: the colour is changed.
        - Other words, be they some of those highlighted, in another colour: the new highlight lies over the
          old one, as a second pen would. Both stay, and who takes the new one away sees the old one again.
        """
        chosen = tuple(targets)
        there = [mark for target in chosen for mark in self.highlights_on(target)]
        lit = {mark.spot for mark in there if mark.colour is colour}
        if chosen and all(target.spot in lit for target in chosen):
            return self.marks.remove(*there)
        drafts = [(target, self._drafted(target, MarkKind.HIGHLIGHT, "", colour)) for target in chosen]
        changes = [drawn(draft, self._lit(target)) for target, draft in drafts]
        old = tuple(mark for before, new in changes for mark in before)
        new = tuple(mark for before, mark in changes)
        text = _("Colour") if len(old) == len(new) and _is_on(old) == _is_on(new) else _("Highlight")
        return bool(chosen) and self.marks.make(_without_same(text, old, new))

    def _lit(self, target: Target) -> tuple[Mark, ...]:
        """The highlights on a target's topic, oldest first."""
        on_topic = self.marks.on(target.article.topic.slug)
        return tuple(mark for mark in on_topic if mark.kind is MarkKind.HIGHLIGHT)

    def _add(self, text: str, target: Target, kind: MarkKind, body: str = "", writing: int = ALONE) -> bool:
        return self.marks.make(Change(text, new=(self._drafted(target, kind, body),)), writing)

    def _drafted(self, target: Target, kind: MarkKind, body: str = "", colour: Colour | None = None) -> Mark:
        article, block, words, nth, view = target
        on = anchor(article, block, words, nth)
        return self.marks.notebook.draft(kind, on, whole(body), colour)._replace(view=view)


def _without_same(text: str, old: tuple[Mark, ...], new: tuple[Mark, ...]) -> Change:
    """The change that puts marks in the place of others, without those that stay as they are."""
    same = set(old) & set(new)
    return Change(text, tuple(m for m in old if m not in same), tuple(m for m in new if m not in same))


def _is_on(marks: tuple[Mark, ...]) -> list[Spot]:
    return [mark.spot for mark in marks]
