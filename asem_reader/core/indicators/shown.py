# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How figures and scores are written: as many digits as they can bear, and no exponent."""

from math import floor, log10

_SIGNIFICANT = 3


def figure(number: float) -> str:
    """Return a raw figure with three significant digits: ``1,919``, ``94.8``, ``0.0021``."""
    if not number:
        return "0"
    digits = max(0, _SIGNIFICANT - 1 - floor(log10(abs(number))))
    said = f"{number:,.{digits}f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def score(number: float) -> str:
    """Return a score with one digit behind the point."""
    return f"{number:.1f}"
