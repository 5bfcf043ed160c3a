# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader wrote and highlighted, searched as the Library is."""

from asem_reader.core.hit import Hit
from asem_reader.core.letters import plain, runs
from asem_reader.core.marks import Mark, MarkId, MarkKind
from asem_reader.core.place import Slug
from asem_reader.core.query import Query, Term
from asem_reader.viewmodels.marks import Marks

_PASSAGE, _LEAD = 150, 40


class Jottings:
    """Notes and highlights that hold the words of a query, whatever their case and accents."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._plain: dict[MarkId, str] = {}
        marks.changed.connect(self._plain.clear)

    @property
    def noted(self) -> frozenset[Slug]:
        """The topics on which there is a note."""
        return frozenset(mark.slug for mark in self._marks.all if mark.kind is MarkKind.NOTE)

    def find(self, query: Query) -> tuple[Hit, ...]:
        """Return what holds every word, in the reader's own words first, else newest first.

        A query that asks for nothing but topics with a note gets all notes.
        """
        if not query.wanted and not query.noted:
            return ()
        kinds = (MarkKind.NOTE,) if query.noted else (MarkKind.NOTE, MarkKind.HIGHLIGHT)
        found = [mark for mark in self._marks.all if mark.kind in kinds and self._holds(mark, query)]
        words = tuple(plain(term.text) for group in query.wanted for term in group)
        found.sort(key=lambda mark: not any(word in plain(mark.body) for word in words))
        return tuple(self._hit(mark, words) for mark in found)

    def _holds(self, mark: Mark, query: Query) -> bool:
        text = self._plain.get(mark.id)
        if text is None:
            parts = (mark.body, mark.quote, " ".join(mark.tags), self._marks.title_of(mark.slug))
            text = self._plain.setdefault(mark.id, plain("\n".join(parts)))

        def stands(term: Term) -> bool:
            return plain(term.text) in text

        return all(any(map(stands, group)) for group in query.wanted) and not any(map(stands, query.unwanted))

    def _hit(self, mark: Mark, words: tuple[str, ...]) -> Hit:
        """Show the reader's words, or those marked, unless only the paragraph's hold what is sought."""
        said_of = (mark.body, mark.words, mark.quote if mark.block else "")
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
