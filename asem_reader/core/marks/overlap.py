# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Union of the highlights of one colour that lie over one another in a block."""

from collections.abc import Iterable

from asem_reader.core.marks.mark import Mark, occurrence, span


def drawn(new: Mark, there: Iterable[Mark]) -> tuple[tuple[Mark, ...], Mark]:
    """Return the highlights that a new one becomes one with, and what they become: itself for none.

    They become the first of them, on the words of all. What was written on the others goes into its note, and
    their tags to its own; so does the first folder, if it has none. If nothing changes, it is as it was.

    Args:
        new: a highlight that is not kept yet; what is written on it, its tags and its folder go along.
        there: the highlights on its topic.
    """
    old = _touching(new, there)
    if not old:
        return (), new
    marks = (*old, new)
    reaches = [reach for mark in marks if (reach := _reach(new.quote, mark))] or [(0, 0)]
    start, end = min(first for first, _ in reaches), max(last for _, last in reaches)
    words = "" if end - start == len(new.quote) else new.quote[start:end]
    one = old[0]._replace(
        **{name: getattr(new, name) for name in ("block", "quote", "before", "after", "colour")},
        words=words,
        nth=occurrence(new.quote, words, start) if words else 0,
        body="\n\n".join(dict.fromkeys(mark.body.strip() for mark in marks if mark.body.strip())),
        tags=tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags)),
        folder=next((mark.folder for mark in marks if mark.folder), ""),
    )
    return old, old[0] if one == old[0] else one._replace(modified=new.modified)


def _touching(new: Mark, there: Iterable[Mark]) -> tuple[Mark, ...]:
    """The highlights that a new one becomes one with, in the order given.

    They are those on the very same words, which get its colour, and those of its colour that it overlaps or
    borders on, with what these overlap in their turn. One that waits for its reader has no place, and one of
    another colour stays as it is, under the new one.
    """
    beside = [mark for mark in there if mark.block == new.block and mark.waiting is None]
    found = {mark.id for mark in beside if mark.spot == new.spot}
    reach = _reach(new.quote, new)
    for _ in beside if new.block else ():  # each turn takes in one more, or is the last
        for mark in beside:
            other = _reach(new.quote, mark) if mark.colour is new.colour else None
            if reach and other and other[0] <= reach[1] and reach[0] <= other[1]:
                found.add(mark.id)
                reach = min(reach[0], other[0]), max(reach[1], other[1])
    return tuple(mark for mark in beside if mark.id in found)


def _reach(text: str, mark: Mark) -> tuple[int, int] | None:
    """From where to where a mark's words stand in a text, or all of it for none; None where they do not."""
    return span(text, mark.words, mark.nth) if mark.words else (0, len(text))
