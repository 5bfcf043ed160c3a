# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Search in the reader's notes and highlights, as in the Library."""

from collections.abc import Collection, Generator, Iterator

from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Hit, runs
from asem_reader.core.search.query import NoteQuery, Query
from asem_reader.viewmodels.marks.marks import Marks

_PASSAGE, _LEAD = 150, 40
_STEP = 2_000  # marks that are looked through in some milliseconds

Hits = Generator[None, None, tuple[Hit, ...]]


class NoteSearch:
    """Searches notes and highlights for the words of a query, whatever their case and accents.

    All that may take long is done in steps of a few milliseconds.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def preparing(self) -> Iterator[None]:
        """Make all marks ready to be searched, in steps."""
        yield from self._marks.learning()
        yield from self._marks.haystacks.preparing(self._marks.all)

    @property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        return self._marks.index.noted

    def finding(self, query: Query, most: int, topics: Collection[Slug] | None = None) -> Hits:
        """Find what holds every word, in the reader's own words first, else newest first.

        A query that asks for nothing but topics with a note gets all notes. `most` are enough; None of
        `topics` stands for all.
        """
        if not query.wanted and not query.noted:
            return ()
        found = yield from self._found(query, topics)
        words = NoteQuery.of(query).words
        return tuple(self._hit(mark, words) for mark in found[:most])

    def topics(self, query: Query) -> Generator[None, None, frozenset[Slug]]:
        """Find the topics with a note or highlight that `finding` would give."""
        return frozenset(mark.slug for mark in (yield from self._found(query)))

    def _found(
        self, query: Query, topics: Collection[Slug] | None = None
    ) -> Generator[None, None, list[Mark]]:
        yield from self.preparing()
        marks, note_query = self._marks.all, NoteQuery.of(query)
        texts = self._marks.haystacks.of(marks)
        own, others = list[Mark](), list[Mark]()
        for start in range(0, len(marks), _STEP):
            some = zip(marks[start : start + _STEP], texts[start : start + _STEP], strict=True)
            found = note_query.find(pair for pair in some if topics is None or pair[0].slug in topics)
            own += found[0]
            others += found[1]
            yield
        return own + others

    def _hit(self, mark: Mark, words: tuple[str, ...]) -> Hit:
        """Show the reader's words, or those marked, unless only the paragraph's hold what is sought."""
        on = mark.quote if mark.block else self._marks.view_said(mark.view)
        said_of = (in_line(mark.body), mark.words, on)
        texts = [text for text in said_of if text.strip()]
        said = next((t for t in texts if any(word in plain(t) for word in words)), next(iter(texts), ""))
        why = _("your highlight") if mark.kind is MarkKind.HIGHLIGHT else _("your note")
        tags = ", ".join(tag for tag in mark.tags if any(word in plain(tag) for word in words))
        tagged = _("{why}, tagged {tags}").format(why=why, tags=tags) if tags else why
        snippet = runs(_passage(said, words), words)
        return Hit(mark.place, self._marks.title_of(mark.slug), "", "", snippet, tagged)


def _passage(text: str, words: tuple[str, ...]) -> str:
    """Cut a text to a passage around the first word that stands in it."""
    text = " ".join(text.split())
    first = min((at for at in (plain(text).find(word) for word in words) if at >= 0), default=0)
    start = text.rfind(" ", 0, first - _LEAD) + 1 if first > _PASSAGE - _LEAD else 0
    end = len(text) if len(text) - start <= _PASSAGE else text.rfind(" ", start, start + _PASSAGE)
    end = end if end > start else start + _PASSAGE
    return ("… " if start else "") + text[start:end].rstrip() + (" …" if end < len(text) else "")
