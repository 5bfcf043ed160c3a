# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A line of text as HTML for the glass: its numbers lead to the sources at the foot of the page."""

from html import escape

from asem_reader.core.span import Line, Span, ranges


def markup(line: Line) -> str:
    """Return a line as HTML in which all text stays text."""
    # In text and tips every < is escaped: what is found here are neighbours that are strong both.
    return "".join(map(_span, line)).replace("</strong><strong>", "")


def _span(span: Span) -> str:
    if span.cites:
        links = ",\u2009".join("–".join(map(_number, part)) for part in ranges(span.cites))
        return f"<sup>{links}</sup>"
    inner = escape(span.text, quote=False)
    if span.emphatic:
        inner = f"<em>{inner}</em>"
    if span.to:
        tip = f' title="{escape(span.tip)}"' if span.tip else ""
        inner = f'<a href="{span.to.address}"{tip}>{inner}</a>'
    return f"<strong>{inner}</strong>" if span.strong else inner


def _number(number: int) -> str:
    return f'<a class="cite" href="#source-{number}">{number}</a>'
