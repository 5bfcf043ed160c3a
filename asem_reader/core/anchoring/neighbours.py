# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds in a text that was joined from several where the neighbour of a block ends."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from asem_reader.core.anchoring.wording import Wording

_LIKE = 0.6  # so like what stood beside must a stretch be


def beyond_neighbours(before: str, after: str, new: Wording) -> Iterator[Wording]:
    """Yield what of a text stands behind what stood before a block, and before what stood after it.

    Nothing for a side that is not in the text. So words of a neighbour that says much the same are not taken
    for those of the block.

    Args:
        before: the letters before the block, as marks keep them.
        after: those behind it.
        new: the text in which both may be, perhaps reworded.
    """
    for side, is_before in ((before, True), (after, False)):
        found = _found(Wording(side).words, new.words)
        if found is not None:
            rest = new.words[found[1] :] if is_before else new.words[: found[0]]
            yield Wording(" ".join(rest))


def _found(side: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int] | None:
    """From which to which of some words a row of others stands, perhaps reworded; None if it is not there."""
    longest = SequenceMatcher(None, side, words, autojunk=False).find_longest_match()
    if longest.size < 2:  # a word alone stands anywhere
        return None
    at = max(0, longest.b - longest.a)
    matcher = SequenceMatcher(None, side, words[at : at + len(side)], autojunk=False)
    if matcher.ratio() < _LIKE:
        return None
    matches = [match for match in matcher.get_matching_blocks() if match.size]
    return at + matches[0].b, at + matches[-1].b + matches[-1].size
