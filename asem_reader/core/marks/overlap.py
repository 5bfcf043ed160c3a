# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Highlights of a block that lie over one another: those of one colour become one."""

from collections.abc import Iterable

from asem_reader.core.marks.mark import Anchor, Colour, Mark, occurrence, span


def touching(on: Anchor, colour: Colour, there: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return which highlights a new one becomes one with, in the order given.

    They are those on the very same words, which get its colour, and those of its colour that it overlaps or
    borders on, with what these overlap in their turn. One that waits for its reader has no place, and one of
    another colour stays as it is, under the new one.

    Args:
        on: what the new one is on.
        colour: of the new one.
        there: the highlights on its topic.
    """
    beside = [mark for mark in there if mark.block == on.block and mark.waiting is None]
    found = {mark.id: mark for mark in beside if (mark.words, mark.nth) == (on.words, on.nth)}
    reach = _reach(on.quote, on.words, on.nth)
    for _ in beside if on.block else ():  # each turn takes in one more, or is the last
        for mark in beside:
            other = _reach(on.quote, mark.words, mark.nth) if mark.colour is colour else None
            if reach and other and other[0] <= reach[1] and reach[0] <= other[1]:
                found[mark.id] = mark
                reach = min(reach[0], other[0]), max(reach[1], other[1])
    return tuple(mark for mark in beside if mark.id in found)


def drawn(new: Mark, there: Iterable[Mark]) -> tuple[tuple[Mark, ...], Mark]:
    """Return the highlights that a new one becomes one with, and what they become: itself for none.

    What they become is the first of them as it is, if nothing of it changes.

    Args:
        new: a highlight that is not kept yet; what is written on it, its tags and its folder go along.
        there: the highlights on its topic.
    """
    on = Anchor(new.slug, new.block, new.quote, new.before, new.after, new.words, new.nth)
    colour = new.colour or Colour.YELLOW
    old = touching(on, colour, there)
    if not old:
        return (), new
    one = united(on, colour, (*old, new), new.modified)
    same = one._replace(modified=old[0].modified) == old[0]
    return old, old[0] if same else one


def united(on: Anchor, colour: Colour, marks: tuple[Mark, ...], modified: str) -> Mark:
    """Return the one highlight that `touching` ones and a new one become: the first, on the words of all.

    What was written on the others goes into its note, and their tags to its own; so does the first folder,
    if it has none.
    """
    first = marks[0]
    spans = (_reach(on.quote, words, nth) for words, nth in _ons(on, marks))
    reaches = [reach for reach in spans if reach] or [(0, 0)]
    words, nth = _words(on.quote, min(first for first, _ in reaches), max(last for _, last in reaches))
    return first._replace(
        **on._replace(words=words, nth=nth)._asdict(),
        colour=colour,
        body="\n\n".join(dict.fromkeys(mark.body.strip() for mark in marks if mark.body.strip())),
        tags=tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags)),
        folder=next((mark.folder for mark in marks if mark.folder), ""),
        modified=modified,
    )


def _ons(on: Anchor, marks: tuple[Mark, ...]) -> list[tuple[str, int]]:
    return [(on.words, on.nth), *((mark.words, mark.nth) for mark in marks)]


def _reach(text: str, words: str, nth: int) -> tuple[int, int] | None:
    """From where to where words of a text stand, or all of it for none; None where they do not."""
    return span(text, words, nth) if words else (0, len(text))


def _words(text: str, start: int, end: int) -> tuple[str, int]:
    """The words between two places of a text, and which of their places it is; none for all of it."""
    words = text[start:end]
    return ("", 0) if words == text else (words, occurrence(text, words, start))
