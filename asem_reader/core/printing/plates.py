# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Plates: figures among the entries of a sheet, each under its heading, its table behind what stands so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from asem_reader.core.drawing.figure import Figure
from asem_reader.core.drawing.frame import untitled
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.selection import folded
from asem_reader.core.printing.sheet import Entry, Portion, Shape
from asem_reader.core.span import Span


@dataclass(frozen=True, slots=True)
class Plate:
    """A figure to be printed.

    Attributes:
        section: the title of the section under whose heading it stands. One that the topic has not is made,
            behind the others; if it is empty, before them, and called as the figure is.
        brief: what a sheet of two sides has in its place: the same, a smaller one, or nothing. It has no room
            for the table, so that the alternative text tells it.
        tabled: whether the table is ever printed; else the alternative text says all of it.
    """

    section: str
    figure: Figure
    brief: Figure | None = None
    tabled: bool = True


def illustrated(
    portions: Sequence[Portion], plates: Iterable[Plate], title: str, *, brief: bool = False
) -> tuple[Portion, ...]:
    """Return portions with plates among their entries.

    Args:
        portions: of a topic.
        plates: its figures.
        title: of the sheet; a figure whose own title it says is printed without.
        brief: on a sheet of two sides.
    """
    if brief:
        plates = [replace(plate, figure=plate.brief) for plate in plates if plate.brief]
    shown = list(plates)
    runs = count(1)
    headings = [(plate.section or plate.figure.title, plate) for plate in shown]
    found = {heading: _empty(heading) for heading, plate in headings if not plate.section}
    found |= {portion.title: portion for portion in portions}
    for heading in dict.fromkeys(heading for heading, _plate in headings):
        here = [plate for each, plate in headings if each == heading]
        portion = found.get(heading) or _empty(heading)
        figures = [_figure(plate, (title, heading), -next(runs), brief) for plate in here]
        printed = (plate.figure for plate in here if plate.tabled and not brief)
        tables = [row for figure in printed for row in _table(figure, runs)]
        found[heading] = replace(portion, entries=(*figures, *portion.entries, *tables))
    return tuple(found.values())


def _empty(heading: str) -> Portion:
    return Portion(Part.FIGURES, folded(heading), heading, None, ())


def _figure(plate: Plate, titles: Iterable[str], run: int, brief: bool) -> Entry:
    figure = plate.figure
    if any(title.casefold().endswith(figure.title.casefold()) for title in titles):
        figure = untitled(figure)
    return Entry(Shape.FIGURE, (), run, figure=figure, told=plate.tabled and brief)


def tabulated(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries with the tables for which there is no room on paper, behind the others."""
    runs = count(1 + len(entries))
    told = (entry.figure for entry in entries if entry.told and entry.figure)
    return (*entries, *(row for figure in told for row in _table(figure, runs)))


def _table(figure: Figure, runs: Iterator[int]) -> Iterator[Entry]:
    """The rows of a figure's table, each table in a run of its own that no run of a topic is."""
    for head, rows in figure.table.tables():
        run = -next(runs)
        for shape, cells in ((Shape.HEAD, head), *((Shape.ROW, row) for row in rows)):
            yield Entry(shape, tuple((Span(cell),) for cell in cells), run, figure=figure)
