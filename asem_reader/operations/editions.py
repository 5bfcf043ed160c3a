# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Re-anchoring: marks of another edition, or from a file, a backup or the bin, get places in this one."""

import sys
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import cache

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint
from asem_reader.core.anchoring.reanchor import Placement, Reanchorer, Report
from asem_reader.core.content import Article, Edition
from asem_reader.core.errors import BadScheme, NoFigures, NoSuchLibrary, NoSuchPlace
from asem_reader.core.language import _
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark, anchor
from asem_reader.core.place import Slug
from asem_reader.core.steps import Steps
from asem_reader.store.indicators import viewed
from asem_reader.store.libraries import Reading
from asem_reader.store.library import texts
from asem_reader.store.notebook.lastedition import LastEdition

_STEP = 50  # marks that are looked at in some milliseconds


def placing(marks: Collection[Mark], index: EditionIndex, fingerprint: Fingerprint) -> Steps[Report]:
    """Find in short steps where marks belong in an edition, by the fingerprint of the one before."""
    reanchorer, placements = Reanchorer(index, fingerprint, marks), list[Placement]()
    for mark in marks:
        placements.append(reanchorer.place(mark))
        yield
    return Report(tuple(placements))


def change_to(edition: Edition, placements: Collection[Placement]) -> Change:
    """Return the change that puts marks where they belong in an edition."""
    old, new = tuple(each.mark for each in placements), tuple(each.new for each in placements)
    return Change(_("Places in edition {name}").format(name=edition.name), old, new)


def keeping(
    report: Report,
    edition: Edition,
    fingerprint: Fingerprint,
    last: LastEdition,
    make: Callable[[Change], bool | None],
    most: int = sys.maxsize,
    back_up: Steps[bool] | None = None,
) -> Steps[bool]:
    """Put marks where a report says that they belong, in short steps; return whether all could be kept.

    A backup comes first, where it `is_other`; the edition is remembered last: whatever stops this in between,
    all is done again, and nothing is lost. `make` writes a change of `most` marks; if it is False, or the
    steps of `back_up` end in that, nothing more is written.
    """
    if back_up is None:
        if is_other(report, last):
            last.back_up(edition)
    elif not (yield from back_up):
        return False
    for start in range(0, len(report.changes), most):
        yield
        if make(change_to(edition, report.changes[start : start + most])) is False:
            return False
    yield
    last.keep(edition, fingerprint)
    return True


def is_other(report: Report, last: LastEdition) -> bool:
    """Return True if there is something of before an edition to be kept: another edition, or other places."""
    return bool(last.digest or report.changes)


def settling(marks: Iterable[Mark], library: Reading) -> Steps[tuple[Mark, ...]]:
    """Return in short steps marks as they stand in a Library, which may be another than they come from.

    One whose paragraph says what its quote says, or which came without a quote, stands there. Any other is
    placed as by a new edition; in which it stood is not known, so that more of them wait for their reader. A
    view is written as the program writes it; one that there is none of here stays as it is.
    Those that lie in the bin stay as they are, and so do those on a Library that is not open.
    """
    settled, strangers = list(marks), list[int]()

    @cache
    def article(slug: Slug) -> Article | None:
        try:
            return library.article(slug)
        except NoSuchPlace:
            return None

    for number, given in enumerate(settled):
        mark = _viewed(given, library) if given.view else given
        stood = mark if mark.deleted else _stood(mark, article(mark.slug))
        settled[number] = stood or mark
        if not stood:
            strangers.append(number)
        if given.view or number % _STEP == 0:
            yield
    for each in library.libraries:
        numbers = [number for number in strangers if settled[number].library == each.id]
        if numbers:
            index = yield from EditionIndex.laying(*texts(each))
            report = yield from placing([settled[number] for number in numbers], index, Fingerprint())
            for number, placement in zip(numbers, report.placements, strict=True):
                settled[number] = placement.new
    return tuple(settled)


def _viewed(mark: Mark, library: Reading) -> Mark:
    """A mark with its view as all equal views are written, if there is such a view in its Library."""
    with suppress(BadScheme, NoFigures, NoSuchLibrary):
        return mark._replace(view=viewed(library.of(mark.slug), mark.place).view)
    return mark


def _stood(mark: Mark, article: Article | None) -> Mark | None:
    """A mark whose place is as it was, with what stands around it today; None if that is not sure."""
    try:
        on = anchor(article, mark.block, mark.words, mark.nth) if article else None
    except (KeyError, ValueError):
        return None
    if on is None or mark.quote not in ("", on.quote):
        return None
    # Its topic may have been folded into another.
    stood = mark._replace(slug=on.slug, quote=on.quote, before=on.before, after=on.after, waiting=None)
    return mark if stood == mark else stood  # as nearly all are
