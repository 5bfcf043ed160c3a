# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A text that a meeting adopted or that its chair issued, and how much of it was read."""

from typing import Literal

import msgspec


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document as the file of its meeting describes it.

    Attributes:
        title: exact.
        date: ISO 8601.
        read: how much of its wording stands in the sources.
        sources: where it, or what is known of it, was read; the best first.
    """

    title: str
    date: str
    read: Literal["whole", "part", "quoted", "named"]
    sources: tuple[str, ...]
