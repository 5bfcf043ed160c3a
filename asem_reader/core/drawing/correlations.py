# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Correlations of scores, as a lower triangle: the figure in each cell, its strength as a shade."""

import string
from collections.abc import Iterator, Sequence

from asem_reader.core.drawing.figure import SHADES, Drawn, Figure, FigureTable, Label, Rect, TextAnchor, Tone
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.legend import LegendEntry, legend
from asem_reader.core.drawing.lettering import BODY, fitted
from asem_reader.core.drawing.numbers import fixed
from asem_reader.core.language import _

_NAMES, _HIGH = 176.0, 21.0
_LARGEST = 32.0  # width of a cell


def correlations(
    title: str, names: Sequence[str], coefficients: Sequence[Sequence[float]], note: str = ""
) -> Figure:
    """Return a correlation matrix (Pearson's r): signs in the figures, strength in five equal shades.

    Args:
        title: what is correlated.
        names: of at most eleven scores.
        coefficients: for each score those with the scores before it, so that the first has none.
        note: source and date.
    """
    top = below(title)
    wide = min((WIDTH - _NAMES) / max(len(names), 1), _LARGEST)
    drawn: list[Drawn] = []
    for number, (name, row) in enumerate(zip(names, coefficients, strict=True)):
        drawn += _row(number, name, row, top + _HIGH * number, wide)
    bottom = top + _HIGH * len(names)
    key, end = legend(_entries(), bottom + 4)
    words = (title, _alt(names, coefficients), note)
    return framed(words, [*drawn, *key], end, _table(names, coefficients))


def _row(number: int, name: str, row: Sequence[float], y: float, wide: float) -> Iterator[Drawn]:
    baseline = y + _HIGH / 2 + BODY * 0.33
    letter = string.ascii_uppercase[number]
    yield Label(0, baseline, letter, Tone.INK, BODY, strong=True)
    yield Label(14, baseline, fitted(name, BODY, _NAMES - 20), Tone.INK, BODY)
    for column, value in enumerate(row):
        x = _NAMES + column * wide
        shade = SHADES[_strength(value)]
        yield Rect(x + 0.5, y + 0.5, wide - 1, _HIGH - 1, shade)
        yield Label(x + wide / 2, baseline, fixed(value, 2), shade.text, BODY, TextAnchor.MIDDLE)
    x = _NAMES + (len(row) + 0.5) * wide
    yield Label(x, baseline, letter, Tone.INK, BODY, TextAnchor.MIDDLE, strong=True)


def _strength(value: float) -> int:
    """Which fifth of all possible strengths; the shade of the figure as it is written."""
    return min(int(round(abs(value), 2) * 5 + 1e-9), 4)


def _entries() -> Iterator[LegendEntry]:
    yield LegendEntry(_("Strength, whatever the sign:"))
    for number, shade in enumerate(SHADES):
        said = f"{fixed(number / 5)}–{fixed((number + 1) / 5)}"
        yield LegendEntry(said, 14, (Rect(0, -7.5, 14, 10, shade),), scale=True)


def _alt(names: Sequence[str], coefficients: Sequence[Sequence[float]]) -> str:
    pairs = [
        (value, names[one], names[other])
        for one, row in enumerate(coefficients)
        for other, value in enumerate(row)
    ]
    if not pairs:
        return _("There is nothing to correlate.")
    (most, one, other), (least, first, second) = max(pairs), min(pairs)
    said = _(
        "“{one}” and “{other}” go together most, with {most}; “{first}” and “{second}” least, with {least}."
    )
    return said.format(
        one=other, other=one, most=fixed(most, 2), first=second, second=first, least=fixed(least, 2)
    )


def _table(names: Sequence[str], coefficients: Sequence[Sequence[float]]) -> FigureTable:
    head = (_("Score"), *string.ascii_uppercase[: max(len(names) - 1, 0)])
    rows = (
        (
            f"{string.ascii_uppercase[number]} {name}",
            *(fixed(value, 2) for value in row),
            *[""] * (len(names) - 1 - len(row)),
        )
        for number, (name, row) in enumerate(zip(names, coefficients, strict=True))
    )
    return FigureTable(head, tuple(rows))
