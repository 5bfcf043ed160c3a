# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A topic before it is compiled: fields and Markdown, written by an author or by a template."""

from dataclasses import dataclass

from asem_reader.core.content import Kind


@dataclass(frozen=True, slots=True)
class Draft:
    """One node of the tree as it was written.

    Attributes:
        file: path relative to `data/`.
        parent: slug of the topic above; empty at the top.
        body: Markdown; empty for pillars and groups.
        first_line: line of the file on which the body begins; 0 for a body that a template made.
    """

    file: str
    slug: str
    kind: Kind
    title: str
    symbol: str
    parent: str
    summary: str
    as_of: str
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    body: str = ""
    first_line: int = 0
