# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A line of a block as HTML, with its anchors and links."""

from html import escape

from asem_reader.core.span import Line, Span, ranges


def markup(line: Line, *, again: bool = False) -> str:
    """Return a line as HTML in which all text stays text; its numbers lead to the sources at the foot.

    With `again`, the numbers at its end are those of the line above it, and are set paler.
    """
    last = len(line) - 1
    # In text and tips every < is escaped: what is found here are neighbours that are strong both.
    written = (_span(span, again=again and at == last) for at, span in enumerate(line))
    return "".join(written).replace("</strong><strong>", "")


def anchor(name: str) -> str:
    """Return an anchor that shows nothing."""
    return f'<a name="{name}"></a>'


def escaped(plain: str) -> str:
    """Return plain text as HTML that shows it."""
    return escape(plain, quote=False)


def heading(name: str, inner: str) -> str:
    """Return the heading of a section, with its anchor."""
    return f'<h2>{anchor(name)}<span class="h2">{inner}</span></h2>'


def _span(span: Span, *, again: bool) -> str:
    if span.cites:
        kind = "again" if again else "cite"
        links = ",\u2009".join(
            "–".join(f'<a class="{kind}" href="#source-{number}">{number}</a>' for number in part)
            for part in ranges(span.cites)
        )
        return f"<sup>{links}</sup>"
    inner = escaped(span.text)
    if span.emphatic:
        inner = f"<em>{inner}</em>"
    if span.to:
        tip = f' title="{escape(span.tip)}"' if span.tip else ""
        inner = f'<a href="{span.to.address}"{tip}>{inner}</a>'
    return f"<strong>{inner}</strong>" if span.strong else inner
