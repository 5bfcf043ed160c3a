# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a search found."""

from dataclasses import dataclass

from asem_reader.core.place import Place


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that matches a query.

    Attributes:
        place: where to open it: the topic, and the block that matches best.
        title: the topic's title.
        symbol: the topic's symbol; may be empty.
        section: the heading under which the hit stands; empty for a hit in the title.
        snippet: the passage, in runs, with the matched words set apart.
        why: why this matched when it isn't plain; empty otherwise.
    """

    place: Place
    title: str
    symbol: str
    section: str
    snippet: tuple[Run, ...]
    why: str

    @property
    def plain(self) -> str:
        """The snippet as plain text."""
        return "".join(run.text for run in self.snippet)
