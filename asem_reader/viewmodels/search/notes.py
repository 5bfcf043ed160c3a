# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader wrote and highlighted, searched as the Library is."""

from collections.abc import Collection, Generator, Iterable, Iterator
from itertools import islice

from asem_reader.core.folding import plain
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Hit, runs
from asem_reader.core.search.notes import NoteIndex, NoteQuery
from asem_reader.core.search.query import Query
from asem_reader.viewmodels.marks.marks import Marks

_PASSAGE, _LEAD = 150, 40

Hits = Generator[None, None, tuple[Hit, ...]]


class NoteSearch:
    """Searches notes and highlights for the words of a query, whatever their case and accents.

    They are made ready topic by topic, and again where a mark changed. All that may take long is done in
    steps of a few milliseconds.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._topics: dict[Slug, tuple[tuple[Mark, ...], NoteIndex]] = {}

    @property
    def ready(self) -> bool:
        """Whether an answer wants no preparing."""
        return self._marks.are_known and not any(map(self._is_stale, self._marks.index.topics))

    def preparing(self) -> Iterator[None]:
        """Make all marks ready to be searched, in steps."""
        yield from self._marks.learning()
        for slug in self._marks.index.topics:
            if self._is_stale(slug):
                self._indexes(slug)
                yield

    @property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        return self._marks.index.noted

    def finding(self, query: Query, most: int, topics: Collection[Slug] | None = None) -> Hits:
        """Find what holds every word, in the reader's own words first, else newest first.

        A query that asks for nothing but topics with a note gets all notes.

        Args:
            query: what is looked for.
            most: so many are enough.
            topics: on these alone; None for all.
        """
        if not query.wanted and not query.noted:
            return ()
        yield from self.preparing()
        there = self._marks.index.topics
        note_query = NoteQuery.of(query)
        own, besides = list[Mark](), list[tuple[NoteIndex, Iterator[int]]]()
        for slug in there if topics is None else [slug for slug in there if slug in topics]:
            it = self._indexes(slug)
            mine, others = it.find(note_query, most)
            own += (it.marks[number] for number in mine)
            besides.append((it, others))
            yield
        found = self._newest(own, most)
        if len(found) < most:
            rest = list[Mark]()
            for it, others in besides:
                rest += (it.marks[number] for number in islice(others, most))
                yield
            found += self._newest(rest, most - len(found))
        return tuple(self._hit(mark, note_query.words) for mark in found)

    def topics(self, query: Query) -> Generator[None, None, frozenset[Slug]]:
        """Find the topics with a note or highlight that `finding` would give."""
        yield from self.preparing()
        note_query, found = NoteQuery.of(query), set()
        for slug in self._marks.index.topics:
            own, besides = self._indexes(slug).find(note_query, 1)
            if own or any(True for _ in besides):
                found.add(slug)
            yield
        return frozenset(found)

    def _newest(self, marks: Iterable[Mark], most: int) -> list[Mark]:
        return sorted(marks, key=self._marks.index.key, reverse=True)[:most]

    def _is_stale(self, slug: Slug) -> bool:
        known = self._topics.get(slug)
        return known is None or known[0] is not self._marks.on(slug)

    def _indexes(self, slug: Slug) -> NoteIndex:
        marks, known = self._marks.on(slug), self._topics.get(slug)
        if known is None or known[0] is not marks:
            known = self._topics[slug] = marks, NoteIndex(reversed(marks), self._marks.title_of(slug))
        return known[1]

    def _hit(self, mark: Mark, words: tuple[str, ...]) -> Hit:
        """Show the reader's words, or those marked, unless only the paragraph's hold what is sought."""
        said_of = (in_line(mark.body), mark.words, mark.quote if mark.block else "")
        texts = [text for text in said_of if text.strip()]
        said = next((t for t in texts if any(word in plain(t) for word in words)), next(iter(texts), ""))
        why = "your highlight" if mark.kind is MarkKind.HIGHLIGHT else "your note"
        tags = ", ".join(tag for tag in mark.tags if any(word in plain(tag) for word in words))
        return Hit(
            mark.place,
            self._marks.title_of(mark.slug),
            "",
            "",
            runs(_passage(said, words), words),
            f"{why}, tagged {tags}" if tags else why,
        )


def _passage(text: str, words: tuple[str, ...]) -> str:
    """Cut a text to a passage around the first word that stands in it."""
    text = " ".join(text.split())
    first = min((at for at in (plain(text).find(word) for word in words) if at >= 0), default=0)
    start = text.rfind(" ", 0, first - _LEAD) + 1 if first > _PASSAGE - _LEAD else 0
    end = len(text) if len(text) - start <= _PASSAGE else text.rfind(" ", start, start + _PASSAGE)
    end = end if end > start else start + _PASSAGE
    return ("… " if start else "") + text[start:end].rstrip() + (" …" if end < len(text) else "")
