# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Blocks on their way: what the parse of an article found, before ids are given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from asem_reader.authoring.problem import Problem
from asem_reader.core.content import BlockKind
from asem_reader.core.span import Line, cited

TIMELINE = "Timeline"


@dataclass(slots=True)
class Piece:
    """A block on its way: what the parse found, before it has an id.

    Attributes:
        run: number of the list, table or paragraph it belongs to, from 0.
        cells: as in `core.content.Block`.
        line: line of the file it stands on; 0 if unknown.
        links: slugs that it links to.
        as_of: the date that it gives for its figures; "" for none.
        date: in a timeline, the ISO 8601 date it begins with.
        typed: what stands in it as it is typed, such as an example of a search.
    """

    kind: BlockKind
    run: int
    text: str
    cells: tuple[Line, ...]
    line: int
    links: tuple[str, ...] = ()
    as_of: str = ""
    date: str = ""
    typed: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the sources that it cites, rising."""
        return tuple(sorted({number for cell in self.cells for number in cited(cell)}))

    @property
    def told(self) -> str:
        """The text without what is typed, which says nothing of what the text is on."""
        return reduce(lambda text, typed: text.replace(typed, "…", 1), self.typed, self.text)


@dataclass(slots=True)
class Rendering:
    """An article parsed: its pieces in order, the ids of its sources by number, and what was wrong."""

    pieces: list[Piece] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def sections(pieces: list[Piece]) -> Iterator[tuple[Piece, list[Piece]]]:
    """Yield each heading with the pieces under it; what stands before the first heading is left out."""
    heading: Piece | None = None
    under: list[Piece] = []
    for piece in pieces:
        if piece.kind is not BlockKind.HEADING:
            under.append(piece)
            continue
        if heading:
            yield heading, under
        heading, under = piece, []
    if heading:
        yield heading, under
