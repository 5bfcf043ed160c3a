# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A few lines of Markdown as the compiler renders them, and any text as Markdown."""

import re

from asem_reader.authoring.names import Names, Target
from asem_reader.authoring.piece import Piece, Rendering
from support.content import rendered

# What Markdown itself takes for markup; the rest of ASCII it leaves alone, given a blank after < and &.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+.!-])")


def parsed(markdown: str, **names: Target) -> Rendering:
    return rendered(markdown, Names(names))


def one(markdown: str, **names: Target) -> Piece:
    (piece,) = parsed(markdown, **names).pieces
    return piece


def as_markdown(text: str) -> str:
    return re.sub(r"([<&])(?=\S)", r"\1 ", _MARKDOWN.sub(r"\\\1", text))
