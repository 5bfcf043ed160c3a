# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is printed: one topic laid out for paper, and how it is to be laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from asem_reader.core.content import Article, Edition
from asem_reader.core.marks import Mark, MarkKind

DEFAULT_MARKING = "PUBLIC SOURCES · NOT CLASSIFIED"


class Paper(StrEnum):
    """A size of paper, by the name of its standard."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Form:
    """How sheets are laid out.

    Attributes:
        marking: set in capitals at the head and foot of each page; free text, a label only.
        large: 14 pt for reading in a car, in place of 10.5 pt.
    """

    paper: Paper = Paper.A4
    marking: str = DEFAULT_MARKING
    large: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One topic to be printed.

    Attributes:
        article: what is printed.
        edition: the Library it was taken from.
        printed: date and time with zone, as it shall stand on the page; "" prints none.
        notes: the reader's own notes that go with it, in the article's order; empty for none.
    """

    article: Article
    edition: Edition
    printed: str
    notes: tuple[Mark, ...] = ()


def compose(article: Article, edition: Edition, printed: str, marks: Sequence[Mark] = ()) -> Sheet:
    """Return the sheet of an article, with those of `marks` that are notes on it, in its order."""
    order = {block: position for position, block in enumerate(article.blocks)}
    own = (mark for mark in marks if mark.slug == article.topic.slug and mark.kind is MarkKind.NOTE)
    notes = sorted(own, key=lambda mark: (order.get(mark.block, -1) if mark.block else -1, mark.created))
    return Sheet(article, edition, printed, tuple(notes))
