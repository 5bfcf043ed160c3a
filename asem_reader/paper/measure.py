# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How sheets came out: on how many pages each, by how many lines over, and what each portion takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asem_reader.core.language import _
from asem_reader.core.printing.fit import Fit, Room, judge
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.sheet import NOTES_TITLE, Sheet
from asem_reader.paper.pagesetup import PageSetup

Ends = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """An entry of a PDF's outline: where something begins.

    Attributes:
        level: 1 for a sheet, 2 for a portion of it; 0 for the end of the document.
        title: what stands there.
        page: the first is 0.
        above: its distance from the foot of the paper, in points.
    """

    level: int
    title: str
    page: int
    above: float


def fits(pack: Pack, form: Form, outline: Sequence[OutlineEntry], ends: Ends) -> tuple[Fit, ...]:
    """Return how each sheet of a pack fits.

    Args:
        pack: what was set.
        form: how it was laid out.
        outline: what `typeset.spots` found in its PDF.
        ends: tells how far above the foot of the paper the text of a page ends, in points; asked only of
            sheets that have more sides than they may, for it has to look through the page.
    """
    page_setup = PageSetup.of(form)
    runs = list(_runs(outline))
    first = 1 if pack.cover and pack.contents else 0  # the contents are no sheet
    return tuple(
        _fit(sheet, form.profile.sides, page_setup, run, last, ends)
        for sheet, (run, last) in zip(pack.sheets, runs[first : first + len(pack.sheets)], strict=True)
    )


def _runs(outline: Sequence[OutlineEntry]) -> Iterator[tuple[Sequence[OutlineEntry], int]]:
    """The spots of one sheet after the other, each with the last page that it is on."""
    starts = [at for at, entry in enumerate(outline) if entry.level < 2]
    for first, after in pairwise(starts):
        yield outline[first:after], max(outline[first].page, outline[after].page - 1)


def _fit(
    sheet: Sheet, sides: int, page_setup: PageSetup, outline: Sequence[OutlineEntry], last: int, ends: Ends
) -> Fit:
    start = outline[0].page
    pages = last - start + 1
    if not sides or pages <= sides:
        return Fit(pages, sides)

    def along(page: int, above: float) -> float:
        """How many lines down the sheet something is, as if its pages were one."""
        down = (page - start) * page_setup.room + page_setup.height - page_setup.head - above
        return down / page_setup.line

    end = along(last, ends(last))
    known: dict[str, tuple[str, Part | None]] = {p.title: (p.name, p.part) for p in sheet.portions}
    known |= {_(NOTES_TITLE): ("notes", None)} if sheet.notes else {}
    downs = [*(along(entry.page, entry.above) for entry in outline[1:]), end]
    rooms = [
        Room(known[entry.title][0], entry.title, known[entry.title][1], below - down)
        for entry, (down, below) in zip(outline[1:], pairwise(downs), strict=True)
        if entry.title in known
    ]
    return judge(pages, sides, end - sides * page_setup.room / page_setup.line, rooms)
