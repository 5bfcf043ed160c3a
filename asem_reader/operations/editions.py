# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Re-anchoring: marks that were placed in one edition of the Library get their places in another."""

from collections.abc import Collection, Generator

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint
from asem_reader.core.anchoring.reanchor import Placement, Reanchorer, Report
from asem_reader.core.content import Edition
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark


def placing(
    marks: Collection[Mark], index: EditionIndex, fingerprint: Fingerprint
) -> Generator[None, None, Report]:
    """Find in short steps where marks belong in an edition.

    Args:
        marks: those that are to be placed.
        index: of the edition.
        fingerprint: what the one before held; an empty one if it is not known.
    """
    reanchorer, placements = Reanchorer(index, fingerprint, marks), list[Placement]()
    for mark in marks:
        placements.append(reanchorer.place(mark))
        yield
    return Report(tuple(placements))


def change_to(edition: Edition, placements: Collection[Placement]) -> Change:
    """Return the change that puts marks where they belong in an edition."""
    old, new = tuple(each.mark for each in placements), tuple(each.new for each in placements)
    return Change(_("Places in edition {name}").format(name=edition.name), old, new)
