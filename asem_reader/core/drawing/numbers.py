# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Numbers as they are written in figures and their tables."""

import math

from asem_reader.core.language import _

_MINUS = "−"


def significant(value: float, figures: int = 3) -> str:
    """Return a number with so many significant figures, never as a power of ten; whole parts stay whole.

    Zeros at its end are left out: 2e-06 is ``0.000002``, 1919.53 is ``1,920``.
    """
    if value == 0:
        return "0"
    places = max(figures - 1 - math.floor(math.log10(abs(value))), 0)
    text = f"{abs(value):,.{places}f}"
    return _signed(value, text.rstrip("0").rstrip(".") if places else text)


def fixed(value: float, places: int = 1) -> str:
    """Return a number with so many decimal places: scores in a column stand one under another."""
    return _signed(value, f"{abs(value):,.{places}f}")


def spanned(low: int, high: int) -> str:
    """Return a range of whole numbers; a single one where both ends are the same."""
    return str(low) if low == high else f"{low}–{high}"


def bracketed(number: str, *, imputed: bool) -> str:
    """Return a number as it stands in a figure: an estimate in brackets, as statistical tables have it."""
    return f"({number})" if imputed else number


def told(number: str, *, imputed: bool) -> str:
    """Return a number as it stands in a table, where an estimate says so."""
    return _("{number}, estimated").format(number=number) if imputed else number


def _signed(value: float, text: str) -> str:
    return _MINUS + text if value < 0 and text.strip("0.,") else text
