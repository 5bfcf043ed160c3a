# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Carries words of a text over into what became of it, and tells which of several places they stand at."""

from asem_reader.core.anchoring.wording import Wording, followed, starts
from asem_reader.core.marks.mark import occurrence, span

_SIDE = 4  # words on either side by which one of several places is told from the others
_MUCH = 0.75  # so much of a text is left where one word beside a place is enough to tell it
_FOUND = 0.6  # of the words a mark is on, so much must still be there
_JOINED = 1.2  # a text that is so much longer was joined to another
_END = 0.7  # at one end of which there must be so much of what all of it has
_LONGER = 1.5  # and what they became may be so much longer

Found = tuple[str, int]  # words, and which of the places where they stand it is, from 0
Sides = tuple[tuple[str, ...], tuple[str, ...]]  # the words before a place and behind it, the nearest first


def requoted(old: Wording, words: str, nth: int, new: Wording) -> Found | None:
    """Return words of an old text as a new one has them, and which of their places it is; None in doubt."""
    there = span(old.text, words, nth)
    if there is None:
        return None
    whole = list(starts(new.text, old.text))
    if len(whole) == 1:
        return words, occurrence(new.text, words, whole[0] + there[0])
    follows = _follows(old, new)
    least = 1 if len(follows) >= _MUCH * len(old.words) else 2
    others = [at for at in starts(old.text, words) if at != there[0]]
    first, behind = old.within(*there)
    kept = [follows[number] for number in range(first, behind) if number in follows]
    if kept and len(kept) == behind - first == kept[-1] - kept[0] + 1:
        same = _trimmed(old, there, new, kept[0], kept[-1] + 1)
        if _is_told(old, there, new, same, least):
            return same
    elif len(kept) >= _FOUND * (behind - first) and (least == 1 or not others):
        plain = sum(_is_plain(old, new, follows, n) for n in range(first, behind))
        # Of words that stand more than once it is told by their number that nothing came between.
        longest = _LONGER * (behind - first) + 1 if plain >= _FOUND * (behind - first) else behind - first
        became = _reworded((first, behind), new, follows, longest)
        if became:
            return became
    start = _only(old, words, nth, new, least)
    at_home = start is not None and _is_amid(new, start, follows)
    return (words, occurrence(new.text, words, start)) if start is not None and at_home else None


def _follows(old: Wording, new: Wording) -> dict[int, int]:
    """Return which word of the new text each word became; in a much longer text by either end first."""
    longest = round(_JOINED * len(old.words))
    whole = followed(old.words, new.words)
    if len(new.words) <= longest:
        return whole
    tail = len(new.words) - longest
    at_end = {one: tail + other for one, other in followed(old.words, new.words[tail:]).items()}
    best = max(followed(old.words, new.words[:longest]), at_end, key=len)
    return best if len(best) >= _END * len(whole) else whole


def _is_plain(old: Wording, new: Wording, follows: dict[int, int], number: int) -> bool:
    """True if it is plain which word a word became: it stands but once, or the next to it went along."""
    if number not in follows:
        return False
    if old.words.count(old.words[number]) == new.words.count(old.words[number]) == 1:
        return True
    return any(follows.get(number + step) == follows[number] + step for step in (-1, 1))


def _trimmed(old: Wording, there: tuple[int, int], new: Wording, first: int, behind: int) -> tuple[str, int]:
    """The same words in the new text, with the signs before and behind them that the old words had."""
    start, end = new.spans[first][0], new.spans[behind - 1][1]
    words = old.text[there[0] : there[1]]
    exact = start - (old.spans[old.within(*there)[0]][0] - there[0])
    if exact >= 0 and new.text.startswith(words, exact):
        start, end = exact, exact + len(words)
    found = new.text[start:end]
    return found, occurrence(new.text, found, start)


def _is_told(old: Wording, there: tuple[int, int], new: Wording, found: tuple[str, int], least: int) -> bool:
    """True if words that stand more than once have so many beside them that tell which they are."""
    place = span(new.text, *found) or (0, 0)
    words = old.text[there[0] : there[1]]
    before, after = list(starts(old.text, words)), list(starts(new.text, found[0]))
    if len(before) == 1 == len(after):
        return True
    sides, here = _sides(old, *there), _sides(new, *place)
    beside = _alike(sides, here)
    others = (_alike(sides, _sides(new, at, at + len(found[0]))) for at in after)
    twins = [_sides(old, at, at + len(words)) for at in before if at != there[0]]
    if any(_is_nearer(twin, sides, here) for twin in twins):
        return False
    beside_twin = max((_alike(one, here) for one in twins), default=0)
    return beside >= max(least, *others) and beside > beside_twin


def _is_amid(new: Wording, start: int, follows: dict[int, int]) -> bool:
    """True if a place is within what came from the old text."""
    first, _ = new.within(start, start + 1)
    return bool(follows) and min(follows.values()) - 1 <= first <= max(follows.values()) + 1


def _only(old: Wording, words: str, nth: int, new: Wording, least: int) -> int | None:
    """The place of the very words in the new text, if it is plain which it is."""
    here = span(old.text, words, nth) or (0, 0)
    whole = _is_whole(old, *here)
    places, before = (
        [at for at in starts(text.text, words) if not whole or _is_whole(text, at, at + len(words))]
        for text in (new, old)
    )
    if not places or not words.strip():
        return None
    if len(places) == len(before) == 1:
        return places[0]
    mine, others = _sides(old, *here), [_sides(old, at, at + len(words)) for at in before if at != here[0]]
    scores = []
    for at in places:
        sides = _sides(new, at, at + len(words))
        scores.append((_alike(mine, sides) - max((_alike(one, sides) for one in others), default=0), at))
    scores.sort(reverse=True)
    best, at = scores[0]
    sides = _sides(new, at, at + len(words))
    if any(_is_nearer(one, mine, sides) for one in others):
        return None
    return at if best >= least and (len(scores) == 1 or best > scores[1][0]) else None


def _is_whole(text: Wording, start: int, end: int) -> bool:
    """True if a stretch of letters cuts no word."""
    return not any(first < at < behind for first, behind in text.spans for at in (start, end))


def _sides(text: Wording, start: int, end: int) -> Sides:
    first, behind = text.within(start, end)
    return text.words[max(0, first - _SIDE) : first][::-1], text.words[behind : behind + _SIDE]


def _alike(one: Sides, other: Sides) -> int:
    """The number of words next to a place that are the same, nearest first."""
    return sum(_along(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def _is_nearer(twin: Sides, mine: Sides, here: Sides) -> bool:
    """True if on one side what stands beside a place is rather what stood beside a twin."""
    sides = zip(twin, mine, here, strict=True)
    return any(_along(theirs, there) > _along(ours, there) for theirs, ours, there in sides)


def _along(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The number of words on one side of a place that are the same, nearest first; an edge counts as one."""
    differs = (n for n, (this, that) in enumerate(zip(one, other, strict=False)) if this != that)
    return next(differs, min(len(one), len(other))) + (not one and not other)


def _reworded(place: tuple[int, int], new: Wording, follows: dict[int, int], longest: float) -> Found | None:
    """The words between those that were before and behind, if most of them are the same."""
    kept = [number for number in range(*place) if number in follows]
    if not kept:
        return None
    before = max((follows[n] for n in follows if n < place[0]), default=-1)
    behind = min((follows[n] for n in follows if n >= place[1]), default=len(new.words))
    # A word at the edge that became another stands where it stood.
    first = max(before + 1, follows[kept[0]] - (kept[0] - place[0]))
    last = min(behind - 1, follows[kept[-1]] + (place[1] - 1 - kept[-1]))
    if last - first + 1 > longest:
        return None
    start, end = new.spans[first][0], new.spans[last][1]
    return new.text[start:end], occurrence(new.text, new.text[start:end], start)
