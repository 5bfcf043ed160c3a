# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What became of a file of marks that was imported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """The counts of an import.

    Attributes:
        new, there: how many marks came in, and how many were there already.
        other: how many of those that were there say something else in the file; they stayed as they are.
        waiting: how many of the new ones have no sure place in this Library.
        left_out: how many entries lead to no place in a Library.
        kept: whether it is on disk.
    """

    new: int
    there: int
    other: int
    waiting: int
    left_out: int
    kept: bool = True
