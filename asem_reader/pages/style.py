# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The style sheet of pages."""

from asem_reader.core.theme import Theme

FAMILY = "Source Serif 4"


def style(theme: Theme, size: float) -> str:
    """Return CSS for Qt's rich text, for a body of `size` points.

    Only what Qt knows is used (doc.qt.io/qt-6/richtext-html-subset.html): borders and padding work on
    table cells alone, so rules and boxes on the page are tables. A heading's size
    is a step from the document's default font, whatever length a style sheet gives: "large" is one step up.
    """
    small = f"{size * 0.84:.1f}pt"
    return f"""
        body {{ font-size: {size:.1f}pt; color: {theme.ink}; }}
        p, li {{ line-height: 116%; margin-top: 0; margin-bottom: {size * 0.6:.0f}px; }}
        ul {{ margin-top: 0; margin-bottom: 0; }}
        strong {{ font-weight: 600; }}
        a {{ color: {theme.accent}; text-decoration: underline; }}
        a.cite, a.again, a.sort, a.back, p.crumbs a, p.figure a, p.strip a {{ text-decoration: none; }}
        a.again, a.sort, a.back {{ color: {theme.muted}; }}
        p.strip {{ margin-top: {size:.0f}px; font-weight: 600; }}
        h1 {{ margin-top: 2px; margin-bottom: {size * 0.3:.0f}px; line-height: 100%; }}
        h2 {{ font-size: large; margin-top: {size * 1.9:.0f}px; margin-bottom: {size * 0.5:.0f}px; }}
        span.h1 {{ font-weight: 600; }}
        span.h2 {{ font-weight: 600; color: {theme.accent}; }}
        p.crumbs {{ font-size: {small}; color: {theme.muted}; margin-bottom: {size * 1.2:.0f}px; }}
        p.crumbs a {{ color: {theme.muted}; }}
        p.facts {{ font-size: {small}; color: {theme.muted}; margin-bottom: {size * 1.1:.0f}px; }}
        p.summary {{ font-size: {size * 1.14:.1f}pt; font-style: italic; margin-bottom: {size * 0.4:.0f}px; }}
        p.figure {{ line-height: 100%; }}
        p.child {{ margin-bottom: {size * 0.9:.0f}px; }}
        table.rows {{ border-collapse: collapse; margin-top: 4px; margin-bottom: 8px; }}
        table.rows th, table.rows td {{ border-bottom: 1px solid {theme.rule}; padding: 5px 14px 5px 0;
                                        vertical-align: top; }}
        table.rows th {{ font-weight: 600; color: {theme.muted}; text-align: left; font-size: {small}; }}
        table.timeline td {{ padding: 2px 18px 6px 0; vertical-align: top; }}
        td.date {{ color: {theme.muted}; }}
        table.note {{ margin-top: 8px; margin-bottom: 8px; }}
        table.note td {{ border-left: 3px solid {theme.accent}; padding: 2px 4px 2px 14px; }}
        table.sources td {{ padding: 2px 10px 6px 0; vertical-align: top; font-size: {small}; }}
        td.number {{ color: {theme.muted}; text-align: right; }}
        span.muted {{ color: {theme.muted}; }}
    """
