# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks made in one edition, placed in the next, and judged by where their words went."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, IndexedText
from asem_reader.core.anchoring.reanchor import Placement, Reanchorer
from asem_reader.core.anchoring.wording import normal
from asem_reader.core.marks.mark import Mark, MarkId, MarkKind, occurrence, span
from asem_reader.core.place import BlockId
from support.edited_editions import OF_TOPICS, Chapter, Editor, Paragraph, Word

RIGHT, WRONG, LOST = "right", "WRONG", "LOST"
WAITS, OFFERED, RIGHTLY = "waits", "waits, but the first offer is right", "waits rightly"
_WORD = re.compile(r"\w")
_WHEN = "2026-11-23T12:00:00Z"
# Of the words that a mark is on, so many must stand in one block for it to have a right place at all.
_WHOLE, _PARTLY, _TRACE = 0.5, 0.6, 0.2


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark, the edit that its paragraph had, and the numbers of the words that it is on."""

    mark: Mark
    edit: str
    numbers: tuple[int, ...]


class Trial:
    """Makes marks in an edition, has it edited, and places them in the new one."""

    def __init__(
        self, blocks: list[IndexedText], topics: list[IndexedText], seed: int, edits: int, ids: str
    ) -> None:
        self.editor = Editor(blocks, topics, seed)
        self.old = self.editor.index
        self._chapters = list(self.editor.chapters)
        paragraphs = [(c, list(c.paragraphs)) for c in self._chapters]
        self.editor.edit(edits)
        self.marked = list(self._marks(paragraphs))
        self.new: EditionIndex = self.editor.publish(ids)
        self._words = {p.id: p.words for c in self.editor.chapters for p in c.paragraphs}
        self._where = {w.number: block for block, words in self._words.items() for w in words}
        self._homes = {chapter.was: chapter.slug for chapter in self.editor.chapters}

    def place(self, fingerprint: Fingerprint) -> Iterator[tuple[Marked, Placement, str]]:
        """Place all marks, and say of each how that went."""
        placing = Reanchorer(self.new, fingerprint, [each.mark for each in self.marked])
        for each in self.marked:
            placement = placing.place(each.mark)
            yield each, placement, self._verdict(each, placement)

    # Marks.

    def _marks(self, chapters: list[tuple[Chapter, list[Paragraph]]]) -> Iterator[Marked]:
        """On every topic, every edited paragraph, some of its words, and every ninth that was left alone."""
        count = 0
        for chapter, paragraphs in chapters:
            location = self.old.topics[chapter.was]
            yield self._marked(chapter.edit or "nothing", IndexedText(location.slug, None, location.text), ())
            for paragraph in paragraphs:
                count += 1
                few = 9 if paragraph.edit in ("", *OF_TOPICS) else 1
                if count % few == 0:
                    yield from self._on(paragraph)

    def _on(self, paragraph: Paragraph) -> Iterator[Marked]:
        location = self.old.locations[self.old.by_id[paragraph.id]]
        text = IndexedText(location.slug, location.block, location.text)
        old = self.editor.before[paragraph.id]
        edit = paragraph.edit or "nothing"
        yield self._marked(edit, text, tuple(range(len(old))))
        texts = [word.text for word in old]
        twice = [n for n, word in enumerate(texts) if word.isalnum() and texts.count(word) > 1]
        if twice:
            yield self._marked(edit, text, (self.editor.dice.choice(twice),), partly=True)
        if len(old) > 3:
            size = self.editor.dice.randint(1, min(8, len(old) - 1))
            start = self.editor.dice.randrange(len(old) - size + 1)
            at = [n for n in range(start, start + size) if _WORD.search(texts[n])]
            if at:
                yield self._marked(edit, text, tuple(range(at[0], at[-1] + 1)), partly=True)

    def _marked(self, edit: str, text: IndexedText, at: tuple[int, ...], *, partly: bool = False) -> Marked:
        location = self.old.topics[text.slug]
        words, numbers, nth = "", (), 0
        if text.block:
            location = self.old.locations[self.old.by_id[text.block]]
            old = self.editor.before[text.block]
            numbers = tuple(old[n].number or 0 for n in at if _WORD.search(old[n].text))
            if partly:
                words = " ".join(old[n].text for n in at)
                nth = occurrence(
                    location.text, words, len(" ".join(w.text for w in old[: at[0]])) + (at[0] > 0)
                )
        mark = Mark(
            MarkId(f"{self.editor.dice.getrandbits(128):032x}"),
            *(MarkKind.NOTE, text.slug, text.block, location.text, location.before, location.after),
            *("A note", "Folder", ("tag",), _WHEN, _WHEN, words, nth),
        )
        return Marked(mark, edit, numbers)

    # Verdicts.

    def _verdict(self, each: Marked, placement: Placement) -> str:
        new = placement.new
        if (new.id, new.body, new.folder, new.tags) != (each.mark.id, "A note", "Folder", ("tag",)):
            return LOST
        if each.mark.block is None:
            return self._topic_verdict(each, new)
        there = Counter(self._where[number] for number in each.numbers if number in self._where)
        best, kept = there.most_common(1)[0] if there else (None, 0)
        if kept and new.block and there[new.block] == kept:  # of two blocks with as many either is right
            best = new.block
        share = kept / len(each.numbers)
        sure = share >= (_PARTLY if each.mark.words else _WHOLE) and kept >= _PARTLY * there.total()
        if best and self._was_one_of_many(each, best):
            sure = False
        if new.waiting:
            first = placement.candidates[0].block if placement.candidates else None
            return (OFFERED if first == best else WAITS) if sure else RIGHTLY
        if best and share >= _TRACE and self._stands(each, new, best):
            return RIGHT
        return RIGHT if self._is_twin(each, new) else WRONG

    def _was_one_of_many(self, each: Marked, best: BlockId) -> bool:
        """Whether the block left its topic, and others said just the same: nobody can tell which it is."""
        same = self.old.same[normal(each.mark.quote)]
        location = self.new.locations[self.new.by_id[best]]
        return len(same) > 1 and location.slug != self._homes.get(each.mark.slug)

    def _topic_verdict(self, each: Marked, new: Mark) -> str:
        home = self._homes.get(each.mark.slug)
        if new.waiting:
            return WAITS if home else RIGHTLY
        return RIGHT if new.slug == home else WRONG

    def _stands(self, each: Marked, new: Mark, best: BlockId) -> bool:
        """Whether the mark is on that block, and if on words, on those that are left and few others."""
        if new.block != best or not each.mark.words:
            return new.block == best
        covered = _covered(self._words[best], span(new.quote, new.words, new.nth))
        left = {number for number in each.numbers if self._where.get(number) == best}
        both = len(left.intersection(covered))
        return both >= _PARTLY * len(left) and both >= 0.4 * len(covered)

    def _is_twin(self, each: Marked, new: Mark) -> bool:
        """Whether it stands on the very same text in the same topic: nobody can tell which it was."""
        same = new.slug == self._homes.get(each.mark.slug) and new.quote == each.mark.quote
        return same and new.words == each.mark.words


def _covered(words: list[Word], place: tuple[int, int] | None) -> list[int | None]:
    """The numbers of the words that a stretch of letters touches."""
    found, at = [], 0
    for word in words:
        if place and _WORD.search(word.text) and at < place[1] and at + len(word.text) > place[0]:
            found.append(word.number)
        at += len(word.text) + 1
    return found
