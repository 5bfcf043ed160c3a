# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes other editions of a Library, by edits whose outcome is known.

Every word of the old edition has a number of its own that goes where the word goes; where a mark belongs
in the new edition is read from these numbers, not from any likeness.
"""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from asem_reader.authoring.ledger import Ledger, LedgerEntry
from asem_reader.core.anchoring.editionindex import EditionIndex, IndexedText
from asem_reader.core.place import BlockId, Slug

LOST, LEDGER = "ids lost", "ids of the ledger"
LIGHT, HEAVY = 0.15, 0.4  # of the words are others
OF_TOPICS = (
    *("rename topic", "retitle topic", "rename and retitle topic", "delete topic"),
    "rename topic and reword",
)
OF_BLOCKS = (
    *("reword lightly", "reword heavily", "split", "merge", "move within topic", "move to another topic"),
    *("delete", "replace", "insert", "reword and move within topic", "reword and merge", "reword and split"),
    *("split and move", "reword and move to another topic"),
)
EDITS = (*OF_BLOCKS, *OF_TOPICS)
# Of ten edits of one kind, so many are made of these.
_FEWER = {
    **dict.fromkeys(("move within topic", "move to another topic", "insert", "rename topic"), 5),
    **dict.fromkeys(("replace", "retitle topic"), 3),
    **dict.fromkeys(("delete topic", *(edit for edit in EDITS if " and " in edit)), 2),
    "reword and move to another topic": 1,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its number; those that an edit brought in have none."""

    text: str
    number: int | None


@dataclass(eq=False)
class Paragraph:
    """A block while it is edited."""

    words: list[Word]
    id: BlockId
    edit: str = ""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(eq=False)
class Chapter:
    """A topic while it is edited; `carried` if the lines of the ledger were renamed with it."""

    slug: Slug
    title: str
    paragraphs: list[Paragraph]
    was: Slug
    edit: str = ""
    carried: bool = False


class Editor:
    """Edits the texts of a Library."""

    def __init__(self, blocks: list[IndexedText], topics: list[IndexedText], seed: int) -> None:
        self.dice = random.Random(seed)
        self.topics = topics
        titles: dict[Slug, str] = {}
        for slug, _, name in topics:
            titles.setdefault(slug, name)
        self.chapters = [Chapter(slug, title, [], slug) for slug, title in titles.items()]
        of = {chapter.slug: chapter for chapter in self.chapters}
        number = 0
        for slug, block, text in blocks:
            words = [Word(word, number + step) for step, word in enumerate(text.split())]
            number += len(words)
            of[slug].paragraphs.append(Paragraph(words, block or BlockId("")))
        self.old = [(c, list(c.paragraphs)) for c in self.chapters]
        self.before = {p.id: list(p.words) for c in self.chapters for p in c.paragraphs}
        self.index = self._bound(self.before)
        self.vocabulary = sorted({word for _, _, text in blocks for word in re.findall(r"[a-z]{4,}", text)})
        self.done: Counter[str] = Counter()
        self._blocks: dict[str, Callable[[Chapter, int], bool]] = {
            "reword lightly": lambda c, n: self._reword(c.paragraphs[n], LIGHT),
            "reword heavily": lambda c, n: self._reword(c.paragraphs[n], HEAVY),
            "split": self._split,
            "merge": self._merge,
            "move within topic": self._shift,
            "move to another topic": self._send,
            "delete": self._delete,
            "replace": self._replace,
            "insert": self._insert,
            "split and move": lambda c, n: self._split(c, n) and self._shift(c, n),
        } | {
            f"reword and {name}": lambda c, n, then=then: self._reword(c.paragraphs[n], LIGHT) and then(c, n)
            for name, then in {
                "move within topic": self._shift,
                "move to another topic": self._send,
                "merge": self._merge,
                "split": self._split,
            }.items()
        }

    def edit(self, edits: int) -> None:
        """Make so many edits, each of a paragraph or topic that had none."""
        while self.done.total() < edits:
            (kind,) = self.dice.choices(EDITS, [_FEWER.get(edit, 10) for edit in EDITS])
            self.done[kind] += self._edit_topic(kind) if kind in OF_TOPICS else self._edit_block(kind)

    def publish(self, ids: str) -> EditionIndex:
        """Give ids as the ledger does, or lose all of them, and bind the new edition."""
        old = [
            LedgerEntry(chapter.slug if chapter.carried else chapter.was, p.id, _text(self.before[p.id]))
            for chapter, paragraphs in self.old
            for p in paragraphs
        ]
        ledger = Ledger(old if ids == LEDGER else ())
        for chapter in self.chapters:
            given = ledger.assign(chapter.slug, [p.text for p in chapter.paragraphs])
            for paragraph, block in zip(chapter.paragraphs, given, strict=True):
                paragraph.id = block if ids == LEDGER else BlockId(f"x{block}")
        return self._bound({p.id: p.words for c in self.chapters for p in c.paragraphs})

    def _bound(self, words: dict[BlockId, list[Word]]) -> EditionIndex:
        blocks = [IndexedText(c.slug, p.id, _text(words[p.id])) for c in self.chapters for p in c.paragraphs]
        return EditionIndex(
            blocks, [IndexedText(chapter.slug, None, chapter.title) for chapter in self.chapters]
        )

    # Edits of topics.

    def _edit_topic(self, kind: str) -> bool:
        chapter = self.dice.choice(self.chapters)
        if chapter.edit or any(p.edit for p in chapter.paragraphs) or len(chapter.paragraphs) < 8:
            return False
        chapter.edit = kind
        for paragraph in chapter.paragraphs:
            paragraph.edit = kind
        if kind == "delete topic":
            self.chapters.remove(chapter)
        if "retitle" in kind:
            title = Paragraph([Word(word, 0) for word in chapter.title.split()], BlockId(""))
            self._reword(title, LIGHT)
            chapter.title = title.text
        if "rename" in kind:
            chapter.slug = Slug(f"{self.dice.choice(self.vocabulary)}-{chapter.slug}")
            chapter.carried = self.dice.random() < 0.5
        if kind.endswith("reword"):
            for paragraph in self.dice.sample(chapter.paragraphs, len(chapter.paragraphs) // 3):
                self._reword(paragraph, LIGHT)
        return True

    # Edits of paragraphs; each says whether it could be made.

    def _edit_block(self, kind: str) -> bool:
        chapter = self.dice.choice([chapter for chapter in self.chapters if chapter.paragraphs])
        at = self.dice.randrange(len(chapter.paragraphs))
        paragraph = chapter.paragraphs[at]
        long_enough = len(paragraph.words) >= (12 if "split" in kind else 6)
        if paragraph.edit or chapter.edit == "delete topic" or not long_enough:
            return False
        if not self._blocks[kind](chapter, at):
            return False
        paragraph.edit = kind
        return True

    def _reword(self, paragraph: Paragraph, share: float) -> bool:
        """Put others in the place of some words, leave some out, add some."""
        words = list(paragraph.words)
        for _ in range(max(1, round(share * len(words)))):
            at = self.dice.randrange(len(words))
            new = Word(self.dice.choice(self.vocabulary), None)
            way = self.dice.random()
            if way < 0.6:
                words[at] = new
            elif way < 0.8 and len(words) > 3:
                del words[at]
            else:
                words.insert(at, new)
        paragraph.words = words
        return True

    def _split(self, chapter: Chapter, at: int) -> bool:
        words = chapter.paragraphs[at].words
        cut = self.dice.randint(3, len(words) - 3)
        chapter.paragraphs[at].words = words[:cut]
        chapter.paragraphs.insert(at + 1, Paragraph(words[cut:], BlockId(""), "split"))
        return True

    def _merge(self, chapter: Chapter, at: int) -> bool:
        if at + 1 == len(chapter.paragraphs) or chapter.paragraphs[at + 1].edit:
            return False
        one, other = chapter.paragraphs[at : at + 2]
        other.edit = "merge"
        one.words = one.words + other.words
        chapter.paragraphs.remove(other)
        return True

    def _shift(self, chapter: Chapter, at: int) -> bool:
        if len(chapter.paragraphs) < 4:
            return False
        paragraph = chapter.paragraphs.pop(at)
        chapter.paragraphs.insert(self.dice.randrange(len(chapter.paragraphs) + 1), paragraph)
        return True

    def _send(self, chapter: Chapter, at: int) -> bool:
        other = self.dice.choice([each for each in self.chapters if each is not chapter and each.paragraphs])
        other.paragraphs.insert(self.dice.randrange(len(other.paragraphs) + 1), chapter.paragraphs.pop(at))
        return True

    def _delete(self, chapter: Chapter, at: int) -> bool:
        del chapter.paragraphs[at]
        return True

    def _replace(self, chapter: Chapter, at: int) -> bool:
        """Put a paragraph about something else in its place, under its id if the ledger finds it like."""
        chapter.paragraphs[at] = self._made(len(chapter.paragraphs[at].words))
        return True

    def _insert(self, chapter: Chapter, at: int) -> bool:
        """Put a paragraph beside that is half like it, as the next meeting's line is."""
        words = [word if self.dice.random() < 0.5 else None for word in chapter.paragraphs[at].words]
        made = [Word(word.text if word else self.dice.choice(self.vocabulary), None) for word in words]
        chapter.paragraphs.insert(at + 1, Paragraph(made, BlockId(""), "insert"))
        return True

    def _made(self, length: int) -> Paragraph:
        words = [Word(self.dice.choice(self.vocabulary), None) for _ in range(length)]
        return Paragraph(words, BlockId(""), "replace")


def _text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)
