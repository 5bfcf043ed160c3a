# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as they are listed, and their numbers as they stand in a text."""

from collections.abc import Callable

from asem_reader.core.content import Source
from asem_reader.core.language import _
from asem_reader.core.place import is_link
from asem_reader.core.printing import citation
from asem_reader.core.span import Line, Span, numbered


def said(source: Source) -> str:
    """Return title, publisher and date, and whether it was read in a copy: all but a link.

    An address that is no link stands here, for it is text.
    """
    parts = citation.said(source)
    if source.kind == "copy":
        return f"{parts} ({_(citation.COPIED)})"
    return parts if is_link(source.url) or not source.url else f"{parts}. {source.url}"


def address(source: Source) -> str:
    """Return where it can be read, to be written as a link; empty if nowhere, or if that is no link."""
    return source.url if source.kind != "copy" and is_link(source.url) else ""


def bracketed(line: Line, write: Callable[[Span], str]) -> str:
    """Return a line with the numbers of sources in brackets, a blank before them.

    Args:
        line: what is written.
        write: writes a span that has text.
    """
    written = ""
    for span in line:
        if span.cites:
            written += f"{' ' * bool(written and not written[-1].isspace())}[{numbered(span.cites)}]"
        elif span.text:
            written += write(span)
    return written
