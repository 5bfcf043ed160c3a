# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A linear axis: from values to points, with round numbers on it."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from asem_reader.core.drawing.figure import Drawn, Label, Stroke, TextAnchor, Tone
from asem_reader.core.drawing.lettering import SMALLEST
from asem_reader.core.drawing.numbers import significant

_STEPS = 5  # about as many
_SAME = 1e-9  # what differs by no more does not differ


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale.

    Attributes:
        low, high: the values at its ends.
        start, end: where these lie, in points.
        step: from one number on it to the next.
    """

    low: float
    high: float
    start: float
    end: float
    step: float

    @classmethod
    def of(cls, values: Iterable[float], start: float, end: float) -> Self:
        """Return an axis that holds all values, between round numbers."""
        known = tuple(values) or (0.0, 100.0)
        low, high = min(known), max(known)
        step = _round((high - low) / _STEPS) if high - low > _SAME else 1.0
        first, last = math.floor(low / step), math.ceil(high / step)
        return cls(first * step, max(last, first + 1) * step, start, end, step)

    def at(self, value: float) -> float:
        """Where a value lies, in points."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self) -> Iterator[float]:
        """The round numbers on it."""
        for number in range(round((self.high - self.low) / self.step) + 1):
            yield self.low + number * self.step


def scores(values: Iterable[float], start: float, end: float) -> Axis:
    """Return an axis for scores of 0 to 100, or for whatever goes beyond them."""
    return Axis.of((0.0, 100.0, *values), start, end)


def upright(axis: Axis, top: float, bottom: float) -> Iterator[Drawn]:
    """Draw faint lines from top to bottom, and the numbers above them."""
    for value in axis.ticks():
        x = axis.at(value)
        yield Stroke(x, top, x, bottom, Tone.FAINT)
        yield Label(x, top - 3, significant(value), Tone.MUTED, SMALLEST, TextAnchor.MIDDLE, scale=True)


def _round(step: float) -> float:
    """The next larger of 1, 2, 5 and 10 times a power of ten."""
    power: float = 10 ** math.floor(math.log10(step))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= step * (1 - 1e-9))
