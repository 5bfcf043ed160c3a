# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks that arrive from a file, a backup or the bin, each with its place in the Library of today."""

from collections.abc import Generator, Iterable

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint
from asem_reader.core.content import Article
from asem_reader.core.errors import NoSuchPlace
from asem_reader.core.marks.mark import Anchor, Mark, anchor
from asem_reader.core.place import Slug
from asem_reader.operations.editions import placing
from asem_reader.store.libraries import Reading
from asem_reader.store.library import texts

_STEP = 50  # marks that are looked at in some milliseconds


def settling(marks: Iterable[Mark], library: Reading) -> Generator[None, None, tuple[Mark, ...]]:
    """Return in short steps marks as they stand in a Library, which may be another than they come from.

    One whose paragraph says what its quote says, or which came without a quote, stands there. Any other is
    placed as by a new edition; in which it stood is not known, so that more of them wait for their reader.
    Those that lie in the bin stay as they are, and so do those on a Library that is not open.
    """
    articles, settled, strangers = _Articles(library), list(marks), list[int]()
    for number, mark in enumerate(settled):
        stood = mark if mark.deleted else articles.stood(mark)
        if stood:
            settled[number] = stood
        else:
            strangers.append(number)
        if number % _STEP == 0:
            yield
    for each in library.libraries:
        numbers = [number for number in strangers if settled[number].library == each.id]
        if numbers:
            index = yield from EditionIndex.laying(*texts(each))
            report = yield from placing([settled[number] for number in numbers], index, Fingerprint())
            for number, placement in zip(numbers, report.placements, strict=True):
                settled[number] = placement.new
    return tuple(settled)


class _Articles:
    """The topics of a Library, each read once."""

    def __init__(self, library: Reading) -> None:
        self._library = library
        self._known: dict[Slug, Article | None] = {}

    def stood(self, mark: Mark) -> Mark | None:
        """A mark whose place is as it was, with what stands around it today; None if that is not sure."""
        on = self._anchor(mark)
        if on is None or mark.quote not in ("", on.quote):
            return None
        # Its topic may have been folded into another.
        stood = mark._replace(slug=on.slug, quote=on.quote, before=on.before, after=on.after, waiting=None)
        return mark if stood == mark else stood  # as nearly all are

    def _anchor(self, mark: Mark) -> Anchor | None:
        if mark.slug not in self._known:
            try:
                self._known[mark.slug] = self._library.article(mark.slug)
            except NoSuchPlace:
                self._known[mark.slug] = None
        article = self._known[mark.slug]
        try:
            return anchor(article, mark.block, mark.words, mark.nth) if article else None
        except (KeyError, ValueError):
            return None
