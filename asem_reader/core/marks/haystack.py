# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Haystack of a mark: the text in which words are looked for by filter, search and export."""

from collections.abc import Callable, Iterable

from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.place import Slug
from asem_reader.core.steps import Steps, done

_STEP = 200  # marks whose texts are made plain in a few milliseconds


def haystack(mark: Mark, title: str, view: str = "") -> str:
    """Return the searchable text of a mark, without case and accents.

    The reader's own words are its first line; behind it stand what the mark is on, the topic's title, its
    view in words, the folder, and each tag with a `#`.
    """
    from asem_reader.core.folding import plain  # noqa: PLC0415 (the first page needs no haystack)

    tags = (f"#{tag}" for tag in mark.tags)
    return plain("\n".join((in_line(mark.body), mark.quote, title, view, mark.folder, *tags)))


def is_own(word: str, text: str) -> bool:
    """True if a word stands in the reader's own words in a haystack."""
    return 0 <= text.find(word) < text.index("\n")


class Haystacks:
    """A cache of haystacks: each is made once, and again when its mark is another.

    Marks and texts stand side by side: 50,000 pairs would be as many objects for the garbage collector.
    """

    def __init__(self, title_of: Callable[[Slug], str], view_said: Callable[[str], str] = str) -> None:
        """Take what tells the title of a topic, and a view in words."""
        self._title_of = title_of
        self._view_said = view_said
        self._known: dict[MarkId, Mark] = {}
        self._said: dict[MarkId, str] = {}
        self._marks: tuple[Mark, ...] = ()
        self._texts: list[str] = []

    def is_ready(self, marks: tuple[Mark, ...]) -> bool:
        """True if these are the marks that were prepared last."""
        return marks is self._marks

    def preparing(self, marks: tuple[Mark, ...]) -> Steps[None]:
        """Make the haystacks of marks, in steps of a few milliseconds."""
        if self.is_ready(marks):
            return
        texts = list[str]()
        for start in range(0, len(marks), _STEP):
            texts += map(self._text, marks[start : start + _STEP])
            yield
        self._marks, self._texts = marks, texts

    def of(self, marks: tuple[Mark, ...]) -> list[str]:
        """Return the haystack of each mark, in the order given."""
        done(self.preparing(marks))
        return self._texts

    def holding(self, words: Iterable[str], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Return the marks that hold all of some plain words, or parts of words, in the order given."""
        wanted = tuple(words)
        pairs = zip(marks, self.of(marks), strict=True)
        return tuple(mark for mark, text in pairs if all(word in text for word in wanted))

    def _text(self, mark: Mark) -> str:
        if self._known.get(mark.id) is not mark:
            self._known[mark.id] = mark
            self._said[mark.id] = haystack(mark, self._title_of(mark.slug), self._view_said(mark.view))
        return self._said[mark.id]
